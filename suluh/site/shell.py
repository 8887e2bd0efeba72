"""Shells: the frame of every mould and every hand-written page, built by mkdocs and kept.

mkdocs never sees a figure, which is ten times faster and keeps them out of the search index
(docs/adr/0004). So the shells stay the same from one edit of the records to the next, and a
build that finds them kept never imports mkdocs.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html import escape
from importlib.metadata import version
from pathlib import Path

from suluh import store
from suluh.edition import PrintedPage
from suluh.site.mould import DESCRIPTION, SECTION, TITLE, Mould, has_twin, way_to_twin

BODY_START, BODY_END = "<!--isi-->", "<!--/isi-->"
"""What stands in a shell around the body that is bound into it."""


_SOURCES = (
    Path(__file__),
    *map(Path(__file__).with_name, ("mkdocs_run.py", "mould.py", "stylesheet.py")),
)


class ShellError(Exception):
    """mkdocs refused the pages."""


@dataclass(frozen=True)
class Shell:
    """The shells of a site's pages, and the files of the theme, as mkdocs builds them."""

    config_file: Path
    folder: Path
    extra: Mapping[str, object]
    epoch: int

    def files(
        self,
        pages: Iterable[PrintedPage],
        paths: AbstractSet[str],
        moulds: Iterable[Mould],
        kept: Path,
    ) -> Mapping[str, bytes]:
        """Content by path below the site; from the archive `kept` if it is of the same pages.

        `paths` are those of all pages of the site.
        """
        written = [page for page in pages if page.markdown is not None]
        sources = {f"{mould.path}index.md": _of_mould(mould) for mould in moulds}
        sources |= {f"{page.path}index.md": _hand_written(page, paths) for page in written}
        edition = self._edition(sources, sorted(paths))
        files = _unpack(kept, edition)
        if files is None:
            from suluh.site.mkdocs_run import run_mkdocs  # noqa: PLC0415 only what is not kept

            others = [f"{path}index.md" for path in sorted(paths)]
            files = run_mkdocs(
                self.config_file, self.folder, sources, others, self.extra, self.epoch
            )
            _pack(files, kept, edition)
        return files

    def _edition(self, sources: Mapping[str, str], paths: Sequence[str]) -> str:
        """A name for all that the shells depend on: texts may link to any page of the site."""
        theme = sorted(p for p in self.config_file.parent.glob("templates/theme/**/*.*"))
        return store.digest(
            *(version(name) for name in ("mkdocs", "mkdocs-material", "markdown")),
            *(path.read_bytes().hex() for path in (*_SOURCES, self.config_file, *theme)),
            json.dumps([sources, paths, self.extra, self.epoch], sort_keys=True),
        )


def _of_mould(mould: Mould) -> str:
    sections = [[SECTION, SECTION]] if mould.has_sections else []
    body = f"{BODY_START}{BODY_END}\n"
    return _markdown(TITLE, DESCRIPTION, mould.feed, mould.twin, sections, body)


def _hand_written(page: PrintedPage, pages: Container[str]) -> str:
    twin = way_to_twin(page.path) if has_twin(page.path, pages) else ""
    sections = [[section.id, section.title] for section in page.sections]
    title, description = escape(page.title), escape(page.description)
    return _markdown(title, description, page.feed, twin, sections, page.markdown or "")


def _markdown(
    title: str, description: str, feed: str, twin: str, sections: list[list[str]], body: str
) -> str:
    """Front matter is JSON, which is YAML: no text in it can end it or be taken for markup.

    JSON would escape an emoji as a surrogate pair, which YAML does not know; Python's escapes
    it does.
    """
    meta = {
        "title": title,
        "description": description,
        "umpan": feed,
        "pasangan": twin,
        "bagian": sections,
    }
    head = json.dumps(meta, ensure_ascii=False).encode("ascii", "backslashreplace").decode()
    return f"---\n{head}\n---\n{body}"


def _pack(files: Mapping[str, bytes], kept: Path, edition: str) -> None:
    """Keep the shells in an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.comment = edition.encode()
        for name, content in files.items():
            archive.writestr(name, content)
    store.write_bytes(kept, packed.getvalue())


def _unpack(kept: Path, edition: str) -> Mapping[str, bytes] | None:
    content = store.read_bytes(kept)
    if content is None:
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if archive.comment != edition.encode():
            return None
        return {name: archive.read(name) for name in archive.namelist()}
