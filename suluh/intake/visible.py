"""Text that is safe to show on a terminal: what would steer it is made visible."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters but the tab, and marks that turn the direction of a text around."""


def visible(text: str) -> str:
    """One line of text with each unseen character made a replacement character."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
