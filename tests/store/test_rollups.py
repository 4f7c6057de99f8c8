"""What a large store answers from its roll-ups is what its records say, row by row, also where it is only rehearsed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import queries
from indicators.catalogue.definition import Kind
from indicators.store import Reading, Store, bundle
from tests.store.large import read_as_large
from tests.store.rows import BY_A_CLERK, Row, actual, definition, rows, target, withdrawn
from tests.store.test_same_as_a_dictionary import key_of

DEFINED = [
    definition("firms", Kind.FLOW),
    definition("share", Kind.RATIO, unit="%"),
    definition("done", Kind.YES_NO),
    definition("rank", Kind.INDEX),
]
DISTRICTS, SECTORS = (None, "164", "165", "900"), (None, "tea", "steel")
INDICATORS = ("firms", "share", "done", "rank", "undefined", "new")
LEVELS = (None, "province", "district", "sector", "cell", "nowhere")

figures = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(["actual", "actual", "actual", "target", "baseline"]),
        "indicator": st.sampled_from(INDICATORS[:5]),
        "year": st.sampled_from([2015, 2016, 2017]),
        "period": st.sampled_from(["Y", "H1", "Q4", "M12"]),
        "district": st.sampled_from(DISTRICTS),
        "sector": st.sampled_from(SECTORS),
        "value": st.sampled_from([None, 0.0, 0.1, 1.0, 2.5]),
        "numerator": st.sampled_from([None, 1.0, 3.0]),
        "denominator": st.sampled_from([None, 3.0, 7.0]),
        "quality": st.sampled_from([None, "official", "estimate"]),
        "document": st.sampled_from([None, "12/BC"]),
        "withdraw": st.sampled_from([False, False, False, True]),
    }
)
uploads = st.lists(st.lists(figures, max_size=25, unique_by=lambda row: key_of({"document_date": None, **row})),
                   min_size=1, max_size=3)  # fmt: skip


narrowings = st.fixed_dictionaries(
    {
        "level": st.sampled_from(LEVELS),
        "indicator": st.sampled_from([None, None, "firms", "share", "done", "undefined", "nothing"]),
        "district": st.sampled_from([None, None, "164", "900", "x"]),
        "sector": st.sampled_from([None, None, "tea", "y"]),
        "districts": st.sampled_from([None, None, ("164", "165"), ("900",)]),
    }
)
Narrowing = dict[str, Any]


def answers(reading: Reading, asked: Sequence[Narrowing]) -> Iterator[tuple[object, pd.DataFrame]]:
    """Yield what is asked of a whole version and of parts of it, with what was asked."""
    for query in (queries.definitions, queries.freshness_by_indicator, queries.reporting_by_district):
        yield query.__name__, query(reading)
    for narrowing in ({}, *asked):
        yield ("values", narrowing), queries.values_by_place(reading, **narrowing)
    for narrowing in ({}, *asked[:3]):
        yield ("targets", narrowing), queries.targets_by_place(reading, **narrowing)


@contextmanager
def bundled_beyond(apart: int) -> Iterator[None]:
    """Let a bundle be made anew where more indicators than that would be read beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "MOST_APART", apart)
        yield


def assert_equal(
    store: Store, read: Callable[[Store], Reading], asked: Sequence[Narrowing], *, apart: int = bundle.MOST_APART
) -> None:
    held = list(answers(read(store), asked))
    with read_as_large(), bundled_beyond(apart):
        reading = read(store)
        assert reading.is_large
        rolled = list(answers(reading, asked))
    for (question, by_records), (_, by_rollups) in zip(held, rolled, strict=True):
        pd.testing.assert_frame_equal(by_rollups, by_records, obj=str(question))


