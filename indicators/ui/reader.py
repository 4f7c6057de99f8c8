"""Who is reading what: the selection of the address, settled against the store, for one run of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from indicators import catalogue, labels
from indicators.catalogue import Catalogue
from indicators.catalogue.definition import Definition
from indicators.exhibits import verdicts
from indicators.labels import Text
from indicators.selection import Selection, Unknown, read
from indicators.store import default_folder
from indicators.ui import access, cached, session
from indicators.ui.access import addresses
from indicators.ui.browser import theme
from indicators.ui.received import KEY_BY_FIELD
from indicators.ui.versions import KEYS as KEYS_OF_HISTORY


@dataclass(frozen=True, eq=False)
class Reader:
    """What one run shows: the selection, the words, the theme, and the codes of the address that mean nothing.

    `beside` is what the address says beside the selection: the cell of a file, which versions are listed, what the
    sign-in page was opened with. `is_renewed` is whether this session was shown an older version until now.
    """

    folder: str
    latest: int
    selection: Selection
    unknown: tuple[Unknown, ...]
    catalogue: Catalogue
    definitions: Mapping[str, Definition]
    words: Text
    theme: str
    beside: Mapping[str, str]
    is_renewed: bool = False

    @property
    def query(self) -> dict[str, str]:
        """The address of what is shown, year, version and language included."""
        return self.selection.to_query()

    def query_with(self, **changes: str | int | None) -> dict[str, str]:
        """Return the address of what is shown with some fields of the selection changed."""
        return replace(self.selection, **changes).to_query()  # type: ignore[arg-type]

    def query_elsewhere(self, **changes: str | int | None) -> dict[str, str]:
        """Return the address for another page: without the two versions that are compared."""
        return replace(self.selection.without_comparison(), **changes).to_query()  # type: ignore[arg-type]

    @property
    def is_pinned(self) -> bool:
        """Whether an older version than the latest is shown."""
        return self.selection.version != self.latest


def settle() -> Reader:
    """Read the address, write it back complete, and remember the reader for the page; raises StoreMissing."""
    params = {key: str(value) for key, value in st.query_params.to_dict().items()}
    seen = st.session_state.get(session.LATEST_SEEN)
    if seen is not None and params.get("v") == str(seen):
        params.pop("v")
    # The office works on what was published a moment ago, also by itself.
    found = read_address(params, theme=theme(), seen=seen, waits=access.staff() is not None)
    st.session_state[session.LATEST_SEEN] = found.latest
    # Also where nothing differs: after a link to the page one is on, only the server knows the new address.
    st.query_params.from_dict({**found.query, **found.beside})
    st.session_state[session.READER] = found
    return found


def read_address(params: Mapping[str, str], *, theme: str, seen: int | None = None, waits: bool = False) -> Reader:
    """Return who reads an address; `seen` is the newest version they were shown so far.

    Whether they wait for a version that is still being made ready is `waits`. Raises StoreMissing.
    """
    folder = str(default_folder())
    asked = int(params["v"]) if re.fullmatch(r"\d{1,9}", params.get("v", "")) else 0
    newest = cached.store(folder).version if waits else 0
    latest = cached.latest(folder).version(at_least=max(asked, seen or 0, newest), is_held=0 < asked < (seen or 0))
    known = catalogue.load()
    definitions = cached.definitions(folder, latest)
    selection, unknown = read(
        params,
        catalogue=known,
        indicator_ids=definitions.keys(),
        latest_version=latest,
        default_as_of=verdicts.default_as_of(known),
    )
    version = latest if selection.version is None else selection.version
    selection = replace(selection, version=version)
    return Reader(
        folder=folder,
        latest=latest,
        selection=selection,
        unknown=unknown,
        catalogue=known,
        definitions=definitions if version == latest else cached.definitions(folder, version),
        words=labels.text(selection.language),
        theme=theme,
        beside={
            key: params[key] for key in (*KEY_BY_FIELD.values(), *KEYS_OF_HISTORY, *addresses.KEYS) if key in params
        },
        is_renewed=seen is not None and seen != latest and version == latest,
    )


def reader() -> Reader:
    """Return the reader of this run."""
    found: Reader = st.session_state[session.READER]
    return found
