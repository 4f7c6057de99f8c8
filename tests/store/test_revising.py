"""What publications changed is read from the files each of them replaced; files that are gone are told apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.errors import StoreDamaged, VersionNotKept
from indicators.store import Reading, Store
from indicators.store.log import Log
from indicators.store.revising import changed_figures
from tests.store.rows import BY_A_CLERK, actual, rows


@pytest.fixture
def corrected(tmp_path: Path) -> Reading:
    """Return the version in which a figure was corrected; the file it stood in before is gone."""
    store = Store.create(tmp_path / "store", by="test")
    for value in (5.0, 6.0):
        store.publish(rows(actual("firms", 2016, value, district="171")), BY_A_CLERK, rehearsed=store.version)
    ((path, _),) = store.at(1)._log.replaced(1)
    (tmp_path / "store" / "records" / path).unlink()
    return store.at()


def kept_for(questions: int) -> Callable[[int], object]:
    """Return what says that every version is kept so many times, and that only the second is afterwards."""
    asked: list[int] = []

    def at(version: int) -> object:
        asked.append(version)
        if len(asked) > questions and version < 2:
            raise VersionNotKept(version=version, earliest=2, latest=2)
        return version

    return at


def test_files_vacuumed_away_while_they_are_looked_for_are_told(corrected: Reading) -> None:
    changed, gone = changed_figures(corrected._log, corrected._key, kept_for(2))

    assert (changed.num_rows, gone) == (0, (2,))


def test_a_file_that_is_gone_though_its_version_is_kept_is_damage(corrected: Reading) -> None:
    with pytest.raises(StoreDamaged):
        changed_figures(corrected._log, corrected._key, kept_for(99))


def test_of_an_entry_that_was_cleaned_away_it_is_said_that_nobody_knows(corrected: Reading) -> None:
    (Path(corrected._key.folder) / "records" / "_delta_log" / f"{2:020}.json").unlink()
    log = Log(Path(corrected._key.folder) / "records" / "_delta_log", partition="indicator")

    assert changed_figures(log, corrected._key, kept_for(99))[1] == (2,)


def test_a_first_publication_and_one_that_changed_nothing_are_not_read(corrected: Reading) -> None:
    assert [corrected._log.may_revise(version) for version in range(3)] == [False, False, True]
