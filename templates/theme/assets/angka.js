/* The published figures of a department, read from unduh/opd/<kode>.csv (rows of angka.csv), and
   whether two of them differ by more than chance. */

/** @returns a finder of rows: (indikator, periode, rincian) to an object of texts, or undefined. */
export async function figuresOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const [names, ...lines] = parse(await answer.text());
  const rows = new Map(lines.map((cells) => [String(cells.slice(0, 4)), cells]));
  const [, kode] = lines[0];
  const named = (cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]]));
  return (indikator, periode, rincian) => {
    const cells = rows.get(String([indikator, kode, periode, rincian]));
    return cells && named(cells);
  };
}

/** Why a figure can be compared with no other; empty where it can. */
export function obstacle(figure) {
  if (!figure) return "tidak_ada";
  if (figure.status !== "terbit") return figure.status;
  return figure.batas_bawah && figure.batas_atas ? "" : "tanpa_selang";
}

/** 1 or -1 where a is higher or lower than b by more than chance, else 0: the rule of
    suluh/comparison.py, MOVER of Zou & Donner 2008, doi 10.1002/sim.3095, which claims too much
    of shares of fewer than ten. */
export function difference(a, b) {
  if ([a, b].some(({ satuan, n }) => satuan === "persen" && n !== "" && Number(n) < 10)) return 0;
  const [x1, l1, u1] = [a.nilai, a.batas_bawah, a.batas_atas].map(Number);
  const [x2, l2, u2] = [b.nilai, b.batas_bawah, b.batas_atas].map(Number);
  if (x1 - x2 - Math.hypot(x1 - l1, u2 - x2) > 0) return 1;
  return x1 - x2 + Math.hypot(u1 - x1, x2 - l2) < 0 ? -1 : 0;
}

function parse(text) {
  const lines = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g;
  for (const [, quoted, plain, end] of text.trimEnd().matchAll(cells)) {
    lines.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\n") lines.push([]);
  }
  return lines;
}
