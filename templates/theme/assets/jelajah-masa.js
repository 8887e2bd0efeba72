/* A chart cut to some of its years. Along time its rows lie at numbers, a year one long
   (suluh/charts/time_axis.py); where each year is a row, its place is the row. Its scale stays as
   it is, so that nothing looks larger. */

/** The years of the chart, each from `x` to `x2`; none where it has none to choose from. */
export function yearsOf(data) {
  const { years = [], labels } = data;
  const listed = rowsOfYears(data);
  if (listed.length) return listed.map(({ year, row }) => ({ text: year, x: row, x2: row + 1 }));
  if (labels) return []; // a promise is drawn whole, from the day it was made to its due date
  return years.slice(0, -1).map((row, at) => ({ ...row, x2: years[at + 1].x }));
}

/** The same data sets with what lies from one place in time to another. */
export function between(data, from, to) {
  const sets = Object.entries(data);
  if (rowsOfYears(data).length) {
    return Object.fromEntries(sets.map(([name, rows]) => [name, rows.flatMap(moved(from, to))]));
  }
  const axis = yearsOf(data).filter(({ x, x2 }) => x >= from && x2 <= to);
  const end = { x: to, middle: to, text: "" };
  const kept = sets.map(([name, rows]) => [name, rows.flatMap(within(from, to))]);
  return { ...Object.fromEntries(kept), years: [...axis, end] };
}

const rowsOfYears = (data) => Object.values(data).flat().filter((row) => "year" in row);

const moved = (from, to) => (row) => {
  if (!("row" in row)) return [row];
  return row.row >= from && row.row < to ? [{ ...row, row: row.row - from }] : [];
};

const within = (from, to) => (row) => {
  if (!("x" in row) || "shape" in row && "strength" in row) return [row]; // a sign of the key
  if (!("x2" in row)) return row.x >= from && row.x <= to ? [row] : [];
  const [x, x2] = [Math.max(row.x, from), Math.min(row.x2, to)];
  return x < x2 ? [{ ...row, x, x2 }] : [];
};
