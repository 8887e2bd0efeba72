"""`/koreksi/`: published figures that were corrected, and why."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.catalogue import Indicator, indicators
from suluh.pages.page import Page
from suluh.pages.roll import named
from suluh.published import Correction, Department, Published
from suluh.sentences import corrections_lead
from suluh.text import say


@dataclass(frozen=True)
class Corrected:
    """A correction with the indicator and department it names; None where they are unknown."""

    correction: Correction
    indicator: Indicator | None
    department: Department | None


def corrections_page(published: Published) -> Page:
    """Every correction, newest first."""
    known = named(published)
    corrected = tuple(
        Corrected(c, indicators().get(c.indikator), known.get(c.kode_opd))
        for c in published.corrections
    )
    return Page(
        path="koreksi/",
        template="koreksi.html",
        title=say("Koreksi"),
        lead=corrections_lead(published),
        content={"corrected": corrected, "city": published.contract.city},
    )
