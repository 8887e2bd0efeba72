/* The marks of an explored chart, by pointer, touch and keyboard; each tells its story in a bubble
   and marks its row of the table. */
import { cellsByKey, joined, storyOf } from "./jelajah-isi.js";

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
  // A finger leaves as soon as it is lifted: what it asked for is still to be read.
  place.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && hide());

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
  bubble.style.setProperty("--jelajah-kiri", `${left}px`);
  bubble.style.setProperty("--jelajah-atas", `${top}px`);
}
