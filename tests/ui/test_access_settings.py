"""What the secrets file may say about access; what it can't mean opens nothing."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from indicators.accounts import now, settings_line
from indicators.errors import BrokenAccounts, BrokenSettings
from indicators.ui.access.settings import MOMENT, Settings, SettingsFiles, settings_of

LINE = settings_line("Nguyễn Thị Hoa", "chè Tân Cương ngon")
LONG_AGO = 1_000_000_000


def written(path: Path, text: str, *, at: int = LONG_AGO) -> Path:
    """Return the file after it was written, as if that had been long ago."""
    path.write_text(text, "utf-8")
    os.utime(path, (at, at))
    return path


@pytest.mark.parametrize(
    "access",
    [
        {"reading": "Restricted"}, {"reading": True}, {"readin": "restricted"}, {"approval": "yes"}, {"approval": 1},
        {"staff": "lan@x.gov.vn"}, {"staff": ["lan"]}, {"staff": [1]}, {"staff": {"lan@x.gov.vn": ""}},
        {"staff": {"lan@x.gov.vn": 1}}, {"proxy": 1}, {"proxy": [1]},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_named_and_not_guessed(access: dict[str, object]) -> None:
    with pytest.raises(BrokenSettings):
        settings_of({"access": access})


@pytest.mark.parametrize("name", ["access", "accounts", "auth"])
def test_a_table_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(BrokenSettings):
        settings_of({name: "x"})


def test_an_account_without_a_hash_keeps_every_account_out_but_closes_no_figure() -> None:
    found = settings_of({"accounts": {"Lan": "mật khẩu viết thẳng"}})

    assert isinstance(found.fault, BrokenAccounts)
    assert found.reading == "open"
    assert not found.accounts.by_name
    assert not found.is_first_try


def test_nothing_set_is_open_and_a_first_try() -> None:
    assert settings_of({}) == Settings()
    assert Settings().is_first_try
    assert Settings().reading == "open"
    assert not Settings().approval


def test_no_hash_shows_where_settings_are_printed() -> None:
    found = settings_of({"accounts": {"Lan": LINE.split('"')[3]}})

    assert found.has_accounts
    assert "argon2" not in repr(found)


def test_a_list_of_staff_names_each_by_its_address_and_a_table_by_its_name() -> None:
    listed = settings_of({"access": {"staff": ["Lan@X.gov.vn"]}})
    named = settings_of({"access": {"staff": {"lan@x.gov.vn": " Nguyễn  Thị Lan "}}})

    assert listed.name_by_address == {"lan@x.gov.vn": "Lan@X.gov.vn"}
    assert named.name_by_address == {"lan@x.gov.vn": "Nguyễn Thị Lan"}


PROVIDER = {"server_metadata_url": "u", "client_id": "i", "client_secret": "s"}
SHARED = {"redirect_uri": "https://x.gov.vn/oauth2callback", "cookie_secret": "s" * 32}


def test_a_provider_is_one_that_says_where_its_metadata_are() -> None:
    assert settings_of({"auth": SHARED}).providers == ()
    assert settings_of({"auth": {**SHARED, **PROVIDER}}).providers == ("default",)
    found = settings_of({"auth": {**SHARED, "so-ct": PROVIDER}})
    assert found.providers == ("so-ct",)
    assert not found.is_first_try


@pytest.mark.parametrize(
    "changed",
    [
        {"cookie_secret": "s" * 31}, {"cookie_secret": ""}, {"redirect_uri": "https://x.gov.vn"}, {"client_id": ""},
        {"so_ct": PROVIDER}, {"so-ct": {"server_metadata_url": "u"}},
    ],
    ids=str,
)  # fmt: skip
def test_a_provider_that_lacks_something_lets_nobody_in(changed: dict[str, object]) -> None:
    with pytest.raises(BrokenSettings):
        settings_of({"auth": {**SHARED, **PROVIDER, **changed}})


class TestFiles:
    def test_without_a_file_reading_is_open(self, tmp_path: Path) -> None:
        assert SettingsFiles(lambda: [tmp_path / "none.toml"]).settings() == Settings()

    @pytest.mark.parametrize("text", ["reading =", '[accounts]\n"Lan" = "x"\n"Lan" = "y"', "\udcff"])
    def test_a_file_that_is_no_toml_is_named(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "s.toml"
        path.write_bytes(text.encode("utf-8", "surrogateescape"))

        with pytest.raises(BrokenSettings) as caught:
            SettingsFiles(lambda: [path]).settings()

        assert caught.value.figures["file"] == path.name
        assert str(tmp_path) not in str(caught.value)

    @pytest.mark.parametrize("text", [f"[access]\n{LINE}", f'[access]\nreading = "Lan"\n[accounts]\n{LINE}'])
    def test_a_complaint_that_everybody_reads_names_no_account(self, tmp_path: Path, text: str) -> None:
        path = written(tmp_path / "s.toml", text)

        with pytest.raises(BrokenSettings) as caught:
            SettingsFiles(lambda: [path]).settings()

        assert "Hoa" not in str(caught.value)
        assert "argon2" not in str(caught.value)

    def test_a_file_saved_by_notepad_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "s.toml"
        path.write_bytes(b'\xef\xbb\xbf[access]\r\nreading = "restricted"\r\n')

        assert SettingsFiles(lambda: [path]).settings().reading == "restricted"

    def test_a_later_file_goes_before_an_earlier_one(self, tmp_path: Path) -> None:
        first = written(tmp_path / "1.toml", '[access]\nreading = "open"')
        second = written(tmp_path / "2.toml", '[access]\nreading = "restricted"')

        assert SettingsFiles(lambda: [first, second]).settings().reading == "restricted"

    def test_a_change_is_taken_without_a_restart(self, tmp_path: Path) -> None:
        path = written(tmp_path / "s.toml", f"[accounts]\n{LINE}")
        files = SettingsFiles(lambda: [path])
        assert files.settings().has_accounts

        written(path, "[accounts]\n", at=LONG_AGO + 60)

        assert not files.settings().has_accounts

    def test_a_file_that_is_taken_away_opens_nothing(self, tmp_path: Path) -> None:
        path = written(tmp_path / "s.toml", '[access]\nreading = "restricted"')
        files = SettingsFiles(lambda: [path])
        files.settings()
        path.unlink()

        with pytest.raises(BrokenSettings):
            files.settings()
        written(path, '[access]\nreading = "restricted"\napproval = true', at=LONG_AGO + 60)
        assert files.settings().approval

    def test_a_file_that_an_editor_has_just_emptied_opens_nothing(self, tmp_path: Path) -> None:
        path = written(tmp_path / "s.toml", '[access]\nreading = "restricted"')
        at = now()
        files = SettingsFiles(lambda: [path], clock=lambda: at)
        files.settings()

        written(path, "", at=int(at.timestamp()))
        assert files.settings().reading == "restricted"

        at += MOMENT + dt.timedelta(seconds=1)
        assert files.settings().reading == "open"
