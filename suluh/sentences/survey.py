"""What the citizen satisfaction survey (SKM) says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suluh.catalogue import ELEMENTS
from suluh.comparison import Verdict, compare, year_on_year
from suluh.figures import Status
from suluh.localisation import number_text, period_text
from suluh.periods import Period
from suluh.process_limits import Stage, stages
from suluh.published import Figure, Published
from suluh.sentences.phrases import absence, amount, change_clause, latest, name, opening
from suluh.sentences.sentence import NOTHING, Sentence, Value, paragraph, say, say_many
from suluh.sentences.tally import Tally
from suluh.text import say as say_text
from suluh.wording import band_text, category_text


def survey_summary(published: Published, kode_opd: str, period: Period) -> Sentence:
    """How satisfied, with what least, and how far the survey can be trusted."""
    return paragraph(
        satisfaction(published, kode_opd, period),
        lowest_element(published, kode_opd, period),
        _sample_size(published, kode_opd, period),
        _free_services(published, kode_opd, period),
    )


def satisfaction(published: Published, kode_opd: str, period: Period) -> Sentence:
    """The IKM of a period in words, with its change from a year before."""
    figure = published.figure(kode_opd, "ikm", str(period))
    if figure is None or not figure.has_value:
        return absence(published, figure, say_text("survei kepuasan"))
    return paragraph(
        say(
            "{when}, warga yang menjawab survei menilai layanan {who} {band}: {index}.",
            when=opening(published, period),
            who=name(published, kode_opd),
            band=band_text(figure),
            index=amount(figure),
        ),
        _index(published, figure),
        _small_sample(published, figure),
    )


def _index(published: Published, figure: Figure) -> Sentence:
    """What the figure is called, how many it rests on, and its change from a year before."""
    return say_many(
        "Indeks Kepuasan Masyarakat (IKM) ini berasal dari {count} responden{change}.",
        figure.n or 0,
        count=Tally(figure),
        change=change_clause(published, figure),
    )


def latest_satisfaction(published: Published, kode_opd: str) -> Sentence:
    """The newest quarter with a survey result, saying so when it is not the newest quarter.

    A survey too small in every quarter may still have a result for a whole year.
    """
    quarters = published.of(kode_opd).quarters("ikm")
    known = latest(quarters) or latest(published.of(kode_opd).years("ikm"))
    missing = (
        absence(published, quarters[-1], say_text("survei kepuasan")) if quarters else NOTHING
    )
    if known is None:
        return missing
    said = paragraph(
        satisfaction(published, kode_opd, Period.parse(known.periode)),
        *_usual(published, known, stages(quarters)),
    )
    return said if known is quarters[-1] else paragraph(missing, said)


def _usual(published: Published, figure: Figure, levels: Sequence[Stage]) -> Iterator[Sentence]:
    """What the control chart of the quarters adds to the change from a year before.

    A change beyond the chance of who answered may yet be no more than what quarters usually
    differ by; both are said, as neither is the other.
    """
    if not levels or levels[-1].limits is None or figure not in levels[-1].figures:
        return
    newest, change = levels[-1], year_on_year(published, figure)
    if newest.shift:
        yield _shifted(period_text(newest.figures[0].periode), rose=newest.rose)
    side = newest.side(figure)
    if side > 0:
        yield say("Angka itu di atas batas naik-turun yang biasa.")
    elif side < 0:
        yield say("Angka itu di bawah batas naik-turun yang biasa.")
    elif change and change.verdict in (Verdict.UP, Verdict.DOWN):
        yield say("Angka itu masih di dalam batas naik-turun yang biasa.")


def _shifted(since: str, *, rose: bool) -> Sentence:
    if rose:
        return say("Sejak {since} hasil surveinya bergeser naik.", since=since)
    return say("Sejak {since} hasil surveinya bergeser turun.", since=since)


def lowest_element(published: Published, kode_opd: str, period: Period) -> Sentence:
    """The element with the lowest score, and whether it is clearly the lowest.

    Said only where all nine are published and one of them is the lowest.
    """
    figures = [published.of(kode_opd).get("nrr", str(period), element) for element in ELEMENTS]
    scored = [f for f in figures if f is not None and f.nilai is not None]
    if len(scored) < len(ELEMENTS):
        return NOTHING
    lowest, second = sorted(scored, key=_score)[:2]
    if lowest.nilai == second.nilai:
        return NOTHING
    told: dict[str, Value] = {"element": category_text(lowest), "score": amount(lowest)}
    if compare(lowest, second).verdict is Verdict.DOWN:
        return say("Unsur dengan nilai terendah adalah {element} ({score}).", **told)
    return say(
        "Unsur dengan nilai terendah adalah {element} ({score}), tetapi bedanya dengan unsur "
        "berikutnya tidak jelas.",
        **told,
    )


def _score(figure: Figure) -> float:
    return figure.nilai or 0.0


def _small_sample(published: Published, figure: Figure) -> Sentence:
    if figure.status is not Status.SMALL_SAMPLE:
        return NOTHING
    return say(
        "Sampelnya kecil (kurang dari {enough} responden), jadi bacalah dengan hati-hati.",
        enough=number_text(published.contract.policy.small_sample),
    )


def _sample_size(published: Published, kode_opd: str, period: Period) -> Sentence:
    answered = published.of(kode_opd).get("skm_responden", str(period))
    needed = published.of(kode_opd).get("skm_sampel_minimum", str(period))
    if answered is None or needed is None or answered.nilai is None or needed.nilai is None:
        return NOTHING
    told: dict[str, Value] = {
        "when": opening(published, period),
        "answered": amount(answered),
        "needed": amount(needed),
    }
    if answered.nilai >= needed.nilai:
        return say(
            "{when}, {answered} menjawab; jumlah itu sudah mencapai sampel minimum menurut "
            "Krejcie–Morgan, {needed}.",
            **told,
        )
    return say(
        "{when}, {answered} menjawab; jumlah itu belum mencapai sampel minimum menurut "
        "Krejcie–Morgan, {needed}.",
        **told,
    )


def _free_services(published: Published, kode_opd: str, period: Period) -> Sentence:
    offered = published.facts(kode_opd).services
    if not any(s.gratis for s in offered if s.tahun == period.year):
        return NOTHING
    return say(
        "Ada layanan gratis: unsur biayanya bernilai 4 dengan sendirinya dan mengangkat IKM."
    )
