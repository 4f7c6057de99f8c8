"""What a value says of itself when it is pointed at: how much and when, how good it is, where it comes from."""

from __future__ import annotations

from indicators.assessment import Observation
from indicators.exhibits.notes import coverage
from indicators.exhibits.origins import source_of
from indicators.exhibits.phrases import observed
from indicators.exhibits.request import Request
from indicators.exhibits.verdicts import Assessed
from indicators.exhibits.words import Words


def lines_of_value(request: Request, one: Assessed, each: Observation, words: Words, *, place: str = "") -> list[str]:
    """Return an observed value with its unit and period, its quality, of how many parts it is built, its source.

    It begins with the place where one is named.
    """
    text = request.text
    when = ", ".join(filter(None, [place, observed(each, text)]))
    stands = f"{when}: {words.value(each.value or 0.0)}"
    return [
        stands[:1].upper() + stands[1:],
        text("exhibit.of_quality", quality=text(f"exhibit.quality_{each.quality}")),
        *([] if each.parts is None else [text("exhibit.built_from", coverage=coverage(request, each))]),
        *filter(None, [source_of(one, each)]),
    ]
