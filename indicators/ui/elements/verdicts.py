"""One verdict with the figures it rests on, and what stands in a row of a list of verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from indicators.exhibits.exhibit import Exhibit, VerdictCard
from indicators.ui.elements.markup import Row, chip, glued, linked, number, rows_of, sign, status_class, tag, word

# S is drawn on a scale that ends here; a mark beyond it stands at the end.
HIGHEST_RATIO_DRAWN = 1.5
NOWHERE: Mapping[str, str] = MappingProxyType({})
# What a leader asks for; the rest of the figures stands smaller under them.
FIRST_FIGURES = ("latest", "target", "achievement", "gap")


def card(exhibit: Exhibit, drawing: VerdictCard, leads: Mapping[str, str] = NOWHERE) -> str:
    """Return the verdict large, its sentence, its figures, and the rule that gave it; `leads` are their sources."""
    status = tag("p", f"{sign(drawing.status)}{escape(drawing.status_label)}", of="verdict-word")
    sentence = tag("p", glued(exhibit.headline), of="verdict-sentence")
    figures = "".join(
        tag(
            "div",
            tag("dt", escape(word(row["label"])))
            + tag(
                "dd",
                tag("strong", linked(word(row["value"]), leads.get(word(row["figure"]), "")))
                + _note(word(row["note"])),
            ),
            of="first" if row["figure"] in FIRST_FIGURES else "",
        )
        for row in rows_of(exhibit.frame)
    )
    rule = tag("p", escape(drawing.rule), of="verdict-rule") if drawing.rule else ""
    return tag(
        "article",
        status + sentence + tag("dl", figures, of="figures") + rule,
        of=f"verdict {status_class(drawing.status)}",
    )


def _note(note: str) -> str:
    return tag("small", escape(note)) if note else ""


def row(entry: Row) -> str:
    """Return what stands under an indicator's name: its verdict, how far it has come, and the sentence that says why.

    Value and target stand in the sentence, so they are not written a second time.
    """
    verdict = tag("div", chip(entry["status"], entry["status_label"]) + _meter(entry), of="row-verdict")
    return verdict + tag("p", escape(word(entry["sentence"])), of="row-sentence")


def _meter(entry: Row) -> str:
    ratio = number(entry["ratio"])
    if ratio is None:
        return ""
    share = min(max(ratio, 0.0), HIGHEST_RATIO_DRAWN) / HIGHEST_RATIO_DRAWN
    filled = tag("i", "", style=f"width:{share * 100:.1f}%")
    written = tag("span", f"S = {word(entry['written'])}", of="meter-figure")
    drawn = tag("span", filled, of="meter " + status_class(entry["status"]), aria_hidden="true")
    return tag("span", drawn + written, of="distance")
