"""Planters of faults in cells, in rows and between tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from faulty_city import REFERRED_TO, Chance, City, Fault, Planter
from intake_folder import CONTRACT

from suluh.contract import Column


def planted_cell(
    code: str, text: Sequence[str], fits: Callable[[Column], bool], *, referred: bool = True
) -> Planter:
    """A planter that writes one of the texts into a cell of a column that fits."""

    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        spots = [
            (table, column.name)
            for table in city.free_tables()
            for column in CONTRACT.tables[table].columns
            if fits(column)
            and (table, column.name) != ("opd", "kode_opd")
            and (referred or (table, column.name) not in REFERRED_TO)
        ]
        chance.shuffle(spots)
        for table, column in spots:
            place = city.take_row(chance, table, lambda _: True)
            if place is not None:
                city.put(table, place, column, chance.choice(text))
                return [Fault(code, f"{table}.csv", place + 1, column)]
        return []

    return plant


def typed(type_: str) -> Callable[[Column], bool]:
    return lambda column: column.type == type_ and not column.enum


def plant_duplicate(city: City, chance: Chance) -> Sequence[Fault]:
    tables = [t for t in city.free_tables() if CONTRACT.tables[t].primary_key]
    chance.shuffle(tables)
    for table in tables:
        place = city.take_row(chance, table, lambda _: True)
        if place is not None:
            line = city.append(table, city.sheets[table][place])
            return [Fault("duplicate-key", f"{table}.csv", line)]
    return []


def plant_unknown_reference(city: City, chance: Chance) -> Sequence[Fault]:
    spots = [
        (table, name)
        for table in city.free_tables()
        for key in CONTRACT.tables[table].foreign_keys
        for name in key.columns
    ]
    chance.shuffle(spots)
    for table, column in spots:
        at = city.sheets[table][0].index(column)
        place = city.take_row(chance, table, lambda row, at=at: len(row[at]) > 4)
        if place is not None:
            known = city.cell(table, place, column)
            city.put(table, place, column, known[:-2] + known[-1] + "x")
            return [Fault("unknown-reference", f"{table}.csv", place + 1, column)]
    return []


def plant_department_not_valid(city: City, chance: Chance) -> Sequence[Fault]:
    table = chance.choice(["skm", "pengaduan", "forum", "kisah"])
    day = city.sheets[table][0].index("tanggal_masuk" if table == "pengaduan" else "tanggal")
    place = city.take_row(chance, table, lambda row: row[day] > "2025-06-30")
    if place is None:
        return []
    city.put(table, place, "kode_opd", "arsip")
    return [Fault("department-not-valid", f"{table}.csv", place + 1, "kode_opd")]


def plant_date_order(city: City, chance: Chance) -> Sequence[Fault]:
    table, earlier, later = chance.choice(
        [
            ("pengaduan", "tanggal_masuk", "tanggal_tanggapan"),
            ("pengaduan", "tanggal_masuk", "tanggal_selesai"),
            ("pelatihan", "tanggal_mulai", "tanggal_selesai"),
            ("komitmen", "tanggal", "tanggal_selesai"),
            ("komitmen", "tanggal", "tenggat"),
        ]
    )
    at = city.sheets[table][0].index(later)
    place = city.take_row(chance, table, lambda row: bool(row[at]))
    if place is None:
        return []
    day = date.fromisoformat(city.cell(table, place, earlier)) - timedelta(chance.randint(1, 40))
    city.put(table, place, later, day.isoformat())
    return [Fault("date-order", f"{table}.csv", place + 1, later)]


def plant_done_date_missing(city: City, chance: Chance) -> Sequence[Fault]:
    return _plant_done(city, chance, "done-date-missing", "tanggal_selesai", "")


def plant_done_date_contradicts(city: City, chance: Chance) -> Sequence[Fault]:
    return _plant_done(city, chance, "done-date-contradicts", "status", "diproses")


def _plant_done(city: City, chance: Chance, code: str, column: str, text: str) -> Sequence[Fault]:
    place = city.take_row(chance, "pengaduan", lambda row: "selesai" in row and bool(row[7]))
    if place is None:
        return []
    city.put("pengaduan", place, column, text)
    return [Fault(code, "pengaduan.csv", place + 1, "tanggal_selesai")]


def plant_rating_mismatch(city: City, chance: Chance) -> Sequence[Fault]:
    place = city.take_row(chance, "evaluasi", lambda row: row[4] == row[5])
    if place is None:
        return []
    city.put("evaluasi", place, "predikat", "kurang")
    return [Fault("rating-mismatch", "evaluasi.csv", place + 1, "predikat")]


def plant_unknown_indicator(city: City, chance: Chance) -> Sequence[Fault]:
    table, column = chance.choice([("target", "indikator"), ("koreksi", "indikator")])
    place = city.take_row(chance, table, lambda _: True)
    if place is None:
        return []
    city.put(table, place, column, chance.choice(["ikmm", "jp_rerata", "kepuasan"]))
    return [Fault("unknown-indicator", f"{table}.csv", place + 1, column)]


def plant_target_out_of_range(city: City, chance: Chance) -> Sequence[Fault]:
    place = city.take_row(chance, "target", lambda row: row[1] == "ikm")
    if place is None:
        return []
    city.put("target", place, "nilai", chance.choice(["8350", "24.99", "100.01", "-1"]))
    return [Fault("target-out-of-range", "target.csv", place + 1, "nilai")]


def plant_more_evaluated(city: City, chance: Chance) -> Sequence[Fault]:
    def row(number: int) -> list[str]:
        level = "sesuai ekspektasi"
        return ["2025", f"p-9{number:02}", "arsip", "PNS", level, level, "", ""]

    return _plant_too_many(city, chance, "more-evaluated-than-staff", "evaluasi", row)


def plant_more_participants(city: City, chance: Chance) -> Sequence[Fault]:
    if {"pelatihan"} & city.whole or ("pelatihan", 1) in city.rows:
        return []

    def row(number: int) -> list[str]:
        return ["plt-2025-01", f"p-9{number:02}", "arsip", "PNS", "selesai", "", "", "", ""]

    return _plant_too_many(city, chance, "more-participants-than-staff", "peserta", row)


def _plant_too_many(
    city: City, chance: Chance, code: str, table: str, row: Callable[[int], list[str]]
) -> Sequence[Fault]:
    """Six people of a department of five."""
    touched = {t for t, _ in city.rows}
    if {table, "pegawai"} & city.whole or "pegawai" in touched:
        return []
    place = city.take_row(chance, "pegawai", lambda r: r[:2] == ["2025", "arsip"])
    city.rows |= {("pegawai", n) for n in range(len(city.sheets["pegawai"]))}
    city.rows.add(("pelatihan", 1))
    for number in range(6):
        city.append(table, row(number))
    return [Fault(code, "pegawai.csv", (place or 0) + 1, "jumlah")]


def plant_width(code: str, change: Callable[[list[str]], list[str]]) -> Planter:
    def plant(city: City, chance: Chance) -> Sequence[Fault]:
        tables = [t for t in city.free_tables() if t not in ("opd", "pelatihan", "forum")]
        chance.shuffle(tables)
        for table in tables:
            place = city.take_row(chance, table, lambda _: True)
            if place is not None:
                city.sheets[table][place] = change(city.sheets[table][place])
                return [Fault(code, f"{table}.csv", place + 1)]
        return []

    return plant


def plant_reserved_code(city: City, chance: Chance) -> Sequence[Fault]:  # noqa: ARG001
    line = city.append("opd", ["kota", "Kota", "", "dinas", "2017-01-01", "", ""])
    return [Fault("reserved-code", "opd.csv", line, "kode_opd")]
