"""What a text beside the figures is called where it comes or goes: kind, department, day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from suluh.localisation import date_text, period_text
from suluh.pages.replies import commitment_state
from suluh.published import (
    Award,
    Commitment,
    Correction,
    Forum,
    Service,
    Story,
    Training,
    Voice,
)
from suluh.text import Text, joined, say

Fact: TypeAlias = Award | Commitment | Correction | Forum | Service | Story | Training | Voice

MOST_LETTERS = 160


@dataclass(frozen=True)
class Named:
    """A text by what it is, whose, of when, and by its words."""

    kind: Text
    kode_opd: str
    when: str
    words: str


def named(fact: Fact) -> Named:
    """What a text is called."""
    kind, when, words = _NAMES[type(fact)]
    return Named(kind(fact), fact.kode_opd, when(fact), words(fact))


_NAMES: Mapping[type, tuple[Callable[[Any], Text], Callable[[Any], str], Callable[[Any], str]]] = {
    Voice: (
        lambda _: say("Kata seorang warga"),
        lambda voice: period_text(voice.periode),
        lambda voice: _short(" → ".join(filter(None, (voice.kata, voice.hasil)))),
    ),
    Story: (
        lambda _: say("Kisah"),
        lambda story: date_text(story.tanggal),
        lambda story: _short(story.kutipan),
    ),
    Award: (
        lambda _: say("Penghargaan"),
        lambda award: period_text(award.periode),
        lambda award: _short(f"{award.penerima}: {award.alasan}"),
    ),
    Commitment: (
        lambda _: say("Komitmen dari forum"),
        lambda made: date_text(made.tanggal),
        lambda made: joined("", (_short(made.komitmen), " (", commitment_state(made).word, ")")),
    ),
    Forum: (
        lambda _: say("Forum dengan warga"),
        lambda forum: date_text(forum.tanggal),
        lambda forum: forum.tema,
    ),
    Training: (
        lambda _: say("Pelatihan"),
        lambda training: date_text(training.tanggal_selesai),
        lambda training: training.judul,
    ),
    Service: (
        lambda _: say("Jenis layanan"),
        lambda service: period_text(str(service.tahun)),
        lambda service: service.layanan,
    ),
    Correction: (
        lambda _: say("Koreksi angka"),
        lambda correction: date_text(correction.tanggal),
        lambda correction: _short(correction.alasan),
    ),
}


def _short(words: str) -> str:
    return words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS].rstrip()}…"
