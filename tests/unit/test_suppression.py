"""What the wall hides: each rule below, at and above its limit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from suluh.contract import Policy
from suluh.disclosure.suppression import suppress
from suluh.figures import FIGURE_COLUMNS

POLICY = Policy()


def one(indikator: str, nilai: float | None, n: int | None, **cells: object) -> dict[str, Any]:
    """Return the figure after suppression."""
    row: Mapping[str, object] = {
        "indikator": indikator,
        "kode_opd": "dinas",
        "periode": "2026",
        "rincian": "",
        "nilai": nilai,
        "batas_bawah": 1.0,
        "batas_atas": 2.0,
        "n": n,
        "satuan": "persen",
        "kategori": "A",
        "status": "terbit",
        **cells,
    }
    table = pd.DataFrame([row], columns=list(FIGURE_COLUMNS)).astype(
        {"nilai": "float64", "n": "Int64"}
    )
    return suppress(table, POLICY).iloc[0].to_dict()


@pytest.mark.parametrize(
    ("n", "status"),
    [(1, "disembunyikan"), (9, "disembunyikan"), (10, "sampel_kecil"), (29, "sampel_kecil"),
     (30, "terbit"), (400, "terbit")],
)  # fmt: skip
@pytest.mark.parametrize("indikator", ["ikm", "nrr", "skm_sebaran"])
def test_survey_of_few_responses_is_hidden_then_marked(
    indikator: str, n: int, status: str
) -> None:
    assert one(indikator, 80.0, n)["status"] == status


@pytest.mark.parametrize("indikator", ["predikat", "pelatihan_kepuasan", "pelatihan_penerapan"])
@pytest.mark.parametrize(
    ("count", "n", "status"),
    [(0, 60, "terbit"), (1, 60, "disembunyikan"), (4, 60, "disembunyikan"), (5, 60, "terbit"),
     (0, 4, "disembunyikan"), (0, 5, "terbit"), (0, 0, "terbit")],
)  # fmt: skip
def test_small_counts_of_people_are_hidden(
    indikator: str, count: int, n: int, status: str
) -> None:
    assert one(indikator, count, n)["status"] == status


@pytest.mark.parametrize(
    "indikator",
    ["tindak_lanjut", "jp_rata", "jp_terpenuhi", "pelatihan_cakupan", "pelatihan_kelulusan",
     "pelatihan_peningkatan", "pelatihan_nilai", "evaluasi_cakupan", "evaluasi_baik"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("n", "status"), [(1, "disembunyikan"), (4, "disembunyikan"), (5, "terbit")]
)
def test_shares_and_means_of_few_people_are_hidden(indikator: str, n: int, status: str) -> None:
    assert one(indikator, 0.0, n)["status"] == status


@pytest.mark.parametrize(
    ("count", "status"),
    [(0, "terbit"), (1, "disembunyikan"), (4, "disembunyikan"), (5, "terbit"), (55, "terbit"),
     (56, "disembunyikan"), (59, "disembunyikan"), (60, "terbit")],
)  # fmt: skip
@pytest.mark.parametrize("indikator", ["evaluasi_baik", "pelatihan_diterapkan", "tindak_lanjut"])
def test_a_share_that_tells_a_small_count_is_hidden(
    indikator: str, count: int, status: str
) -> None:
    assert one(indikator, 100 * count / 60, 60)["status"] == status


def test_all_but_one_being_recognised_exposes_the_one() -> None:
    """17 of 18 is published as 94,4444."""
    assert one("tindak_lanjut", 94.4444, 18)["status"] == "disembunyikan"


@pytest.mark.parametrize(
    "indikator", ["pengaduan_masuk", "pengaduan_tepat_waktu", "komitmen_ditepati", "skm_responden"]
)
def test_figures_that_are_not_of_people_are_shown(indikator: str) -> None:
    assert one(indikator, 1.0, 1)["status"] == "terbit"


def test_a_hidden_figure_keeps_nothing_but_its_key_and_unit() -> None:
    figure = one("ikm", 80.0, 3)
    empty = ["nilai", "batas_bawah", "batas_atas", "n"]
    assert all(pd.isna(figure[name]) for name in empty)
    assert (figure["kategori"], figure["satuan"], figure["kode_opd"]) == ("", "persen", "dinas")


@pytest.mark.parametrize("status", ["tidak_dilaporkan", "tidak_berlaku"])
def test_missing_and_not_applicable_stay_what_they_are(status: str) -> None:
    assert one("predikat", None, 0, status=status)["status"] == status


def test_suppression_leaves_its_input_alone() -> None:
    table = pd.DataFrame(
        [["ikm", "dinas", "2026", "", 80.0, 1.0, 2.0, 3, "indeks", "B", "terbit"]],
        columns=list(FIGURE_COLUMNS),
    ).astype({"n": "Int64"})
    before = table.copy()
    suppress(table, POLICY)
    pd.testing.assert_frame_equal(table, before)


def test_the_smallest_count_can_be_raised() -> None:
    table = pd.DataFrame(
        [["predikat", "dinas", "2026", "baik", 7.0, None, None, 60, "orang", "", "terbit"]],
        columns=list(FIGURE_COLUMNS),
    ).astype({"n": "Int64"})
    assert suppress(table, Policy(smallest_count=8)).iloc[0]["status"] == "disembunyikan"


@pytest.mark.parametrize(("in_city", "named"), [(4, False), (5, True)])
def test_a_category_that_few_gave_loses_its_very_name(in_city: int, *, named: bool) -> None:
    rows = [
        {"indikator": "skm_profil", "kode_opd": opd, "periode": "2026", "nilai": number, "n": 90,
         "rincian": "pekerjaan/pawang", "satuan": "orang", "kategori": "", "status": "terbit"}
        for opd, number in (("dinas", in_city - 1), ("kota", in_city), ("lain", 0))
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=list(FIGURE_COLUMNS)).astype({"nilai": "float64"})
    assert len(suppress(table, POLICY)) == (3 if named else 0)
