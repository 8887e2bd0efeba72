"""Anda sampaikan → kami lakukan → hasilnya: what citizens said, what was done, did it work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from suluh.comparison import Change, compare
from suluh.periods import Period
from suluh.published import Commitment, DepartmentFigures, Published, Voice
from suluh.sentences.phrases import latest


@dataclass(frozen=True, slots=True)
class State:
    """How far a promise or a decision has come: a mark, a word and a tone, never colour alone.

    `tone` is `baik`, `buruk`, `proses` or `netral`.
    """

    mark: str
    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing said, with what was done about it.

    `effect`: the indicator a commitment was to mend, before it was made and now.
    """

    said: str
    source: str
    period: Period  # the quarter of it: of a citizen's words no more is published
    done: str
    state: State
    due: date | None
    result: str
    effect: Change | None


_DECISIONS = {
    "dilaksanakan": State("✓", "dilaksanakan", "baik"),
    "direncanakan": State("…", "direncanakan", "proses"),
    "tidak dapat dipenuhi": State("×", "tidak dapat dipenuhi", "netral"),
}
_ANSWERED = State("✓", "dijawab", "baik")
_KEPT = State("✓", "selesai tepat waktu", "baik")


_SUMMARIES = {"nrr": "ikm"}
"""What stands for an indicator named without a category: the IKM is the mean of its elements."""


def commitment_state(commitment: Commitment) -> State:
    """Kept, kept late, overdue, under way, not begun or dropped, on the day of the data."""
    if commitment.lewat:
        return State("!", "lewat tenggat", "buruk")
    match commitment.status:
        case "selesai":
            done = commitment.tanggal_selesai
            late = done is not None and done > commitment.tenggat
            return State("!", "selesai, terlambat", "proses") if late else _KEPT
        case "batal":
            return State("×", "dibatalkan", "buruk")
        case "berjalan":
            return State("…", "sedang dikerjakan", "proses")
        case _:
            return State("○", "belum dimulai", "netral")


def anchor(commitment: Commitment) -> str:
    """What an address of this commitment ends with; two codes never have the same."""
    code = re.sub(r"[^A-Za-z0-9.-]", lambda sign: f"_{ord(sign[0]):x}_", commitment.id_komitmen)
    return f"komitmen-{code}"


def replies(published: Published, kode_opd: str, most: int) -> tuple[Reply, ...]:
    """The newest `most` commitments and as many answered complaints, newest first.

    Commitments are kept apart, or complaints would crowd out the ones with a measured effect.
    """
    own = published.of(kode_opd)
    facts = published.facts(kode_opd)
    made = facts.commitments
    said = [v for v in facts.voices if v.keputusan or v.hasil]
    promised = [_promise(own, c) for c in made[:most]]
    answered = [_decision(v) for v in said[:most]]
    return tuple(sorted((*promised, *answered), key=lambda r: r.period, reverse=True))


def suggestions(published: Published, kode_opd: str) -> tuple[Voice, ...]:
    """Words of citizens that no decision is recorded for, newest first."""
    said = published.facts(kode_opd).voices
    return tuple(v for v in said if not v.keputusan and not v.hasil)


def effect(own: DepartmentFigures, commitment: Commitment) -> Change | None:
    """The indicator before the promise was made, and in the newest period after it was kept.

    Whole quarters where it has them, else years. None while the promise is not kept, or no
    later period has a value.
    """
    named, _, rincian = commitment.indikator_dampak.partition("/")
    indikator = named if rincian else _SUMMARIES.get(named, named)
    made, kept = commitment.tanggal, commitment.tanggal_selesai
    series = own.quarters(indikator, rincian) or own.years(indikator, rincian)
    before = latest([f for f in series if Period.parse(f.periode).end < made])
    after = latest([f for f in series if kept and Period.parse(f.periode).start > kept])
    return compare(after, before) if before and after else None


def _promise(own: DepartmentFigures, commitment: Commitment) -> Reply:
    return Reply(
        said=commitment.masukan,
        source="forum konsultasi publik",
        period=Period.quarter_of(commitment.tanggal),
        done=commitment.komitmen,
        state=commitment_state(commitment),
        due=commitment.tenggat,
        result=commitment.bukti,
        effect=effect(own, commitment),
    )


def _decision(voice: Voice) -> Reply:
    state = _DECISIONS.get(voice.keputusan, _ANSWERED)
    said_in = Period.parse(voice.periode)
    return Reply(voice.kata, voice.sumber, said_in, "", state, None, voice.hasil, None)
