"""What needs attention says where: the very districts whose own verdicts are behind, and no other."""

from __future__ import annotations

import pytest

from indicators import catalogue, exhibits, labels
from indicators.exhibits.request import Request, status_label
from indicators.exhibits.standing import ATTENTION
from indicators.exhibits.verdicts import assess_places
from indicators.labels import Text
from indicators.selection import Selection
from indicators.store import Reading, Store

CATALOGUE = catalogue.load()


@pytest.fixture(scope="module")
def reading(demo_store: object) -> Reading:
    """The demonstration set."""
    return Store.open(str(demo_store)).at()


def said(reading: Reading, text: Text, **selected: str | int) -> dict[str, str]:
    """Return the sentence of each indicator that needs attention."""
    selection = Selection(language=text.language, version=reading.version, **{"as_of": 2020, **selected})  # type: ignore[arg-type]
    frame = exhibits.overview.needs_attention(reading, CATALOGUE, selection, text).frame
    return dict(zip(frame["key"], frame["sentence"], strict=True))


def test_of_one_district_nothing_is_said_of_districts(reading: Reading) -> None:
    told = " ".join(said(reading, labels.text("vi"), district="173").values())

    assert "Chỉ có số toàn tỉnh" not in told
    assert "Phú Bình, " not in told


def test_what_is_not_reported_by_district_says_so(reading: Reading) -> None:
    assert said(reading, labels.text("vi"))["chuyen_gia_nang_suat"].endswith(
        "Chỉ có số toàn tỉnh, không chia theo huyện."
    )


@pytest.mark.parametrize("language", labels.LANGUAGES)
@pytest.mark.parametrize("year", [2015, 2018, 2020])
def test_every_district_that_is_behind_is_named_and_no_other(reading: Reading, language: str, year: int) -> None:
    text = labels.text(language)
    request = Request(reading, CATALOGUE, Selection(as_of=year, version=reading.version), text)
    told = said(reading, text, as_of=year)
    assert told
    for one in assess_places(reading, CATALOGUE, as_of=year, level="district", indicators=tuple(told)):
        place = request.place(one.district, None)
        clauses = [clause for clause in told[one.definition.id].split(". ")[-1].split("; ") if place in clause]

        assert bool(clauses) == (one.verdict.status in ATTENTION), (one.definition.id, place)
        if clauses:
            assert clauses[0].lower().startswith(status_label(one.verdict.status, text).lower())
