"""`make bench`: the pages against their yardsticks, and every query; a table here, all figures in build/bench.json.

The yardsticks are measured in the same run: an empty Streamlit page with our settings, and the overview as a dashboard
is usually written. Nothing else should run meanwhile; how busy the computer was stands in the output.
"""

from __future__ import annotations

import itertools
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import handed_out, live, million, scale, soak, wire
from benchmarks.handed_out import HandedOut
from benchmarks.lines import Line, ratio, report, table
from benchmarks.live import LiveRuns
from benchmarks.million import MillionRows
from benchmarks.questions import QueryTime, measure_queries
from benchmarks.scale import Scale
from benchmarks.soak import Soak
from benchmarks.viewers import Errand, PageRuns, measure
from benchmarks.wire import TwoVisits
from tests.browser.server import CHECKOUT, Server, serving

RESULT = CHECKOUT / "build" / "bench.json"
EMPTY, USUAL, OURS = (
    CHECKOUT / path for path in ("benchmarks/empty_page.py", "benchmarks/usual_overview.py", "dashboard.py")
)
# Started elsewhere, Streamlit finds no settings; it still asks nobody on the network.
USUAL_SETTINGS = {
    "PYTHONPATH": str(CHECKOUT),
    "STREAMLIT_BROWSER_SERVER_ADDRESS": "localhost",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}
CROWD = Errand(viewers=200, runs=1)
STEADY = Errand(viewers=10, runs=20)
# As usually written a run takes seconds: fewer of them say as much.
STEADY_USUAL = Errand(viewers=10, runs=4)
FILTERS = Errand(
    viewers=20,
    runs=12,
    queries=tuple(
        urlencode({"nam": year, **({"huyen": place} if place else {})})
        for place, year in itertools.product(("", "171", "164", "173"), range(2015, 2021))
    ),
    think_seconds=1.0,
)


@dataclass(frozen=True)
class Figures:
    """Everything that was measured."""

    empty: PageRuns
    usual: PageRuns
    steady: PageRuns
    crowd: PageRuns
    filters: PageRuns
    live: LiveRuns
    visits: TwoVisits
    visits_in_the_country: TwoVisits
    usual_visits: TwoVisits
    usual_visits_in_the_country: TwoVisits
    handed_out: HandedOut
    soak: Soak
    start_seconds: float
    loads: dict[str, float]


class Bench:
    """One run of all of it in a folder that is thrown away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = folder / "store"
        self._loads: dict[str, float] = {}
        self.environment = {"INDICATORS_STORE": str(self._store)}

    @contextmanager
    def served(self, script: Path, *, usual: bool = False) -> Iterator[Server]:
        """Serve a script, with our settings or with none, and note how busy the computer is."""
        self._loads[script.stem] = round(os.getloadavg()[0], 2)
        print(f"{script.stem}: load {self._loads[script.stem]}", file=sys.stderr)
        settings = {**self.environment, **(USUAL_SETTINGS if usual else {})}
        where = self._folder if usual else CHECKOUT
        with serving(script, log=self._folder / "log.txt", environment=settings, folder=where) as server:
            yield server

    def figures(self) -> Figures:
        """Measure the yardsticks, then the dashboard."""
        with self.served(EMPTY) as server:
            measure(server.url, Errand(viewers=1, runs=2))
            empty = measure(server.url, STEADY)
        with self.served(USUAL, usual=True) as server:
            measure(server.url, Errand(viewers=1, runs=2))
            usual, usual_visits = measure(server.url, STEADY_USUAL), wire.weigh(server.url)
            usual_visits_in_the_country = wire.weigh(server.url, wire.COUNTRY)
        began = time.perf_counter()
        with self.served(OURS) as server:
            measure(server.url, Errand(viewers=1, runs=1))
            start = round(time.perf_counter() - began, 2)
            return Figures(
                empty=empty,
                usual=usual,
                usual_visits=usual_visits,
                usual_visits_in_the_country=usual_visits_in_the_country,
                start_seconds=start,
                crowd=measure(server.url, CROWD),
                steady=measure(server.url, STEADY),
                filters=measure(server.url, FILTERS),
                visits=wire.weigh(server.url),
                visits_in_the_country=wire.weigh(server.url, wire.COUNTRY),
                handed_out=handed_out.measure_all(server, self._store),
                soak=soak.measure(server.url, server.pid),
                live=live.measure(server.url, store=self._store, pid=server.pid),
                loads=self._loads,
            )

    def queries(self) -> list[QueryTime]:
        """Measure every query."""
        return measure_queries(self._store)


def lines_of_size(million: MillionRows, sizes: Scale) -> list[Line]:
    """Return the table's lines about great files and great stores."""
    runs = [each.publish for each in (million.csv, million.parquet)]
    return [
        Line("100 million records, pages' queries: 95 % within", sizes.p95_ms_large, "ms", at_most=200),
        Line("growth from 1 million to 100 million", sizes.growth, "×", at_most=8),
        Line("a million rows checked and published in", max(run.seconds for run in runs), "s", at_most=20),
        Line("a million rows: memory", max(run.megabytes for run in runs), "MB", at_most=1500),
    ]


