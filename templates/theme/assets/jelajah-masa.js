/* A chart along time cut to some of its years. Its rows lie at numbers, a year one long
   (suluh/charts/time_axis.py); its heights stay as they are, so that nothing looks larger. */

/** The years of the axis, each from `x` to `x2`; none where the chart has no axis of time. */
export function yearsOf({ years = [], labels }) {
  if (labels) return []; // a promise is drawn whole, from the day it was made to its due date
  return years.slice(0, -1).map((row, at) => ({ ...row, x2: years[at + 1].x }));
}

/** The same data sets with what lies from one place in time to another. */
export function between(data, from, to) {
  const axis = yearsOf(data).filter(({ x, x2 }) => x >= from && x2 <= to);
  const end = { x: to, middle: to, text: "" };
  const sets = Object.entries(data).map(([name, rows]) => [name, rows.flatMap(within(from, to))]);
  return { ...Object.fromEntries(sets), years: [...axis, end] };
}

const within = (from, to) => (row) => {
  if (!("x" in row) || "shape" in row && "strength" in row) return [row]; // a sign of the key
  if (!("x2" in row)) return row.x >= from && row.x <= to ? [row] : [];
  const [x, x2] = [Math.max(row.x, from), Math.min(row.x2, to)];
  return x < x2 ? [{ ...row, x, x2 }] : [];
};
