"""The modules beside write_files.py are a script's own and no package: they are found by their folder."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "data" / "demo"))
