/* What a mark of an explored chart tells: the row of the chart's table that its figure stands in, in
   the table's own words. So chart, table and download say the same, in any language. */

/** A finder of cells: by the key of their figure, or `#` and the place of their row. */
export function cellsByKey(table) {
  const known = new Map();
  for (const data of table?.querySelectorAll("data.angka") ?? []) {
    const { indikator, opd, periode, rincian } = data.dataset;
    known.set(`${indikator} ${opd} ${periode} ${rincian}`, data.closest("th, td"));
  }
  return (key) =>
    key.startsWith("#") ? table.tBodies[0].rows[key.slice(1)].cells[0] : known.get(key);
}

/** What a mark tells of the row of its cell: all of it as one text, and line by line. */
export function storyOf(cell, table) {
  const row = cell.parentElement;
  const heads = [...table.tHead.rows[0].cells].map(spoken);
  const lines = [...row.cells]
    .map((each, at) => ({ head: at ? heads[at] : "", words: spoken(each), cell: each }))
    .filter(({ words }) => words);
  // What the mark shows comes first, with its interval and n: so two marks of a row differ.
  const [first, ...others] = lines;
  const start = others.findIndex((line) => line.cell === cell);
  const figure = ({ cell }) => cell.querySelector("data.angka");
  const next = others.findIndex((line, at) => at > start && figure(line));
  const own = start < 0 ? [] : others.slice(start, next < 0 ? undefined : next);
  const rest = others.filter((line) => !own.includes(line));
  const ket = [first, ...own, ...rest].map(joined).join(". ");
  return { row, ket, lines: lines.map((line) => ({ ...line, own: own[0] === line })) };
}

export const joined = ({ head, words }) =>
  (head ? `${head}: ${words}` : words).replace(/\.$/, "");

function spoken(cell) {
  const copy = cell.cloneNode(true);
  for (const sign of copy.querySelectorAll("[aria-hidden=true]")) sign.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}
