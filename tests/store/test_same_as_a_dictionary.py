"""Whatever is published in whatever order, the store holds what a dictionary would, and a rehearsal tells it before."""

from __future__ import annotations

import datetime as dt
import tempfile

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import queryfile
from indicators.store import Store
from indicators.store.record import CONTENT, KEY
from tests.store.rows import BY_A_CLERK, Row, rows

Key = tuple[object, ...]

records = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(["actual", "target"]),
        "indicator": st.sampled_from(["firms", "turns"]),
        "year": st.sampled_from([2015, 2016]),
        "period": st.sampled_from(["Y", "Q1"]),
        "district": st.sampled_from([None, "164"]),
        "sector": st.sampled_from([None, "tea"]),
        "document_date": st.sampled_from([None, dt.date(2014, 1, 8)]),
        "value": st.sampled_from([None, 0.0, 1.5]),
        "quality": st.sampled_from([None, "estimate"]),
        "withdraw": st.booleans(),
    }
)


def key_of(record: Row) -> Key:
    dated = record["document_date"] if record["measure"] == "target" else None
    return (*(record[name] for name in KEY), dated)


uploads = st.lists(st.lists(records, max_size=6, unique_by=key_of), min_size=1, max_size=4)


@settings(max_examples=settings().max_examples // 4)
@given(uploads=uploads)
def test_the_store_holds_what_a_dictionary_would(uploads: list[list[Row]]) -> None:
    expected: dict[Key, Row] = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store.create(folder, by="test")
        for upload in uploads:
            before, version, incoming = dict(expected), store.version, rows(*upload)
            for record in upload:
                if record["withdraw"]:
                    expected.pop(key_of(record), None)
                else:
                    expected[key_of(record)] = {name: record.get(name) for name in CONTENT}
            rehearsed = everything(store.at().with_incoming(incoming))
            published = store.publish(incoming, BY_A_CLERK, rehearsed=version)
            assert published == version + (before != expected)
            assert everything(store.at()) == rehearsed == expected


def everything(reading: object) -> dict[Key, Row]:
    query = queryfile.parse(
        "everything.sql",
        "-- Question: what is there?\n-- Grain: one row per indicator\n-- Params: none\n-- Returns: indicator\n\n"
        "with everything as (select * from records)\n\nselect * from everything\n",
    )
    found: pa.Table = reading.run(query)
    return {key_of(record): {name: record[name] for name in CONTENT} for record in found.to_pylist()}
