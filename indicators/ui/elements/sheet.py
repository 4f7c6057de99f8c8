"""An exhibit as markup: its words, its drawing where that is markup too, and what stands below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from indicators import figures, labels
from indicators.exhibits.exhibit import (
    Completeness,
    Distribution,
    Exhibit,
    Heatmap,
    Map,
    Message,
    SmallMultiples,
    Subject,
    Table,
    Tiles,
    Trajectory,
    VerdictCard,
    VerdictList,
)
from indicators.selection import Selection
from indicators.ui import links
from indicators.ui.elements import completeness, grid, later, rows, spread, verdicts
from indicators.ui.elements.markup import capital, glued, key, tag, without
from indicators.ui.elements.table import table, without_empty_columns

EXPORT_PATH = "exports/figures.csv"
WORKBOOK_PATH = "exports/figures.xlsx"
CHART_PATH = "exports/chart"
STATUS_COLUMNS = ("status", "left_status", "right_status")
# Their sentence is already said above them on the page; it stays their alternative text.
WITHOUT_HEADLINE = (VerdictCard, Trajectory, SmallMultiples)


@dataclass(frozen=True)
class Sheet:
    """An exhibit as it stands on a page: markup above its chart and below it; without a chart all of it is above."""

    place: str
    above: str
    below: str = ""
    is_lead: bool = False
    is_empty: bool = False
    has_chart: bool = False

    @property
    def whole(self) -> str:
        """The markup of an exhibit without a chart, in its card."""
        return tag("section", self.above + self.below, of="lead" if self.is_lead else "card", data_exhibit=self.place)


def sheet(exhibit: Exhibit, name: str, selection: Selection, *, is_lead: bool = False, said: str = "") -> Sheet:
    """Return an exhibit as it is placed; as the lead of a page its headline is the page's heading.

    `said` is a name that the heading above already says and that titles therefore leave out.
    """
    place = _place(name)
    if exhibit.is_empty:
        words = opening(exhibit, said, is_lead=is_lead, with_headline=False)
        return Sheet(
            place, words + tag("p", escape(exhibit.empty_sentence), of="empty"), is_lead=is_lead, is_empty=True
        )
    words = opening(exhibit, said, is_lead=is_lead, with_headline=not isinstance(exhibit.drawing, WITHOUT_HEADLINE))
    drawn = drawing(exhibit, name, selection)
    return Sheet(place, words + later.unless_short(drawn, exhibit, name, selection), closing(exhibit, name, selection),
                 is_lead=is_lead, has_chart=is_chart(exhibit))  # fmt: skip


def is_chart(exhibit: Exhibit) -> bool:
    """Return whether an exhibit is drawn as a chart and not as markup."""
    return isinstance(exhibit.drawing, figures.DRAWN) and not isinstance(exhibit.drawing, Distribution | Heatmap)


def opening(exhibit: Exhibit, said: str, *, is_lead: bool, with_headline: bool) -> str:
    """Return the title and the sentence of an exhibit."""
    if is_lead:
        title = escape(capital(exhibit.title))
        if not with_headline:
            return tag("h1", title, of="kicker")
        return tag("p", title, of="kicker") + tag("h1", glued(exhibit.headline), of="lead-headline")
    title = capital(without(exhibit.title, said))
    return (tag("h2", escape(title), of="card-title") if title else "") + (
        tag("p", glued(exhibit.headline), of="card-headline") if with_headline and exhibit.headline else ""
    )


def drawing(exhibit: Exhibit, name: str, selection: Selection) -> str:
    """Return the drawing of an exhibit; of a chart only the key of its statuses."""
    drawn = exhibit.drawing
    words = labels.text(exhibit.language)
    if isinstance(drawn, Distribution):
        here = selection.district if name.startswith("district") else selection.sector
        is_one = exhibit.frame["row"].nunique() == 1
        return spread.whole(exhibit) if is_one else spread.ranking(exhibit, here=here)
    if isinstance(drawn, Heatmap):
        return grid.grid(exhibit, address=_leads_to_indicators(selection))
    if isinstance(drawn, Completeness):
        return completeness.completeness(exhibit, address=_leads_to_indicators(selection))
    if isinstance(drawn, Message):
        return completeness.message(exhibit)
    if isinstance(drawn, Tiles):
        return rows.tiles(exhibit, selection)
    if isinstance(drawn, VerdictCard):
        return verdicts.card(exhibit, drawn, {at: links.address(link, selection) for at, link in drawn.links})
    if isinstance(drawn, VerdictList):
        return rows.rows(exhibit, selection)
    if isinstance(drawn, Table):
        return _table(exhibit, drawn, selection)
    if isinstance(drawn, Map):
        return key(exhibit.frame["status"], words)
    statuses = [status for column in STATUS_COLUMNS if column in exhibit.frame for status in exhibit.frame[column]]
    return key(statuses, words) if statuses else ""


def _table(exhibit: Exhibit, drawn: Table, selection: Selection) -> str:
    filled, headers = without_empty_columns(exhibit.frame, drawn.headers)
    leads = links.addresses(drawn.links, selection)
    words = labels.text(exhibit.language)
    return table(filled, headers, words, label=exhibit.headline, leads=leads, statuses=dict(drawn.statuses))


def closing(exhibit: Exhibit, name: str, selection: Selection) -> str:
    """Return the line below a drawing: its source, which opens to its notes, and its figures, fetched when opened."""
    words = labels.text(exhibit.language)
    mark = words("page.figure_demonstration")
    marked = tag("span", escape(mark), of="demonstration") if exhibit.is_demonstration else ""
    notes = "".join(tag("li", escape(note)) for note in exhibit.notes if note.strip(" .") != mark)
    source = marked + tag("span", escape(exhibit.source_note), of="source")
    inside = tag("details", tag("summary", source) + tag("ul", notes, of="notes"), of="below")
    if not exhibit.figures.empty:
        fetched = later.part(name, later.FIGURES, selection, words)
        inside += tag("details", tag("summary", escape(words("page.figures"))) + fetched, of="figures-table")
    # A chart stands between elements of Streamlit's own: by this its lists are known again when it is drawn anew.
    return tag("div", inside, of="closing", data_of=_place(name))


def figures_of(exhibit: Exhibit, name: str, selection: Selection) -> str:
    """Return the figures of an exhibit as a table, and the ways to take them along."""
    words = labels.text(exhibit.language)
    return table(exhibit.figures, (), words, label=exhibit.title) + tag(
        "p", _carried(exhibit, name, selection), of="carried"
    )


def _carried(exhibit: Exhibit, name: str, selection: Selection) -> str:
    """Return the ways to take an exhibit along: its figures, its picture, a link to these very figures."""
    words = labels.text(exhibit.language)
    query = urlencode({"exhibit": name, **selection.to_query()})
    ways = [
        (words("page.download"), f"{EXPORT_PATH}?{query}", "_self"),
        (words("page.download_workbook"), f"{WORKBOOK_PATH}?{query}", "_self"),
    ]
    if is_chart(exhibit):
        ways.append((words("page.save_chart"), f"{CHART_PATH}?{query}", "_blank"))
    ways.append((words("page.link_to_this"), f"?{urlencode(selection.to_query())}", "_blank"))
    return "".join(
        tag("a", escape(said), of="download", href=address, target=target, rel="noopener")
        for said, address, target in ways
    )


def _place(name: str) -> str:
    return name.replace(".", "-").replace("_", "-")


def _leads_to_indicators(selection: Selection) -> Callable[[str], str]:
    return lambda indicator: links.address(Subject(indicator), selection)
