/* A chart to explore in the place of its picture: each mark tells the row of the table below it,
   by pointer, touch or keyboard, and a chart of years can be cut to some of them. Vega
   draws it by an interpreter, and its view is nobody's but ours (docs/adr/0026). */
import { pointers } from "./jelajah-titik.js";
import { between, yearsOf } from "./jelajah-masa.js";

const assets = new URL("grafik/", import.meta.url);
const wide = matchMedia("(min-width: 45rem)");

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

/** Show the chart of a figure to explore, or its picture again. */
export async function toggle(figure, button) {
  const open = figure.querySelector(".jelajah");
  if (open) {
    figure.chart.close();
    figure.chart = undefined;
    open.remove();
  } else {
    figure.chart = await opened(figure);
  }
  figure.classList.toggle("grafik--dijelajah", !open);
  button.setAttribute("aria-expanded", String(!open));
}

async function opened(figure) {
  stylesheet();
  const id = figure.id.replace(/^grafik-/, "");
  const [{ vegaEmbed }, { [id]: chart }] = await Promise.all([
    import(new URL("vega.js", assets)),
    json(`${figure.dataset.folder ?? ""}grafik/data.json`),
  ]);
  const panel = document
    .getElementById("grafik-kata")
    .content.querySelector(".jelajah")
    .cloneNode(true);
  const marks = pointers(figure, panel);
  const data = Object.fromEntries(
    Object.entries(chart.data).map(([name, rows]) => [name, rows.map(marks.told)]),
  );
  const place = panel.querySelector(".jelajah__gambar");
  let drawing;
  const drawn = async () => {
    const both = figure.classList.contains("grafik--dua") && wide.matches;
    const spec = await json(new URL(`${chart.jenis}${both ? "-lebar" : ""}.json`, assets));
    drawing?.finalize();
    const shown = cut(panel, data);
    drawing = await vegaEmbed(place, filled(spec, shown), {
      ...{ mode: "vega", renderer: "svg", ast: true },
      ...{ actions: false, defaultStyle: false, tooltip: false, hover: false },
      logLevel: 1, // errors: that a data set is empty, a gap say, is no news
    });
    marks.drawn();
  };
  // One drawing after another, so that what was asked for last is what stays.
  let last = Promise.resolve();
  const draw = async () => {
    place.setAttribute("aria-busy", true);
    const mine = (last = last.catch(() => undefined).then(drawn));
    await mine;
    if (mine === last) place.removeAttribute("aria-busy");
  };
  offerYears(panel, data, draw);
  figure.querySelector(".grafik__gambar").before(panel);
  await draw();
  wide.addEventListener("change", draw);
  return {
    close() {
      wide.removeEventListener("change", draw);
      drawing.finalize();
      marks.forget();
    },
  };
}

function filled(spec, data) {
  const rows = spec.usermeta?.rows;
  return {
    ...spec,
    data: spec.data.map((set) => (set.name in data ? { ...set, values: data[set.name] } : set)),
    height: rows ? rows.head + data[rows.data].length * rows.pixels + rows.foot : spec.height,
  };
}

function offerYears(panel, data, draw) {
  const years = yearsOf(data);
  if (years.length < 2) return;
  const selects = [...panel.querySelectorAll("select")];
  selects.forEach((select, at) => {
    select.append(...years.map(({ text, x }) => new Option(text, x)));
    select.selectedIndex = at ? years.length - 1 : 0;
    select.addEventListener("change", () => {
      const [from, to] = selects;
      const other = at ? from : to;
      if (from.selectedIndex > to.selectedIndex) other.selectedIndex = select.selectedIndex;
      draw();
    });
  });
  panel.querySelector(".jelajah__masa").hidden = false;
}

function cut(panel, data) {
  const [from, to] = [...panel.querySelectorAll("select")].map((select) => select.selectedIndex);
  const years = yearsOf(data);
  if (years.length < 2) return data;
  return between(data, years[from].x, years[to].x2);
}

function stylesheet() {
  const href = new URL("jelajah.css", import.meta.url).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}
