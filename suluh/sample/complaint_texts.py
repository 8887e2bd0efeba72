"""What people complained of and what came of it: the texts of `pengaduan.csv`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from suluh.sample.city import City
from suluh.sample.departments import Department
from suluh.sample.phrases import Words, Writer, capitalised, month_name, phrases
from suluh.sample.workdays import Ints

COLUMNS = ("ringkasan", "keputusan", "hasil", "tayang")

_APPROVED = 0.4
_DONE, _PLANNED = 0.6, 0.26  # shares of decisions; the rest cannot be granted
_OPEN = {"diterima", "diproses"}


def complaint_texts(
    city: City, table: pd.DataFrame, opd: Ints, chance: np.random.Generator
) -> dict[str, list[str]]:
    """`COLUMNS` for the complaints of a table; `opd` holds their departments."""
    writer = Writer(chance)
    received = table["tanggal_masuk"].dt.month
    settled = table["tanggal_selesai"].dt.month.fillna(0).astype(int)
    facts = zip(opd, table["jenis"], table["klasifikasi"], table["status"], received, settled,
                strict=True)  # fmt: skip
    rows = [_texts(writer, city.departments[index], *fact) for index, *fact in facts]
    return {name: [row[i] for row in rows] for i, name in enumerate(COLUMNS)}


def _texts(
    writer: Writer,
    department: Department,
    kind: str,
    class_: str,
    status: str,
    received: int,
    settled: int,
) -> tuple[str, str, str, str]:
    words = writer.words(department)
    words["bulan_lalu"], words["bulan_depan"] = month_name(received - 1), month_name(received + 1)
    words["bulan_selesai"] = month_name(settled)
    subject = "pengawasan" if class_ == "berkadar pengawasan" else kind
    summary = _summary(writer, department, subject, words)
    if status in _OPEN:
        return summary, "", "", ""
    decision, result = _outcome(writer, subject, status, words)
    shown = subject != "pengawasan" and writer.luck() < _APPROVED
    return summary, decision, result, "ya" if shown else "tidak"


def _summary(writer: Writer, department: Department, subject: str, words: Words) -> str:
    said = phrases()["aduan"]
    if subject == "pengaduan":
        where = "pembuka_lapangan" if _is_outdoors(department, words) else "pembuka"
        opening = writer.one_of(said["pengaduan"][where])
        closing = writer.one_of(said["pengaduan"]["penutup"])
        return capitalised(writer.fill(f"{opening}{{masalah}}. {closing}".strip(), words))
    if subject == "permintaan informasi":
        words["hal"] = writer.fill(writer.one_of(said["informasi"]["hal"]), words)
    source = "informasi" if subject == "permintaan informasi" else subject
    return writer.fill(writer.one_of(said[source]["kalimat"]), words)


def _is_outdoors(department: Department, words: Words) -> bool:
    """Whether the matter is out in the streets; matters common to all are in an office."""
    own = (topic.problem for topic in department.topics)
    return department.works_outdoors and words["masalah"] in own


def _outcome(writer: Writer, subject: str, status: str, words: Words) -> tuple[str, str]:
    """Decision and result; questions and suspicions are answered, not decided."""
    said = phrases()["aduan"]
    if status == "ditolak":
        reason = writer.one_of(said["hasil"]["tidak_lanjut"])
        return "tidak dapat dipenuhi", writer.fill(reason, words)
    if subject == "permintaan informasi":
        return "", writer.fill(writer.one_of(said["informasi"]["hasil"]), words)
    if subject == "pengawasan":
        return "", writer.fill(writer.one_of(said["pengawasan"]["hasil"]), words)
    luck = writer.luck()
    if luck < _DONE:
        return "dilaksanakan", writer.fill(writer.one_of(said["hasil"]["dilaksanakan"]), words)
    if luck < _DONE + _PLANNED:
        return "direncanakan", writer.fill(writer.one_of(said["hasil"]["direncanakan"]), words)
    return "tidak dapat dipenuhi", writer.fill(writer.one_of(said["hasil"]["ditolak"]), words)
