"""A real server for the tests: `streamlit run dashboard.py` on a free port of this computer, over its own store."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
START_SECONDS = 90


class ServerDidNotStart(Exception):
    """The server ended or stayed silent; the message is what it wrote."""


@dataclass(frozen=True)
class Server:
    """A dashboard that answers at `url`; `log` is everything it has written, `pid` the process."""

    url: str
    log: Path
    pid: int = 0

    def written(self) -> str:
        """Return what the server has written so far."""
        return self.log.read_text("utf-8", errors="replace")


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_healthy(url: str) -> bool:
    """Whether a Streamlit server answers there."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


@contextmanager
def serving(
    script: Path | str, *, log: Path, environment: Mapping[str, str], folder: Path = CHECKOUT
) -> Iterator[Server]:
    """Run a script under Streamlit until the block ends; raises ServerDidNotStart with the server's own words.

    `folder` is where it is started: Streamlit takes its settings from there.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
    with log.open("wb") as writing:
        process = subprocess.Popen(
            [*command, *options],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.STDOUT,
        )
        try:
            give_up = time.monotonic() + START_SECONDS
            while not is_healthy(url):
                if process.poll() is not None or time.monotonic() > give_up:
                    raise ServerDidNotStart(log.read_text("utf-8", errors="replace"))
                time.sleep(0.05)
            yield Server(url, log, process.pid)
        finally:
            end(process)


@contextmanager
def serving_office(store: Path, folder: Path, secrets: str = "") -> Iterator[Server]:
    """Serve the dashboard over a store with a secrets file of its own; at the end it has written down no fault."""
    folder.mkdir(exist_ok=True)
    (folder / "secrets.toml").write_text(secrets, "utf-8")
    environment = {"INDICATORS_STORE": str(store), "STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml")}
    with serving(CHECKOUT / "dashboard.py", log=folder / "log.txt", environment=environment) as server:
        yield server
        # A fault of ours is one quiet sentence on the page; its trace stands here.
        assert "Traceback" not in server.written(), server.written()


def end(process: subprocess.Popen[bytes], *, patience_seconds: int = 10) -> None:
    """End a process, by force where it does not end by itself."""
    process.terminate()
    try:
        process.wait(patience_seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
