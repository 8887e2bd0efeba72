"""The site map, by which search engines find every page: sitemaps.org, protocol 0.9."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from suluh.edition import PrintedPage

_ENTRY = """    <url>
         <loc>{}</loc>
         <lastmod>{}</lastmod>
    </url>
"""
_MAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}</urlset>
"""


def site_map(
    pages: Iterable[PrintedPage], address: str, as_of: date
) -> Iterator[tuple[str, bytes]]:
    """The map and the same compressed, by name; nothing where the site has no address.

    Entries need full addresses. What is on a page is of the date of the data.
    """
    if not address:
        return
    paths = sorted(page.path for page in pages)
    entries = (_ENTRY.format(escape(f"{address}{path}"), as_of.isoformat()) for path in paths)
    whole = _MAP.format("".join(entries)).encode()
    yield "sitemap.xml", whole
    yield "sitemap.xml.gz", gzip.compress(whole, mtime=0)
