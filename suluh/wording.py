"""The short fixed words of cards, tables and sentences: states, verdicts, standings."""

from __future__ import annotations

from functools import cache, lru_cache

from suluh.catalogue import Protection, indicators
from suluh.comparison import Change, Position, Standing, Verdict
from suluh.contract import Policy
from suluh.decimals import DECIMALS
from suluh.figures import Status
from suluh.localisation import number_text, period_text
from suluh.published import Figure
from suluh.record_words import record_word
from suluh.text import Text, joined, many_, say, say_many

MARKS = {
    Status.PUBLISHED: "",
    Status.HIDDEN: "[c]",
    Status.SMALL_SAMPLE: "[u]",
    Status.NOT_REPORTED: "[x]",
    Status.NOT_APPLICABLE: "[z]",
}
"""Marks of the states, after the shorthand of British official statistics."""

STATE_TEXTS = {
    Status.PUBLISHED: "",
    Status.HIDDEN: say("disembunyikan untuk melindungi orang"),
    Status.SMALL_SAMPLE: say("sampel kecil"),
    Status.NOT_REPORTED: say("tidak dilaporkan"),
    Status.NOT_APPLICABLE: say("tidak berlaku"),
}

BANDS = {
    "A": say("sangat baik"),
    "B": say("baik"),
    "C": say("kurang baik"),
    "D": say("tidak baik"),
}
"""Words of the IKM's bands, PermenPANRB 14/2017."""

ELEMENT_WORDS = {
    "persyaratan": say("persyaratan"),
    "prosedur": say("prosedur"),
    "waktu": say("waktu penyelesaian"),
    "biaya": say("biaya"),
    "produk": say("hasil layanan"),
    "kompetensi": say("kemampuan petugas"),
    "perilaku": say("perilaku petugas"),
    "pengaduan": say("penanganan pengaduan"),
    "sarana": say("sarana dan prasarana"),
}
"""The nine elements of the survey in a citizen's words."""

_TOLD_BY_LABEL = ("", "indeks", "skor", "nilai")
_AFTER_VALUE = {
    "JP": say("\N{NO-BREAK SPACE}JP"),
    "poin": say("\N{NO-BREAK SPACE}poin"),
}
_COUNTED = {
    "hari": many_("\N{NO-BREAK SPACE}hari"),
    "orang": many_("\N{NO-BREAK SPACE}orang"),
    "responden": many_("\N{NO-BREAK SPACE}responden"),
    "pengaduan": many_("\N{NO-BREAK SPACE}pengaduan"),
    "komitmen": many_("\N{NO-BREAK SPACE}komitmen"),
    "forum": many_("\N{NO-BREAK SPACE}forum"),
}
_DIFFERENCE_DECIMALS = {**DECIMALS, "indeks": 1}
_SIZES = {
    "persen": many_("{size} poin persen"),
    "indeks": many_("{size} poin"),
    "skor": many_("{size} poin"),
    "nilai": many_("{size} poin"),
    "poin": many_("{size} poin"),
    "JP": many_("{size} JP"),
    "hari": many_("{size} hari"),
    "orang": many_("{size} orang"),
    "responden": many_("{size} responden"),
    "pengaduan": many_("{size} pengaduan"),
    "komitmen": many_("{size} komitmen"),
    "forum": many_("{size} forum"),
}
_MANY = 2
"""A count that takes the plural: what a number with decimals does."""


def unit_text(figure: Figure) -> str:
    """The unit as it follows a value: `%`, ` orang`; none where the label tells it."""
    if figure.satuan == "persen":
        return "%"
    if figure.nilai is not None and (counted := counted_unit(figure.satuan, figure.nilai)):
        return counted
    known = _AFTER_VALUE.get(figure.satuan)
    if known is not None:
        return known
    return f"\N{NO-BREAK SPACE}{figure.satuan}" if figure.satuan not in _TOLD_BY_LABEL else ""


def counted_unit(satuan: str, value: float) -> Text | None:
    """What is counted, as it follows a number of it; None for a unit that is none of that."""
    return _counted_unit(satuan, 1 if value == 1 else _MANY) if satuan in _COUNTED else None


@cache
def _counted_unit(satuan: str, count: int) -> Text:
    return say_many(_COUNTED[satuan], count)


def mark(figure: Figure) -> str:
    """`[c]`, `[u]`, `[x]`, `[z]`, or nothing for a plainly published figure."""
    return MARKS[figure.status]


def state_text(figure: Figure) -> str:
    """The state in a few words, to stand where the value would; empty when published."""
    return STATE_TEXTS[figure.status]


def state_sentence(figure: Figure, policy: Policy) -> str:
    """The state as a whole sentence, for screen readers and notes; empty when published.

    It stays true of a figure that is hidden only to keep another from being worked out.
    """
    match figure.status:
        case Status.PUBLISHED:
            return ""
        case Status.HIDDEN:
            return _hidden_sentence(figure, policy)
        case Status.SMALL_SAMPLE:
            enough = number_text(policy.small_sample)
            return say(
                "Respondennya kurang dari {enough} orang; baca angka ini dengan hati-hati.",
                enough=enough,
            )
        case Status.NOT_REPORTED:
            return say("Angka ini tidak dilaporkan; tidak dilaporkan bukan berarti nol.")
        case Status.NOT_APPLICABLE:
            return say("Angka ini tidak berlaku karena tidak ada yang dapat dihitung.")


def band_text(figure: Figure) -> str:
    """`baik` for an IKM in band B; an organisation's predikat is its own word."""
    return BANDS.get(figure.kategori) or record_word(figure.kategori)


