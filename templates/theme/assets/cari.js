/* The search: a dialog that every page's header link opens, and the same on the page /cari/. Every
   word stands in the page; what can be found is fetched when it is first asked for. */
(() => {
  const SHOWN = 20;
  const QUIET_MS = 400; // a screen reader is told once somebody pauses, not at every letter
  const OFF = "suluh-pintas-mati";

  const dialog = document.getElementById("cari");
  const said = dialog.dataset;
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  const stored = (change) => {
    try {
      return change(localStorage);
    } catch {
      return null; // a browser may refuse to keep anything
    }
  };

  let opened;
  const opening = () => {
    const engine = import(new URL("cari-indeks.js", document.getElementById("cari-js").src));
    return engine.then(({ open }) => open(said.indeks, said.abaikan, said.bahasa));
  };
  const index = () => (opened ??= opening().catch(() => (opened = null)));

  function item({ kind, title, address, opd }) {
    const made = dialog.querySelector("template").content.cloneNode(true);
    const link = made.querySelector("a");
    link.href = said.akar + address;
    link.querySelector(".cari__nama").textContent = title;
    const kinds = [said[kind], kind === "opd" ? "" : opd].filter(Boolean);
    link.querySelector(".cari__jenis").textContent = kinds.join(" · ");
    return made;
  }

  /** Make a form search as one types; `follow`: Enter leads to the first that is found. */
  function mount(part, follow) {
    const [form, input, news, list] = ["form", "input", "[role=status]", "ol"].map((name) =>
      part.querySelector(name),
    );
    let turn = 0;
    let pause;
    const tell = (text) => {
      clearTimeout(pause);
      pause = setTimeout(() => (news.textContent = text), QUIET_MS);
    };

    async function show() {
      const mine = ++turn;
      const kata = input.value.trim();
      const find = await index();
      if (mine !== turn) return;
      const found = find && kata ? find(kata) : [];
      list.replaceChildren(...found.slice(0, SHOWN).map(item));
      const n = found.length;
      const more = n > SHOWN ? "lebih" : ["kosong", "satu"][n] ?? "banyak";
      tell(find ? (kata ? fill(said[more], { kata, n, tampil: SHOWN }) : "") : said.gagal);
    }

    function step(event) {
      const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!down || event.altKey || event.ctrlKey || event.metaKey) return;
      const stops = [input, ...list.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      stops[Math.min(Math.max(at + down, 0), stops.length - 1)].focus();
    }

    input.addEventListener("input", show);
    part.addEventListener("keydown", step);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await show();
      if (follow) list.querySelector("a")?.click();
      else history.replaceState(null, "", `?q=${encodeURIComponent(input.value.trim())}`);
    });
    return { input, show };
  }

  const { input } = mount(dialog, true);
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    index();
  };
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target.closest("a")) dialog.close(); // beside it, or to a part of this page
  });
  document.querySelectorAll("[data-cari]").forEach((link) => {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  });

  // Who speaks to the device types by accident: the key can be turned off (WCAG 2.1.4).
  const shortcut = document.getElementById("cari-pintas");
  shortcut.checked = !stored((store) => store.getItem(OFF));
  shortcut.addEventListener("change", () =>
    stored((store) => (shortcut.checked ? store.removeItem(OFF) : store.setItem(OFF, "1"))),
  );
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== "/" || writing || held || !shortcut.checked) return;
    event.preventDefault();
    open();
  });

  const page = document.getElementById("cari-halaman");
  if (page) {
    const own = mount(page, false);
    own.input.value = new URLSearchParams(location.search).get("q") ?? "";
    if (own.input.value) own.show();
  }
})();
