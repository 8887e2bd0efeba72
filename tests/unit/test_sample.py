from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from suluh.catalogue import ELEMENTS, indicators
from suluh.contract import read_contract
from suluh.intake import read_records
from suluh.sample import write_sample
from suluh.sample.city import City
from suluh.sample.departments import SEASONS
from suluh.sample.evaluation import MATRIX
from suluh.sample.folder import tables_of
from suluh.sample.phrases import Writer, words_of
from suluh.sample.workdays import AS_OF, Calendar

DATA = Path(__file__).resolve().parents[2] / "data"
CONTRACT = read_contract(DATA / "datapackage.json")
TODAY = AS_OF.isoformat()

Tables = Mapping[str, pd.DataFrame]


def _read(folder: Path) -> Tables:
    return {
        name: pd.read_csv(folder / table.path, dtype=str, keep_default_na=False)
        for name, table in CONTRACT.tables.items()
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    write_sample(out)
    return out


@pytest.fixture(scope="module")
def tables(folder: Path) -> Tables:
    return _read(folder)


def _by_year(tables: Tables, column: str = "kode_opd") -> dict[str, set[str]]:
    """Departments with survey responses, by year."""
    skm = tables["skm"]
    return skm.groupby(skm["tanggal"].str[:4])[column].agg(set).to_dict()


# --- the folder


def test_same_seed_gives_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_sample(tmp_path)
    for path in sorted(folder.iterdir()):
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_another_seed_gives_other_records(tmp_path: Path) -> None:
    for seed in (1, 2):
        write_sample(tmp_path / str(seed), seed=seed, departments=3, responses=50, employees=40)
    assert (tmp_path / "1/skm.csv").read_bytes() != (tmp_path / "2/skm.csv").read_bytes()


def test_committed_data_is_the_output_of_the_generator(folder: Path) -> None:
    if not CONTRACT.is_sample:
        pytest.skip("data/ holds a city's own records")
    for path in sorted(folder.glob("*.csv")):
        assert path.read_bytes() == (DATA / path.name).read_bytes(), path.name


def test_committed_data_stays_below_nine_megabytes(folder: Path) -> None:
    assert sum(path.stat().st_size for path in folder.glob("*.csv")) < 9_000_000


def test_every_table_has_the_columns_of_the_contract(tables: Tables) -> None:
    for name, table in CONTRACT.tables.items():
        assert list(tables[name]) == [c.name for c in table.columns], name


def test_contract_is_copied_and_marked_as_sample(folder: Path) -> None:
    copied = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert copied["suluh"]["contoh"] is True
    assert copied["resources"] == CONTRACT.package["resources"]


def test_files_are_utf8_with_plain_line_ends(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        content = path.read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")
        content.decode("utf-8")


# --- its size


def test_default_size_is_that_of_the_city(tables: Tables) -> None:
    staff = tables["pegawai"].query("tahun == '2026'")["jumlah"].astype(int).sum()
    assert len(tables["opd"]) == 34
    assert staff == 2600
    assert len(tables["skm"]) == 30_000
    assert len(tables["pengaduan"]) == 3_000
    assert tables["skm"]["tanggal"].min() < "2023-01-10"
    assert set(tables["pegawai"]["tahun"]) == {"2023", "2024", "2025", "2026"}


@pytest.mark.parametrize(
    ("departments", "years", "responses", "employees"),
    [
        (1, 4, 300, 30),
        (2, 1, 100, 12),
        (1, 1, 1, 1),
        (34, 2, 1, 200),
        (35, 2, 400, 300),
        (3, 12, 200, 60),
    ],
)
def test_any_size_passes_intake(
    tmp_path: Path, departments: int, years: int, responses: int, employees: int
) -> None:
    write_sample(
        tmp_path, departments=departments, years=years, responses=responses, employees=employees
    )
    read = read_records(tmp_path, None)
    assert read.problems == ()
    assert read.records is not None
    assert read.records.as_of == AS_OF
    assert len(read.records.tables["opd"]) == departments
    assert len(read.records.tables["skm"]) == responses


def test_no_responses_are_possible(tmp_path: Path) -> None:
    write_sample(tmp_path, departments=2, years=1, responses=0, employees=5)
    assert len(_read(tmp_path)["skm"]) == 0


def test_large_cities_have_departments_with_names_and_codes_of_their_own() -> None:
    departments = City(4000, 4, 0, 4000, 2026).departments
    assert len({d.code for d in departments}) == 4000
    assert len({d.name for d in departments}) == 4000
    assert all(re.fullmatch("[a-z0-9-]+", d.code) for d in departments)


# --- the rules between the tables


def test_sample_passes_intake_without_a_problem(folder: Path) -> None:
    read = read_records(folder, None)
    assert read.problems == ()
    assert read.records is not None
    assert read.records.as_of == AS_OF


def test_no_date_of_an_event_lies_after_the_sample(tables: Tables) -> None:
    newest = [
        tables[name][column.name].max()
        for name, table in CONTRACT.tables.items()
        for column in table.columns
        if column.event
    ]
    assert max(newest) == TODAY
    assert tables["koreksi"]["tanggal"].max() <= TODAY


def test_every_reference_is_found(tables: Tables) -> None:
    for name, table in CONTRACT.tables.items():
        for key in table.foreign_keys:
            known = set(tables[key.table or name][key.reference[0]])
            given = set(tables[name][key.columns[0]]) - {""}
            assert given <= known, (name, key)


def test_records_fall_within_the_life_of_their_department(tables: Tables) -> None:
    ends = tables["opd"].set_index("kode_opd")["berlaku_sampai"].replace("", "9999-12-31")
    dated = {"skm": "tanggal", "pengaduan": "tanggal_masuk", "forum": "tanggal",
             "komitmen": "tanggal", "kisah": "tanggal"}  # fmt: skip
    for name, column in dated.items():
        table = tables[name]
        assert (table[column] <= table["kode_opd"].map(ends)).all(), name


def test_people_evaluated_and_trained_are_at_most_the_headcount(tables: Tables) -> None:
    headcount = tables["pegawai"].astype({"jumlah": int}).groupby(["tahun", "kode_opd"])["jumlah"]
    staff = headcount.sum()
    evaluated = tables["evaluasi"].assign(tahun=lambda t: t["periode"].str[:4])
    trained = tables["peserta"].merge(tables["pelatihan"], on="id_pelatihan")
    trained["tahun"] = trained["tanggal_selesai"].str[:4]
    for people in (evaluated, trained):
        counts = people.groupby(["tahun", "kode_opd"])["id_pegawai"].nunique()
        assert (counts <= staff.reindex(counts.index)).all()


def test_one_evaluation_a_person_and_period_true_to_the_matrix(tables: Tables) -> None:
    evaluated = tables["evaluasi"]
    assert not evaluated.duplicated(["periode", "id_pegawai"]).any()
    of = {cell: rating for rating, cells in MATRIX.items() for cell in cells}
    pairs = zip(evaluated["hasil_kerja"], evaluated["perilaku_kerja"], strict=True)
    expected = pd.Series([of[pair] for pair in pairs])
    given = evaluated["predikat"] != ""
    assert 0.4 < given.mean() < 0.8
    assert (evaluated["predikat"][given] == expected[given]).all()


def test_past_years_are_evaluated_once_and_the_running_year_by_quarter(tables: Tables) -> None:
    periods = sorted(set(tables["evaluasi"]["periode"]))
    assert periods == ["2023", "2024", "2025", "2026-T1", "2026-T2", "2026-T3"]


def test_complaints_move_forward_and_status_follows_the_dates(tables: Tables) -> None:
    t = tables["pengaduan"]
    answered, settled = t["tanggal_tanggapan"] != "", t["tanggal_selesai"] != ""
    assert (t["tanggal_masuk"] <= t["tanggal_tanggapan"])[answered].all()
    assert (t["tanggal_tanggapan"] <= t["tanggal_selesai"])[settled].all()
    assert set(t["status"][settled]) == {"selesai", "ditolak"}
    assert set(t["status"][answered & ~settled]) == {"diproses"}
    assert set(t["status"][~answered]) == {"diterima"}
    assert set(t["tayang"][t["klasifikasi"] == "berkadar pengawasan"]) <= {"tidak", ""}


def test_only_kept_commitments_have_a_day_they_were_done(tables: Tables) -> None:
    t = tables["komitmen"]
    done = t["tanggal_selesai"] != ""
    assert (done == (t["status"] == "selesai")).all()
    assert (t["tanggal"] <= t["tanggal_selesai"])[done].all()
    assert (t["tanggal"] < t["tenggat"]).all()
    assert set(t["indikator_dampak"]) - {""} <= set(indicators())


def test_a_free_service_scores_four_on_cost(tables: Tables) -> None:
    free = tables["layanan"].drop_duplicates(["kode_opd", "layanan"])
    skm = tables["skm"].merge(free, on=["kode_opd", "layanan"], how="left")
    assert set(skm["biaya"][skm["gratis"] == "ya"]) == {"4"}
    assert len(set(skm["biaya"][skm["gratis"] == "tidak"])) == 4


def test_every_service_asked_about_was_used_by_more_people(tables: Tables) -> None:
    skm = tables["skm"].assign(tahun=tables["skm"]["tanggal"].str[:4])
    asked = skm.groupby(["tahun", "kode_opd", "layanan"]).size()
    users = tables["layanan"].set_index(["tahun", "kode_opd", "layanan"])["jumlah_pengguna"]
    assert (users.reindex(asked.index).astype(int) > asked).all()


def test_contract_staff_do_not_exceed_24_jp_a_year(tables: Tables) -> None:
    t = tables["peserta"].merge(tables["pelatihan"], on="id_pelatihan")
    t = t[t["jenis_asn"] == "PPPK"].assign(tahun=t["tanggal_selesai"].str[:4])
    assert t.astype({"jp": float}).groupby(["tahun", "id_pegawai"])["jp"].sum().max() <= 24


def test_corrections_end_in_the_figure_of_the_records(tables: Tables) -> None:
    row = tables["koreksi"].set_index(["indikator", "kode_opd"]).loc[("ikm", "rsud")]
    skm = tables["skm"].query("kode_opd == 'rsud'")
    skm = skm[skm["tanggal"].between("2025-01-01", "2025-03-31")]
    figure = 25 * skm[list(ELEMENTS)].astype(int).to_numpy().mean()
    assert row["periode"] == "2025-T1"
    assert float(row["sesudah"].replace(",", ".")) == pytest.approx(figure, abs=0.005)
    assert row["sebelum"] != row["sesudah"]


# --- the shape of real life


def test_one_department_merged_and_its_records_stop(tables: Tables) -> None:
    closed = tables["opd"].query("berlaku_sampai != ''")
    assert closed[["kode_opd", "berlaku_sampai", "penerus"]].to_numpy().tolist() == [
        ["dinas-pangan", "2024-12-31", "dkp3"]
    ]
    by_year = _by_year(tables)
    assert "dinas-pangan" in by_year["2024"]
    assert "dinas-pangan" not in by_year["2025"]
    assert "2025" not in set(tables["pegawai"].query("kode_opd == 'dinas-pangan'")["tahun"])


def test_one_department_has_six_people_every_year(tables: Tables) -> None:
    korpri = tables["pegawai"].query("kode_opd == 'korpri'")
    assert korpri[["jenis_asn", "jumlah"]].to_numpy().tolist() == [["PNS", "6"]] * 4


def test_one_department_stopped_reporting_and_one_never_asked(tables: Tables) -> None:
    by_year = _by_year(tables)
    assert "kesbangpol" in by_year["2025"]
    assert "kesbangpol" not in by_year["2026"]
    assert "2026" in set(tables["pegawai"].query("kode_opd == 'kesbangpol'")["tahun"])
    evaluated = tables["evaluasi"].query("kode_opd == 'kesbangpol'")["periode"]
    assert set(evaluated) == {"2023", "2024", "2025"}
    assert all("dppkb" not in codes for codes in by_year.values())
    assert "dppkb" in set(tables["layanan"]["kode_opd"])


def test_quarters_with_tiny_and_small_surveys_exist(tables: Tables) -> None:
    skm = tables["skm"].query("'2026-07-01' <= tanggal <= '2026-09-30'")
    counts = skm["kode_opd"].value_counts()
    assert counts["inspektorat"] < 10
    assert ((counts >= 10) & (counts < 30)).any()
    assert counts["disdukcapil"] > 100


def test_training_was_followed_by_growth_in_some_departments_and_not_in_others(
    tables: Tables,
) -> None:
    skm = tables["skm"].assign(tahun=tables["skm"]["tanggal"].str[:4])
    skm["ikm"] = 25 * skm[list(ELEMENTS)].astype(int).mean(axis=1)
    ikm = skm.pivot_table("ikm", "kode_opd", "tahun")
    change = ikm["2026"] - ikm["2023"]
    assert change["disdukcapil"] > 4
    assert change["kec-talawi"] > 3
    assert abs(change["dlh"]) < 2.5
    assert abs(change["dishub"]) < 2.5
    assert change["kec-lembah-segar"] > 0.5  # without a programme
    assert change["dpupr"] < -1


def test_commitments_are_kept_late_broken_and_cancelled(tables: Tables) -> None:
    t = tables["komitmen"]
    done = t["status"] == "selesai"
    assert (done & (t["tanggal_selesai"] <= t["tenggat"])).sum() > 50
    assert (done & (t["tanggal_selesai"] > t["tenggat"])).sum() > 10
    assert (~done & (t["tenggat"] < TODAY) & (t["status"] != "batal")).sum() > 10
    assert (t["status"] == "batal").sum() > 5
    assert not t.duplicated(["kode_opd", "komitmen"]).any()


def test_stories_and_awards_with_and_without_consent(tables: Tables) -> None:
    for name in ("kisah", "penghargaan"):
        counts = tables[name]["izin_tayang"].value_counts()
        assert counts["ya"] > counts["tidak"] > 5


def test_the_programme_s_themes_are_taught(tables: Tables) -> None:
    themes = set(tables["pelatihan"]["tema"])
    assert {"manajemen waktu", "komunikasi efektif", "pelayanan prima"} <= themes
    assert {"kerja sama tim", "pemerintahan digital"} <= themes


# --- what nobody may find in it


def test_no_number_of_a_person_no_phone_no_address(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        content = path.read_text(encoding="utf-8")
        assert not re.search(r"\d{9,}", content), path.name
        assert "@" not in content, path.name
        assert not re.search(r"\b(0|\+62 ?)8\d{2}[ -]\d{3}", content), path.name


def test_every_slot_of_a_phrase_is_filled(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        assert not re.search(r"[{}]", path.read_text(encoding="utf-8")), path.name


def test_pseudonyms_belong_to_one_person() -> None:
    people = tables_of(City(3, 4, 10, 400, 7))["evaluasi"]
    assert people["id_pegawai"].str.fullmatch(r"p-[0-9a-f]{6}").all()
    assert people.groupby("id_pegawai")["jenis_asn"].nunique().max() == 1


def test_texts_are_varied(tables: Tables) -> None:
    texts = tables["skm"]["saran"].loc[lambda t: t != ""]
    assert texts.nunique() > 3000
    assert tables["pengaduan"]["ringkasan"].nunique() > 2000
    assert {"ya", "tidak"} == set(tables["skm"]["tayang"]) - {""}


# --- its parts


def test_a_deck_deals_every_phrase_before_one_comes_back() -> None:
    writer, options = Writer(City(1, 1, 0, 1, 3).chance("deck")), ["a", "b", "c", "d"]
    assert {writer.one_of(options) for _ in range(4)} == set(options)


def test_a_slot_with_a_capital_begins_a_sentence() -> None:
    city = City(1, 1, 0, 1, 3)
    department = city.departments[0]
    words = words_of(department, department.services[0], department.topics[0])
    filled = Writer(city.chance("slot")).fill("{Layanan} di {tempat}.", words)
    assert filled == "Penerbitan KTP elektronik di ruang pelayanan."


def test_working_days_skip_weekends_and_holidays() -> None:
    days = {str(day) for day in Calendar(4).workdays}
    assert "2026-08-14" in days
    assert "2026-08-15" not in days  # Saturday
    assert "2026-08-17" not in days  # holiday
    assert max(days) == TODAY


def test_seasons_average_to_about_one() -> None:
    for name, season in SEASONS.items():
        assert sum(season) / 4 == pytest.approx(1, abs=0.01), name
