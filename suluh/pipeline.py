"""The whole story: from the city's records to its published site."""

from __future__ import annotations

from dataclasses import dataclass

from suluh import store
from suluh.archive import Archive
from suluh.cards import write_cards
from suluh.charts import write_tools
from suluh.edition import PrintedPage
from suluh.feeds import read_address, write_feeds
from suluh.figures import Status
from suluh.footprint import Parts
from suluh.job import Job
from suluh.opendata import write_downloads
from suluh.pages import page_makers
from suluh.pages.content import content_pages
from suluh.press import Press, get_ready, printed, printing, program
from suluh.progress import Progress
from suluh.published import Published
from suluh.reader import Reader
from suluh.search import read_needs, write_index
from suluh.site import build_site
from suluh.staging import Stage, stage_for
from suluh.studio import Studio
from suluh.text import LANGUAGES


@dataclass(frozen=True)
class Summary:
    """What a build made."""

    pages: int
    figures: int
    suppressed: int
    warnings: str


def build(job: Job, reader: Reader, studio: Studio, progress: Progress) -> Summary:
    """Build the site, or raise and leave the old one as it was."""
    with stage_for(job.out) as stage:
        get_ready(job.templates, job.cache)
        published = reader.published(progress)
        pages = publish(published, job, stage, studio, progress)
        warnings = reader.warnings()
    hidden = int((published.figures["status"] == Status.HIDDEN).sum())
    return Summary(pages, len(published.figures), hidden, warnings)


def publish(
    published: Published, job: Job, stage: Stage, studio: Studio, progress: Progress
) -> int:
    """Lay the whole site on the stage, from `Published` alone; return its number of pages."""
    archive = Archive(job.cache, program(job.templates), Parts.of(published))
    press = Press(published, job.templates, stage.bodies, stage.site, job.cache, archive, studio)
    address = read_address(job.mkdocs_yml, published.contract)
    texts = [printing for _, printing in content_pages(job.content)]
    printings = [*map(printing, page_makers(published)), *texts]
    needs = {language: read_needs(job.content, language) for language in LANGUAGES}
    pages: list[PrintedPage] = []
    with printed(press, printings, job.jobs) as printing_on:  # by other processes; meanwhile here
        with progress.stage("downloads"):
            write_downloads(published, stage.site, job.cache)
            write_feeds(published, press.environment, address, stage.site, archive.made)
            for language in LANGUAGES:
                write_cards(published, press.environment, stage.site, language)
                press.print_social_card(language)
        with progress.stage("pages", len(printings)) as advance:
            for editions in printing_on:
                pages += editions
                advance()
    for language in LANGUAGES:
        write_index(published, pages, needs[language], stage.site, language)
    studio.await_tools(job.cache)
    studio.dismiss()
    write_tools(stage.site, job.cache)
    with progress.stage("site"):
        build_site(job.mkdocs_yml, job.cache, stage, pages, published, address.base)
    store.tidy(job.cache)  # not before all that is needed has been used
    return len(pages)
