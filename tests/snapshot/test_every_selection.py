"""Whatever a reader of the offline file asks for, at any place in any year, is what the dashboard's exhibit says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from indicators import exhibits, figures, labels
from indicators.exhibits.verdicts import Gathered
from indicators.selection import Selection
from indicators.snapshot.contents import ALONG_DISTRICTS, ALONG_SECTORS, OF_INDICATOR, OF_PLACE, OF_YEAR, Builder
from indicators.snapshot.rendered import plain
from tests.exhibits.every_builder import CATALOGUE

YEARS = range(2014, 2021)
SOME_YEARS = (2016, 2020)
DISTRICTS = (None, *(district.code for district in CATALOGUE.districts))
SECTORS = (None, *(sector.id for sector in CATALOGUE.sectors))
RANKINGS = {"district_ranking": exhibits.district.ranking, "sector_ranking": exhibits.sector.ranking}

# One question after the other would be 27 000 journeys to the browser.
ASK = "([name, all]) => JSON.stringify(all.map((changes) => exhibit(name, changes)))"
FIGURE = "([name, changes, theme]) => JSON.stringify(figureOf(exhibit(name, changes), theme))"

Asked = dict[str, Any]


def answers(page: Page, name: str, asked: list[Asked]) -> list[Any]:
    return json.loads(page.evaluate(ASK, [name, asked]))


def selection(asked: Asked) -> Selection:
    return Selection(
        as_of=asked["year"], district=asked.get("district"), sector=asked.get("sector"),
        indicator=asked.get("indicator"),
    )  # fmt: skip


def said(known: Gathered, builder: Builder, asked: Asked) -> Any:
    exhibit = builder(known, CATALOGUE, selection(asked), labels.text("vi"))
    return json.loads(json.dumps(plain(exhibit)))


def compare(page: Page, known: Gathered, name: str, builder: Builder, asked: list[Asked]) -> None:
    shown = answers(page, name, asked)
    for one, found in zip(asked, shown, strict=True):
        assert found == said(known, builder, one), (name, one)


def places(indicators: list[str] | tuple[None] = (None,)) -> Iterator[Asked]:
    for district in DISTRICTS:
        for sector in SECTORS:
            for indicator in indicators:
                yield {"district": district, "sector": sector, **({"indicator": indicator} if indicator else {})}


@pytest.mark.browser
@pytest.mark.parametrize("year", YEARS)
def test_every_verdict_at_every_place(page: Page, known: Gathered, year: int) -> None:
    asked = [{"year": year, **place} for place in places(sorted(known.known))]

    assert len(asked) == len(DISTRICTS) * len(SECTORS) * len(known.known)
    compare(page, known, "verdict", OF_INDICATOR["verdict"], asked)


@pytest.mark.browser
@pytest.mark.parametrize("year", SOME_YEARS)
@pytest.mark.parametrize("name", ["trajectory", "court"])
def test_every_line_and_every_court(page: Page, known: Gathered, name: str, year: int) -> None:
    asked = [{"year": year, **place} for place in places(sorted(known.known))]

    compare(page, known, name, OF_INDICATOR[name], asked)


@pytest.mark.browser
@pytest.mark.parametrize("name", OF_PLACE)
def test_everything_said_of_a_place(page: Page, known: Gathered, name: str) -> None:
    compare(page, known, name, OF_PLACE[name], [{"year": year, **place} for year in YEARS for place in places()])


@pytest.mark.browser
@pytest.mark.parametrize("name", [*ALONG_DISTRICTS, *ALONG_SECTORS])
def test_every_comparison_of_places(page: Page, known: Gathered, name: str) -> None:
    field, codes, other = (
        ("sector", SECTORS, "district") if name in ALONG_DISTRICTS else ("district", DISTRICTS, "sector")
    )
    builder = {**ALONG_DISTRICTS, **ALONG_SECTORS}[name]
    asked = [
        {"year": year, field: code, other: None, "indicator": id}
        for year in SOME_YEARS for code in codes for id in sorted(known.known)
    ]  # fmt: skip

    compare(page, known, name, builder, asked)


@pytest.mark.browser
def test_every_ranking_and_the_method(page: Page, known: Gathered) -> None:
    for year in YEARS:
        compare(
            page,
            known,
            "district_ranking",
            RANKINGS["district_ranking"],
            [{"year": year, "sector": s} for s in SECTORS],
        )
        compare(
            page,
            known,
            "sector_ranking",
            RANKINGS["sector_ranking"],
            [{"year": year, "district": d} for d in DISTRICTS],
        )
        for name, builder in OF_YEAR.items():
            compare(page, known, name, builder, [{"year": year}])


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_drawn_is_the_dashboards_own_figure(page: Page, known: Gathered, theme: str) -> None:
    drawn = 0
    for name, builder in {"trajectory": exhibits.indicator.trajectory, **ALONG_DISTRICTS, **ALONG_SECTORS}.items():
        for indicator in sorted(known.known)[::2]:
            for year in (2015, 2020):
                asked = {"year": year, "district": None, "sector": None, "indicator": indicator}
                exhibit = builder(known, CATALOGUE, selection(asked), labels.text("vi"))
                if exhibit.is_empty:
                    continue
                figure = figures.draw(exhibit, theme=theme, legend=False)
                assert json.loads(page.evaluate(FIGURE, [name, asked, theme])) == json.loads(figure.to_json()), asked
                drawn += 1

    assert drawn > 40


@pytest.mark.browser
def test_the_years_are_those_of_the_grid_on_the_dashboard(page: Page, known: Gathered) -> None:
    asked = Selection(as_of=2020, district="171")
    grid = exhibits.overview.ratio_over_years(known, CATALOGUE, asked, labels.text("vi"))
    page.evaluate("go({ view: 'overview', year: 2020, district: '171', sector: null })")
    shown = page.evaluate(
        "[...document.querySelectorAll('.grid tbody tr')].flatMap((row) =>"
        " [...row.querySelectorAll('td')].map((cell) =>"
        " [row.querySelector('th').textContent, cell.className.slice(2), cell.querySelector('.ratio').textContent]))"
    )

    rows = zip(grid.frame["row_label"], grid.frame["status"], grid.frame["written"], strict=True)
    assert [tuple(row) for row in shown] == list(rows)
