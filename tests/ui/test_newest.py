"""The address that open pages ask for the newest version."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import pytest
from starlette.applications import Starlette

from indicators import labels
from indicators.store import Commit, Store
from indicators.ui import live, newest
from indicators.ui.newest import LIVE_PATH, Newest
from tests.store.rows import BY_A_CLERK, actual, rows
from tests.ui.asking import ask

Answer = TypeVar("Answer")
AT = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)


def served() -> Starlette:
    """Return an application of its own: each test's store is another one."""
    return Starlette(routes=newest.routes())


def in_a_thread(asked: Coroutine[Any, Any, Answer]) -> Answer:
    """Run it on a thread of its own: the browser of other tests may keep a loop on this one."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(asyncio.run, asked).result()


def test_without_a_store_there_is_no_version_and_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "nowhere"))

    answer = ask(served(), f"/{LIVE_PATH}")

    assert (answer.status, json.loads(answer.text)) == (200, {"version": None})


def test_nothing_but_asking_is_served(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))

    assert ask(served(), f"/{LIVE_PATH}", method="POST").status == 405


def test_the_answer_is_the_number_alone_and_is_kept_by_nobody(
    demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))

    answer = ask(served(), f"/{LIVE_PATH}", {"version": "3"})

    assert json.loads(answer.text) == {"version": Store.open(demo_store).version}
    assert answer.headers["cache-control"] == "no-store"


def test_two_hundred_who_ask_at_once_ask_the_store_once(demo_store: Path) -> None:
    store = Store.open(demo_store)
    questions = []

    def question() -> int:
        questions.append(store.version)
        return questions[-1]

    async def all_at_once() -> list[int | None]:
        known = Newest(question)
        return await asyncio.gather(*(known.version() for _ in range(200)))

    assert in_a_thread(all_at_once()) == [store.version] * 200
    assert len(questions) == 1


def test_a_commit_is_known_to_who_asks_a_moment_later(demo_store_copy: Path) -> None:
    store = Store.open(demo_store_copy)

    async def before_and_after() -> tuple[int | None, int | None]:
        known = Newest(lambda: store.version)
        before = await known.version()
        store.publish(rows(actual("dn_ap_dung_he_thong", 2020, 1.0)), BY_A_CLERK, rehearsed=store.version)
        await asyncio.sleep(newest.KNOWN_FOR_SECONDS + 0.1)
        return before, await known.version()

    before, after = in_a_thread(before_and_after())
    assert after == (before or 0) + 1


def test_who_asks_while_a_version_is_made_ready_is_told_the_former_one_at_once() -> None:
    made = Event()

    def question() -> int:
        if not asked:
            asked.append(12)
            return 12
        assert made.wait(10)
        return 13

    asked: list[int] = []

    async def meanwhile() -> list[int | None]:
        known = Newest(question)
        first = await known.version()
        await asyncio.sleep(newest.KNOWN_FOR_SECONDS + 0.1)
        waiting = asyncio.create_task(known.version())
        await asyncio.sleep(0)
        others = [await known.version() for _ in range(3)]
        made.set()
        return [first, *others, await waiting, await known.version()]

    assert in_a_thread(meanwhile()) == [12, 12, 12, 12, 13, 13]


@pytest.mark.parametrize("language", labels.LANGUAGES)
class TestSentence:
    def test_it_names_who_published_and_why(self, language: str) -> None:
        said = live.sentence(Commit(7, AT, by="Chi cục", reason="Báo cáo năm"), labels.text(language))

        assert "7" in said
        assert "Chi cục" in said
        assert "“Báo cáo năm”" in said

    def test_without_a_reason_it_names_the_version_alone(self, language: str) -> None:
        said = live.sentence(Commit(7, AT, by="", reason=""), labels.text(language))

        assert said.endswith("7.")

    def test_a_restoration_names_both_versions(self, language: str) -> None:
        commit = Commit(9, AT, by="Chi cục", reason="Công bố nhầm", restored_from=4)

        said = live.sentence(commit, labels.text(language))

        assert "9" in said
        assert "4" in said
