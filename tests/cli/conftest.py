"""The command line in this process, for tests that need many commands; a few run it as a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from indicators.cli import main
from tests.conftest import Ended

DEFINITIONS = """ma;ten;ten_en;don_vi;loai_chi_tieu;chieu
dn;Doanh nghiệp được hỗ trợ;Enterprises supported;DN;luỹ kế;tăng
iip;Chỉ số sản xuất công nghiệp;Index of industrial production;%;chỉ số;tăng
ty_le;Tỷ lệ công bố tiêu chuẩn;Share with a standard;%;tỷ lệ;tăng
"""


@dataclass(frozen=True)
class Clerk:
    """Somebody at the command line, with a store and a folder for files."""

    folder: Path
    caught: pytest.CaptureFixture[str]

    def __call__(self, *words: str | Path) -> Ended:
        """Run one command in this process."""
        self.caught.readouterr()
        exit_code = main([str(word) for word in words])
        output, complaints = self.caught.readouterr()
        return Ended(exit_code, output, complaints)

    def file(self, content: str | bytes, name: str = "tep.csv") -> Path:
        """Write a file to hand in."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def publish(self, content: str | bytes, *more: str, name: str = "tep.csv") -> Ended:
        """Publish a file, which must succeed."""
        words = ("publish", self.file(content, name), "--by", "Lan", "--reason", "thử", "--json", *more)
        ended = self(*words)
        assert ended.exit_code == 0, ended.output
        return ended


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """A clerk whose store is not made yet."""
    monkeypatch.setenv("INDICATORS_STORE", str(tmp_path / "store"))
    return Clerk(tmp_path, capsys)


@pytest.fixture
def with_store(clerk: Clerk) -> Clerk:
    """A clerk whose store knows three definitions."""
    assert clerk("init", "--empty").exit_code == 0
    clerk.publish(DEFINITIONS, name="dinh-nghia.csv")
    return clerk


@pytest.fixture
def on_demo(demo_store: Path, clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk who looks at the demonstration store and changes nothing."""
    monkeypatch.setenv("INDICATORS_STORE", str(demo_store))
    return clerk
