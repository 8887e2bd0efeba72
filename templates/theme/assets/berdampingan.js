/* The chosen departments side by side: figures, and what may be said of each pair. Every word
   stands in the page. */
let difference, obstacle; // of angka.js, which is fetched when something is to be laid out

export const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const words = Object.fromEntries(
  all("[data-kata]", document.getElementById("kata").content).map((p) => [
    p.dataset.kata,
    p.textContent,
  ]),
);
export const say = (key, values) => words[key].replace(/{(\w+)}/g, (_, name) => values[name]);

export function make(tag, { data, role, ...properties }, ...content) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, data);
  if (role) made.setAttribute("role", role);
  made.append(...content);
  return made;
}

const [table] = all("#berdampingan-hasil table");
const head = table.tHead.rows[0];
const [first, last] = head.cells;
export const rows = [...table.tBodies[0].rows];
export const shown = { opds: [], year: "", years: [] };

/** Lay out departments, each its `data-` attributes and `figures`, in the year chosen. */
export async function layOut(opds, select) {
  ({ difference, obstacle } = await import("./angka.js"));
  const [year, ...years] = [select, ...select.options].map(({ value }) => value);
  Object.assign(shown, { opds, year, years });
  const column = { scope: "col", role: "columnheader", className: "tabel__angka" };
  const heads = opds.map((opd) => make("th", column, opd.singkat));
  head.replaceChildren(first, ...heads, last);
  table.caption.textContent = say("judul", { tahun: select.selectedOptions[0].text });
  for (const row of rows) {
    const wide = { role: "cell", className: "tabel__lebar", data: { label: last.textContent } };
    const told = make("td", wide, make("ul", {}, ...verdicts(row)));
    row.replaceChildren(row.cells[0], ...opds.map((opd) => cell(opd, row)), told);
  }
}

export const figureOf = (opd, row, year = shown.year) =>
  opd.figures(row.dataset.indikator, year, row.dataset.rincian);

function cell(opd, row) {
  const f = figureOf(opd, row);
  const attributes = { role: "cell", className: "tabel__angka", data: { label: opd.singkat } };
  if (!f?.nilai) {
    return make("td", attributes, make("span", { className: "keadaan" }, reason(opd, row)));
  }
  const whole = (...content) => make("span", { className: "utuh" }, ...content);
  const limit = (side) => number(f, row, "batas", `batas_${side}`, { batas: side });
  const limits = f.batas_bawah ? [whole(limit("bawah"), "–", limit("atas")), "; "] : [];
  const details = [...limits, whole("n = ", number(f, row, "angka-n", "n"))];
  const mark = f.status === "terbit" ? "" : " [u]";
  const value = whole(number(f, row, "angka", "nilai"), row.dataset.akhiran, mark);
  return make("td", attributes, value, make("span", { className: "tabel__rinci" }, ...details));
}

function number(f, row, className, column, more) {
  const digits = column === "n" ? 0 : row.dataset.desimal;
  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const { indikator, kode_opd: opd, periode, rincian } = f;
  const data = { indikator, opd, periode, rincian, ...more };
  const text = Number(f[column]).toLocaleString(document.documentElement.lang, form);
  return make("data", { className, value: f[column], data }, text);
}

function reason(opd, row) {
  const f = figureOf(opd, row);
  const other = shown.years.find((year) => year !== shown.year && figureOf(opd, row, year)?.nilai);
  return say(obstacle(f)) + (other && !f?.nilai ? say("periode_lain", { tahun: other }) : "");
}

function verdicts(row) {
  const able = shown.opds.filter((opd) => !obstacle(figureOf(opd, row)));
  const pairs = able.flatMap((a, at) => able.slice(at + 1).map((b) => [a, b]));
  const sign = (pair) => difference(...pair.map((opd) => figureOf(opd, row)));
  const clear = pairs.filter(sign).map((pair) => (sign(pair) < 0 ? [pair[1], pair[0]] : pair));
  const unclear = pairs.filter((pair) => !sign(pair));
  const unable = shown.opds.filter((opd) => !able.includes(opd)).map((opd) => [opd]);
  const told = Object.entries({ beda: clear, tidak_jelas: unclear, tolak: unable });
  return told.filter(([, groups]) => groups[0]).map(([key, groups]) => verdict(key, groups, row));
}

function verdict(putusan, groups, row) {
  const told = groups.flatMap(([a, b]) => {
    const values = { a: a.singkat, b: b?.singkat, alasan: b ? "" : reason(a, row) };
    const data = { putusan, a: a.opd, b: b?.opd ?? "" };
    return ["; ", make("span", { data }, say(putusan, values))];
  });
  return make("li", {}, say(`kepala_${putusan}`), ...told.slice(1), ".");
}
