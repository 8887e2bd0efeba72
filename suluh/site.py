"""The site: mkdocs makes the shell of every page, and the printed bodies are bound into it.

The only module that knows mkdocs. A shell is all of a page but its body and description: mkdocs
never sees a figure, which is ten times faster and keeps them out of the search index
(docs/adr/0004). So the shells stay the same from one edit of the records to the next, and are
kept.
"""

from __future__ import annotations

import json
import logging
import os
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape
from importlib.metadata import version
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from suluh import store
from suluh.localisation import date_text
from suluh.press import PrintedPage
from suluh.published import Published
from suluh.staging import Stage

_BODY_START, _BODY_END = "<!--isi-->", "<!--/isi-->"
_DESCRIPTION = "suluh-deskripsi"
_FRAGMENT = re.compile(r"<p><!--sisip:([a-z0-9/_-]+)--></p>|<!--sisip:([a-z0-9/_-]+)-->")


class SiteError(Exception):
    """mkdocs refused the pages."""


def build_site(
    config_file: Path,
    cache: Path,
    stage: Stage,
    pages: Sequence[PrintedPage],
    published: Published,
) -> None:
    """Build the printed pages into `stage.site`; SiteError with mkdocs' own warnings."""
    shell = Shell(config_file, stage.shell, _for_the_theme(published), _epoch(published))
    _bind(shell.files(pages, cache / "shell.zip"), pages, stage)
    _move_beside(stage.files, stage.site)


@dataclass(frozen=True)
class Shell:
    """Every page without its body, and the files of the theme, as mkdocs builds them."""

    config_file: Path
    folder: Path
    extra: Mapping[str, object]
    epoch: int

    def files(self, pages: Iterable[PrintedPage], kept: Path) -> Mapping[str, bytes]:
        """Content by path below the site; from the archive `kept` if that is of the same pages."""
        sources = {f"{page.path}index.md": _markdown(page) for page in pages}
        edition = self._edition(sources)
        files = _unpack(kept, edition)
        if files is None:
            files = self._build(sources)
            _pack(files, kept, edition)
        return files

    def _edition(self, sources: Mapping[str, str]) -> str:
        """A name for all that the shells depend on."""
        theme = sorted(p for p in self.config_file.parent.glob("templates/theme/**/*.*"))
        return store.digest(
            *(version(name) for name in ("mkdocs", "mkdocs-material", "markdown")),
            *(path.read_bytes().hex() for path in (Path(__file__), self.config_file, *theme)),
            json.dumps([sources, self.extra, self.epoch], sort_keys=True),
        )

    def _build(self, sources: Mapping[str, str]) -> Mapping[str, bytes]:
        """Run mkdocs, strictly."""
        docs, site = self.folder / "docs", self.folder / "site"
        for name, text in sources.items():
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_text(text, encoding="utf-8")
        os.environ["SOURCE_DATE_EPOCH"] = str(self.epoch)
        warnings = _Warnings()
        logging.getLogger("mkdocs").addHandler(warnings)
        try:
            config = load_config(
                str(self.config_file), docs_dir=str(docs), site_dir=str(site), strict=True
            )
            config.extra.update(self.extra)
            config.plugins["suluh"] = _Contents()
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            raise SiteError("\n".join(warnings.messages) or str(error)) from error
        finally:
            logging.getLogger("mkdocs").removeHandler(warnings)
        built = sorted(path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in built}


def _markdown(page: PrintedPage) -> str:
    """Front matter is JSON, which is YAML: no text in it can end it or be taken for markup.

    JSON would escape an emoji as a surrogate pair, which YAML does not know; Python's escapes
    it does.
    """
    body, description = page.markdown, page.description
    if body is None:
        body = f"{_BODY_START}<p>{escape(page.keywords)}</p>{_BODY_END}\n"
        description = _DESCRIPTION
    meta = {
        "title": escape(page.title),
        "description": escape(description),
        "bagian": [[section.id, section.title] for section in page.sections],
    }
    head = json.dumps(meta, ensure_ascii=False).encode("ascii", "backslashreplace").decode()
    return f"---\n{head}\n---\n{body}"


class _NoOptions(Config):
    """The plugin has no settings in mkdocs.yml."""


class _Contents(BasePlugin[_NoOptions]):
    """Gives each page the table of contents of the body it will get."""

    def __init__(self) -> None:
        super().__init__()
        self.load_config({})

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> str:
        sections = page.meta.get("bagian")
        if sections:
            page.toc = TableOfContents([AnchorLink(title, id_, 2) for id_, title in sections])
        return html


def _bind(shell: Mapping[str, bytes], pages: Iterable[PrintedPage], stage: Stage) -> None:
    """Write the site: the theme's files as they are, each page with its body."""
    printed = {f"{page.path}index.html": page for page in pages}
    for name, content in shell.items():
        target = stage.site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        page = printed.get(name)
        whole = _bound(content.decode(), page, stage.fragments).encode() if page else content
        target.write_bytes(whole)


def _bound(shell: str, page: PrintedPage, fragments: Path) -> str:
    def fragment(name: str) -> str:
        return (fragments / f"{name}.html").read_text(encoding="utf-8")

    if page.markdown is not None:
        return _FRAGMENT.sub(lambda found: fragment(found[1] or found[2]), shell)
    before, _, rest = shell.partition(_BODY_START)
    _, _, after = rest.partition(_BODY_END)
    head = before.replace(_DESCRIPTION, escape(page.description))
    return f"{head}{fragment(page.path + 'index')}{after}"


def _move_beside(files: Path, site: Path) -> None:
    for source in sorted(path for path in files.rglob("*") if path.is_file()):
        target = site / source.relative_to(files)
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)


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


def _for_the_theme(published: Published) -> Mapping[str, object]:
    return {
        "contoh": published.contract.is_sample,
        "kota": escape(published.contract.city),
        "per_tanggal": date_text(published.as_of),
    }


def _epoch(published: Published) -> int:
    """The date of the data as seconds: what mkdocs takes for the time of the build."""
    return int(datetime.combine(published.as_of, time(), UTC).timestamp())


def serve_site(out: Path, port: int, watched: Iterable[Path], rebuild: Callable[[], None]) -> None:
    """Serve the site on this machine; rebuild and reload the browser when a file changes."""
    server = LiveReloadServer(rebuild, "127.0.0.1", port, str(out))
    for path in watched:
        server.watch(str(path))
    try:
        server.serve()
    finally:
        server.shutdown(wait=True)


class _Warnings(logging.Handler):
    """Keeps mkdocs' warnings, so that a refusal can say its reasons."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
