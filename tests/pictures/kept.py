"""The pictures that are kept in the repository, and what they were taken with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from tests.browser.server import CHECKOUT
from tests.pictures import comparing
from tests.pictures.scenes import Scene

FOLDER = Path(__file__).with_name("kept")
TAKEN_WITH = FOLDER / "taken_with.json"
# Where a picture that differs is written, with the difference beside it.
FAILED = CHECKOUT / "build" / "pictures"


def path_of(scene: Scene) -> Path:
    """Return where the picture of a scene is kept."""
    return FOLDER / f"{scene.name}.{comparing.ENDING}"


def keep(scene: Scene, taken: Image.Image) -> None:
    """Keep the picture of a scene in place of the former one."""
    FOLDER.mkdir(exist_ok=True)
    comparing.save(comparing.reduced(taken), path_of(scene))


def taken_with() -> Mapping[str, str]:
    """Return what the kept pictures were taken with, nothing where none are kept."""
    return dict(json.loads(TAKEN_WITH.read_text("utf-8"))) if TAKEN_WITH.exists() else {}


def write_down(drawn_by: Mapping[str, str]) -> None:
    """Write down what the kept pictures were taken with."""
    FOLDER.mkdir(exist_ok=True)
    TAKEN_WITH.write_text(json.dumps(drawn_by, indent=2, ensure_ascii=False) + "\n", "utf-8")


def complaint(scene: Scene, taken: Image.Image) -> str:
    """Return how a picture differs from the kept one and where to see it; nothing where it is the same."""
    new = comparing.reduced(taken)
    if not path_of(scene).exists():
        return f"no picture of {scene.name} is kept; `make pictures` takes it"
    with Image.open(path_of(scene)) as kept:
        found = comparing.difference(kept, new)
        if found.is_same:
            return ""
        FAILED.mkdir(parents=True, exist_ok=True)
        written = {"new": taken, "difference": comparing.drawn(kept.convert("RGB"), new)}
        size = "" if kept.size == new.size else f", {new.size} in place of {kept.size}"
    paths = [FAILED / f"{scene.name}-{what}.png" for what in written]
    for path, picture in zip(paths, written.values(), strict=True):
        picture.save(path)
    return (
        f"{scene.name}: {found.share:.3%} of its squares differ, {found.mean:.2f} levels on the whole{size}. "
        f"See {paths[0]} and {paths[1]}; where it is meant so, `make pictures` keeps the new ones."
    )
