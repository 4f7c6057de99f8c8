"""How far a document is: told of the very one that is made, of no other, and of none once it has come or failed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette

from indicators.errors import UnknownDistrict
from indicators.store import Store
from indicators.ui import cached, exports, underway_route
from indicators.ui.documents import KINDS
from indicators.ui.underway import NOT_BEGUN, Underway, Wanted
from tests.ui.asking import Answer, ask

REPORT = KINDS["report"]
ASKED = {"huyen": "170", "nam": "2016", "chi_tieu": "mo_hinh_diem"}


@pytest.fixture(autouse=True)
def full(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The demonstration store, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return Store.open(demo_store)


def far(kind: str = "report", *, method: str = "GET", **changed: str) -> Answer:
    app = Starlette(routes=underway_route.routes())
    return ask(app, f"/{KINDS[kind].progress_path}", {**ASKED, **changed}, method=method)


def wanted(**changed: str) -> Wanted:
    return exports.wanted(REPORT, {**ASKED, **changed})


def test_nothing_but_asking_is_answered() -> None:
    assert far(method="POST").status == 405


def test_without_a_store_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    answer = far()

    assert answer.status == 404
    assert "python -m indicators init" in answer.text


def test_of_a_document_that_nobody_makes_nothing_is_known() -> None:
    assert json.loads(far().body) == {"done": 0, "of": 0}


def test_while_it_is_made_it_is_told_of_this_one_and_of_no_other() -> None:
    with exports.UNDERWAY.making(wanted()) as progress:
        progress(3, 35)
        ours, others = far(), (far("deck"), far(nam="2017"), far(huyen="171"), far(lang="en"))

    assert json.loads(ours.body) == {"done": 3, "of": 35}
    assert [json.loads(other.body)["of"] for other in others] == [0, 0, 0, 0]
    assert ours.headers["cache-control"] == "no-store"


def test_what_a_document_does_not_depend_on_makes_no_other_of_it() -> None:
    with exports.UNDERWAY.making(wanted()) as progress:
        progress(3, 35)

        assert json.loads(far(huyen_2="164").body)["done"] == 3


def test_what_failed_is_forgotten_too() -> None:
    underway = Underway()

    def fail() -> None:
        with underway.making(wanted()) as progress:
            progress(3, 35)
            raise UnknownDistrict(district="170")

    with pytest.raises(UnknownDistrict):
        fail()

    assert underway.far(wanted()) == NOT_BEGUN


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_tells_each_part_it_has_made_to_the_last(kind: str) -> None:
    seen: list[tuple[int, int]] = []

    made = cached.document(*exports.wanted(KINDS[kind], {**ASKED, "lang": "en"}), lambda *told: seen.append(told))

    assert made
    assert len(seen) > 3
    assert seen == [(done, len(seen)) for done in range(1, len(seen) + 1)]


def test_a_document_that_was_asked_for_is_made_with_nothing_left_behind() -> None:
    answer = ask(Starlette(routes=exports.routes()), f"/{REPORT.path}", ASKED)

    assert answer.status == 200
    assert exports.UNDERWAY.far(wanted()) == NOT_BEGUN
