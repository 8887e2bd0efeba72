"""What a text beside the figures is called where it comes or goes: kind, department, day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from suluh.record_words import record_word
from suluh.text import Text, say

Fact: TypeAlias = Award | Commitment | Correction | Forum | Service | Story | Training | Voice


@dataclass(frozen=True)
class Named:
    """A text by what it is, whose, of when, and by all its words that are shown."""

    kind: Text
    kode_opd: str
    when: str
    words: tuple[str, ...]


def named(fact: Fact) -> Named:
    """What a text is called."""
    kind, when, words = _NAMES[type(fact)]
    return Named(kind(fact), fact.kode_opd, when(fact), tuple(filter(None, words(fact))))


_NAMES: Mapping[
    type, tuple[Callable[[Any], Text], Callable[[Any], str], Callable[[Any], Iterable[str]]]
] = {
    Voice: (
        lambda _: say("Kata seorang warga"),
        lambda voice: period_text(voice.periode),
        lambda voice: (voice.layanan, voice.kata, record_word(voice.keputusan), voice.hasil),
    ),
    Story: (
        lambda _: say("Kisah"),
        lambda story: date_text(story.tanggal),
        lambda story: (story.kutipan, story.peran, story.pelatihan),
    ),
    Award: (
        lambda _: say("Penghargaan"),
        lambda award: period_text(award.periode),
        lambda award: (award.jenis, award.penerima, award.alasan),
    ),
    Commitment: (
        lambda _: say("Komitmen dari forum"),
        lambda made: date_text(made.tanggal),
        lambda made: (
            made.masukan,
            made.komitmen,
            commitment_state(made).word,
            date_text(made.tenggat),
            made.bukti,
        ),
    ),
    Forum: (
        lambda _: say("Forum dengan warga"),
        lambda forum: date_text(forum.tanggal),
        lambda forum: (forum.tema, forum.tempat, forum.berita_acara),
    ),
    Training: (
        lambda _: say("Pelatihan"),
        lambda training: date_text(training.tanggal_selesai),
        lambda training: (training.judul,),
    ),
    Service: (
        lambda _: say("Jenis layanan"),
        lambda service: period_text(str(service.tahun)),
        lambda service: (service.layanan,),
    ),
    Correction: (
        lambda _: say("Koreksi angka"),
        lambda correction: date_text(correction.tanggal),
        lambda correction: (correction.sebelum, correction.sesudah, correction.alasan),
    ),
}
