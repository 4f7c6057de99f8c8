"""The sign-in card: a plain form that browsers and their password managers understand, and why it was refused."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from indicators.accounts import LONGEST_NAME, MOST_LETTERS
from indicators.errors import BrokenSettings
from indicators.labels import Text
from indicators.ui import access, errors
from indicators.ui.access import addresses, routes
from indicators.ui.access.settings import Settings
from indicators.ui.elements.markup import tag

KEY_BY_CODE = {
    routes.WRONG: "access.wrong",
    routes.WRONG_TOKEN: "access.wrong_token",
    routes.NO_NAME: "access.no_name",
    routes.UNLOGGED: "access.unlogged",
    routes.UNSET: "access.unset",
}
MOST_SECONDS = 3600


def card(words: Text, *, back: str = "") -> None:
    """Place the way in, or say who is in already; `back` is the page to show afterwards."""
    with st.container(key="card-sign-in"):
        try:
            settings = access.settings()
        except BrokenSettings as error:
            st.html(_title(words) + _alert(errors.sentence(error, words)))
            return
        known = access.staff()
        if known is not None:
            sentence = words("access.signed_in_already", name=known.name)
            st.html(_title(words) + tag("p", escape(sentence), of="empty"))
            return
        _ways(words, settings, back or st.query_params.get(addresses.BACK, ""))


def sign_out_form(words: Text, screen: str) -> str:
    """Return the button that signs out and comes back to the page."""
    button = tag("button", escape(words("access.sign_out")), type="submit")
    return _form(routes.SIGN_OUT, _hidden(screen) + button, of="sign-out")


def _ways(words: Text, settings: Settings, back: str) -> None:
    st.html(_title(words) + _intro(words, settings) + _refusal(words, settings))
    for provider in settings.providers:
        label = (
            words("access.by_provider")
            if provider == "default"
            else words("access.by_named_provider", provider=provider.capitalize())
        )
        own = () if provider == "default" else (provider,)
        st.button(label, key=f"sign_in_{provider}", on_click=st.login, args=own, type="primary", width="stretch")
    if settings.is_first_try:
        st.html(_token_form(words, back))
    elif settings.accounts.by_name:
        between = tag("p", escape(words("access.or_account")), of="between") if settings.providers else ""
        st.html(between + _account_form(words, back))


def _title(words: Text) -> str:
    return tag("h1", escape(words("page.sign_in")), of="card-headline")


def _intro(words: Text, settings: Settings) -> str:
    if settings.is_first_try:
        return tag("p", escape(words("access.intro_token")), of="sign-in-intro")
    key = "access.intro_restricted" if settings.reading == "restricted" else "access.intro"
    return tag("p", escape(words(key)), of="sign-in-intro")


def _refusal(words: Text, settings: Settings) -> str:
    if settings.fault is not None:
        return _alert(words("access.unset"))
    address = access.refused_address()
    if address:
        return _alert(words("access.not_staff", address=address)) + sign_out_form(words, "")
    wait = st.query_params.get(addresses.WAIT, "")
    if wait.isascii() and wait.isdigit() and 0 < int(wait[:5]) <= MOST_SECONDS:
        return _alert(words("access.must_wait", seconds=int(wait[:5])))
    key = KEY_BY_CODE.get(st.query_params.get(addresses.REFUSED, ""))
    if key is None:
        return ""
    most = LONGEST_NAME - len(words("access.token_name", name=""))
    return _alert(words(key, most=most))


def _account_form(words: Text, back: str) -> str:
    name = _field(
        words("access.name"), name=routes.NAME, autocomplete="username", autocapitalize="none", maxlength=LONGEST_NAME
    )
    password = _field(
        words("access.password"),
        name=routes.PASSWORD,
        type="password",
        autocomplete="current-password",
        maxlength=MOST_LETTERS,
    )
    return _form(routes.SIGN_IN, _hidden(back) + name + password + _submit(words), of="sign-in")


def _token_form(words: Text, back: str) -> str:
    token = _field(
        words("access.token"),
        name=routes.TOKEN,
        autocomplete="one-time-code",
        autocapitalize="none",
        value=st.query_params.get(addresses.TOKEN, "")[:LONGEST_NAME],
    )
    most = LONGEST_NAME - len(words("access.token_name", name=""))
    name = _field(words("access.own_name"), name=routes.NAME, autocomplete="name", maxlength=most)
    note = tag("p", escape(words("access.own_name_note")), of="sign-in-note")
    return _form(routes.SIGN_IN, _hidden(back) + token + name + note + _submit(words), of="sign-in")


def _form(action: str, content: str, *, of: str) -> str:
    return tag("form", content, of=of, method="post", action=action)


def _field(label: str, *, name: str, type: str = "text", maxlength: int = 200, **attributes: str) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    field = f'<input type="{type}" name="{name}" maxlength="{maxlength}" spellcheck="false" required{written}>'
    return tag("label", tag("span", escape(label)) + field)


def _submit(words: Text) -> str:
    return tag("button", escape(words("page.sign_in")), type="submit")


def _hidden(screen: str) -> str:
    query = addresses.carried(urlencode(st.query_params.to_dict()))
    kept = ((routes.SCREEN, screen), (routes.QUERY, urlencode(query)))
    return "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in kept)


def _alert(sentence: str) -> str:
    return tag("div", escape(sentence), of="refusal", role="alert")
