"""Anda sampaikan → kami lakukan → hasilnya: what citizens said, what was done, did it work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suluh.comparison import Change, compare
from suluh.pages.roll import named
from suluh.periods import Period
from suluh.published import Commitment, Department, DepartmentFigures, Figure, Published, Voice
from suluh.record_words import record_word
from suluh.sentences.phrases import latest
from suluh.text import say


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
    """One thing said, what was done about it and by whom, and whether it helped.

    `number` and `anchor` are a commitment's: the code of a complaint is confidential. `effect`:
    the indicator a commitment was to mend, before it was made and after it was kept; `note`
    says why there is none.
    """

    said: str
    source: str
    period: Period  # the quarter of it: of a citizen's words no more is published
    step: str
    done: str
    state: State
    owner: Department | None
    result: str
    note: str
    number: str = ""
    anchor: str = ""
    made_on: date | None = None
    due: date | None = None
    done_on: date | None = None
    days_late: int = 0
    effect: Change | None = None

    @property
    def refused(self) -> bool:
        """Whether nothing will be done: then its result is the reason why."""
        return self.state in (_REFUSED, _DROPPED)


_REFUSED = State("×", say("tidak dapat dipenuhi"), "netral")
_DROPPED = State("×", say("dibatalkan"), "buruk")
_DECISIONS = {
    "dilaksanakan": State("✓", say("dilaksanakan"), "baik"),
    "direncanakan": State("…", say("direncanakan"), "proses"),
    "tidak dapat dipenuhi": _REFUSED,
}
_NO_REASON = say("Tidak dicatat.")
_ANSWERED = State("✓", say("dijawab"), "baik")
_KEPT = State("✓", say("selesai tepat waktu"), "baik")


_SUMMARIES = {"nrr": "ikm"}
"""What stands for an indicator named without a category: the IKM is the mean of its elements."""


def commitment_state(commitment: Commitment) -> State:
    """Kept, kept late, overdue, under way, not begun or dropped, on the day of the data."""
    if commitment.lewat:
        return State("!", say("lewat tenggat"), "buruk")
    match commitment.status:
        case "selesai":
            done = commitment.tanggal_selesai
            late = done is not None and done > commitment.tenggat
            return State("!", say("selesai, terlambat"), "proses") if late else _KEPT
        case "batal":
            return _DROPPED
        case "berjalan":
            return State("…", say("sedang dikerjakan"), "proses")
        case _:
            return State("○", say("belum dimulai"), "netral")


def anchor(commitment: Commitment) -> str:
    """What an address of this commitment ends with; two codes never have the same."""
    code = re.sub(r"[^A-Za-z0-9.-]", lambda sign: f"_{ord(sign[0]):x}_", commitment.id_komitmen)
    return f"komitmen-{code}"


def replies(published: Published, kode_opd: str, most: int) -> tuple[Reply, ...]:
    """The newest `most` commitments and as many answered complaints, newest first.

    Commitments are kept apart, or complaints would crowd out the ones with a measured effect.
    """
    facts, owner = published.facts(kode_opd), named(published).get(kode_opd)
    said = [v for v in facts.voices if v.keputusan or v.hasil]
    answered = [_decision(v, owner) for v in said[:most]]
    made = promises(published, facts.commitments[:most])
    return tuple(sorted((*made, *answered), key=lambda r: r.period, reverse=True))


def promises(published: Published, commitments: Sequence[Commitment]) -> tuple[Reply, ...]:
    """What became of these commitments, in their order."""
    known = named(published)
    by_department = sorted(commitments, key=lambda c: c.kode_opd)  # figures are read once
    made = {c.id_komitmen: _promise(published, c, known.get(c.kode_opd)) for c in by_department}
    return tuple(made[c.id_komitmen] for c in commitments)


def suggestions(published: Published, kode_opd: str) -> tuple[Voice, ...]:
    """Words of citizens that no decision is recorded for, newest first."""
    said = published.facts(kode_opd).voices
    return tuple(v for v in said if not v.keputusan and not v.hasil)


def effect(own: DepartmentFigures, commitment: Commitment) -> Change | None:
    """The indicator before the promise was made, and as soon as it can be told after it was kept.

    Whole quarters where it has them, else years: the first one after it that can be set beside
    the same quarter before, so that the season does not count. None while there is no such pair.
    """
    named, _, rincian = commitment.indikator_dampak.partition("/")
    indikator = named if rincian else _SUMMARIES.get(named, named)
    made, kept = commitment.tanggal, commitment.tanggal_selesai
    series = own.quarters(indikator, rincian) or own.years(indikator, rincian)
    before = [f for f in series if Period.parse(f.periode).end < made]
    after = [f for f in series if kept and Period.parse(f.periode).start > kept]
    pairs = ((new, latest([old for old in before if _is_same_season(old, new)])) for new in after)
    return next((compare(new, old) for new, old in pairs if old and new.has_value), None)


def _is_same_season(a: Figure, b: Figure) -> bool:
    """Whether both are of the same quarter of a year, or both of years."""
    return Period.parse(a.periode).quarter == Period.parse(b.periode).quarter


def _promise(published: Published, c: Commitment, owner: Department | None) -> Reply:
    changed = effect(published.of(c.kode_opd), c) if owner else None
    state = commitment_state(c)
    return Reply(
        said=c.masukan,
        source=say("forum konsultasi publik"),
        period=Period.quarter_of(c.tanggal),
        step=say("Kami lakukan") if c.status == "selesai" else say("Kami janjikan"),
        done=c.komitmen,
        state=state,
        owner=owner,
        result=c.bukti,
        note="" if changed else _unmeasured(c),
        number=c.id_komitmen,
        anchor=anchor(c),
        made_on=c.tanggal,
        due=c.tenggat,
        done_on=c.tanggal_selesai,
        days_late=(published.as_of - c.tenggat).days if c.lewat else 0,
        effect=changed,
    )


def _unmeasured(c: Commitment) -> str:
    """Why it cannot be told whether a commitment helped."""
    if c.status == "batal":
        return "" if c.bukti else _NO_REASON
    if c.status != "selesai":
        return say("Dapat dinilai sesudah selesai.")
    if not c.indikator_dampak:
        return say("Tidak ada indikator yang dipilih untuk mengukur hasilnya.")
    return say(
        "Belum dapat dinilai: belum ada angka sebelum dan sesudahnya yang dapat dibandingkan."
    )


def _decision(voice: Voice, owner: Department | None) -> Reply:
    state = _DECISIONS.get(voice.keputusan, _ANSWERED)
    missing = _NO_REASON if state is _REFUSED else say("Belum dicatat.")
    return Reply(
        said=voice.kata,
        source=record_word(voice.sumber),
        period=Period.parse(voice.periode),
        step=say("Kami putuskan"),
        done="",
        state=state,
        owner=owner,
        result=voice.hasil,
        note="" if voice.hasil else missing,
    )