def category_text(figure: Figure) -> str:
    """A figure's `rincian` in words: `waktu penyelesaian, nilai 3`, `14 hari`, `perempuan`."""
    return category_words(figure.indikator, figure.rincian)


@lru_cache(maxsize=10_000)
def category_words(indikator: str, rincian: str) -> str:
    head, _, tail = rincian.partition("/")
    match indikator:
        case "nrr":
            words: str = ELEMENT_WORDS.get(head) or head
        case "skm_sebaran":
            words = say("{element}, nilai {score}", element=ELEMENT_WORDS[head], score=tail)
        case "skm_profil":
            words = record_word(tail or head)
        case "pelatihan_kepuasan" | "pelatihan_penerapan":
            words = say("nilai {score}", score=head)
        case "pelatihan_nilai":
            words = {"awal": say("sebelum"), "akhir": say("sesudah")}.get(head) or head
        case "pengaduan_kurva":
            words = say_many("{days} hari", float(head), days=head)
        case effect if effect.startswith("dampak_"):
            words = _compared_with(head, tail)
        case "target" if head in indicators():
            words = indicators()[head].nama
        case _:
            words = record_word(rincian)
    return words


def _compared_with(year: str, told: str) -> str:
    """An effect's `rincian`: the first year, and what follows it."""
    match told:
        case "lebih":
            return say("sejak {year}, pelatihan lebih bertambah", year=year)
        case "kurang":
            return say(
                "sejak {year}, pelatihan kurang bertambah",
                year=year,
            )
        case "tingkat awal":
            return say("sejak {year}, tingkat awal diperhitungkan", year=year)
        case _:
            return say("sejak {year}", year=year)


def size_text(change: Change) -> str:
    """The size of the difference with its unit and no sign: `2,1 poin`."""
    size, unit = abs(change.difference or 0.0), change.new.satuan
    decimals = _DIFFERENCE_DECIMALS.get(unit, 0)
    step = 10.0**-decimals
    count = _MANY if decimals else round(size)
    if 0 < size < step / 2:
        least = say_many(_SIZES[unit], _MANY if decimals else 1, size=number_text(step, decimals))
        return say("kurang dari {size}", size=least)
    return say_many(_SIZES[unit], count, size=number_text(size, decimals))


def movement_text(change: Change) -> str:
    """`naik 2,1 poin`, `12 orang lebih banyak`, or the words that there is nothing to say."""
    match change.verdict:
        case Verdict.UP:
            return say("naik {size}", size=size_text(change))
        case Verdict.DOWN:
            return say("turun {size}", size=size_text(change))
        case Verdict.PLAIN if not change.difference:
            return say("sama")
        case Verdict.PLAIN:
            return _more_or_less(change)
        case Verdict.UNCLEAR:
            return say("tidak ada perbedaan yang jelas")
        case Verdict.UNKNOWN:
            return say("tidak dapat dibandingkan")


def verdict_text(change: Change) -> str:
    """`lebih dari kebetulan` for a clear change, else nothing."""
    if change.verdict in (Verdict.UP, Verdict.DOWN):
        return say("lebih dari kebetulan")
    return ""


def change_text(change: Change) -> str:
    """`naik 2,1 poin dari triwulan III 2025, lebih dari kebetulan`."""
    text: str = movement_text(change)
    if change.new.periode != change.old.periode:
        text = _since(change, text, period_text(change.old.periode))
    claim = verdict_text(change)
    return joined(", ", (text, claim)) if claim else text


def _since(change: Change, text: str, before: str) -> Text:
    match change.verdict:
        case Verdict.UP | Verdict.DOWN:
            return say("{movement} dari {before}", movement=text, before=before)
        case Verdict.PLAIN if change.difference:
            return say("{movement} daripada {before}", movement=text, before=before)
        case Verdict.PLAIN:
            return say("sama dengan {before}", before=before)
        case Verdict.UNCLEAR:
            return say("tidak ada perbedaan yang jelas dengan {before}", before=before)
        case Verdict.UNKNOWN:
            return say("tidak dapat dibandingkan dengan {before}", before=before)


def standing_text(standing: Standing) -> str:
    """`di atas target`, `di bawah target`, or the words for what cannot be told."""
    match standing.position:
        case Position.ABOVE:
            return say("di atas target")
        case Position.BELOW:
            return say("di bawah target")
        case Position.UNCLEAR if standing.figure.nilai == standing.target.nilai:
            return say("tepat pada target")
        case Position.UNCLEAR:
            return say("tidak berbeda jelas dari target")
        case Position.UNKNOWN:
            return say("belum dapat dibandingkan dengan target")


def _hidden_sentence(figure: Figure, policy: Policy) -> Text:
    if indicators()[figure.indikator].perlindungan is Protection.SURVEY:
        least = number_text(policy.hidden_responses)
        group = say("yang menjawab kurang dari {least} orang", least=least)
    else:
        least = number_text(policy.smallest_count)
        group = say("kelompoknya kurang dari {least} orang", least=least)
    return say(
        "Angka ini disembunyikan untuk melindungi orang: {group}, "
        "atau angka kelompok sekecil itu dapat dihitung darinya.",
        group=group,
    )


def _more_or_less(change: Change) -> Text:
    size, longer = size_text(change), bool(change.difference and change.difference > 0)
    if change.new.satuan == "hari":
        return (
            say("{size} lebih lama", size=size) if longer else say("{size} lebih cepat", size=size)
        )
    return (
        say("{size} lebih banyak", size=size) if longer else say("{size} lebih sedikit", size=size)
    )
