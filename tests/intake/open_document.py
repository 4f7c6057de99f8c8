"""Open documents (.ods) written by hand, with what LibreOffice writes in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)
MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
HIDES = ' table:style-name="hidden"'
HIDDEN = '<style:table-properties table:display="false"/>'
HIDDEN_STYLE = f'<style:style style:name="hidden" style:family="table">{HIDDEN}</style:style>'


def text(words: str, more: str = "") -> str:
    """Return a cell of text."""
    return f'<table:table-cell office:value-type="string"{more}><text:p>{escape(words)}</text:p></table:table-cell>'


def number(value: float, more: str = "", kind: str = "float", shown: str | None = None) -> str:
    """Return a cell of a number, a percentage or an amount of money."""
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}"{more}>'
        f"<text:p>{value if shown is None else shown}</text:p></table:table-cell>"
    )


def blank(more: str = "") -> str:
    """Return an empty cell."""
    return f"<table:table-cell{more}/>"


def row(*cells: str, more: str = "") -> str:
    """Return a row."""
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def document(sheets: Mapping[str, str], hidden: frozenset[str] = frozenset()) -> bytes:
    """Return the bytes of an .ods with those sheets, each its rows."""
    tables = "".join(
        f'<table:table table:name="{name}"{HIDES if name in hidden else ""}>{rows}</table:table>'
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}>'
        f"<office:automatic-styles>{HIDDEN_STYLE}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as parts:
        parts.writestr(zipfile.ZipInfo("mimetype"), MIMETYPE)
        parts.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        parts.writestr("META-INF/manifest.xml", "<manifest/>")
    return written.getvalue()
