/* The chosen departments side by side: figures, what may be said of each pair, and a file of it.
   Every word stands in the page. */
import { difference, obstacle } from "./angka.js";

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
const rows = [...table.tBodies[0].rows];
const head = table.tHead.rows[0];
const [first, last] = head.cells;
let shown = { opds: [], year: "", years: [] };

/** Lay out departments, each its `data-` attributes and `figures`, in the year chosen. */
export function layOut(opds, select) {
  shown = { opds, year: select.value, years: [...select.options].map(({ value }) => value) };
  const heads = opds.map((opd) => make("th", { scope: "col", role: "columnheader" }, opd.singkat));
  head.replaceChildren(first, ...heads, last);
  const nama = opds.map((opd) => opd.singkat).join(", ");
  table.caption.textContent = say("judul", { nama, tahun: select.selectedOptions[0].text });
  for (const row of rows) {
    const told = make("ul", {}, ...verdicts(row));
    const verdict = make("td", { role: "cell", data: { label: last.textContent } }, told);
    row.replaceChildren(row.cells[0], ...opds.map((opd) => cell(opd, row)), verdict);
  }
}

const figureOf = (opd, { dataset: d }, year = shown.year) => opd.figures(d.indikator, year, d.rincian);

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
  const text = Number(f[column]).toLocaleString("id", form);
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
  const told = pairs.map(([a, b]) => {
    const sign = difference(figureOf(a, row), figureOf(b, row));
    const [x, y] = sign < 0 ? [b, a] : [a, b];
    return verdict(sign ? "beda" : "tidak_jelas", x.opd, y.opd, { a: x.singkat, b: y.singkat });
  });
  const refused = shown.opds
    .filter((opd) => !able.includes(opd))
    .map((opd) => verdict("tolak", opd.opd, "", { a: opd.singkat, alasan: reason(opd, row) }));
  return [...told, ...refused];
}

const verdict = (putusan, a, b, values) =>
  make("li", { data: { putusan, a, b } }, say(putusan, values));

/* The file is for a spreadsheet in an Indonesian office: semicolons, decimal commas, a BOM. Its
   caveats stand in a column of every row, which no sorting or copying leaves behind. */
function download() {
  const columns = say("kolom").split(" ");
  const lines = rows.flatMap((row) => shown.opds.map((opd) => line(opd, row)));
  const cells = [columns, ...lines.map((entries) => columns.map((name) => entries[name] ?? ""))];
  const text = cells.map((texts) => texts.map(quoted).join(";")).join("\r\n");
  const href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
  const codes = shown.opds.map((opd) => opd.opd).join("-");
  make("a", { href, download: `perbandingan-${shown.year}-${codes}.csv` }).click();
}

function line(opd, row) {
  const f = figureOf(opd, row) ?? { kode_opd: opd.opd, periode: shown.year, status: "tidak_ada" };
  const comma = Object.entries(f).map(([name, text]) => [name, text.replace(/^(\d+)\.(\d+)$/, "$1,$2")]);
  const { indikator, rincian } = row.dataset;
  return {
    ...Object.fromEntries(comma),
    ...{ indikator, rincian, ukuran: row.cells[0].textContent.trim(), nama: opd.nama },
    perbandingan: all("li", row).map((item) => item.textContent).join(" "),
    catatan: all(`[data-catatan="${indikator}"], [data-catatan=""]`)
      .map((text) => text.textContent.trim())
      .join(" "),
  };
}

// A spreadsheet takes a cell that begins with one of these signs for a formula.
const quoted = (text) => `"${text.replace(/^[=+@-]/, "'$&").replaceAll('"', '""')}"`;

document.getElementById("unduh-banding").addEventListener("click", download);
