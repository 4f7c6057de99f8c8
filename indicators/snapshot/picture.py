"""One chart in a file of its own, to be saved as a picture or a drawing, or taken along as it is."""

from __future__ import annotations

import json

from indicators import figures, labels
from indicators.exhibits.exhibit import Exhibit
from indicators.palette import STATUSES, SYMBOL_BY_STATUS, named_palette, palette, variables
from indicators.snapshot.document import filled
from indicators.snapshot.rendered import CHARTS, plain
from indicators.snapshot.words import words

SCRIPTS = ("model.js", "markup.js", "chart.js", "pieces.js", "picture.js")


def is_chart(exhibit: Exhibit) -> bool:
    """Whether an exhibit is drawn as a chart, and so can be a picture."""
    return isinstance(exhibit.drawing, CHARTS) and not exhibit.is_empty


def picture(exhibit: Exhibit, *, name: str) -> bytes:
    """Return the page of one chart; `name` is what its picture will be called."""
    text = labels.text(exhibit.language)
    shown = text("page.version_and_year", version=exhibit.version, year=exhibit.as_of)
    about = {
        "title": exhibit.title,
        "line": shown,
        "name": name,
        "language": exhibit.language,
        "shown": plain(exhibit),
        "words": words(text),
        "statuses": [
            {"id": status, "sign": SYMBOL_BY_STATUS[status], "name": text(f"status.{status}")} for status in STATUSES
        ],
        "colours": {theme: variables(palette(theme)) for theme in ("light", "dark")},
        "template": figures.template(named_palette()),
    }
    packed = json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode()
    return filled(packed, text, title=exhibit.title, line=shown, scripts=SCRIPTS)
