"""Building as whoever typed the command sees it: what is said, and what a mistake of theirs is."""

from __future__ import annotations

import errno
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from suluh.freshness import Freshness
from suluh.job import Job
from suluh.refusals import (
    require_folder,
    require_place,
    require_replaceable,
    require_writable,
)
from suluh.usage import UserError

if TYPE_CHECKING:
    from suluh.pipeline import Summary
    from suluh.reader import Reader
    from suluh.studio import Studio


def build_as_told(job: Job, timings: Path | None = None) -> None:
    """Build unless nothing changed; print one line of summary."""
    started = perf_counter()
    require_folder(job.data)
    require_replaceable(job.out)
    require_place(job.out)
    require_writable(job.cache)
    freshness = Freshness.of(job)
    if freshness.is_fresh():
        click.echo("Nothing has changed." if job.lang == "en" else "Tidak ada yang berubah.")
        return
    with _uncollected():
        summary = _run_pipeline(job, timings)
    if freshness.holds():  # nothing was edited meanwhile
        freshness.remember()
    click.echo(_summary_text(summary, perf_counter() - started, job.lang))


def _run_pipeline(job: Job, timings: Path | None) -> Summary:
    import suluh.published  # noqa: F401 what this process and the reader's both need
    from suluh.reader import reader

    with reader(job) as records:
        from suluh.studio import artists

        with artists(job.jobs, job.cache) as studio:  # V8 starts while the rest is imported
            summary = _publish(job, records, studio, timings)
    if summary.warnings:
        click.echo(summary.warnings, err=True)
    return summary


def _publish(job: Job, records: Reader, studio: Studio, timings: Path | None) -> Summary:
    """Run the build; what a user can mend comes out as a UserError."""
    from suluh.feeds import AddressError  # all of this is imported while the records are read
    from suluh.pages.content import ContentError
    from suluh.pipeline import build
    from suluh.progress import Progress
    from suluh.search import NeedsError
    from suluh.site import ShellError

    progress = Progress(job.lang)
    try:
        summary = build(job, records, studio, progress)
    except (ContentError, NeedsError) as error:
        raise UserError.of_data(str(error)) from None
    except ShellError as error:
        raise UserError.of_build(
            f"mkdocs menolak halaman; situs lama tidak berubah.\n{error}",
            f"mkdocs refused the pages; the old site is unchanged.\n{error}",
        ) from None
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise UserError.of_build(
            "Penyimpanan penuh; situs lama tidak berubah. Kosongkan sebagian, lalu ulangi. Isi"
            f" folder {job.cache} boleh dihapus.",
            "The disk is full; the old site is unchanged. Make room, then try again. What is in"
            f" {job.cache} may be deleted.",
        ) from None
    except AddressError as error:
        raise UserError.of_build(
            f"site_url di mkdocs.yml harus alamat lengkap, misalnya https://nama.go.id/: {error}",
            f"site_url in mkdocs.yml has to be a full address, like https://name.go.id/: {error}",
        ) from None
    if timings:
        progress.write(timings)
    return summary


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage, at the end neither: a build keeps most of what it makes."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _summary_text(summary: Summary, seconds: float, lang: str) -> str:
    from suluh.localisation import number_text

    counts = (summary.pages, summary.figures, summary.suppressed)
    pages, figures, hidden = (number_text(count, lang=lang) for count in counts)
    took = number_text(seconds, 1, lang)
    if lang == "en":
        return f"Done: {pages} pages, {figures} figures, {hidden} hidden, {took} s."
    return f"Selesai: {pages} halaman, {figures} angka, {hidden} disembunyikan, {took} detik."
