"""One call of `build.py texts`: list what waits, write the form, or record what was approved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suluh.approval import APPROVALS
from suluh.records import Records
from suluh.refusals import require_file, require_new_file
from suluh.review.decision import Approver, Decision, approve_all, approve_form
from suluh.review.listing import form_for_excel, shown_texts, texts_as
from suluh.review.register import add_approvals
from suluh.review.waiting import approvals_without_text, waiting_texts
from suluh.usage import UserError, writing


@dataclass(frozen=True)
class Session:
    """What the officer asked for: a listing in a form, a file, or a decision."""

    form: str
    out: Path | None
    approve: Path | None
    write: bool
    by: Approver

    def run(self, records: Records, data: Path, lang: str) -> str:
        """Do it and return what to say; UserError where it cannot be done."""
        _require_table(records)
        waiting = waiting_texts(records)
        if self.approve:
            require_file(self.approve)
            decision = approve_form(self.approve, waiting, records.contract, self.by, lang)
            return _recorded(decision, records, data, lang)
        if self.write:
            decision = approve_all(waiting, self.by)
            return f"{shown_texts(waiting, lang)}\n{_recorded(decision, records, data, lang)}"
        if self.out:
            require_new_file(self.out)
            with writing(self.out):
                self.out.write_bytes(form_for_excel(waiting).encode())
            return _told_of_form(len(waiting), self.out, lang)
        listing = texts_as(self.form, waiting, lang)
        return listing + (_told_of_idle(records, lang) if self.form == "text" else "")


def _recorded(decision: Decision, records: Records, data: Path, lang: str) -> str:
    _require_csv(records)
    count, file = len(decision.approvals), data / records.contract.tables[APPROVALS].path
    with writing(file):
        add_approvals(data, records.contract, decision.approvals)
    said = (
        f"{count} text(s) approved; recorded in {file}."
        if lang == "en"
        else f"{count} teks disetujui; dicatat di {file}."
    )
    return said + (_told_of_changed(decision.changed, lang) if decision.changed else "")


def _told_of_changed(lines: tuple[int, ...], lang: str) -> str:
    shown = ", ".join(map(str, lines))
    if lang == "en":
        return f"\nNot recorded (approved before, or changed since): row {shown} of the form."
    return f"\nTidak dicatat, karena sudah disetujui atau sudah berubah: baris {shown} formulir."


def _told_of_form(count: int, out: Path, lang: str) -> str:
    if lang == "en":
        return (
            f"{count} text(s) written to {out}. Fill in setuju (ya or tidak), disetujui_oleh and "
            f"tanggal in Excel, save, then: python build.py texts --approve {out}"
        )
    return (
        f"{count} teks ditulis ke {out}. Isi setuju (ya atau tidak), disetujui_oleh dan tanggal "
        f"di Excel, simpan, lalu: python build.py texts --approve {out}"
    )


def _told_of_idle(records: Records, lang: str) -> str:
    """Approvals of words that are no longer there: whoever changed a letter should know."""
    idle = approvals_without_text(records)
    if not idle:
        return ""
    if lang == "en":
        return f"\n{idle} approval(s) are of no text any more: it was changed, or is not marked."
    return f"\n{idle} persetujuan tidak lagi cocok: teksnya berubah, atau tidak bertanda tayang."


def _require_csv(records: Records) -> None:
    """A workbook is the officer's own: a row is added to a CSV file only."""
    file, sheet = records.origin_of(APPROVALS)
    if sheet:
        raise UserError.of_usage(
            f"Persetujuan ada di {file}. Simpan lembar {sheet} sebagai {APPROVALS}.csv, "
            "hapus dari buku kerja, lalu ulangi.",
            f"The approvals are in {file}. Save sheet {sheet} as {APPROVALS}.csv, delete it from "
            "the workbook, and try again.",
        )


def _require_table(records: Records) -> None:
    if APPROVALS not in records.contract.tables:
        raise UserError.of_usage(
            f"datapackage.json belum memuat tabel {APPROVALS}. Ambil dari versi Suluh ini.",
            f"datapackage.json has no table {APPROVALS} yet. Take it from this version of Suluh.",
        )
