"""Texts and facts that may be shown beside the figures, each approved or public by contract.

Words in somebody's own hand pass twice: their row is marked `ya`, and their fingerprint stands
in `persetujuan.csv` (docs/adr/0019).

Every function reads named columns only, so that a column added to the contract stays
unpublished until somebody decides otherwise here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, cast

import pandas as pd

from suluh.disclosure.approved import approved_rows
from suluh.figures import CITY
from suluh.periods import Period
from suluh.published import (
    Award,
    Commitment,
    Correction,
    Department,
    Forum,
    Service,
    Story,
    Training,
    Voice,
)
from suluh.records import Records


def departments(records: Records) -> tuple[Department, ...]:
    """Every department of `opd.csv`, by code."""
    columns = ["nama", "singkatan", "jenis", "berlaku_mulai", "berlaku_sampai", "penerus"]
    return tuple(
        Department(row.kode_opd, row.nama, row.singkatan, row.jenis,
                   row.berlaku_mulai, row.berlaku_sampai, row.penerus)
        for row in _rows(records, "opd", ["kode_opd", *columns])
    )  # fmt: skip


def trainings(records: Records, smallest_count: int) -> tuple[Training, ...]:
    """Trainings ended by `as_of` that at least `smallest_count` of a department completed.

    The city (`kota`) has those that many completed over all departments.
    """
    if not {"pelatihan", "peserta"} <= records.tables.keys():
        return ()
    completed = records.tables["peserta"].query("status == 'selesai'")
    by_department = completed[["id_pelatihan", "kode_opd"]]
    by_city = by_department.assign(kode_opd=CITY)
    people = pd.concat([by_department, by_city]).value_counts()
    held = {
        row.id_pelatihan: row
        for row in _rows(
            records,
            "pelatihan",
            ["id_pelatihan", "judul", "tema", "bentuk", "tanggal_selesai", "jp"],
        )
        if row.tanggal_selesai <= records.as_of
    }
    listed = cast("list[tuple[str, str]]", people[people >= smallest_count].index.tolist())
    return tuple(
        sorted(
            (_training(kode_opd, held[id_]) for id_, kode_opd in listed if id_ in held),
            key=lambda t: (t.kode_opd, t.tanggal_selesai, t.judul),
        )
    )


def _training(kode_opd: str, row: Any) -> Training:  # noqa: ANN401 a row of pelatihan
    return Training(kode_opd, row.judul, row.tema, row.bentuk, row.tanggal_selesai, row.jp)


def voices(records: Records) -> tuple[Voice, ...]:
    """Approved suggestions and complaints with `tayang` = ya, newest first.

    What was said was approved, not who said it when: the day becomes its quarter, and a service
    is named only if it is a published one.
    """
    said = sorted(
        (*_suggestions(records), *_complaints(records)),
        key=lambda v: (-v[0].toordinal(), v[1].kode_opd, v[1].kata),
    )
    return tuple(voice for day, voice in said if day <= records.as_of)


def _suggestions(records: Records) -> Iterator[tuple[date, Voice]]:
    offered = {(s.kode_opd, s.layanan) for s in services(records)}
    columns = ["kode_opd", "tanggal", "layanan", "saran"]
    for row in _approved(records, "skm", columns):
        layanan = row.layanan if (row.kode_opd, row.layanan) in offered else ""
        quarter = str(Period.quarter_of(row.tanggal))
        if row.saran:
            yield row.tanggal, Voice(row.kode_opd, quarter, "survei", layanan, row.saran, "", "")


def _complaints(records: Records) -> Iterator[tuple[date, Voice]]:
    columns = ["kode_opd", "tanggal_masuk", "jenis", "ringkasan", "keputusan", "hasil"]
    for row in _approved(records, "pengaduan", columns):
        quarter, words = str(Period.quarter_of(row.tanggal_masuk)), row.ringkasan
        if words:
            yield (
                row.tanggal_masuk,
                Voice(row.kode_opd, quarter, row.jenis, "", words, row.keputusan, row.hasil),
            )


def forums(records: Records) -> tuple[Forum, ...]:
    """Forums held by `as_of`, newest first."""
    columns = ["kode_opd", "tanggal", "tema", "tempat", "jumlah_peserta", "berita_acara",
               "id_forum"]  # fmt: skip
    held = [Forum(*row) for row in _rows(records, "forum", columns)]
    return tuple(
        sorted(
            (f for f in held if f.tanggal <= records.as_of),
            key=lambda f: (-f.tanggal.toordinal(), f.kode_opd, f.tema, f.id_forum),
        )
    )


def commitments(records: Records) -> tuple[Commitment, ...]:
    """Commitments made by `as_of` as they stood then, newest first."""
    columns = ["id_komitmen", "kode_opd", "tanggal", "masukan", "komitmen", "tenggat", "status",
               "tanggal_selesai", "bukti", "indikator_dampak"]  # fmt: skip
    made = [
        _commitment(row, records.as_of)
        for row in _rows(records, "komitmen", columns)
        if row.tanggal <= records.as_of
    ]
    return tuple(sorted(made, key=lambda c: (-c.tanggal.toordinal(), c.id_komitmen)))


def _commitment(row: Any, as_of: date) -> Commitment:  # noqa: ANN401 a row of komitmen
    done = row.tanggal_selesai is not None and row.tanggal_selesai <= as_of
    status = "berjalan" if row.status == "selesai" and not done else row.status
    late = status not in ("selesai", "batal") and row.tenggat < as_of
    return Commitment(
        **row._asdict()
        | {"status": status, "tanggal_selesai": row.tanggal_selesai if done else None},
        lewat=late,
    )


def awards(records: Records) -> tuple[Award, ...]:
    """Awards of periods begun by `as_of` whose recipients agreed to be named."""
    columns = ["kode_opd", "periode", "jenis", "penerima", "alasan"]
    given = [
        Award(*row)
        for row in _approved(records, "penghargaan", columns)
        if Period.parse(row.periode).start <= records.as_of
    ]
    return tuple(sorted(given, key=lambda a: (a.periode, a.kode_opd, a.penerima), reverse=True))


def stories(records: Records) -> tuple[Story, ...]:
    """Stories of staff who agreed to be quoted, newest first."""
    columns = ["kode_opd", "tanggal", "peran", "kutipan", "id_pelatihan"]
    titles = {
        row.id_pelatihan: row.judul
        for row in _rows(records, "pelatihan", ["id_pelatihan", "judul"])
    }
    told = [
        Story(row.kode_opd, row.tanggal, row.peran, row.kutipan, titles.get(row.id_pelatihan, ""))
        for row in _approved(records, "kisah", columns)
        if row.tanggal <= records.as_of
    ]
    return tuple(sorted(told, key=lambda s: (-s.tanggal.toordinal(), s.kode_opd, s.kutipan)))


def services(records: Records) -> tuple[Service, ...]:
    """The services a department gives, by year."""
    rows = _rows(records, "layanan", ["kode_opd", "tahun", "layanan", "gratis"])
    given = [Service(r.kode_opd, r.tahun, r.layanan, gratis=r.gratis == "ya") for r in rows]
    return tuple(sorted(given, key=lambda s: (s.kode_opd, s.tahun, s.layanan)))


def corrections(records: Records) -> tuple[Correction, ...]:
    """Corrections of published figures recorded by `as_of`, newest first."""
    columns = ["tanggal", "indikator", "kode_opd", "periode", "sebelum", "sesudah", "alasan"]
    made = [
        Correction(*row)
        for row in _rows(records, "koreksi", columns)
        if row.tanggal <= records.as_of
    ]
    return tuple(sorted(made, key=lambda c: (-c.tanggal.toordinal(), c.indikator, c.kode_opd)))


def _approved(records: Records, table: str, columns: list[str]) -> Iterator[Any]:
    frame = records.tables.get(table)
    if frame is not None:
        yield from _tuples(approved_rows(records, table, frame), table, columns)


def _rows(records: Records, table: str, columns: list[str]) -> Iterator[Any]:
    frame = records.tables.get(table)
    if frame is not None:
        yield from _tuples(frame, table, columns)


def _tuples(frame: pd.DataFrame, table: str, columns: list[str]) -> Iterator[Any]:
    """Named tuples of a table's columns: dates as `date`, blanks as "" (a blank date as None)."""
    row_type = NamedTuple(table, [(name, Any) for name in columns])  # type: ignore[misc]
    for cells in zip(*(_cells(frame[name]) for name in columns), strict=True):
        yield row_type(*cells)


def _cells(column: pd.Series[Any]) -> list[Any]:
    if pd.api.types.is_datetime64_any_dtype(column):
        return column.to_numpy("datetime64[D]").astype(object).tolist()
    if pd.api.types.is_numeric_dtype(column):
        return column.tolist()
    return column.fillna("").astype(str).tolist()
