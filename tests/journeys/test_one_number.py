"""412, all the way: from cell E14 of a workbook, through the real command line, to the bar in the browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.browser.server import CHECKOUT, Server, serving
from tests.browser.visit import Visits
from tests.conftest import CommandLine

INDICATOR = "doanh_nghiep_ap_dung_thu"
SHEET = "Số liệu năm 2019"
DEFINITION = {
    "ma": INDICATOR,
    "ten": "Doanh nghiệp áp dụng thử công cụ cải tiến",
    "ten_en": "Enterprises trying an improvement tool",
    "nhom": "",
    "don_vi": "DN",
    "loai_chi_tieu": "cumulative",
    "chieu": "up",
    "gop": "sum",
}
DISTRICTS = ("164", "165", "167", "168", "169", "170", "171", "172", "173")


def workbook(folder: Path) -> Path:
    """Write what an office would send: a definition, a target, and nine districts; the ninth stands in row 14."""
    book = Workbook()
    definitions = book.active
    definitions.title = "Chỉ tiêu"
    definitions.append(list(DEFINITION))
    definitions.append(list(DEFINITION.values()))
    records = book.create_sheet(SHEET)
    records.append(["chi_tieu", "nam", "huyen", "loai_so_lieu", "gia_tri", "ngay_van_ban"])
    for year, value in ((2016, 200), (2018, 400), (2019, 500), (2020, 600)):
        records.append([INDICATOR, year, "173", "muc_tieu", value, None])
    for place, district in enumerate(DISTRICTS):
        records.append([INDICATOR, 2019, district, "thuc_hien", 412 if district == "173" else 10 + place, None])
    assert records["E14"].value == 412
    path = folder / "phu-binh-2019.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def published(demo_store: Path, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """A demonstration store into which the workbook was published, and the command line on it."""
    folder = tmp_path_factory.mktemp("published")
    command = CommandLine(Path(shutil.copytree(demo_store, folder / "store")))
    before = command("history", "--json").json[0]["version"]
    ended = command("publish", workbook(folder), "--by", "Chi cục", "--reason", "Báo cáo năm 2019", "--json")
    assert ended.exit_code == 0, ended.output + ended.complaints
    assert ended.json["publishable"] is True
    assert ended.json["changes"]["new"] == 14
    assert ended.json["version"] == before + 1
    return command


@pytest.fixture(scope="module")
def own_dashboard(published: CommandLine) -> Iterator[Server]:
    """The dashboard over that store."""
    environment = {"INDICATORS_STORE": str(published.store)}
    log = published.store.parent / "log.txt"
    with serving(CHECKOUT / "dashboard.py", log=log, environment=environment) as server:
        yield server


def test_values_names_the_cell_it_came_from(published: CommandLine) -> None:
    values = published("values", "--indicator", INDICATOR, "--district", "173", "--json").json

    (row,) = [value for value in values if value["value"] == 412]
    assert (row["measure"], row["year"], row["period"], row["how"]) == ("actual", 2019, "Y", "reported")
    assert row["source"]["cell"] == "E14"
    assert row["source"]["sheet"] == SHEET
    assert row["source"]["file"] == "phu-binh-2019.xlsx"
    assert row["source"]["upload"] == published("history", "--json").json[0]["version"]


def test_the_total_of_the_province_is_built_with_it(published: CommandLine) -> None:
    values = published("values", "--indicator", INDICATOR, "--json").json

    (total,) = [value for value in values if value["district"] is None and value["measure"] == "actual"]
    assert total["value"] == 412 + sum(10 + place for place in range(8))
    assert (total["how"], total["coverage"]) == ("built", "9/9")


def test_the_district_is_judged_by_it(published: CommandLine) -> None:
    verdicts = published("assess", "--district", "173", "--as-of", "2019", "--json").json

    (verdict,) = [verdict for verdict in verdicts if verdict["indicator"] == INDICATOR]
    assert (verdict["latest"]["year"], verdict["latest"]["period"], verdict["latest"]["value"]) == (2019, "Y", 412)
    assert verdict["ratio"] == pytest.approx(412 / 500)
    assert verdict["status"] == "slow"


@pytest.mark.browser
def test_the_browser_draws_a_bar_of_it_and_names_the_cell(own_dashboard: Server, visits: Visits) -> None:
    visit = visits(own_dashboard.url).go("indicator", {"nam": "2019", "chi_tieu": INDICATOR})

    bars = [trace for chart in visit.charts() for trace in chart["traces"] if trace["type"] == "bar"]
    lengths = {
        hover.split(":")[0]: length for bar in bars for hover, length in zip(bar["customdata"], bar["x"], strict=True)
    }
    assert lengths["Phú Bình"] == 412
    assert lengths["TP Thái Nguyên"] == 10
    row = visit.page.locator("tr", has_text="Phú Bình").filter(has_text="412 DN")
    assert f"phu-binh-2019.xlsx › {SHEET} › E14" in row.inner_text()


@pytest.mark.browser
def test_the_number_in_the_table_leads_to_its_cell(own_dashboard: Server, visits: Visits) -> None:
    visit = visits(own_dashboard.url).go("indicator", {"nam": "2019", "chi_tieu": INDICATOR})

    visit.page.locator("tr", has_text="Phú Bình").get_by_role("link", name="412 DN").click()
    visit.page.wait_for_url("**/source?**")
    visit.wait()

    words = visit.text()
    assert visit.exceptions() == []
    for part in ("412", "E14", SHEET, "phu-binh-2019.xlsx", "Báo cáo năm 2019"):
        assert part in words


def test_the_number_is_gone_after_going_back(published: CommandLine, tmp_path: Path) -> None:
    command = CommandLine(Path(shutil.copytree(published.store, tmp_path / "store")))
    before = command("history", "--json").json[1]["version"]

    ended = command("restore", str(before), "--by", "Chi cục", "--reason", "Công bố nhầm", "--json")

    assert ended.exit_code == 0
    assert command("values", "--indicator", INDICATOR, "--json").exit_code == 2
    still_there = command("values", "--indicator", INDICATOR, "--version", str(before + 1), "--json").json
    assert 412 in [value["value"] for value in still_there]
