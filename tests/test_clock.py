"""Moments are told by the offices' clock, not by the server's."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.clock import by_office_clock
from indicators.labels import text
from tests.conftest import made_by_command

EVENING = dt.datetime(2020, 12, 31, 18, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(("language", "told"), [("vi", "01/01/2021, 01:30"), ("en", "1 Jan 2021, 01:30")])
def test_an_evening_in_universal_time_is_the_next_year_in_the_office(language: str, told: str) -> None:
    assert text(language).moment(EVENING) == told


def test_a_moment_without_a_zone_is_meant_in_universal_time() -> None:
    assert by_office_clock(EVENING.replace(tzinfo=None)) == by_office_clock(EVENING)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_the_history_of_the_command_line_is_told_in_the_offices_time_wherever_the_server_stands(
    zone: str, tmp_path: Path
) -> None:
    store = made_by_command(tmp_path / "store", "--empty")
    environment = {**os.environ, "INDICATORS_STORE": str(store), "TZ": zone, "PYTHONUTF8": "1"}

    def said(*options: str) -> str:
        command = [sys.executable, "-m", "indicators", "history", *options]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    moment = dt.datetime.fromisoformat(said("--json").split('"at": "')[1].split('"')[0])

    assert (moment + dt.timedelta(hours=7)).strftime("%d/%m/%Y, %H:%M") in said("--lang", "vi")


def test_no_module_asks_the_servers_own_clock_what_day_or_hour_it_is() -> None:
    package = Path(__file__).parents[1] / "indicators"
    asking = ("astimezone()", "date.today()", "datetime.now()", "datetime.today()", "localtime(")
    found = [
        f"{path.relative_to(package)}: {call}"
        for path in sorted(package.rglob("*.py"))
        for call in asking
        if call in path.read_text("utf-8")
    ]

    assert found == []
