"""Light: what a first visit to any page transfers, on a slow line and an old phone."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from built_site import BuiltSite
from lxml import html

MOST_BYTES = 150_000
MOST_REQUESTS = 12


@cache
def transferred(file: Path) -> int:
    """Bytes of a file as a web server sends it."""
    return len(gzip.compress(file.read_bytes(), mtime=0))


def loaded(page: Path) -> set[Path]:
    """The files that a browser fetches to show a page, itself included."""
    tree = html.document_fromstring(page.read_bytes())
    wanted = tree.xpath(
        "//link[@rel='stylesheet' or contains(@rel,'icon')]/@href"
        " | //script/@src | //img/@src | //link[@rel='preload']/@href"
    )
    files = [(page.parent / str(address)).resolve() for address in wanted]
    for script in filter(_is_ours, files):  # its imports join the end of the list
        imports = re.findall(
            r'^import .*"(\./\w+\.js)";$', script.read_text("utf-8"), re.MULTILINE
        )
        files += [(script.parent / name).resolve() for name in imports]
    return {page, *files}


def _is_ours(file: Path) -> bool:
    return file.parent.name == "assets" and file.suffix == ".js"


@pytest.fixture(scope="session")
def visits(site: BuiltSite) -> dict[str, set[Path]]:
    return {name: loaded(site.root / name) for name in site.pages if name != "404.html"}


def test_everything_a_page_loads_is_its_own(visits: dict[str, set[Path]]) -> None:
    assert {file for files in visits.values() for file in files if not file.is_file()} == set()


def test_a_first_visit_is_at_most_150_kb(visits: dict[str, set[Path]]) -> None:
    weights = {name: sum(map(transferred, files)) for name, files in visits.items()}
    assert {name: weight for name, weight in weights.items() if weight > MOST_BYTES} == {}


def test_a_first_visit_takes_at_most_12_requests(visits: dict[str, set[Path]]) -> None:
    assert {name: len(files) for name, files in visits.items() if len(files) > MOST_REQUESTS} == {}
