"""What the browser says about itself and asks for, before anything of the store is known."""

from __future__ import annotations

import streamlit as st


def theme() -> str:
    """Return light or dark, as the browser shows the page."""
    return "dark" if st.context.theme.type == "dark" else "light"


def asked_language() -> str:
    """Return the language the address asks for; anything but English is Vietnamese."""
    return "en" if st.query_params.get("lang") == "en" else "vi"
