"""`diff`: what an edit changes in what is published, in words, the biggest first."""

from __future__ import annotations

import json
import subprocess
from dataclasses import fields, replace

import pytest
from charts_city import city
from data_folder import ROOT, DataFolder

from suluh.cli import run
from suluh.differences import Difference, Kind, differences, differences_as
from suluh.figures import Status
from suluh.job import Job
from suluh.progress import Progress
from suluh.published import Facts, Published
from suluh.reading import read

BEFORE = city(8)


def edited(**cells: object) -> Published:
    """The city with other cells in one figure: the IKM of Disdukcapil, T3 2025."""
    figures = BEFORE.figures.copy()
    place = figures.query(
        "indikator == 'ikm' and kode_opd == 'disdukcapil' and periode == '2025-T3'"
    )
    for name, value in cells.items():
        figures.loc[place.index, name] = value
    return replace(BEFORE, figures=figures)


NO_VALUE = {"nilai": None, "batas_bawah": None, "batas_atas": None, "n": None}


def told(after: Published, lang: str = "id") -> str:
    return differences_as("text", differences(BEFORE, after), BEFORE, after, lang)


def test_nothing_changed() -> None:
    assert not differences(BEFORE, BEFORE).any
    assert told(BEFORE) == "Tidak ada yang berubah pada angka dan teks yang terbit."


def test_a_change_of_value_is_said_with_both_values_and_both_n() -> None:
    old = BEFORE.of("disdukcapil").get("ikm", "2025-T3")
    assert old is not None
    assert old.nilai is not None
    after = edited(nilai=old.nilai + 2.2, n=(old.n or 0) + 27)
    said = told(after)
    assert "1 angka berubah di sedikitnya 3 halaman." in said
    assert "triwulan III 2025: naik dari " in said
    assert f"(n {old.n} → {(old.n or 0) + 27})" in said
    assert "Q3 2025: rises from " in told(after, "en")


def test_english_says_units_and_categories_in_english_and_n_with_its_separator() -> None:
    old = BEFORE.of("disdukcapil").get("nrr", "2025-T3", "persyaratan")
    assert old is not None
    assert old.nilai is not None
    figures = BEFORE.figures.copy()
    place = figures.query(
        "indikator == 'nrr' and kode_opd == 'disdukcapil'"
        " and periode == '2025-T3' and rincian == 'persyaratan'"
    )
    figures.loc[place.index, ["nilai", "n"]] = [old.nilai - 0.5, 2127]
    after = replace(BEFORE, figures=figures)
    said = told(after, "en")
    assert ", requirements, Q3 2025: falls" in said
    assert f"(n {old.n} → 2,127)" in said
    assert "→ 2.127)" in told(after)


def test_english_counts_in_english() -> None:
    figures = BEFORE.figures.copy()
    people = figures.query("satuan == 'orang' and nilai > 5")
    figures.loc[people.index[:1], "nilai"] += 5
    said = told(replace(BEFORE, figures=figures), "en")
    assert "\N{NO-BREAK SPACE}people" in said
    assert "orang" not in said


def test_a_value_that_looks_the_same_is_said_to_be_so_only_when_rounded() -> None:
    old = BEFORE.of("disdukcapil").get("ikm", "2025-T3")
    assert old is not None
    assert old.nilai is not None
    exact = float(round(old.nilai))
    before = edited(nilai=exact)

    def said(after: Published) -> str:
        return differences_as("text", differences(before, after), before, after)

    assert said(edited(nilai=exact + 0.004)).endswith("setelah dibulatkan")
    assert said(edited(nilai=exact, n=(old.n or 0) + 1)).endswith(f"→ {(old.n or 0) + 1})")
    assert "dibulatkan" not in said(edited(nilai=exact, n=(old.n or 0) + 1))


def test_a_change_below_the_fourth_decimal_is_none() -> None:
    old = BEFORE.of("disdukcapil").get("ikm", "2025-T3")
    assert old is not None
    assert old.nilai is not None
    assert not differences(BEFORE, edited(nilai=old.nilai + 1e-9)).any


@pytest.mark.parametrize(
    ("status", "kind"),
    [(Status.HIDDEN, Kind.HIDDEN), (Status.NOT_REPORTED, Kind.VANISHED)],
)
def test_a_value_that_goes_is_hidden_or_vanished(status: Status, kind: Kind) -> None:
    after = edited(status=status.value, **NO_VALUE)
    (found,) = differences(BEFORE, after).figures
    assert found.kind is kind
    (back,) = differences(after, BEFORE).figures
    assert back.kind is Kind.APPEARED


def test_another_reason_for_no_value_is_a_difference() -> None:
    hidden = edited(status="disembunyikan", **NO_VALUE)
    missing = edited(status="tidak_dilaporkan", **NO_VALUE)
    (found,) = differences(hidden, missing).figures
    assert found.kind is Kind.STATE


def test_a_department_that_is_no_longer_there_has_vanished_figures() -> None:
    figures = BEFORE.figures[BEFORE.figures["kode_opd"] != "disdukcapil"].reset_index(drop=True)
    found = differences(BEFORE, replace(BEFORE, figures=figures))
    assert found.of(Kind.VANISHED)
    assert {d.figure.kode_opd for d in found.figures} == {"disdukcapil"}
    assert all(d.after is None for d in found.figures)


