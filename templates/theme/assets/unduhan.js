/* What is side by side as a file for a spreadsheet that reads the page's language: semicolons and
   decimal commas in Indonesian, commas and decimal points in English, a BOM in both. Its caveats
   stand in a column, which no sorting or copying leaves behind. */
import { all, figureOf, make, rows, say, shown } from "./berdampingan.js";

const indonesian = document.documentElement.lang === "id";

export function download() {
  const columns = say("kolom").split(" ");
  const lines = rows.flatMap((row) => shown.opds.map((opd) => line(opd, row)));
  const cells = [columns, ...lines.map((entries) => columns.map((name) => entries[name] ?? ""))];
  const text = cells.map((texts) => texts.map(quoted).join(indonesian ? ";" : ",")).join("\r\n");
  const href = URL.createObjectURL(new Blob([`\ufeff${text}\r\n`], { type: "text/csv" }));
  const codes = shown.opds.map((opd) => opd.opd).join("-");
  make("a", { href, download: `perbandingan-${shown.year}-${codes}.csv` }).click();
}

function line(opd, row) {
  const f = figureOf(opd, row) ?? { kode_opd: opd.opd, periode: shown.year, status: "tidak_ada" };
  const { indikator, rincian } = row.dataset;
  const texts = (selector, within) => all(selector, within).map((item) => item.textContent.trim());
  return {
    ...Object.fromEntries(Object.entries(f).map(([name, text]) => [name, decimal(text)])),
    ...{ indikator, rincian, ukuran: texts("th a", row)[0], nama: opd.nama },
    perbandingan: texts("li", row).join(" "),
    catatan: texts(`[data-catatan=""], [data-catatan="${indikator}"]`).join(" "),
  };
}

const decimal = (text) => (indonesian ? text.replace(/^(-?\d+)\.(\d+)$/, "$1,$2") : text);

// A spreadsheet takes a cell that begins with one of these signs for a formula.
const quoted = (text) => `"${text.replace(/^[=+@-]/, "'$&").replaceAll('"', '""')}"`;
