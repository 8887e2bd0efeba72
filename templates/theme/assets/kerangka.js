/* What moves in the frame of every page: the colours, the menu on a phone, the headline in the
   masthead, where one is on a long page, the way back up. It stands for the theme's own script,
   whose work kept an old phone busy for half a second. Without it every page reads as well. */
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // The colours: the theme's inline script has set them already as they were chosen last.
  const schemes = all("[name=__palette]");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const NAMES = ["media", "scheme", "primary", "accent"];
  const colourOf = (input) =>
    Object.fromEntries(NAMES.map((name) => [name, input.getAttribute(`data-md-color-${name}`)]));
  const chosen = () => schemes.find((input) => input.checked);

  function paint() {
    const own = colourOf(chosen());
    const followed = own.media === "(prefers-color-scheme)";
    const shown = followed ? schemes.find((input) => asDevice(colourOf(input).media)) : chosen();
    for (const [name, value] of Object.entries(colourOf(shown))) {
      document.body.setAttribute(`data-md-color-${name}`, value);
    }
    for (const input of schemes) input.nextElementSibling.hidden = !input.checked;
  }
  const asDevice = (media) => media === `(prefers-color-scheme: ${dark.matches ? "dark" : "light"})`;

  if (schemes.length) {
    (schemes[__md_get("__palette")?.index] ?? schemes[0]).checked = true;
    paint();
    dark.addEventListener("change", paint);
    schemes.forEach((input, index) =>
      input.addEventListener("change", () => {
        paint();
        __md_set("__palette", { index, color: colourOf(input) });
      }),
    );
  }

  // The menu of a narrow screen.
  const drawer = one("#__drawer");
  const button = one("#tombol-menu");
  const toggle = (open) => {
    drawer.checked = open;
    button.setAttribute("aria-expanded", open);
    if (open) one(".md-sidebar--primary a").focus();
    else if (one(".md-sidebar--primary").contains(document.activeElement)) button.focus();
  };
  button.addEventListener("click", () => toggle(!drawer.checked));
  drawer.addEventListener("change", () => toggle(drawer.checked));
  addEventListener("keydown", ({ key }) => key === "Escape" && drawer.checked && toggle(false));
  addEventListener("hashchange", () => toggle(false));

  // What an address leads to may be folded up; not every browser unfolds it itself.
  const unfold = () => {
    const place = one(":target");
    const folded = place?.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    place.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  // What is out of sight (suluh.css) is laid out piece by piece when there is nothing else to do:
  // soon everything is where it is measured to be, and nobody who scrolls waits.
  const pieces = all("article > :not(p, h2, h3), .grafik__gambar");
  const layOut = () => {
    const piece = pieces.shift();
    if (!piece) return;
    piece.classList.add("digelar");
    requestIdleCallback(layOut);
  };
  if (window.requestIdleCallback) addEventListener("load", () => requestIdleCallback(layOut));

  // What is in sight.
  const title = one("article h1");
  const named = one(".md-header__title");
  if (title) {
    const active = ([seen]) =>
      named.classList.toggle("md-header__title--active", !seen.isIntersecting && scrollY > 0);
    new IntersectionObserver(active, { rootMargin: "-60px 0px 0px" }).observe(title);
  }

  const places = all(".md-nav--secondary a[href^='#']");
  const linkOf = new Map(places.map((link) => [document.getElementById(link.hash.slice(1)), link]));
  linkOf.delete(null);
  const reached = (found) => {
    const [entered] = found.filter((heading) => heading.isIntersecting);
    if (!entered) return;
    for (const link of places) link.classList.remove("md-nav__link--active");
    linkOf.get(entered.target).classList.add("md-nav__link--active");
  };
  const watch = new IntersectionObserver(reached, { rootMargin: "-60px 0px -70%" });
  for (const heading of linkOf.keys()) watch.observe(heading);

  const up = one(".md-top");
  let last = 0;
  addEventListener(
    "scroll",
    () => {
      const at = document.activeElement;
      const still = at !== up && at.matches(":focus-visible"); // who goes by keyboard
      up.hidden = still || scrollY < 2 * innerHeight || scrollY >= last;
      last = scrollY;
    },
    { passive: true },
  );
  addEventListener("focusin", ({ target }) => {
    if (target !== up) up.hidden = true; // it would lie over what was reached
  });
  up.addEventListener("click", () => {
    scrollTo({ top: 0 });
    one(".md-logo").focus({ preventScroll: true });
  });
})();
