"""Problems for a person at a terminal: each mistake once, with its first cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from suluh.intake.explanations import explanation
from suluh.intake.groups import Group, Variant, groups
from suluh.intake.problems import Problem
from suluh.intake.report_words import say, whole

CELLS_SHOWN = 5
"""Cells named of a mistake that was made more than once."""

VARIANTS_SHOWN = 5
"""Different contents shown of a mistake; the report file has more."""

Paint = Callable[[str, str], str]
"""Colours a text by its role: `error`, `warning`, `place`, `fix`, `muted`."""


def unpainted(text: str, _role: str) -> str:
    """Leave the text as it is: into files and pipes."""
    return text


def text_report(problems: Sequence[Problem], lang: str, paint: Paint = unpainted) -> str:
    """Every mistake as a paragraph, then the totals; nothing for no problems."""
    if not problems:
        return ""
    found = groups(problems)
    return "\n".join(
        [*("\n".join([*_paragraph(g, lang, paint), ""]) for g in found),
         *_totals(problems, found, lang, paint)]
    )  # fmt: skip


def place_text(group: Group, lang: str) -> str:
    """`peserta.csv, sel C17 (kolom kode_opd)`, or how many cells there are."""
    first, size = group.first, group.size
    column = first.column if len({p.column for p in group.problems}) == 1 else ""
    parts = [first.file, *([say("sheet", lang, sheet=first.sheet)] if first.sheet else [])]
    if size > 1:
        parts.append(say("cells" if first.cell else "lines", lang, count=whole(size, lang)))
    elif first.cell:
        parts.append(say("cell", lang, cell=first.cell))
    elif first.line:
        parts.append(say("line", lang, line=first.line))
    place = ", ".join(parts)
    return f"{place} {say('column', lang, column=column)}" if column else place


def first_places(problems: Sequence[Problem], count: int = CELLS_SHOWN) -> str:
    """`C2, C3, C4, …`: the first cells, or lines, of problems."""
    named = [p.cell or str(p.line or "") for p in problems[:count]]
    return ", ".join([*named, *("…" for _ in problems[count : count + 1])])


def _paragraph(group: Group, lang: str, paint: Paint) -> Iterator[str]:
    level = group.first.level
    alike = len(group.variants) == 1
    said = group.first.message(lang) if alike else _title(group, lang)
    head = paint(f"{say(level, lang)} [{group.first.code}]", level)
    yield f"{head} {paint(place_text(group, lang), 'place')}: {said}"
    if alike and group.size > 1:
        yield paint(f"    {_where(group.problems, lang)}", "muted")
    shown = group.variants[:VARIANTS_SHOWN]
    fixes = {variant.first.fix(lang) for variant in shown}
    if not alike:
        for variant in shown:
            yield from _variant(variant, lang, paint, with_fix=len(fixes) > 1)
    if len(fixes) == 1:
        yield f"    {paint(say('fix', lang), 'fix')}: {fixes.pop()}"
    rest = sum(len(v.problems) for v in group.variants[VARIANTS_SHOWN:])
    if rest:
        yield paint(f"    {say('more', lang, count=whole(rest, lang))}", "muted")


def _variant(variant: Variant, lang: str, paint: Paint, *, with_fix: bool) -> Iterator[str]:
    yield f"    {variant.first.message(lang)}"
    yield paint(f"      {_where(variant.problems, lang)}", "muted")
    if with_fix:
        yield f"      {paint(say('fix', lang), 'fix')}: {variant.first.fix(lang)}"


def _title(group: Group, lang: str) -> str:
    return f"{explanation(group.first.code, lang).title}."


def _where(problems: Sequence[Problem], lang: str) -> str:
    where = "in_cells" if problems[0].cell else "in_lines"
    return say(where, lang, count=whole(len(problems), lang), places=first_places(problems))


def _totals(
    problems: Sequence[Problem], found: Sequence[Group], lang: str, paint: Paint
) -> Iterator[str]:
    errors = sum(p.level == "error" for p in problems)
    counts: Mapping[str, int] = {"errors": errors, "warnings": len(problems) - errors}
    total = say("total", lang, **{name: whole(count, lang) for name, count in counts.items()})
    kinds = say("kinds", lang, count=whole(len(found), lang))
    yield f"{total} {kinds}" if len(found) < len(problems) else total
    yield paint(say("catalogue", lang), "muted")