@settings(max_examples=max(4, settings().max_examples // 20), deadline=None)
@given(
    uploads=uploads,
    asked=st.lists(narrowings, min_size=8, max_size=8),
    apart=st.sampled_from([0, 0, 1, 2, bundle.MOST_APART]),
)
def test_rollups_answer_what_the_records_say(uploads: list[list[Row]], asked: list[Narrowing], apart: int) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store.create(folder, by="test")
        store.publish(rows(*DEFINED), BY_A_CLERK, rehearsed=0)
        for upload in uploads:
            incoming = rows(*upload)
            assert_equal(store, lambda store, incoming=incoming: store.at().with_incoming(incoming), asked, apart=apart)
            with read_as_large(), bundled_beyond(apart):
                store.publish(incoming, BY_A_CLERK, rehearsed=store.version)
            assert_equal(store, Store.at, asked[:4], apart=apart)
        assert_equal(store, lambda store: store.at(1), asked[4:], apart=apart)


@pytest.fixture
def large(store: Store) -> Iterator[Store]:
    """A store read as a large one: two indicators with totals to build, one of them with a target."""
    with read_as_large():
        given = [actual(name, 2015, 1.0, district=code) for name in ("firms", "share") for code in DISTRICTS[1:]]
        store.publish(rows(*DEFINED, *given, target("firms", 2020, 9.0)), BY_A_CLERK, rehearsed=0)
        yield store


def provinces(reading: Reading) -> dict[str, float]:
    read = queries.values_by_place(reading, level="province")
    return dict(zip(read["indicator"], read["value"], strict=True))


def kept(store: Store) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (store.folder / "rollups").rglob("*.parquet")}


def test_a_publication_makes_the_rollups_of_what_it_touches_only(large: Store) -> None:
    before = kept(large)
    assert before
    large.publish(rows(actual("firms", 2015, 5.0, district="164")), BY_A_CLERK, rehearsed=1)
    after = kept(large)
    assert {path: after[path] for path in before} == before
    assert len(after) - len(before) == len(before) / len(DEFINED)
    assert provinces(large.at()) == {"firms": 7.0}
    assert provinces(large.at(1)) == {"firms": 3.0}


def test_rollups_that_are_gone_or_empty_are_made_again(large: Store) -> None:
    before = kept(large)
    shutil.rmtree(large.folder / "rollups")
    assert provinces(large.at()) == {"firms": 3.0}
    assert kept(large).keys() == before.keys()
    for path in before:
        path.write_bytes(b"")
    large.publish(rows(withdrawn(actual("firms", 2015, district="164"))), BY_A_CLERK, rehearsed=1)
    assert provinces(large.at()) == {"firms": 2.0}
    assert queries.definitions(large.at(1))["indicator"].to_list() == ["done", "firms", "rank", "share"]


def test_a_rehearsal_keeps_no_rollup(large: Store) -> None:
    before = kept(large)
    after = large.at().with_incoming(
        rows(actual("firms", 2015, 5.0, district="164"), definition("new"), actual("new", 2015, 4.0))
    )
    assert provinces(after)["firms"] == 7.0
    assert provinces(after)["new"] == 4.0
    assert provinces(large.at()) == {"firms": 3.0}
    assert kept(large) == before


def test_an_indicator_that_is_gone_answers_nothing(large: Store) -> None:
    gone = [withdrawn(actual("firms", 2015, district=code)) for code in DISTRICTS[1:]]
    large.publish(rows(*gone, withdrawn(definition("firms")), withdrawn(target("firms", 2020, 9.0))), BY_A_CLERK,
                  rehearsed=1)  # fmt: skip
    assert "firms" not in queries.definitions(large.at())["indicator"].to_list()
    assert queries.values_by_place(large.at(), indicator="firms").empty
    assert queries.targets_by_place(large.at(), indicator="firms").empty


def bundles(store: Store, *, matter: str) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (store.folder / "rollups" / "bundles" / matter).glob("*.parquet")}


def cells_of_a_district(store: Store, version: int | None = None) -> dict[tuple[str, str], float]:
    read = queries.values_by_place(store.at(version), level="cell", district="164")
    return {(row.indicator, row.sector): row.value for row in read.itertuples()}


def test_a_bundle_answers_until_too_much_of_it_is_outdated(large: Store) -> None:
    tea = [actual(name, 2015, 2.0, district="164", sector="tea") for name in ("firms", "share")]
    large.publish(rows(*tea), BY_A_CLERK, rehearsed=1)
    with bundled_beyond(1):
        assert cells_of_a_district(large) == {("firms", "tea"): 2.0, ("share", "tea"): 2.0}
        made = bundles(large, matter="place=164")
        assert len(made) == 1
        large.publish(rows(actual("firms", 2015, 3.0, district="164", sector="tea")), BY_A_CLERK, rehearsed=2)
        assert cells_of_a_district(large) == {("firms", "tea"): 3.0, ("share", "tea"): 2.0}
        assert bundles(large, matter="place=164") == made
        large.publish(rows(withdrawn(actual("share", 2015, district="164", sector="tea"))), BY_A_CLERK, rehearsed=3)
        assert len(bundles(large, matter="place=164")) == 2
        assert cells_of_a_district(large) == {("firms", "tea"): 3.0}
        assert cells_of_a_district(large, 2) == {("firms", "tea"): 2.0, ("share", "tea"): 2.0}


def test_a_broken_bundle_is_made_again_and_one_that_can_not_be_written_is_done_without(large: Store) -> None:
    with bundled_beyond(0):
        assert provinces(large.at()) == {"firms": 3.0}
        for path in bundles(large, matter="place="):
            path.write_bytes(b"PAR1 nothing")
            broken = path
        large.publish(rows(actual("firms", 2015, 5.0, district="164")), BY_A_CLERK, rehearsed=1)
        assert provinces(large.at()) == {"firms": 7.0}
        assert broken.read_bytes() == b"PAR1 nothing"
        shutil.rmtree(large.folder / "rollups" / "bundles")
        (large.folder / "rollups" / "bundles").write_bytes(b"a file where a folder should be")
        large.publish(rows(actual("firms", 2015, 6.0, district="164")), BY_A_CLERK, rehearsed=2)
        assert provinces(large.at()) == {"firms": 8.0}


def test_a_rehearsal_makes_no_bundle(large: Store) -> None:
    with bundled_beyond(0):
        after = large.at().with_incoming(rows(actual("firms", 2015, 5.0, district="164")))
        assert provinces(after)["firms"] == 7.0
        assert not bundles(large, matter="place=")
        assert provinces(large.at()) == {"firms": 3.0}
        assert bundles(large, matter="place=")
        assert provinces(after)["firms"] == 7.0
