"""The clock of the province's offices: moments are kept in universal time and told by it, wherever a server is."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

OFFICE = ZoneInfo("Asia/Ho_Chi_Minh")


def by_office_clock(moment: dt.datetime) -> dt.datetime:
    """Return a moment as the offices' clock shows it; one without a zone is meant in universal time."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(OFFICE)


def today() -> dt.date:
    """Return the day that the calendar in the offices shows."""
    return by_office_clock(dt.datetime.now(dt.UTC)).date()
