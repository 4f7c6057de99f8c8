"""The file itself: the page, its style and scripts, Plotly and the packed exhibits, all in one."""

from __future__ import annotations

import base64
import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from indicators import figures
from indicators.catalogue import Catalogue
from indicators.clock import today
from indicators.exhibits import Progress, silent
from indicators.exhibits.verdicts import default_as_of, gathered
from indicators.labels import Text
from indicators.palette import SANS, SERIF, STATUSES, SYMBOL_BY_STATUS, named_palette, palette, variables
from indicators.snapshot.contents import Contents
from indicators.snapshot.words import headers, words
from indicators.store import Reading

FOLDER = Path(__file__).with_name("page")
# What the dashboard's own pages need, too.
QUOTED = FOLDER / "quoted.js"
SCRIPTS = (
    "model.js", "quoted.js", "markup.js", "chart.js", "pieces.js", "views.js", "enlarged.js", "stage.js", "jump.js",
    "keys.js", "notes.js", "start.js",
)  # fmt: skip
# A script runs only if it is one of these, to the letter; nothing else is fetched, sent or run.
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "style-src 'unsafe-inline'; img-src data: blob:; script-src {hashes}"
)
# What follows the store may ask the server it came from.
ASKING = "; connect-src 'self'"
SET_IN_FACES = "; font-src 'self'"


@dataclass(frozen=True)
class Snapshot:
    """One file: its bytes, and the version, year, language and title they are of."""

    content: bytes
    version: int
    as_of: int
    language: str
    title: str
    is_demonstration: bool


def snapshot(
    reading: Reading,
    catalogue: Catalogue,
    text: Text,
    *,
    as_of: int | None = None,
    made: dt.date | None = None,
    progress: Progress = silent,
) -> Snapshot:
    """Return the file of one version; it opens at the end of the year `as_of` and holds every year of the programme."""
    programme = catalogue.programme
    asked = default_as_of(catalogue) if as_of is None else as_of
    year = min(max(asked, programme.first_year), programme.last_year)
    known = gathered(reading, catalogue, as_of=year)
    contents = Contents(known, catalogue, text)
    title = title_of(catalogue, text)
    since = text("snapshot.made", date=text.date(made or today()))
    is_demonstration = contents.is_demonstration
    packed = pack(contents, about(contents, year, title, since), contents.table(progress))
    return Snapshot(
        content=filled(packed, text, title=title, line=line_of(reading, year, text, since)),
        version=reading.version,
        as_of=year,
        language=text.language,
        title=title,
        is_demonstration=is_demonstration,
    )


def title_of(catalogue: Catalogue, text: Text) -> str:
    """Return what is shown of which province, and in which years."""
    programme = catalogue.programme
    return text(
        "snapshot.title", province=text.name(catalogue.province), first=programme.first_year,
        last=programme.last_year,
    )  # fmt: skip


def line_of(reading: Reading, year: int, text: Text, since: str) -> str:
    """Return the line that says which figures these are, and since when."""
    return f"{text('page.version_and_year', version=reading.version, year=year)}. {since}."


def pack(contents: Contents, told: dict[str, object], table: dict[str, object]) -> bytes:
    """Return what is told of the figures, and the table of exhibits, as a page unpacks them."""
    root = contents.pool.put({"about": told, "table": table})
    return json.dumps(contents.pool.packed(root), ensure_ascii=False, separators=(",", ":")).encode()


def about(contents: Contents, year: int, title: str, since: str) -> dict[str, object]:
    """Return what a page has to know beside the exhibits: the names it chooses among, its words and colours."""
    catalogue, text, known = contents.catalogue, contents.text, contents.reading
    group = catalogue.group(contents.group) if contents.group else None
    return {
        "title": title,
        "since": since,
        "narrowed": "" if group is None else text.name(group),
        "year": year,
        "version": known.version,
        "language": text.language,
        "demonstration": contents.is_demonstration,
        "province": text("exhibit.place_province"),
        "programme": text.name(catalogue.programme),
        "years": contents.years,
        "districts": [_named(each.code, text.name(each)) for each in catalogue.districts],
        "sectors": [_named(each.id, text.name(each)) for each in catalogue.sectors],
        "groups": [_named(each.id, text.name(each)) for each in catalogue.groups],
        "indicators": [
            {**_named(id, text.name(known.known[id])), "group": _group_name(contents, id)} for id in contents.indicators
        ],
        "statuses": [
            {"id": status, "sign": SYMBOL_BY_STATUS[status], "name": text(f"status.{status}")} for status in STATUSES
        ],
        "words": words(text),
        "headers": headers(text),
        "colours": {theme: variables(palette(theme)) for theme in ("light", "dark")},
        "template": figures.template(named_palette()),
    }


def _named(code: str, name: str) -> dict[str, str]:
    return {"id": code, "name": name}


def _group_name(contents: Contents, indicator: str) -> str:
    typed = contents.reading.known[indicator].group
    known = contents.catalogue.group(typed) or contents.catalogue.find_group(typed)
    return typed if known is None else contents.text.name(known)


def filled(
    packed: bytes,
    text: Text,
    *,
    title: str,
    line: str,
    scripts: Sequence[str] = SCRIPTS,
    faces: str = "",
    scan: str = "",
    asks: bool = False,
) -> bytes:
    """Return a page that holds packed data, Plotly, and the scripts that show them; nothing else may run in it.

    `faces` are rules that say where the server it came from has typefaces, `scan` is markup of the code that a talk
    ends on; `asks`: whether it may ask that server.
    """
    script = "\n".join((FOLDER / name).read_text("utf-8") for name in scripts)
    plotly = figures.script().decode("utf-8")
    hashes = " ".join(f"'sha256-{_hash(each)}'" for each in (script, plotly))
    page = Template((FOLDER / "frame.html").read_text("utf-8")).substitute(
        language=text.language,
        policy=POLICY.format(hashes=hashes) + (SET_IN_FACES if faces else "") + (ASKING if asks else ""),
        title=escape(title),
        line=escape(line),
        style=faces + _style(),
        unpacking=escape(text("snapshot.unpacking")),
        too_old=escape(text("snapshot.too_old")),
        skip=escape(text("snapshot.skip")),
        filters=escape(text("page.filters")),
        scan=scan,
        data=base64.b64encode(gzip.compress(packed, 9, mtime=0)).decode(),
        plotly=_plotly(),
        script=script,
    )
    return page.encode("utf-8")


def _style() -> str:
    """Return the style sheet; light and dark by what the reader's device asks for, until the reader says otherwise."""
    light, dark = (_declared(variables(palette(theme))) for theme in ("light", "dark"))
    of_status = "\n".join(
        f".s-{status}{{"
        + "".join(f"--{part}:var(--{part}-{status});" for part in ("fill", "on-fill", "tint", "ink"))
        + "}"
        for status in STATUSES
    )
    return "\n".join(
        [
            f":root{{--sans:{SANS};--serif:{SERIF};color-scheme:light;{light}}}",
            f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}",
            f":root[data-theme=dark]{{color-scheme:dark;{dark}}}",
            of_status,
            *((FOLDER / name).read_text("utf-8") for name in ("look.css", "stage.css")),
        ]
    )


def _declared(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode()


@cache
def _plotly() -> str:
    return base64.b64encode(gzip.compress(figures.script(), 9, mtime=0)).decode()
