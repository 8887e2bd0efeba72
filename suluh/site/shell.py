"""Shells: every page without its body and description, built by mkdocs and kept.

mkdocs never sees a figure, which is ten times faster and keeps them out of the search index
(docs/adr/0004). So the shells stay the same from one edit of the records to the next, and a
build that finds them kept never imports mkdocs.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from importlib.metadata import version
from pathlib import Path

from suluh import store
from suluh.edition import PrintedPage
from suluh.text import ENGLISH

BODY_START, BODY_END = "<!--isi-->", "<!--/isi-->"
DESCRIPTION = "suluh-deskripsi"
"""What stands in a shell for what is bound into it."""


_SOURCES = (
    Path(__file__),
    *map(Path(__file__).with_name, ("mkdocs_run.py", "stylesheet.py")),
)


class ShellError(Exception):
    """mkdocs refused the pages."""


@dataclass(frozen=True)
class Shell:
    """Every page without its body, and the files of the theme, as mkdocs builds them."""

    config_file: Path
    folder: Path
    extra: Mapping[str, object]
    epoch: int

    def files(self, pages: Iterable[PrintedPage], kept: Path) -> Mapping[str, bytes]:
        """Content by path below the site; from the archive `kept` if that is of the same pages."""
        printed = {page.path: page for page in pages}
        sources = {f"{path}index.md": _markdown(page, printed) for path, page in printed.items()}
        edition = self._edition(sources)
        files = _unpack(kept, edition)
        if files is None:
            from suluh.site.mkdocs_run import run_mkdocs  # noqa: PLC0415 only what is not kept

            files = run_mkdocs(self.config_file, self.folder, sources, self.extra, self.epoch)
            _pack(files, kept, edition)
        return files

    def _edition(self, sources: Mapping[str, str]) -> str:
        """A name for all that the shells depend on."""
        theme = sorted(p for p in self.config_file.parent.glob("templates/theme/**/*.*"))
        return store.digest(
            *(version(name) for name in ("mkdocs", "mkdocs-material", "markdown")),
            *(path.read_bytes().hex() for path in (*_SOURCES, self.config_file, *theme)),
            json.dumps([sources, self.extra, self.epoch], sort_keys=True),
        )


def _twin(path: str) -> str:
    """Where the same page lies in the other language."""
    english = ENGLISH.folder
    return path.removeprefix(english) if path.startswith(english) else english + path


def _markdown(page: PrintedPage, pages: Collection[str]) -> str:
    """Front matter is JSON, which is YAML: no text in it can end it or be taken for markup.

    JSON would escape an emoji as a surrogate pair, which YAML does not know; Python's escapes
    it does.
    """
    body, description = page.markdown, page.description
    if body is None:
        body = f"{BODY_START}{BODY_END}\n"
        description = DESCRIPTION
    meta = {
        "title": escape(page.title),
        "description": escape(description),
        "umpan": page.feed,
        "pasangan": _twin(page.path) or "./" if _twin(page.path) in pages else "",
        "bagian": [[section.id, section.title] for section in page.sections],
    }
    head = json.dumps(meta, ensure_ascii=False).encode("ascii", "backslashreplace").decode()
    return f"---\n{head}\n---\n{body}"


def _pack(files: Mapping[str, bytes], kept: Path, edition: str) -> None:
    """Keep the shells in an archive, whose checksums tell a damaged one."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_suffix(f".{os.getpid()}")
    with zipfile.ZipFile(draft, "w") as archive:
        archive.comment = edition.encode()
        for name, content in files.items():
            archive.writestr(name, content)
    draft.replace(kept)


def _unpack(kept: Path, edition: str) -> Mapping[str, bytes] | None:
    try:
        with zipfile.ZipFile(kept) as archive:
            if archive.comment != edition.encode():
                return None
            return {name: archive.read(name) for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile):
        return None
