"""The sign-in page says what it can, before the first figure is there and whatever its address carries."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from indicators.accounts import settings_line
from indicators.ui import access
from indicators.ui.access.door import Door
from indicators.ui.access.sessions import Staff
from tests.pages.opening import links, markup, opened, words

LINE = settings_line("Nguyễn Thị Hoa", "chè Tân Cương ngon")


@pytest.fixture
def secrets(empty_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The secrets file of an office with one account and a store without a record."""
    file = tmp_path / "secrets.toml"
    file.write_text(f"[accounts]\n{LINE}", "utf-8")
    os.utime(file, (1, 1))
    monkeypatch.setenv("INDICATORS_STORE", str(empty_store))
    monkeypatch.setattr(access, "DOOR", Door(files=lambda: [file], folder=lambda: empty_store))
    return file


def test_before_the_first_figure_one_can_sign_in(secrets: Path) -> None:
    test = opened("sign_in")

    assert not test.exception
    assert 'action="access/sign-in"' in markup(test)
    assert "Kho số liệu còn trống" not in words(test)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"loi": "sai"}, "chưa đúng"),
        ({"loi": "ma"}, "đã dùng rồi"),
        ({"loi": "ten"}, "Ghi họ và tên"),
        ({"loi": "nhat_ky"}, "nhật ký"),
        ({"loi": "cai_dat"}, "secrets.toml"),
        ({"loi": "sai", "cho": "8"}, "Chờ 8 giây"),
    ],
)
def test_a_refusal_is_said_in_words(secrets: Path, query: dict[str, str], sentence: str) -> None:
    test = opened("sign_in", query)

    assert sentence in words(test)
    assert 'class="refusal"' in markup(test)


@pytest.mark.parametrize(
    "query",
    [{"loi": "<script>"}, {"cho": "-1"}, {"cho": "9" * 4400}, {"cho": "²"}, {"loi": ""}, {"cho": "0"}],
    ids=lambda query: str(query)[:20],
)
def test_an_address_that_somebody_made_up_says_nothing(secrets: Path, query: dict[str, str]) -> None:
    test = opened("sign_in", query)

    assert not test.exception
    assert 'class="refusal"' not in markup(test)
    assert "<script" not in markup(test)


def test_what_the_address_carries_stays_words(secrets: Path) -> None:
    secrets.write_text("", "utf-8")
    os.utime(secrets, (2, 2))
    evil = '"><script>alert(1)</script>'

    test = opened("sign_in", {"ma": evil, "ve": evil, "huyen": evil})

    assert 'name="ma"' in markup(test)
    assert "<script" not in markup(test)


def test_the_foot_of_a_page_leads_there_and_nobody_sees_the_staffs_bar(
    demo_store: Path, secrets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    test = opened("method")

    assert "Đăng nhập" in words(test)
    assert "Đăng xuất" not in words(test)


def test_whoever_is_signed_in_sees_their_name_and_the_way_out(
    demo_store: Path, secrets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    monkeypatch.setattr(access, "staff", lambda: Staff("<b>Hoa</b>", "account"))
    test = opened("method")

    assert "&lt;b&gt;Hoa&lt;/b&gt;" in markup(test)
    assert 'action="access/sign-out"' in markup(test)
    assert "Đăng nhập" not in links(test)
