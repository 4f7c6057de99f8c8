"""Only staff hand out: the check stands at the action, whatever the page shows."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from indicators import handout
from indicators.errors import NotSignedIn
from indicators.selection import Selection
from indicators.store import Store
from indicators.ui import access, handing
from tests.handout.test_handout import FIRST
from tests.pages.opening import markup, opened, words


@dataclass(frozen=True)
class Somebody:
    """A member of the staff."""

    name: str = "Nguyễn Thị Hoa"


@pytest.fixture
def store(demo_store_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of one's own, as the dashboard finds it."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store_copy))
    return demo_store_copy


def reader(store: Path) -> SimpleNamespace:
    version = Store.open(store).version
    return SimpleNamespace(folder=str(store), selection=Selection(as_of=2019, language="vi", version=version))


def test_without_an_account_nothing_is_handed_out_and_nothing_taken_back(store: Path) -> None:
    put = handout.publish(store, FIRST, by="Hoa")

    with pytest.raises(NotSignedIn):
        handing.make(reader(store))  # type: ignore[arg-type]
    with pytest.raises(NotSignedIn):
        handing.make(reader(store), replacing=put.code)  # type: ignore[arg-type]
    with pytest.raises(NotSignedIn):
        handing.withdraw(reader(store), put.code)  # type: ignore[arg-type]
    assert [each.is_withdrawn for each in handout.handouts(store)] == [False]


def test_a_strangers_page_has_no_button_that_changes_anything(store: Path) -> None:
    handout.publish(store, FIRST, by="Hoa")
    page = opened("handout")

    assert not page.exception
    assert "Đăng nhập bằng tài khoản cán bộ" in words(page)
    assert len(page.button) == 0


def test_staff_hand_out_the_version_shown_with_its_square(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "staff", Somebody)
    page = opened("handout", {"nam": "2019"})
    page.button[0].click().run(timeout=240)

    assert not page.exception
    [put] = handout.handouts(store)
    assert (put.by, put.as_of, put.version) == ("Nguyễn Thị Hoa", 2019, Store.open(store).version)
    assert f"/h/{put.code}" in "".join(code.value for code in page.code)
    served = handout.Window().look(store, put.code)
    assert b"DecompressionStream" in gzip.decompress(served.packed)
    assert put.is_demonstration
    assert "Nguyễn Thị Hoa phát hành" in markup(page)


def test_staff_withdraw_by_a_click(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "staff", Somebody)
    handout.publish(store, FIRST, by="Hoa")
    page = opened("handout")
    next(button for button in page.button if button.label == "Thu hồi").click().run()

    assert not page.exception
    [put] = handout.handouts(store)
    assert put.withdrawn_by == "Nguyễn Thị Hoa"
    assert "đã thu hồi" in markup(page)
