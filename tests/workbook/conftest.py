"""The desks of the way in: what a template is filled in with is brought there."""

from __future__ import annotations

from tests.intake.conftest import desk, own_desk

__all__ = ["desk", "own_desk"]
