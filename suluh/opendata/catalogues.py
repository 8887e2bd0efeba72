"""What the figures are about, as JSON values: the departments and the indicators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypeAlias

from suluh.catalogue import Indicator, indicators
from suluh.figures import CITY
from suluh.opendata.vocabulary import Bilingual, theme_words, unit_words
from suluh.owners import Owner
from suluh.published import Department, Published

Json: TypeAlias = dict[str, Any]


def department_entries(published: Published) -> Mapping[str, Json]:
    """The city and every department that has figures, by code."""
    with_figures = set(published.figures["kode_opd"].unique())
    known = (d for d in published.departments if d.kode_opd in with_figures)
    return {CITY: _city(published.contract.city)} | {d.kode_opd: _department(d) for d in known}


def indicator_entries() -> Mapping[str, Json]:
    """Every indicator by id, in the order of the catalogue."""
    return {id_: _indicator(indicator) for id_, indicator in indicators().items()}


def _city(name: str) -> Json:
    nothing = dict.fromkeys(("berlaku_mulai", "berlaku_sampai", "penerus"))
    return {"kode_opd": CITY, "nama": name, "singkatan": None, "jenis": CITY, **nothing}


def _department(department: Department) -> Json:
    ends = department.berlaku_sampai
    return {
        "kode_opd": department.kode_opd,
        "nama": department.nama,
        "singkatan": department.singkatan or None,
        "jenis": department.jenis,
        "berlaku_mulai": department.berlaku_mulai.isoformat(),
        "berlaku_sampai": ends.isoformat() if ends else None,
        "penerus": department.penerus or None,
    }


def _indicator(indicator: Indicator) -> Json:
    unit = unit_words(indicator)
    periods = (("tahun", indicator.tahun), ("triwulan", indicator.triwulan))
    return {
        "indikator": indicator.id,
        "nama": Bilingual(indicator.nama, indicator.nama_en).by_language,
        "satuan": unit.by_language if unit else None,
        "tema": theme_words(indicator.tema).by_language,
        "periode": [name for name, given in periods if given],
        "total": indicator.total,
        "rincian": list(indicator.rincian),
        "rincian_lain": indicator.open_ended,
        "hanya_kota": indicator.hanya_kota,
        "kenaikan": indicator.naik,
        "sumber": list(indicator.tabel),
        "konsep": indicator.konsep,
        "definisi": indicator.definisi,
        "klasifikasi": indicator.klasifikasi,
        "ukuran": indicator.ukuran,
        "rumus": indicator.rumus,
        "batasan": indicator.batasan,
        "siasat": indicator.siasat,
        "inggris": asdict(indicator.en),
        "pemilik": _owner(indicator.pemilik),
        "tinjau": indicator.tinjau.isoformat(),
        "versi": [asdict(version) for version in indicator.versi],
    }


def _owner(owner: Owner) -> Json:
    return {**Bilingual(owner.nama, owner.nama_en).by_language, "ditetapkan": owner.ditetapkan}
