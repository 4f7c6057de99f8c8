"""Every page looks as it did when its picture was kept; `make long` looks at every page in every look."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.pictures import kept
from tests.pictures.scenes import LOOKS, QUERIES, SAMPLE, SCENES, Scene
from tests.pictures.studio import Studio, drawn_by, studio

ASKED = SCENES if "INDICATORS_KILLS" in os.environ else SAMPLE


@pytest.fixture(scope="module")
def at_work(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """The studio, where letters come out as they did when the pictures were kept; elsewhere a skip that says why."""
    here, there = drawn_by(chromium), kept.taken_with()
    others = [
        f"{name} is {here[name]}, then {there.get(name, 'none')}" for name in here if here[name] != there.get(name)
    ]
    if others:
        pytest.skip(f"the kept pictures were drawn by others; here {'; '.join(others)}")
    with studio(chromium, tmp_path_factory.mktemp("studio")) as found:
        yield found


def test_the_sample_has_every_page_and_every_look() -> None:
    assert {scene.page for scene in SAMPLE} == set(QUERIES)
    assert {(scene.language, scene.theme, scene.width) for scene in SAMPLE} == set(LOOKS)


def test_a_picture_is_kept_of_every_scene_and_of_nothing_else() -> None:
    names = {path.name for path in kept.FOLDER.glob("*") if path != kept.TAKEN_WITH}

    assert names in (set(), {kept.path_of(scene).name for scene in SCENES})
    assert sum(path.stat().st_size for path in kept.FOLDER.glob("*")) <= 10_000_000


@pytest.mark.browser
@pytest.mark.parametrize("scene", ASKED, ids=lambda scene: scene.name)
def test_a_page_looks_as_it_did(at_work: Studio, scene: Scene) -> None:
    assert kept.complaint(scene, at_work.take(scene)) == ""