def test_an_indicator_comes_before_its_categories() -> None:
    figures = BEFORE.figures.copy()
    here = (figures["kode_opd"] == "disdukcapil") & figures["nilai"].notna()
    whole = figures[here & (figures["indikator"] == "ikm")].index[0]
    parts = figures[here & (figures["rincian"] != "")].index[:5]
    figures.loc[whole, "nilai"] += 0.1
    figures.loc[parts, "nilai"] += 50
    first, *others = differences(BEFORE, replace(BEFORE, figures=figures)).figures
    assert first.figure.indikator == "ikm"
    assert [d.figure.rincian == "" for d in others] == [False] * 5


def test_the_biggest_change_beside_its_interval_comes_first() -> None:
    figures = BEFORE.figures.copy()
    valued = figures[(figures["indikator"] == "ikm") & figures["nilai"].notna()].index[:6]
    for step, place in enumerate(valued):
        figures.loc[place, "nilai"] += (step % 3 + 1) * 0.5
    sizes = [d.size for d in differences(BEFORE, replace(BEFORE, figures=figures)).figures]
    assert len(sizes) == 6
    assert sizes == sorted(sizes, reverse=True)


def test_the_size_of_a_change() -> None:
    figure = BEFORE.of("disdukcapil").get("ikm", "2025-T3")
    assert figure is not None
    old = replace(figure, nilai=80.0, batas_bawah=78.0, batas_atas=82.0)
    new = replace(old, nilai=83.0)
    assert Difference(old, new).size == pytest.approx(1.5)
    count = replace(figure, nilai=100.0, batas_bawah=None, batas_atas=None)
    assert Difference(count, replace(count, nilai=80.0)).size == pytest.approx(1.0)


def test_many_changes_are_cut_in_text_and_whole_in_json() -> None:
    figures = BEFORE.figures.assign(n=BEFORE.figures["n"] + 1)
    after = replace(BEFORE, figures=figures)
    found = differences(BEFORE, after)
    said = told(after)
    assert len(found.figures) > 100
    assert "lagi" in said
    assert len(said.splitlines()) < 120
    report = json.loads(differences_as("json", found, BEFORE, after))
    assert len(report["figures"]) == len(found.figures)


def test_words_of_records_do_nothing_in_markdown() -> None:
    names = [replace(d, singkatan="<b>[x](y)</b>") for d in BEFORE.departments]
    after = replace(edited(n=7), departments=tuple(names))
    before = replace(BEFORE, departments=tuple(names))
    said = differences_as("markdown", differences(before, after), before, after)
    assert "<b>" not in said
    assert r"\<b\>\[x\]\(y\)" in said


def test_texts_that_come_and_go_are_counted() -> None:
    after = replace(BEFORE, commitments=BEFORE.commitments[1:])
    found = differences(BEFORE, after)
    assert (found.texts_added, found.texts_removed) == ((), BEFORE.commitments[:1])
    assert "Teks yang tampil: 0 bertambah, 1 berkurang." in told(after)


def test_a_text_that_comes_is_read_in_full_and_one_that_goes_is_not_repeated() -> None:
    promise = BEFORE.commitments[0]
    without = replace(BEFORE, commitments=BEFORE.commitments[1:])
    comes = differences_as("text", differences(without, BEFORE), without, BEFORE)
    assert comes.startswith("Teks yang tampil: 1 bertambah, 0 berkurang.\n")
    assert "Teks yang baru tampil (1)\n  Komitmen dari forum, DISDUKCAPIL, " in comes
    assert f": {promise.komitmen} · selesai tepat waktu · " in comes
    goes = told(without)
    assert "Teks yang tidak tampil lagi (1)\n  Komitmen dari forum, DISDUKCAPIL, " in goes
    assert promise.komitmen not in goes
    assert "Texts no longer shown (1)\n  Commitment from a forum, DISDUKCAPIL, " in told(
        without, "en"
    )


def test_every_kind_of_text_has_a_name(data_folder: DataFolder) -> None:
    """Without the records, all that was shown beside the figures is gone."""
    published = read(Job(ROOT, data_folder.path, ROOT / "site"), Progress()).published
    nothing = {kind.name: () for kind in fields(Facts)} | {"corrections": ()}
    found = differences(replace(published, **nothing), published)
    lines = json.loads(differences_as("json", found, published, published, "en"))["texts"]["added"]
    assert len(lines) == len(found.texts_added)
    kinds = {line.partition(",")[0] for line in lines}
    assert kinds == {
        "Commitment from a forum", "Correction of a figure", "Forum with citizens",
        "Kind of service", "Recognition", "Story", "Training", "Words of a citizen",
    }  # fmt: skip


@pytest.fixture
def repository(data_folder: DataFolder) -> DataFolder:
    """The small records, committed."""
    for arguments in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "--quiet", "-m", "x"],
    ):
        git = ["git", "-C", str(data_folder.path), *arguments]
        subprocess.run(git, check=True)
    return data_folder


def test_diff_against_a_revision(
    repository: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["diff", "--data", str(repository.path), "--against", "HEAD"]
    assert run(command) == 0
    assert "Tidak ada yang berubah" in capsys.readouterr().out
    repository.change("skm", lambda _, row: row | {"waktu": "1"})
    assert run(command) == 0
    assert "turun dari" in capsys.readouterr().out


@pytest.mark.parametrize("against", ["nosuch", "--output=x"])
def test_diff_against_what_is_not_there(
    repository: DataFolder, against: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "--data", str(repository.path), f"--against={against}"]) == 2
    assert "Tidak ada folder atau revisi" in capsys.readouterr().err


def test_diff_of_bad_data_is_refused_with_its_problems(
    repository: DataFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.change("skm", lambda _, row: row | {"waktu": "7"})
    assert run(["diff", "--data", str(repository.path), "--against", "HEAD"]) == 1
    assert "skm.csv" in capsys.readouterr().err
