/* The marks of an explored chart, and what each tells: the row of the chart's table that its
   figure stands in, in the table's own words. So chart, table and download say the same. */

const NEAR = 28; // pixels from a mark within which a finger or pointer means it

/** What is told of marks within `panel`, from the table of `figure`. */
export function pointers(figure, panel) {
  const table = figure.querySelector("table");
  const cells = cellsByKey(table);
  const stories = new Map();
  const place = panel.querySelector(".jelajah__gambar");
  const bubble = panel.querySelector(".jelajah__isi");
  let marks = [];
  let chosen;

  const show = (mark) => {
    if (mark === chosen) return;
    hide();
    chosen = mark;
    const { row, lines } = stories.get(mark.getAttribute("aria-label"));
    bubble.replaceChildren(...lines.map(written));
    bubble.hidden = false;
    mark.classList.add("jelajah__terpilih");
    row.classList.add("tabel__terpilih");
    beside(bubble, mark, panel);
  };

  const hide = () => {
    if (!chosen) return;
    chosen.classList.remove("jelajah__terpilih");
    stories.get(chosen.getAttribute("aria-label")).row.classList.remove("tabel__terpilih");
    chosen = undefined;
    bubble.hidden = true;
  };

  const reach = (mark) => {
    for (const other of marks) other.setAttribute("tabindex", other === mark ? 0 : -1);
  };

  const onKey = (event) => {
    if (event.key === "Escape") return hide();
    const at = marks.indexOf(event.target);
    const steps = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 };
    const next = marks[{ ...steps, Home: 0, End: marks.length - 1 }[event.key]];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };

  const onPointer = (event) => {
    const focused = marks.find((mark) => mark === document.activeElement);
    const meant = nearest(marks, event) ?? focused;
    if (meant) show(meant);
    else hide();
  };

  const onFocus = ({ target }) => {
    if (!marks.includes(target)) return;
    reach(target);
    show(target);
  };

  place.addEventListener("keydown", onKey);
  place.addEventListener("pointermove", onPointer);
  place.addEventListener("pointerdown", onPointer);
  place.addEventListener("focusin", onFocus);
  place.addEventListener("focusout", hide);
  place.addEventListener("pointerleave", hide);

  return {
    /** A row with the words it is told with, where the table has its figure. */
    told(row) {
      const cell = row.kunci && cells(row.kunci);
      if (!cell) return row;
      const story = storyOf(cell, table);
      stories.set(story.ket, story);
      return { ...row, ket: story.ket };
    },

    /** To be called after each drawing: Vega's roles are English, and it knows no focus. */
    drawn() {
      hide();
      const svg = place.querySelector("svg");
      svg.setAttribute("role", "group");
      svg.setAttribute("aria-label", figure.querySelector(".grafik__judul").textContent);
      const told = (item) => stories.has(item.getAttribute("aria-label"));
      for (const item of svg.querySelectorAll("[role]")) {
        item.removeAttribute("aria-roledescription");
        if (told(item)) item.setAttribute("role", "img");
        else item.removeAttribute("role");
      }
      marks = [...svg.querySelectorAll("[aria-label]")].filter(told);
      reach(marks[0]);
    },

    forget: hide,
  };
}

/** A finder of cells: by the key of their figure, or `#` and the place of their row. */
function cellsByKey(table) {
  const known = new Map();
  for (const data of table?.querySelectorAll("data.angka") ?? []) {
    const { indikator, opd, periode, rincian } = data.dataset;
    known.set(`${indikator} ${opd} ${periode} ${rincian}`, data.closest("th, td"));
  }
  return (key) =>
    key.startsWith("#") ? table.tBodies[0].rows[key.slice(1)].cells[0] : known.get(key);
}

function storyOf(cell, table) {
  const row = cell.parentElement;
  const heads = [...table.tHead.rows[0].cells].map(spoken);
  const lines = [...row.cells]
    .map((each, at) => ({ head: at ? heads[at] : "", words: spoken(each), cell: each }))
    .filter(({ words }) => words);
  // What the mark shows comes first, with its interval and n: so two marks of a row differ.
  const [first, ...others] = lines;
  const start = others.findIndex((line) => line.cell === cell);
  const figure = ({ cell }) => cell.querySelector("data.angka");
  const next = others.findIndex((line, at) => at > start && figure(line));
  const own = start < 0 ? [] : others.slice(start, next < 0 ? undefined : next);
  const rest = others.filter((line) => !own.includes(line));
  const ket = [first, ...own, ...rest].map(joined).join(". ");
  return { row, ket, lines: lines.map((line) => ({ ...line, own: own[0] === line })) };
}

const joined = ({ head, words }) =>
  (head ? `${head}: ${words}` : words).replace(/\.$/, "");

function spoken(cell) {
  const copy = cell.cloneNode(true);
  for (const sign of copy.querySelectorAll("[aria-hidden=true]")) sign.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function written({ head, words, own }) {
  const line = document.createElement(own || !head ? "strong" : "span");
  line.textContent = joined({ head, words });
  return line;
}

function nearest(marks, { clientX, clientY }) {
  const away = (mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const [dx, dy] = [[left, right, clientX], [top, bottom, clientY]].map(([low, high, at]) =>
      Math.max(low - at, at - high, 0),
    );
    return Math.hypot(dx, dy);
  };
  const [best] = marks.map((mark) => [away(mark), mark]).sort(([a], [b]) => a - b);
  return best && best[0] <= NEAR ? best[1] : undefined;
}

/** The bubble over its mark, or under it where there is no room, within the panel. */
function beside(bubble, mark, panel) {
  const [frame, at] = [panel, mark].map((element) => element.getBoundingClientRect());
  const middle = at.left + at.width / 2 - frame.left - bubble.offsetWidth / 2;
  const left = Math.max(0, Math.min(middle, frame.width - bubble.offsetWidth));
  const above = at.top - frame.top - bubble.offsetHeight - 8;
  const top = at.top - bubble.offsetHeight - 8 < 60 ? at.bottom - frame.top + 8 : above;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
}
