"""A reader without a browser: speaks Streamlit's websocket protocol, with a cookie or without, and clicks by number."""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE_SECONDS = 60


@dataclass
class Seen:
    """What one run of the page sent: every word in its elements, and the number of each button by its label."""

    words: str = ""
    buttons: dict[str, str] = field(default_factory=dict)


def connected(url: str, *, cookie: str = "") -> ClientConnection:
    """Return an open session of a dashboard, as `with` takes it."""
    return connect(
        f"{url.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        additional_headers={"Cookie": cookie} if cookie else {},
        max_size=None,
        open_timeout=PATIENCE_SECONDS,
    )


def run(socket: ClientConnection, *, page: str = "", query: str = "", click: str = "") -> Seen:
    """Ask for a page, with a button clicked where one is named, and read until its script has ended."""
    request = BackMsg()
    request.rerun_script.page_name = page
    request.rerun_script.query_string = query
    if click:
        request.rerun_script.widget_states.widgets.append(WidgetState(id=click, trigger_value=True))
    socket.send(request.SerializeToString())
    seen = Seen()
    while True:
        message = ForwardMsg.FromString(socket.recv(timeout=PATIENCE_SECONDS, decode=False))
        if message.WhichOneof("type") == "script_finished":
            return seen
        if message.WhichOneof("type") == "delta":
            element = message.delta.new_element
            seen.words += str(element) + "\n"
            if element.WhichOneof("type") == "button":
                seen.buttons[element.button.label] = element.button.id


def viewed(url: str, *, page: str = "", query: str = "", cookie: str = "") -> Seen:
    """Return what one visit to a page sends."""
    with connected(url, cookie=cookie) as socket:
        return run(socket, page=page, query=query)
