"""Where this computer's Chromium is; `python -m tests.browser.chromium` prints it, or ends with 1."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")

# A browser for tests talks to the server under test and to nobody else.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium that starts, or None; INDICATORS_CHROMIUM names one that is nowhere on the path."""
    for name in filter(None, (os.environ.get("INDICATORS_CHROMIUM"), *NAMES)):
        path = shutil.which(name)
        # On some Ubuntu machines the command exists and only says that a snap is missing.
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


if __name__ == "__main__":
    found = find_chromium()
    print(found or "")
    sys.exit(found is None)
