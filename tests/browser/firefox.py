"""A Firefox without a window, driven by its own remote protocol: it needs no driver beside the browser itself."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browser.server import end, free_port

NAMES = ("firefox", "firefox-esr")
START_SECONDS = 60
PATIENCE_SECONDS = 60
ENTER = "\ue007"
# Whatever Firefox itself would like to ask goes to a port where nobody listens.
NOBODY = "127.0.0.1"
SETTINGS: Mapping[str, object] = {
    "network.proxy.type": 1,
    "network.proxy.http": NOBODY,
    "network.proxy.http_port": 9,
    "network.proxy.ssl": NOBODY,
    "network.proxy.ssl_port": 9,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_open_during_load": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


class FirefoxRefused(Exception):
    """Firefox did not do what it was asked to, said what never came true, or ended."""


class Firefox:
    """An open Firefox: pages are opened, asked, typed into, and pictured."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._reading = connection.makefile("rb")
        self._count = 0
        self._received()
        self.ask("WebDriver:NewSession", capabilities={})

    def ask(self, command: str, **words: object) -> Any:
        """Return the answer to one command; raises FirefoxRefused."""
        self._count += 1
        message = json.dumps([0, self._count, command, words]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _, _, refused, answer = self._received()
        if refused:
            raise FirefoxRefused(command, refused["message"])
        return answer

    def go(self, address: str) -> None:
        """Open an address and wait until the page says that it is ready."""
        self.ask("WebDriver:Navigate", url=address)
        self.wait_for("document.documentElement.dataset.ready")

    def value(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        return self.ask("WebDriver:ExecuteScript", script=f"return {expression}", args=[])["value"]

    def wait_for(self, expression: str) -> Any:
        """Return the value of an expression as soon as there is one; raises FirefoxRefused after a minute."""
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not (value := self.value(expression)):
            if time.monotonic() > give_up:
                raise FirefoxRefused(expression)
            time.sleep(0.05)
        return value

    def press(self, keys: str) -> None:
        """Press keys one after the other."""
        steps = [{"type": type, "value": key} for key in keys for type in ("keyDown", "keyUp")]
        self.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": steps}])

    def windows(self) -> list[str]:
        """Return the open windows."""
        return list(self.ask("WebDriver:GetWindowHandles"))

    def opened(self, *before: str) -> str:
        """Return the window that opens beside those there were; raises FirefoxRefused after a minute."""
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not (found := [window for window in self.windows() if window not in before]):
            if time.monotonic() > give_up:
                raise FirefoxRefused("window")
            time.sleep(0.05)
        return found[0]

    def switch(self, window: str) -> None:
        """Speak to another window."""
        self.ask("WebDriver:SwitchToWindow", handle=window)

    def picture(self) -> bytes:
        """Return what is seen, as PNG."""
        return base64.b64decode(self.ask("WebDriver:TakeScreenshot", full=False)["value"])

    def _received(self) -> Any:
        size = b""
        while (letter := self._reading.read(1)) != b":":
            if not letter:
                raise FirefoxRefused("ended")
            size += letter
        return json.loads(self._reading.read(int(size)))


def find_firefox() -> str | None:
    """Return the path of a Firefox that starts, or None; INDICATORS_FIREFOX names one that is nowhere on the path."""
    for name in filter(None, (os.environ.get("INDICATORS_FIREFOX"), *NAMES)):
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


@contextmanager
def firefox(path: str, profile: Path) -> Iterator[Firefox]:
    """Open a Firefox with a profile of its own until the block ends; raises FirefoxRefused."""
    port = free_port()
    settings = {**SETTINGS, "marionette.port": port}
    profile.mkdir()
    (profile / "user.js").write_text(
        "\n".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()), "utf-8"
    )
    with (profile / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile), "--width", "1440",
             "--height", "900"],
            env={**os.environ, "HOME": str(profile)}, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            with _connected(port) as connection:
                yield Firefox(connection)
        finally:
            end(process, patience_seconds=20)


def _connected(port: int) -> socket.socket:
    give_up = time.monotonic() + START_SECONDS
    while True:
        try:
            found = socket.create_connection((NOBODY, port))
        except OSError as error:
            if time.monotonic() > give_up:
                raise FirefoxRefused("silent") from error
            time.sleep(0.1)
        else:
            found.settimeout(PATIENCE_SECONDS)
            return found
