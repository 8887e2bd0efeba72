/* A chart of another year in the place of its own. The page of that year has the same chart, drawn,
   told and put into a table by the same program: it is fetched, and its parts stand in. */

const PARTS = [
  ".grafik__judul",
  ".grafik__baca",
  ".grafik__gambar",
  ".grafik__catatan",
  ".tabel-gulung",
  "summary",
  ".grafik__jelajah",
  "[href$='.svg']",
  ".grafik__png button",
];

const firsts = new WeakMap();
let turn = 0;

/** Show the chart of the year chosen; of none, what the page came with. */
export async function show(figure, select) {
  const mine = ++turn;
  if (!firsts.has(figure)) firsts.set(figure, figure.cloneNode(true));
  const folder = select.value;
  const other = folder ? await chartOf(figure.id, folder).catch(() => null) : firsts.get(figure);
  if (mine !== turn) return; // another choice was made meanwhile
  if (!other) {
    select.value = figure.dataset.folder ?? "";
    return;
  }
  const explored = figure.querySelector(".jelajah");
  if (explored) await toggle(figure);
  put(other, figure);
  figure.dataset.folder = folder;
  figure.dataset.masa = folder ? select.selectedOptions[0].text : "";
  if (explored) await toggle(figure);
}

async function chartOf(id, folder) {
  const answer = await fetch(folder);
  if (!answer.ok) throw new Error(`${folder}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const figure = page.getElementById(id);
  const link = figure.querySelector("[href$='.svg']");
  link.setAttribute("href", folder + link.getAttribute("href"));
  return figure;
}

function put(other, figure) {
  for (const selector of PARTS) {
    const [ours, theirs] = [figure, other].map((chart) => chart.querySelector(selector));
    if (!ours || !theirs) continue;
    ours.replaceChildren(...theirs.cloneNode(true).childNodes);
    for (const name of ["href", "aria-label"]) {
      if (theirs.hasAttribute(name)) ours.setAttribute(name, theirs.getAttribute(name));
    }
  }
  figure.querySelector(".grafik__judul").setAttribute("aria-live", "polite");
}

async function toggle(figure) {
  const { toggle } = await import("./jelajah.js");
  await toggle(figure, figure.querySelector(".grafik__jelajah"));
}
