"""Differences in words: for a terminal, a pull request (Markdown), or a program (JSON)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import TypeVar

from suluh.catalogue import indicators
from suluh.differences.difference import Difference, Differences, Kind
from suluh.differences.texts import Fact, named
from suluh.figures import CITY, Status
from suluh.localisation import decimals_of, number_text, period_text
from suluh.published import Figure, Published
from suluh.record_words import record_word
from suluh.text import Language
from suluh.wording import STATE_TEXTS, category_text, unit_text

T = TypeVar("T")

MOST_SHOWN = 20
"""Lines of each kind, in text and Markdown, but for texts to be shown: somebody reads them all."""


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    headings: Mapping[Kind, str]
    states: Mapping[Status, str]
    nothing: str
    summary: str
    texts: str
    texts_added: str
    texts_removed: str
    more: str
    rose: str
    fell: str
    stayed: str
    rounded: str
    now: str
    was: str
    absent: str
    unconfirmed: str


_WORDS = {
    "id": Words(
        headings={
            Kind.HIDDEN: "Menjadi disembunyikan",
            Kind.VANISHED: "Hilang",
            Kind.APPEARED: "Baru muncul",
            Kind.CHANGED: "Berubah",
            Kind.STATE: "Tetap tanpa nilai, dengan sebab lain",
        },
        states=STATE_TEXTS,
        nothing="Tidak ada yang berubah pada angka dan teks yang terbit.",
        summary="{figures} angka berubah di sedikitnya {pages} halaman.",
        texts="Teks yang tampil: {added} bertambah, {removed} berkurang.",
        texts_added="Teks yang baru tampil",
        texts_removed="Teks yang tidak tampil lagi",
        more="… dan {count} lagi",
        rose="naik dari {old} menjadi {new}",
        fell="turun dari {old} menjadi {new}",
        stayed="tetap {new}",
        rounded="tetap {new} setelah dibulatkan",
        now="sekarang {new}",
        was="sebelumnya {old}",
        absent="tidak ada",
        unconfirmed="Perlu dikonfirmasi",
    ),
    "en": Words(
        headings={
            Kind.HIDDEN: "Hidden now",
            Kind.VANISHED: "Vanished",
            Kind.APPEARED: "New",
            Kind.CHANGED: "Changed",
            Kind.STATE: "Still without a value, for another reason",
        },
        states={
            Status.PUBLISHED: "",
            Status.HIDDEN: "hidden to protect people",
            Status.SMALL_SAMPLE: "small sample",
            Status.NOT_REPORTED: "not reported",
            Status.NOT_APPLICABLE: "not applicable",
        },
        nothing="Nothing changes in the published figures and texts.",
        summary="{figures} figures change on {pages} pages or more.",
        texts="Texts shown: {added} more, {removed} fewer.",
        texts_added="Texts shown now",
        texts_removed="Texts no longer shown",
        more="… and {count} more",
        rose="rises from {old} to {new}",
        fell="falls from {old} to {new}",
        stayed="stays {new}",
        rounded="stays {new} when rounded",
        now="now {new}",
        was="was {old}",
        absent="absent",
        unconfirmed="To be confirmed",
    ),
}


@dataclass(frozen=True)
class Unconfirmed:
    """An unusual change that nobody has confirmed: its problem's code, and what is said of it."""

    code: str
    text: str
    fix: str


def differences_as(
    form: str,
    found: Differences,
    before: Published,
    after: Published,
    lang: str = "id",
    unconfirmed: Sequence[Unconfirmed] = (),
) -> str:
    """The report in a form: `text`, `markdown` or `json`; `lang` is `id` or `en`.

    What is `unconfirmed` comes last, all of it: it is what is left to do.
    """
    telling = _Telling(before, after, lang, _WORDS[lang], unconfirmed)
    forms: Mapping[str, Callable[[], str]] = {
        "text": lambda: "\n".join(telling.text(found)),
        "markdown": lambda: "\n".join(telling.markdown(found)),
        "json": lambda: telling.json(found),
    }
    return forms[form]()


