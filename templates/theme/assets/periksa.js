/* Any figure of a page, tapped, shows its row of angka.csv and leads to what it means. By keyboard
   a figure is reached once the reader has asked for that: hundreds of stops help nobody. Without a
   script the fold below the page says where to look. */
(() => {
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const words = document.getElementById("periksa-kata");
  const invitation = document.querySelector(".periksa-ajakan");
  if (!words || !("popover" in HTMLElement.prototype)) return;
  const FIGURE = "article data[data-indikator]";
  const CONTROL = "a, button, summary, label, .periksa";
  let panel;

  const download = (opd) => new URL(`../unduh/opd/${opd}.csv`, assets).href;

  /** The rows that a figure was made from: of a change, both. */
  const keysOf = ({ indikator, opd, periode, rincian, dari }) =>
    [periode, dari].filter(Boolean).map((when) => [indikator, opd, when, rincian]);

  const start = (key) => key.filter(Boolean).join(",");

  const fact = (name, value) => {
    const pair = ["dt", "dd"].map((tag) => document.createElement(tag));
    pair.forEach((item, at) => (item.textContent = [name, value][at]));
    pair[0].lang = "id";
    pair[0].classList.toggle("periksa__masa", name === "periode");
    return pair;
  };

  /** What a figure itself says of its row: all there is where no file can be read. */
  const ownOf = ({ classList, dataset, value }) => {
    const isFigure = ["angka", "angka-tampil"].some((name) => classList.contains(name));
    if (isFigure && value) return { nilai: value };
    if (classList.contains("angka-n")) return { n: value };
    return classList.contains("batas") ? { [`batas_${dataset.batas}`]: value } : {};
  };

  /** All that the rows say beyond their keys. */
  const rowsOf = async (figure, keys) => {
    if (location.protocol === "file:") return [ownOf(figure)];
    const { figuresOf } = await import(`${assets}angka.js`);
    const find = await figuresOf(download(keys[0][1]));
    return keys.map(([indikator, , periode, rincian]) => find(indikator, periode, rincian));
  };

  /** A row beyond its key, as a list; of a change's two rows each says its period. */
  const told = ({ indikator, kode_opd, periode, rincian, ...values }, at, rows) =>
    Object.entries(rows?.length > 1 ? { periode, ...values } : values)
      .filter(([, value]) => value !== "")
      .flatMap(([name, value]) => fact(name, value));

  /** The link to what an indicator means: in the fold below the page, or where a script put it. */
  const meaningOf = (indikator) =>
    document.querySelector(`.asal-angka li a[href$="indikator/${indikator}/"]`) ??
    document.querySelector(`article th a[href$="indikator/${indikator}/"]`);

  const show = async (figure) => {
    panel ??= words.parentElement.appendChild(words.content.firstElementChild.cloneNode(true));
    const part = (name) => panel.querySelector(name);
    const { indikator, opd } = figure.dataset;
    const keys = keysOf(figure.dataset);
    const meaning = meaningOf(indikator);
    if (!meaning) return;
    part(".periksa__nama").textContent = meaning.textContent;
    part(".periksa__baris code").textContent = keys.map(start).join("; ");
    part(".periksa__arti").href = meaning.href;
    part(".periksa__csv").href = download(opd);
    part("dl").replaceChildren(...told(ownOf(figure)));
    panel.setAttribute("aria-busy", true);
    if (!panel.matches(":popover-open")) panel.showPopover();
    const rows = await rowsOf(figure, keys).catch(() => [ownOf(figure)]);
    if (part(".periksa__baris code").textContent !== keys.map(start).join("; ")) return;
    part("dl").replaceChildren(...rows.filter(Boolean).flatMap(told));
    panel.removeAttribute("aria-busy");
  };

  const meant = ({ target }) => {
    const figure = target.closest?.(FIGURE);
    return figure && !figure.parentElement.closest(CONTROL) ? figure : undefined;
  };

  document.addEventListener("click", (event) => {
    const figure = meant(event);
    if (figure && getSelection().isCollapsed) show(figure);
  });
  document.addEventListener("keydown", (event) => {
    const figure = event.target.matches?.("[role=button]") && meant(event);
    if (!figure || ![" ", "Enter"].includes(event.key)) return;
    event.preventDefault();
    show(figure);
  });

  const figures = () =>
    [...document.querySelectorAll(FIGURE)].filter(
      (figure) => !figure.parentElement.closest(CONTROL),
    );

  const mark = () => {
    for (const figure of figures()) {
      figure.setAttribute("role", "button");
      figure.setAttribute("tabindex", 0);
    }
  };

  const unmark = () => {
    for (const figure of figures()) {
      figure.removeAttribute("role");
      figure.removeAttribute("tabindex");
    }
  };

  const later = new MutationObserver(mark); // a script may show another year, or two side by side
  const button = invitation.querySelector("button");
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", on);
    document.documentElement.classList.toggle("periksa-semua", on);
    if (on) {
      mark();
      later.observe(document.querySelector("article"), { childList: true, subtree: true });
    } else {
      later.disconnect();
      unmark();
    }
  });
  invitation.hidden = false;
})();
