/* The choice of two to four departments: made in the table, kept in the address. */
import { all, layOut, make, say } from "./berdampingan.js";

const [tool, years, result] = all("#alat-banding, #tahun, #berdampingan-hasil");
const usual = years.value;
const tell = (text) => all(".kabar-pilihan").forEach((p) => p.replaceChildren(text));

const boxes = all("[data-opd][data-nama]").map((item) => {
  const box = make("input", { type: "checkbox", value: item.dataset.opd });
  box.setAttribute("aria-label", say("pilih", item.dataset));
  box.addEventListener("change", () => choose(box));
  (item.cells?.[0] ?? item).prepend(box);
  return box;
});
const chosen = () => boxes.filter((box) => box.checked);

function choose(box) {
  if (chosen().length > 4) {
    box.checked = false;
    tell(say("penuh"));
  } else keep();
}

function keep() {
  const codes = chosen().map((box) => box.value);
  const when = years.value === usual ? "" : `&tahun=${years.value}`;
  const query = codes.length ? `?opd=${codes}${when}#berdampingan` : "";
  history.pushState(null, "", location.pathname + query);
  show();
}

function restore() {
  const query = new URLSearchParams(location.search);
  const codes = (query.get("opd") ?? "").split(",").filter(Boolean);
  const foreign = codes.filter((code) => !boxes.some((box) => box.value === code));
  const asked = codes.filter((code) => !foreign.includes(code));
  boxes.forEach((box) => (box.checked = asked.slice(0, 4).includes(box.value)));
  years.value = query.get("tahun") ?? usual;
  if (!years.value) years.value = usual;
  const surplus = asked.length > 4 ? say("penuh") : "";
  show(foreign.length ? say("asing", { kode: foreign }) : surplus);
}

async function figuresAt(addresses) {
  const { figuresOf } = await import("./angka.js");
  return Promise.all(addresses.map(figuresOf));
}

let turn = 0;

async function show(note = "") {
  const mine = ++turn;
  const opds = chosen().map((box) => box.closest("[data-opd]").dataset);
  const names = opds.map((opd) => opd.singkat).join(", ");
  const state = ["kosong", "satu"][opds.length] ?? "dipilih";
  tell(`${note} ${say(state, { nama: names })}`.trim());
  if (opds.length < 2) {
    result.hidden = true;
    return;
  }
  const addresses = opds.map(({ opd }) => `${tool.dataset.unduh}${opd}.csv`);
  const read = await figuresAt(addresses).catch(() => null);
  if (mine !== turn) return; // another choice was made meanwhile
  result.hidden = !read;
  if (read) await layOut(opds.map((opd, at) => ({ ...opd, figures: read[at] })), years);
  else tell(say("gagal"));
}

document.getElementById("kosongkan").addEventListener("click", () => {
  boxes.forEach((box) => (box.checked = false));
  keep();
});
years.addEventListener("change", keep);
addEventListener("popstate", restore);
all("#tanpa-skrip").forEach((text) => (text.hidden = true));
all("#alat-banding, .olah__pilihan").forEach((part) => (part.hidden = false));
restore();

// The file is fetched and made only when it is asked for.
document.getElementById("unduh-banding").addEventListener("click", async () => {
  const { download } = await import("./unduhan.js");
  download();
});
