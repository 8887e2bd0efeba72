"""Text as XML 1.0 (2.2) can hold it: some characters it cannot, not even escaped."""

from __future__ import annotations

import re

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit_for_xml(text: str) -> str:
    """The text with a sign in the place of each character that XML cannot hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
