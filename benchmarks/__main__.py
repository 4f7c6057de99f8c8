"""`make bench`: pages, queries and a hall that asks for a hand-out; tables here, the figures in build/bench.json."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from benchmarks.handouts import HandoutRuns, measure_handout, put_out
from benchmarks.questions import QueryTime, measure_queries
from benchmarks.viewers import PageRuns, measure_page
from tests.browser.server import CHECKOUT, serving

RESULT = CHECKOUT / "build" / "bench.json"
SCRIPTS: Mapping[str, Path] = {
    "empty page": CHECKOUT / "benchmarks/empty_page.py",
    "overview": CHECKOUT / "dashboard.py",
}


def measure_script(script: Path, *, store: Path, log: Path) -> PageRuns:
    """Serve a script and measure its first page; one viewer goes ahead, so that imports are not counted."""
    with serving(script, log=log, environment={"INDICATORS_STORE": str(store)}) as server:
        measure_page(server.url, viewers=1, runs=2)
        return measure_page(server.url, viewers=10, runs=20)


def measure_hall(store: Path, *, log: Path) -> list[HandoutRuns]:
    """Serve the dashboard with a hand-out: to readers who have it already, then to readers who fetch it whole."""
    code, etag = put_out(store)
    with serving(CHECKOUT / "dashboard.py", log=log, environment={"INDICATORS_STORE": str(store)}) as server:
        measure_page(server.url, viewers=1, runs=2)
        address = f"{server.url}/h/{code}"
        return [
            measure_handout(server.url, address, etag=etag, a_second=500),
            measure_handout(server.url, address, a_second=50),
            measure_handout(server.url, address, a_second=500),
        ]


def table(rows: Iterable[Mapping[str, object]]) -> str:
    """Return rows as aligned text under their keys."""
    lines = list(rows)
    columns = list(lines[0])
    widths = {column: max(len(column), *(len(str(line[column])) for line in lines)) for column in columns}
    written = [columns, *([str(line[column]) for column in columns] for line in lines)]
    return "\n".join(
        "  ".join(f"{text:>{widths[column]}}" for column, text in zip(columns, line, strict=True)) for line in written
    )


def main() -> None:
    """Make a demonstration store, measure, write both forms."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        environment = {**os.environ, "INDICATORS_STORE": str(store)}
        subprocess.run(
            [sys.executable, "-m", "indicators", "init", "--demo"], cwd=CHECKOUT, env=environment, check=True
        )
        pages: dict[str, PageRuns] = {
            name: measure_script(script, store=store, log=Path(folder) / "log.txt") for name, script in SCRIPTS.items()
        }
        questions: list[QueryTime] = measure_queries(store)
        hall = [asdict(measured) for measured in measure_hall(store, log=Path(folder) / "hall.txt")]
    runs = [{"page": name, **asdict(measured)} for name, measured in pages.items()]
    times = [asdict(question) for question in questions]
    result = {
        "computer": {"processors": os.cpu_count(), "python": platform.python_version(), "system": platform.system()},
        "pages": runs,
        "queries": times,
        "hall": hall,
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2) + "\n", "utf-8")
    print(table(runs), table(times), table(hall), sep="\n\n")


if __name__ == "__main__":
    main()
