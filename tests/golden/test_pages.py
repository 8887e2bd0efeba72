"""Each kind of page, made from the small fixed records, as somebody saw it and found it right."""

from __future__ import annotations

import pytest
from built_site import BuiltSite
from goldtest import Golden
from lxml import html

PAGES = (
    "",
    "opd/",
    "opd/disdukcapil/",
    "opd/disdukcapil/2025/",
    "en/opd/disdukcapil/",
    "opd/perpustakaan/",
    "opd/kec-silungkang/",
    "opd/arsip/",
    "pelatihan/",
    "evaluasi/",
    "suara/",
    "forum/",
    "banding/",
    "dampak/",
    "indikator/",
    "indikator/ikm/",
    "kelengkapan/",
    "koreksi/",
)
DRAWINGS = ((r"<svg\b.*?</svg>", "<svg/>"), (r"\n\s*\n+", "\n"))
"""Drawings within pages have golden files of their own; empty lines mean nothing in HTML."""


@pytest.mark.parametrize("path", PAGES)
def test_page_is_as_saved(small_site: BuiltSite, golden: Golden, path: str) -> None:
    article = small_site.article(f"{path}index.html")
    text = html.tostring(article, encoding="unicode")
    golden.check(f"pages/{path.strip('/').replace('/', '-') or 'beranda'}.html", text, DRAWINGS)


def test_figures_are_as_saved(small_site: BuiltSite, golden: Golden) -> None:
    figures = (small_site.root / "unduh" / "angka.csv").read_text(encoding="utf-8")
    golden.check("angka.csv", figures)
