"""The map on the indicator's page: drawn alone and without a network, clicked to narrow and to widen the page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.browser.addresses import QUERY_BY_PAGE
from tests.browser.server import CHECKOUT, Server, serving
from tests.browser.visit import Visit, Visits

CARD = ".st-key-card-indicator-map"


def click(visit: Visit, name: str) -> None:
    """Click where a district's name stands."""
    written = visit.page.locator(f"{CARD} .annotation-text", has_text=name).first
    written.scroll_into_view_if_needed()
    box = written.bounding_box()
    assert box is not None
    at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.page.mouse.move(*at)
    visit.page.mouse.click(*at)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_a_click_narrows_the_page_and_the_same_again_widens_it(
    dashboard: Server, visits: Visits, width: int, height: int
) -> None:
    visit = visits(dashboard.url, width=width, height=height).go("indicator", QUERY_BY_PAGE["indicator"])
    verdict = visit.page.locator("[data-exhibit=indicator-verdict]")
    of_province = verdict.inner_text()

    click(visit, "Võ Nhai")
    visit.page.wait_for_url("**huyen=170**")
    visit.wait()
    of_district = verdict.inner_text()
    click(visit, "Đại Từ")
    visit.page.wait_for_url("**huyen=171**")
    visit.wait()
    click(visit, "Đại Từ")
    visit.page.wait_for_url(lambda url: "huyen=" not in url)
    visit.wait()

    assert of_district != of_province
    assert verdict.inner_text() == of_province


@pytest.mark.browser
def test_hovering_tells_value_and_quality(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url).go("indicator", QUERY_BY_PAGE["indicator"])
    written = visit.page.locator(f"{CARD} .annotation-text", has_text="Đại Từ").first
    written.scroll_into_view_if_needed()
    box = written.bounding_box()
    assert box is not None

    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    hovered = visit.page.locator(f"{CARD} .hoverlayer .hovertext")
    hovered.wait_for()
    assert "số liệu chính thức" in (hovered.text_content() or "")


@pytest.mark.browser
def test_one_map_alone_is_drawn_with_the_network_off(dashboard: Server, visits: Visits) -> None:
    visit = visits(dashboard.url)
    visit.page.context.route(re.compile(r"https?://(?!127\.0\.0\.1)"), lambda route: route.abort())

    query = urlencode({"exhibit": "indicator.map", **QUERY_BY_PAGE["indicator"]})
    visit.page.goto(f"{dashboard.url}/exports/chart?{query}")
    visit.page.wait_for_selector(".chart[data-drawn]")

    (chart,) = visit.charts()
    areas = [trace["name"] for trace in chart["traces"] if not trace["name"].startswith("touched")]
    assert len(areas) == 9
    assert "không theo tỷ lệ" in visit.page.locator("body").inner_text()


@pytest.mark.browser
def test_files_put_into_the_folder_show_without_a_restart_and_faulty_ones_are_told(
    demo_store: Path, shared: Path, tmp_path: Path, visits: Visits
) -> None:
    borders = tmp_path / "geo"
    borders.mkdir()
    environment = {"INDICATORS_STORE": str(demo_store), "INDICATORS_GEO": str(borders)}
    with serving(CHECKOUT / "dashboard.py", log=tmp_path / "log.txt", environment=environment) as server:
        visit = visits(server.url).go("indicator", QUERY_BY_PAGE["indicator"])
        card = visit.page.locator(CARD)
        assert "không theo tỷ lệ" in card.inner_text()

        for file in (shared / "geo").glob("*.geojson"):
            (borders / file.name).write_bytes(file.read_bytes())
        (borders / "sai.geojson").write_text(json.dumps([]), "utf-8")
        for year in (2014, 2016, 2020):
            visit.go("indicator", {**QUERY_BY_PAGE["indicator"], "nam": str(year)})
            assert f"Ranh giới ngày 31/12/{year}" in card.inner_text()
            assert "OCHA" in card.inner_text()
        card.locator(".below summary").click()
        assert "sai.geojson" in card.inner_text()
        # Before the server stops: an open page asks it for newer figures.
        visits.close()
