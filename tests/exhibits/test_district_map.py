"""The map's exhibit: each district with its verdict, the sentence that names them, and what is said of the ground."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators.catalogue.borders import SETTING
from indicators.exhibits.exhibit import Exhibit, Map
from indicators.store import Reading
from tests.exhibits.every_builder import build


@pytest.fixture
def borders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for files of borders, empty at first."""
    monkeypatch.setenv(SETTING, str(tmp_path))
    return tmp_path


def drawing(exhibit: Exhibit) -> Map:
    assert isinstance(exhibit.drawing, Map)
    return exhibit.drawing


def test_without_figures_by_district_there_is_no_map(small: Reading) -> None:
    exhibit = build("indicator.map", small, indicator="khong_so_lieu")

    assert exhibit.is_empty
    assert exhibit.empty_sentence.startswith("Chỉ tiêu này chưa có số liệu chia theo nơi.")


@pytest.mark.usefixtures("borders")
def test_the_sentence_names_every_district_by_its_verdict(small: Reading) -> None:
    exhibit = build("indicator.map", small, indicator="dn_ho_tro", as_of=2020)

    assert exhibit.headline.startswith("Đạt: ")
    assert exhibit.headline.endswith("chưa đánh giá: Võ Nhai.")
    assert all(label in exhibit.headline for label in exhibit.frame["label"])


@pytest.mark.usefixtures("borders")
def test_values_and_verdicts_are_those_of_the_bars(small: Reading) -> None:
    for indicator in ("dn_ho_tro", "ty_le_cong_bo", "giai_thuong"):
        on_map = build("indicator.map", small, indicator=indicator, as_of=2018).frame
        bars = build("indicator.by_district", small, indicator=indicator, as_of=2018).frame

        columns = ["key", "label", "value", "status", "status_label", "hollow"]
        assert on_map[columns].equals(bars[columns])


@pytest.mark.usefixtures("borders")
def test_hovering_tells_verdict_value_unit_and_quality(small: Reading) -> None:
    frame = build("indicator.map", small, indicator="dn_ho_tro", as_of=2020).frame
    hover, written = (frame.loc[frame["key"] == "171", name].iloc[0] for name in ("hover", "written"))

    assert hover.startswith("Đại Từ: ")
    assert hover.split("\n")[1:] == [f"Năm 2020: {written} DN", "số liệu chính thức", "bao-cao.xlsx › Biểu 1 › E64"]


@pytest.mark.usefixtures("borders")
def test_the_schematic_says_so_with_the_unit(small: Reading) -> None:
    vi = drawing(build("indicator.map", small, indicator="dn_ho_tro"))
    en = drawing(build("indicator.map", small, indicator="dn_ho_tro", language="en"))

    assert vi.caption == "Sơ đồ, không theo tỷ lệ. Đơn vị: DN."
    assert en.caption.startswith("Schematic, not to scale. Unit: ")


def test_a_faulty_file_is_said_with_what_to_do(small: Reading, borders: Path) -> None:
    (borders / "huyen.geojson").write_text(json.dumps({"features": []}), "utf-8")

    exhibit = build("indicator.map", small, indicator="dn_ho_tro")

    said = next(text for text in exhibit.notes if "huyen.geojson" in text)
    assert said.startswith("Tệp ranh giới huyen.geojson thiếu huyện mã 164, 165, 167")
    assert "không theo tỷ lệ" in drawing(exhibit).caption


def test_real_borders_are_those_of_the_year_shown(
    small: Reading, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, str(shared / "geo"))

    shown = {year: drawing(build("indicator.map", small, indicator="dn_ho_tro", as_of=year)) for year in (2014, 2017)}

    assert shown[2014].caption == "Ranh giới ngày 31/12/2014. Đơn vị: DN."
    assert shown[2014].ground != shown[2017].ground
    assert shown[2017].ground is not None
    assert "COD-AB" in shown[2017].ground.attribution


@pytest.mark.usefixtures("borders")
def test_the_chosen_district_is_marked_and_all_stay(small: Reading) -> None:
    exhibit = build("indicator.map", small, indicator="dn_ho_tro", district="171")

    assert drawing(exhibit).chosen == "171"
    assert len(exhibit.frame) == 9
