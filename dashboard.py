"""The door: `streamlit run dashboard.py` finds `app` here by reading this file."""

from __future__ import annotations

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

HERE = Path(__file__).resolve().parent
# Streamlit puts the folder of its own script on the path, not this one.
sys.path[:0] = [] if str(HERE) in sys.path else [str(HERE)]

from indicators.ui import access, assets, directory, exports, newest, parts  # noqa: E402
from indicators.ui.access.guard import Guard  # noqa: E402
from indicators.ui.access.routes import routes as access_routes  # noqa: E402
from indicators.ui.carried import routes as carried_routes  # noqa: E402
from indicators.ui.errors import say_unexpected  # noqa: E402
from indicators.ui.handed import Handed  # noqa: E402
from indicators.ui.packed import Packing  # noqa: E402
from indicators.ui.shell import Shell  # noqa: E402
from indicators.ui.staged import routes as stage_routes  # noqa: E402
from indicators.ui.underway_route import routes as underway_routes  # noqa: E402
from indicators.ui.upload import template  # noqa: E402


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Load the libraries before the first reader comes, then take them out of the collector's way.

    The collector is not forced after every run (config.toml, postScriptGC); what lives as long as the process would
    only be walked through again and again.
    """
    import indicators.ui.cached  # noqa: F401

    gc.collect()
    gc.freeze()
    access.announce()
    yield


app = st.App(
    "indicators/ui/main.py",
    routes=[
        *exports.routes(),
        *underway_routes(),
        *newest.routes(),
        *access_routes(),
        *template.routes(),
        *carried_routes(),
        *parts.routes(),
        *directory.routes(),
        *assets.routes(),
        *stage_routes(),
    ],
    middleware=[Middleware(Handed), Middleware(Guard), Middleware(Shell), Middleware(Packing)],
    lifespan=lifespan,
    on_script_error=say_unexpected,
)