@dataclass(frozen=True)
class _Telling:
    before: Published
    after: Published
    lang: str
    words: Words
    unconfirmed: Sequence[Unconfirmed]

    def text(self, found: Differences) -> Iterator[str]:
        yield from self._opening(found)
        for heading, lines in self._sections(found):
            yield ""
            yield heading
            yield from (f"  {line}" for line in lines)

    def markdown(self, found: Differences) -> Iterator[str]:
        yield from (f"{line}  " for line in self._opening(found))
        for heading, lines in self._sections(found):
            yield ""
            yield f"### {heading}"
            yield ""
            yield from (f"- {_escaped(line)}" for line in lines)

    def json(self, found: Differences) -> str:
        figures = [
            {"kind": d.kind.value, "size": round(d.size, 4), "text": self.line(d)}
            | {name: f and _plain(f) for name, f in (("before", d.before), ("after", d.after))}
            for d in found.figures
        ]
        report = {
            "figures": figures,
            "texts_added": len(found.texts_added),
            "texts_removed": len(found.texts_removed),
            "texts": {
                "added": [self._text(fact) for fact in found.texts_added],
                "removed": [self._text(fact, said=False) for fact in found.texts_removed],
            },
            "pages": list(found.pages),
            "unconfirmed": [asdict(unusual) for unusual in self.unconfirmed],
        }
        return json.dumps(report, ensure_ascii=False, indent=1)

    def _opening(self, found: Differences) -> Iterator[str]:
        if not found.any:
            yield self.words.nothing
            return
        if found.figures:
            count = {"figures": len(found.figures), "pages": len(found.pages)}
            yield self.words.summary.format(**{k: self._number(v) for k, v in count.items()})
        if found.texts_added or found.texts_removed:
            texts = {"added": len(found.texts_added), "removed": len(found.texts_removed)}
            yield self.words.texts.format(**{k: self._number(v) for k, v in texts.items()})

    def _sections(self, found: Differences) -> Iterator[tuple[str, list[str]]]:
        for kind in Kind:
            yield from self._section(self.words.headings[kind], found.of(kind), self.line)
        yield from self._section(
            self.words.texts_added, found.texts_added, self._text, most=len(found.texts_added)
        )
        yield from self._section(
            self.words.texts_removed, found.texts_removed, partial(self._text, said=False)
        )
        if self.unconfirmed:
            heading = f"{self.words.unconfirmed} ({self._number(len(self.unconfirmed))})"
            yield heading, [f"{unusual.text} {unusual.fix}" for unusual in self.unconfirmed]

    def _section(
        self, heading: str, every: Sequence[T], line: Callable[[T], str], most: int = MOST_SHOWN
    ) -> Iterator[tuple[str, list[str]]]:
        """A section of what there is, none of nothing; a line each for the first of them."""
        if every:
            lines = [line(each) for each in every[:most]]
            if len(every) > most:
                lines.append(self.words.more.format(count=self._number(len(every) - most)))
            yield f"{heading} ({self._number(len(every))})", lines

    def line(self, difference: Difference) -> str:
        """`Disdukcapil, Indeks Kepuasan Masyarakat, triwulan III 2026: naik dari 82,10 …`."""
        figure, old, new = difference.figure, difference.before, difference.after
        indicator = indicators()[figure.indikator]
        name = indicator.nama_en if self.lang == "en" else indicator.nama
        where = [self._department(figure.kode_opd), name, self._said(category_text(figure))]
        where.append(self._said(period_text(figure.periode)))
        said = f"{', '.join(filter(None, where))}: {self._movement(old, new)}"
        return f"{said}{self._count(old, new)}"

    def _text(self, fact: Fact, *, said: bool = True) -> str:
        """`Kata seorang warga, Disdukcapil, triwulan III 2026: …`.

        What goes is not `said` again: somebody may have taken it back.
        """
        text = named(fact)
        where = (text.kind, self._department(text.kode_opd), text.when)
        name = ", ".join(map(self._said, where))
        return f"{name}: {' · '.join(map(self._said, text.words))}" if said else name

    def _movement(self, old: Figure | None, new: Figure | None) -> str:
        words = {"old": self._value(old), "new": self._value(new)}
        if old is None or new is None or old.nilai is None or new.nilai is None:
            return f"{self.words.was}, {self.words.now}".format(**words)
        if words["old"] == words["new"]:
            form = self.words.stayed if old.nilai == new.nilai else self.words.rounded
            return form.format(**words)
        form = self.words.rose if new.nilai > old.nilai else self.words.fell
        return form.format(**words)

    def _value(self, figure: Figure | None) -> str:
        if figure is None:
            return self.words.absent
        if figure.nilai is None:
            return self.words.states[figure.status] or self._said(record_word(figure.kategori))
        number = self._number(figure.nilai, decimals_of(figure))
        return f"{number}{self._said(unit_text(figure))}"

    def _said(self, words: str) -> str:
        """Words of the program in the reader's language."""
        return Language(self.lang).say(words)

    def _number(self, value: float, decimals: int = 0) -> str:
        return number_text(value, decimals, self.lang)

    def _department(self, kode_opd: str) -> str:
        if kode_opd == CITY:
            return self.after.contract.city
        known = {d.kode_opd: d for d in (*self.before.departments, *self.after.departments)}
        return known[kode_opd].short_name

    def _count(self, old: Figure | None, new: Figure | None) -> str:
        """`(n 41 → 68)` where n changed and is not the value itself."""
        counts = [f.n for f in (old, new) if f is not None and f.n is not None and f.n != f.nilai]
        if len(counts) < 2 or counts[0] == counts[1]:  # noqa: PLR2004 before and after
            return ""
        was, now = map(self._number, counts)
        return f" (n {was} → {now})"


def _plain(figure: Figure) -> dict[str, object]:
    return {**asdict(figure), "status": figure.status.value}


def _escaped(line: str) -> str:
    """Words of records may not act as Markdown or HTML in a pull request."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+-!|@&" else sign for sign in line)
