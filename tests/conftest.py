"""What every test may ask for: the real command line, stores made by it, a running dashboard, a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).parents[1]
SHARED = CHECKOUT.parent / "shared"

pytest_plugins = ["tests.browser.fixtures"]

# The same examples every time: a red run is red again when somebody looks. `make long` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("repeatable")


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code and both its outputs."""

    exit_code: int
    output: str
    complaints: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output; NaN and Infinity are no JSON and are refused."""

        def refuse(word: str) -> None:
            pytest.fail(f"{word} in the JSON output")

        return json.loads(self.output, parse_constant=refuse)


@dataclass(frozen=True)
class CommandLine:
    """`python -m indicators` on one store, as a clerk runs it: a process of its own."""

    store: Path

    def __call__(self, *words: str | Path, timeout: float = 120) -> Ended:
        """Run one command and wait for its end."""
        done = subprocess.run(
            [sys.executable, "-m", "indicators", *map(str, words)],
            cwd=CHECKOUT,
            env={**os.environ, "INDICATORS_STORE": str(self.store)},
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)


def made_by_command(folder: Path, kind: str) -> Path:
    """Return the folder after `init --demo` or `init --empty` made its store there."""
    ended = CommandLine(folder)("init", kind)
    assert ended.exit_code == 0, ended.output + ended.complaints
    return folder


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `init --demo`, made once and shared: for reading only."""
    return made_by_command(tmp_path_factory.mktemp("demo") / "store", "--demo")


@pytest.fixture
def demo_store_copy(demo_store: Path, tmp_path: Path) -> Path:
    """A demonstration store of one's own, to publish into."""
    return Path(shutil.copytree(demo_store, tmp_path / "store"))


@pytest.fixture(scope="session")
def made_empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `init --empty`, made once."""
    return made_by_command(tmp_path_factory.mktemp("empty") / "store", "--empty")


@pytest.fixture
def empty_store(made_empty: Path, tmp_path: Path) -> Path:
    """A store of one's own without a single record."""
    return Path(shutil.copytree(made_empty, tmp_path / "empty_store"))


@pytest.fixture
def shared() -> Path:
    """The folder of real files beside the checkout; where it is absent the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("no folder of real files beside the checkout")
    return SHARED
