"""Cities that keep few records: what is missing is said, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

from built_site import BuiltSite, build
from data_folder import DataFolder

DEPARTMENT_PAGE = "opd/disdukcapil/index.html"


def test_a_folder_with_only_departments_and_survey_says_what_is_not_reported(
    tmp_path: Path,
) -> None:
    site = _site_of(DataFolder.small(tmp_path / "data", only=["opd", "skm"]), tmp_path)
    assert "tidak dilaporkan" in site.article(DEPARTMENT_PAGE).text_content().lower()
    statuses = {}
    for row in site.rows:
        statuses.setdefault(row["indikator"], set()).add(row["status"])
    assert "terbit" in statuses["ikm"]
    for indikator in ("jp_rata", "predikat", "pengaduan_masuk", "komitmen_terbuka"):
        assert statuses[indikator] == {"tidak_dilaporkan"}


def test_a_folder_with_departments_alone_builds(tmp_path: Path) -> None:
    site = _site_of(
        DataFolder.small(tmp_path / "data", only=["opd"]), tmp_path, "--as-of", "2026-06-30"
    )
    assert DEPARTMENT_PAGE in site.pages


def test_a_folder_without_any_department_is_refused_in_words(tmp_path: Path) -> None:
    data = DataFolder.small(tmp_path / "data", only=["opd"])
    data.write("opd", [])
    built = build(data.path, tmp_path / "site", "--as-of", "2026-06-30")
    assert built.returncode == 1
    assert "opd.csv" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_department_of_one_employee_shows_nothing_about_that_person(
    small_site: BuiltSite,
) -> None:
    people = {"jp_rata", "pelatihan_cakupan", "predikat", "evaluasi_cakupan", "evaluasi_baik",
              "pegawai_jumlah", "pelatihan_peserta", "jp_triwulan", "jp_terpenuhi"}  # fmt: skip
    shown = [
        row
        for row in small_site.rows
        if row["kode_opd"] == "kec-silungkang"
        and row["indikator"] in people
        and row["nilai"] not in ("", "0.0000")
    ]
    assert shown == []
    assert "opd/kec-silungkang/index.html" in small_site.pages


def test_a_department_that_closed_keeps_its_page_and_names_its_successor(
    small_site: BuiltSite,
) -> None:
    article = small_site.article("opd/arsip/index.html")
    assert "Dinas Perpustakaan dan Kearsipan" in article.text_content()
    assert "opd/arsip/2026/index.html" not in small_site.pages


def test_official_data_carry_no_banner(tmp_path: Path) -> None:
    data = DataFolder.small(tmp_path / "data", only=["opd", "skm"])
    package = data.path / "datapackage.json"
    text = package.read_text(encoding="utf-8")
    assert '"contoh": true' in text
    package.write_text(text.replace('"contoh": true', '"contoh": false'), encoding="utf-8")
    site = _site_of(data, tmp_path)
    assert [p for p, d in site.documents() if "DATA CONTOH, bukan" in d.text_content()] == []


def _site_of(data: DataFolder, tmp_path: Path, *options: str) -> BuiltSite:
    built = build(data.path, tmp_path / "site", *options)
    assert built.returncode == 0, built.stderr
    return BuiltSite(tmp_path / "site")
