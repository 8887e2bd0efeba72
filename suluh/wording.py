"""The short fixed words of cards, tables and sentences: states, verdicts, standings."""

from __future__ import annotations

from suluh.catalogue import Protection, indicators
from suluh.comparison import Change, Position, Standing, Verdict
from suluh.contract import Policy
from suluh.figures import Status
from suluh.localisation import DECIMALS, number_text, period_text
from suluh.published import Figure

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
    Status.HIDDEN: "disembunyikan untuk melindungi orang",
    Status.SMALL_SAMPLE: "sampel kecil",
    Status.NOT_REPORTED: "tidak dilaporkan",
    Status.NOT_APPLICABLE: "tidak berlaku",
}

BANDS = {"A": "sangat baik", "B": "baik", "C": "kurang baik", "D": "tidak baik"}
"""Words of the IKM's bands, PermenPANRB 14/2017."""

ELEMENT_WORDS = {
    "persyaratan": "persyaratan",
    "prosedur": "prosedur",
    "waktu": "waktu penyelesaian",
    "biaya": "biaya",
    "produk": "hasil layanan",
    "kompetensi": "kemampuan petugas",
    "perilaku": "perilaku petugas",
    "pengaduan": "penanganan pengaduan",
    "sarana": "sarana dan prasarana",
}
"""The nine elements of the survey in a citizen's words."""

COMPARED_WITH = {
    "": "sejak {year}",
    "lebih": "sejak {year}, pelatihan lebih bertambah",
    "kurang": "sejak {year}, pelatihan kurang bertambah",
    "tingkat awal": "sejak {year}, tingkat awal diperhitungkan",
}
"""What follows the first year in the `rincian` of an effect."""

_TOLD_BY_LABEL = ("", "indeks", "skor", "nilai")
_DIFFERENCE_UNITS = {"persen": "poin persen", "indeks": "poin", "skor": "poin", "nilai": "poin"}
_DIFFERENCE_DECIMALS = {**DECIMALS, "indeks": 1}
_JOINTS = {
    Verdict.UP: "dari",
    Verdict.DOWN: "dari",
    Verdict.UNCLEAR: "dengan",
    Verdict.PLAIN: "daripada",
    Verdict.UNKNOWN: "dengan",
}


def unit_text(figure: Figure) -> str:
    """The unit as it follows a value: `%`, ` orang`; none where the label tells it."""
    if figure.satuan == "persen":
        return "%"
    return f"\N{NO-BREAK SPACE}{figure.satuan}" if figure.satuan not in _TOLD_BY_LABEL else ""


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
            return f"Respondennya kurang dari {enough} orang; baca angka ini dengan hati-hati."
        case Status.NOT_REPORTED:
            return "Angka ini tidak dilaporkan; tidak dilaporkan bukan berarti nol."
        case Status.NOT_APPLICABLE:
            return "Angka ini tidak berlaku karena tidak ada yang dapat dihitung."


def band_text(figure: Figure) -> str:
    """`baik` for an IKM in band B; an organisation's predikat is its own word."""
    return BANDS.get(figure.kategori, figure.kategori)


def category_text(figure: Figure) -> str:
    """A figure's `rincian` in words: `waktu penyelesaian, nilai 3`, `14 hari`, `perempuan`."""
    head, _, tail = figure.rincian.partition("/")
    match figure.indikator:
        case "nrr":
            words = ELEMENT_WORDS.get(head, head)
        case "skm_sebaran":
            words = f"{ELEMENT_WORDS.get(head, head)}, nilai {tail}"
        case "skm_profil":
            words = tail or head
        case "pelatihan_kepuasan" | "pelatihan_penerapan":
            words = f"nilai {head}"
        case "pelatihan_nilai":
            words = {"awal": "sebelum", "akhir": "sesudah"}.get(head, head)
        case "pengaduan_kurva":
            words = f"{head} hari"
        case effect if effect.startswith("dampak_"):
            words = COMPARED_WITH[tail].format(year=head)
        case "target" if head in indicators():
            words = indicators()[head].nama
        case _:
            words = figure.rincian
    return words


def size_text(change: Change) -> str:
    """The size of the difference with its unit and no sign: `2,1 poin`."""
    size, unit = abs(change.difference or 0.0), change.new.satuan
    decimals = _DIFFERENCE_DECIMALS.get(unit, 0)
    words = _DIFFERENCE_UNITS.get(unit, unit)
    step = 10.0**-decimals
    if 0 < size < step / 2:
        return f"kurang dari {number_text(step, decimals)} {words}"
    return f"{number_text(size, decimals)} {words}"


def movement_text(change: Change) -> str:
    """`naik 2,1 poin`, `12 orang lebih banyak`, or the words that there is nothing to say."""
    match change.verdict:
        case Verdict.UP | Verdict.DOWN:
            return f"{change.verdict} {size_text(change)}"
        case Verdict.PLAIN if not change.difference:
            return "sama"
        case Verdict.PLAIN:
            return f"{size_text(change)} {_more_or_less(change)}"
        case Verdict.UNCLEAR:
            return "tidak ada perbedaan yang jelas"
        case Verdict.UNKNOWN:
            return "tidak dapat dibandingkan"


def verdict_text(change: Change) -> str:
    """`lebih dari kebetulan` for a clear change, else nothing."""
    return "lebih dari kebetulan" if change.verdict in (Verdict.UP, Verdict.DOWN) else ""


def change_text(change: Change) -> str:
    """`naik 2,1 poin dari triwulan III 2025, lebih dari kebetulan`."""
    text, claim = movement_text(change), verdict_text(change)
    if change.new.periode != change.old.periode:
        joint = "dengan" if text == "sama" else _JOINTS[change.verdict]
        text = f"{text} {joint} {period_text(change.old.periode)}"
    return f"{text}, {claim}" if claim else text


def standing_text(standing: Standing) -> str:
    """`di atas target`, `di bawah target`, or the words for what cannot be told."""
    match standing.position:
        case Position.ABOVE | Position.BELOW:
            return f"{standing.position} target"
        case Position.UNCLEAR if standing.figure.nilai == standing.target.nilai:
            return "tepat pada target"
        case Position.UNCLEAR:
            return "tidak berbeda jelas dari target"
        case Position.UNKNOWN:
            return "belum dapat dibandingkan dengan target"


def _hidden_sentence(figure: Figure, policy: Policy) -> str:
    if indicators()[figure.indikator].perlindungan is Protection.SURVEY:
        group = f"yang menjawab kurang dari {number_text(policy.hidden_responses)} orang"
    else:
        group = f"kelompoknya kurang dari {number_text(policy.smallest_count)} orang"
    return (
        f"Angka ini disembunyikan untuk melindungi orang: {group}, "
        "atau angka kelompok sekecil itu dapat dihitung darinya."
    )


def _more_or_less(change: Change) -> str:
    longer = bool(change.difference and change.difference > 0)
    if change.new.satuan == "hari":
        return "lebih lama" if longer else "lebih cepat"
    return "lebih banyak" if longer else "lebih sedikit"
