"""What the search finds: pages of the language one reads, and no others."""

from __future__ import annotations

import json
from collections.abc import Mapping

from suluh.text import ENGLISH

INDEX = "search/search_index.json"


def by_language(index: bytes) -> Mapping[str, bytes]:
    """The search index of mkdocs as one for each language, by where it lies in the site."""
    whole = json.loads(index)
    english = ENGLISH.folder
    ours = [doc for doc in whole["docs"] if not doc["location"].startswith(english)]
    theirs = [
        {**doc, "location": doc["location"].removeprefix(english)}
        for doc in whole["docs"]
        if doc["location"].startswith(english)
    ]
    return {INDEX: _written(whole, ours), english + INDEX: _written(whole, theirs)}


def _written(whole: Mapping[str, object], docs: object) -> bytes:
    text = json.dumps({**whole, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
    return text.encode()
