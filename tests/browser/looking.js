/* How axe looks at a page in the state it is in: what it finds that no earlier state has shown. Its
   findings depend on what the page says, on where things are and on how they look, so it need not
   look twice at the same. Where nothing moved only its rules on colours run, and not even these
   where nothing looks new. They are the slowest, and judge whole only the first state; later no
   more than three texts and links of each look that is new. */
window.looking = (() => {
  const OF_EACH_LOOK = 3;
  const MARK = "data-new-look";
  /* What lies between a text and the page, with what it is when nothing does. */
  const LAYER = { backgroundColor: "rgba(0, 0, 0, 0)", backgroundImage: "none", opacity: "1",
    filter: "none", mixBlendMode: "normal", clip: "auto", clipPath: "none" };
  const NOTHING = Object.values(LAYER).join("\n");
  const TEXT = ["color", "textShadow", "webkitTextFillColor", "webkitTextStroke"];
  const LINK = ["color", "fontWeight", "fontStyle", "textDecorationLine", "borderBottom"];

  /* Those of the strictest level are not asked of anybody, and off. */
  const colourRules = axe.getRules(["cat.color"])
    .filter(({ tags }) => !tags.includes("wcag2aaa")).map(({ ruleId }) => ruleId);
  const judged = { "color-contrast": `[${MARK}]`, "link-in-text-block": `a[href][${MARK}]` };
  axe.configure({ rules: colourRules.map((id) => ({ id, selector: judged[id] })) });

  /* Layouts and looks that were judged, by the part of the page that was looked at. Those of a part
     that is the same on all pages may be handed on from one to the next. */
  const known = {};
  const knownOf = (within) => (known[within] ??= { layouts: new Set(), looks: new Set() });
  const handOn = (within) => Object.values(knownOf(within)).map((names) => [...names]);
  function take(within, [layouts, looks]) {
    known[within] = { layouts: new Set(layouts), looks: new Set(looks) };
  }

  /* The page is told of another scheme with the next frame; a colour may take its time. */
  async function settle() {
    for (const _ of ["told", "drawn"]) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      const endless = animation.effect.getComputedTiming().endTime === Infinity;
      endless ? animation.cancel() : animation.finish();
    }
  }

  const valuesOf = (style, names) => names.map((name) => style[name]);

  /* A short name of what may be long: two hashes of it (FNV-1a). */
  function nameOf(...parts) {
    let [a, b] = [0x811c9dc5, 0x1000193];
    for (const character of parts.flat().join("\n")) {
      a = Math.imul(a ^ character.charCodeAt(0), 0x1000193);
      b = Math.imul(b ^ character.charCodeAt(0), 0x85ebca6b);
    }
    return `${a} ${b}`;
  }

  /* Every element with its box, and where it can be seen its style and the name of all layers it
     stands in. */
  function elementsSeen() {
    const layers = new Map();
    return [...document.body.querySelectorAll("*")].map((element) => {
      const box = element.getBoundingClientRect();
      if (!element.checkVisibility({ visibilityProperty: true })) return { element, box };
      const style = getComputedStyle(element);
      layers.set(element, layersOf(element, style, layers.get(element.parentElement)));
      return { element, box, style, layers: layers.get(element) };
    });
  }

  function layersOf(element, style, outer) {
    const drawn = ["::before", "::after"].map((name) => getComputedStyle(element, name))
      .filter(({ content }) => content !== "none");
    const own = [style, ...drawn].map((one) => valuesOf(one, Object.keys(LAYER)).join("\n"))
      .filter((layer) => layer !== NOTHING);
    return own.length ? nameOf(outer, ...own) : outer;
  }

  /* All that rules other than those on colours can depend on. The body's own attributes tell the
     scheme and are not part of it. */
  const layoutOf = (root, seen) =>
    seen.filter(({ element }) => root.contains(element))
      .map(({ box: { x, y, width, height }, style }) =>
        [x, y, width, height, style?.opacity].join())
      .concat(root.innerHTML)
      .join(";");

  const isTouching = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const isApart = (a, b) => !a.contains(b) && !b.contains(a);
  const ownText = (element) =>
    [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data.trim() : "")).join("");
  const isJudged = (element) => ownText(element) || element.matches("a, input, select, textarea");

  /* Less contrast is enough for 18 points, or 14 of bold type. axe cannot judge a single character
     and passes over what is out of use, with its label. */
  const textLook = (element, style) => [
    valuesOf(style, TEXT),
    parseFloat(style.fontSize) * 0.75 >= (style.fontWeight >= 700 ? 14 : 18),
    ownText(element).length < 2,
    element.closest(":disabled, [aria-disabled=true]") !== null,
    element.closest("label")?.control?.disabled,
  ];
  /* A link has to differ from the words beside it. */
  const linkLook = (element, style) => [
    valuesOf(style, LINK),
    valuesOf(getComputedStyle(element.parentElement), LINK),
    element.textContent.trim() === element.parentElement.textContent.trim(),
  ];

  /* The texts, links and fields with the name of their look: of the layers they stand in, of
     themselves, and of what is laid over or under them. */
  function textsOf(seen) {
    const visible = seen.filter(({ style, box }) => style && box.width && box.height);
    const laid = visible.filter(({ style, box }) =>
      style.position !== "static" && box.width > 1 && box.height > 1);
    return visible.filter(({ element }) => isJudged(element)).map(
      ({ element, box, style, layers }) => {
        const own = element.matches("a")
          ? [textLook(element, style), linkLook(element, style)] : [textLook(element, style)];
        const over = laid.filter((one) => isTouching(one.box, box) && isApart(one.element, element));
        const look = [layers, element.matches("input, select"), own, over.map((one) => one.layers)];
        return { element, look: nameOf(...look.flat(3)) };
      });
  }

  /* Mark what is to be judged; tell whether anything is. */
  function mark(texts, looks) {
    const most = looks.size ? OF_EACH_LOOK : Infinity;
    const times = new Map();
    for (const { element, look } of texts.filter((text) => !looks.has(text.look))) {
      times.set(look, (times.get(look) ?? 0) + 1);
      if (times.get(look) <= most) element.setAttribute(MARK, "");
    }
    for (const look of times.keys()) looks.add(look);
    return times.size > 0;
  }

  function unmark() {
    for (const element of document.querySelectorAll(`[${MARK}]`)) element.removeAttribute(MARK);
  }

  /* Nobody points at paper. */
  const all = () => ({ rules: { "target-size": { enabled: matchMedia("screen").matches } } });
  const colours = () => ({ runOnly: colourRules });

  /* Rule, element and words of what axe finds, on the whole page or within a part of it. */
  async function look(within = "body") {
    await settle();
    const seen = elementsSeen();
    const layout = nameOf(within, layoutOf(document.querySelector(within), seen));
    const { layouts, looks } = knownOf(within);
    const isMoved = !layouts.has(layout);
    layouts.add(layout);
    const isNew = mark(textsOf(seen).filter(({ element }) => element.closest(within)), looks);
    if (!isMoved && !isNew) return [];
    const options = { resultTypes: ["violations"], preload: false, ...(isMoved ? all : colours)() };
    const { violations } = await axe.run(within === "body" ? document : within, options);
    unmark();
    const place = (html) => html.replaceAll(` ${MARK}=""`, "").slice(0, 150);
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(
      ({ html, failureSummary }) => [id, place(html), failureSummary.slice(0, 200)]));
  }

  return { look, handOn, take };
})();