def lines_of_hand_out(seen: HandedOut) -> list[Line]:
    """Return the table's lines about the hand-out."""
    repainted = None if seen.desk is None else seen.desk.p95_ms
    return [
        Line("a hall asks for the hand-out 500 times a second: failed", seen.hall.failed, "readers", at_most=0),
        Line("the hand-out at 10 Mbit/s: first screen painted in", seen.seconds, "s", at_most=3),
        Line("a filter changed in the hand-out: 95 % painted in", repainted, "ms", at_most=100),
    ]


def lines(seen: Figures) -> list[Line]:
    """Return the table's lines about the pages."""
    runs = seen.steady.runs_per_second
    first, second = seen.visits.first, seen.visits.second
    usual_seconds = seen.usual_visits.first.seconds
    far = ratio(seen.visits_in_the_country.first.seconds, seen.usual_visits_in_the_country.first.seconds)
    return [
        Line("200 viewers arrive at once: failed", seen.crowd.failed, "viewers", at_most=0),
        Line("200 viewers arrive at once: 95 % see the page in", seen.crowd.first_p95_ms, "ms", at_most=3000),
        Line("runs a second, against an empty page", ratio(runs, seen.empty.runs_per_second), "×", at_least=0.5),
        Line("runs a second, against the usual page", ratio(runs, seen.usual.runs_per_second), "×", at_least=20),
        Line("a filter changed, 20 viewers active: 95 % in", seen.filters.again_p95_ms, "ms", at_most=300),
        Line("first visit, against the usual page", ratio(first.seconds, usual_seconds), "×", at_most=0.7),
        Line("first visit at 10 Mbit/s, against the usual page", far, "×", at_most=0.45),
        Line("bytes on the wire, first visit", first.megabytes, "MB", at_most=3.0),
        Line("bytes on the wire, second visit", second.megabytes, "MB", at_most=0.1),
        Line("a commit is seen by 200 open pages: 95 % in", seen.live.seen_p95_ms, "ms", at_most=3000),
        Line("others at that time: the longest wait", seen.live.others_most_ms, "ms", at_most=300),
        Line("soak, 2000 viewers: memory grown after warm-up", seen.soak.grown_megabytes, "MB", at_most=60),
        Line("soak: viewers who failed", seen.soak.failed, "viewers", at_most=0),
        Line("soak: slope of the memory, a thousand viewers", seen.soak.slope_megabytes_per_thousand, "MB", at_most=10),
        Line("200 open pages, nothing happens: of one processor", seen.live.idle_share, "", at_most=0.1),
        Line("start of the server until the first page", seen.start_seconds, "s", at_most=3),
    ]  # fmt: skip


def main() -> None:
    """Make a demonstration store, measure, write both forms."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        command = [sys.executable, "-m", "indicators", "init", "--demo"]
        subprocess.run(command, cwd=CHECKOUT, env={**os.environ, **bench.environment}, check=True)
        seen = bench.figures()
        questions = bench.queries()
    with tempfile.TemporaryDirectory() as folder:
        million_rows = million.measure(Path(folder))
    sizes = scale.measure()
    every = [*lines(seen), *lines_of_hand_out(seen.handed_out), *lines_of_size(million_rows, sizes)]
    computer = {"processors": os.cpu_count(), "python": platform.python_version(), "system": platform.platform()}
    measured = {**asdict(seen), "million_rows": asdict(million_rows), "sizes": asdict(sizes)}
    result = {
        "computer": computer,
        "lines": [line.told() for line in every],
        "measured": measured,
        "queries": [asdict(question) for question in questions],
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"\n{computer['system']}, {computer['processors']} processors; load before each part: {seen.loads}\n")
    print(report(every))
    if sizes.reason:
        print(f"\nNot measured: 100 million records. {sizes.reason}")
    print(f"\n{table(('query', 'rows', 'p50 ms'), [(each.query, each.rows, each.p50_ms) for each in questions])}")


if __name__ == "__main__":
    main()
