/* What can be found, read from cari/<language>.json when somebody first looks for something. A
   word is known by itself and by its stem; where nothing begins so, by a letter more, less or
   other. */
import { stemmer } from "./snowball-id.js";

const DEPARTMENT_WEIGHT = 0.4; // "layanan disdukcapil": less than a word of the entry's own
const OTHER_WEIGHT = 0.9; // what it is called otherwise

/** @returns a function from a text to the entries that fit it, best first. */
export async function open(address, ignored, language) {
  if (language === "en") foreignForms = (await import("./cari-inggris.js")).forms;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const { opd, isi } = await answer.json();
  const entries = Object.entries(isi).flatMap(([kind, { alamat, entri }], rank) =>
    entri.map(([title, at = -1, id = "", also = ""]) => {
      const [code, short] = opd[at] ?? ["", ""];
      const address = alamat.replace("{opd}", code).replace("{id}", id);
      return { kind, rank, title, address, also: `${also} ${id}`, opd: short };
    }),
  );
  return finder(entries, new Set(wordsOf(ignored)));
}

export function wordsOf(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/* Where a prefix may have swallowed a letter or lent one, the stemmer knows no word to decide by:
   menulis, ulis, but tulis; pemakaman, pakam, but makam; perumahan, umah, but rumah. */
const IN_DOUBT = [
  [/^[mp]en[aeiou]/, (stem) => [`t${stem}`, `n${stem}`]],
  [/^[mp]eng[aeiou]/, (stem) => [`k${stem}`]],
  [/^[mp]em[aeiou]/, (stem) => [`m${stem.slice(1)}`]],
  [/^[pb]er[aeiou]/, (stem) => [`r${stem}`]],
  // It takes the end of menikah for the particle -kah.
  [/[kl]ah$/, (_, word) => [word.replace(/^(me|ber|ter|di|pe)/, "")]],
];

let foreignForms = () => []; // a page in English is asked for services, ratings, cities

const known = new Map();

/** Every form that a word is known by. */
export function keysOf(word) {
  if (!known.has(word)) {
    const stem = stemmer(word);
    const doubts = IN_DOUBT.filter(([begins]) => begins.test(word));
    const others = doubts.flatMap(([, forms]) => forms(stem, word));
    known.set(word, [...new Set([word, stem, ...others, ...foreignForms(word)])]);
  }
  return known.get(word);
}

function finder(entries, ignored) {
  const places = new Map(); // key: Map of entry to weight
  const note = (entry, text, weight) => {
    for (const key of wordsOf(text).flatMap(keysOf)) {
      if (!places.has(key)) places.set(key, new Map());
      const own = places.get(key);
      own.set(entry, Math.max(weight, own.get(entry) ?? 0));
    }
  };
  for (const entry of entries) {
    note(entry, entry.title, 1);
    note(entry, entry.also, OTHER_WEIGHT);
    note(entry, entry.opd, entry.kind === "opd" ? OTHER_WEIGHT : DEPARTMENT_WEIGHT);
  }
  return (text) => find(text, places, ignored);
}

function find(text, places, ignored) {
  const asked = [...new Set(wordsOf(text))];
  const telling = asked.filter((word) => !ignored.has(word));
  const found = (telling.length ? telling : asked).map((word) => matches(word, places));
  const scores = new Map();
  for (const own of found) {
    for (const [entry, score] of own) {
      const { hits = 0, sum = 0 } = scores.get(entry) ?? {};
      scores.set(entry, { hits: hits + 1, sum: sum + score });
    }
  }
  const most = Math.max(0, ...[...scores.values()].map(({ hits }) => hits));
  const best = [...scores].filter(([, { hits }]) => hits === most);
  best.sort(
    ([a, { sum: m }], [b, { sum: n }]) =>
      n - m || a.rank - b.rank || a.title.length - b.title.length,
  );
  return best.map(([entry]) => entry);
}

/** The entries a word leads to, each with how well it fits: 3 the same, 2 begun so, 1 misspelt. */
function matches(word, places) {
  const keys = keysOf(word);
  const same = ([key]) => (keys.includes(key) ? 3 : 0);
  const begun = ([key]) => (keys.some((own) => own.length > 1 && key.startsWith(own)) ? 2 : 0);
  const found = gather(places, (place) => same(place) || begun(place));
  return found.size ? found : gather(places, ([key]) => (resembles(word, keys, key) ? 1 : 0));
}

function gather(places, fit) {
  const found = new Map();
  for (const place of places) {
    const score = fit(place);
    if (!score) continue;
    for (const [entry, weight] of place[1]) {
      found.set(entry, Math.max(score * weight, found.get(entry) ?? 0));
    }
  }
  return found;
}

/** Whether one holds the other (menikah, nikah), or is written like it. */
function resembles(word, keys, key) {
  if (key.length < 4 || word.length < 4) return false;
  if (word.includes(key) || key.includes(word)) return true;
  return keys.some((own) => own.length > 3 && isNear(own, key, own.length < 8 ? 1 : 2));
}

/** Whether at most so many letters are missing, added, changed or swapped with their neighbour. */
export function isNear(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return false;
  let [older, last] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + other);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > most) return false;
    [older, last] = [last, row];
  }
  return last[b.length] <= most;
}
