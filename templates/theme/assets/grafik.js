/* Under each chart: its picture as PNG, and the chart to explore. Its words stand in the page, and
   its buttons show only once they work; what is not asked for is not fetched. */
(() => {
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const MARGIN = 16;
  const SCALE = 2;
  const LETTERS = "Arial, Helvetica, sans-serif";
  const text = (selector, within) =>
    [...within.querySelectorAll(selector)].map((item) => item.textContent.trim());

  // A picture on its own: of its size, and in the light colours that stand behind each variable.
  const standalone = (svg) => {
    const { width, height } = svg.viewBox.baseVal;
    const copy = svg.cloneNode(true);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    const markup = new XMLSerializer().serializeToString(copy);
    return { width, height, markup: markup.replace(/var\(--[\w-]+,\s*([^)]+)\)/g, "$1") };
  };

  const wrapped = (pen, words, width) => {
    const lines = [""];
    for (const word of words.split(/\s+/)) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  };

  // What stands above and below the chart: whose it is, what it shows, n, marks, source and date.
  const captions = (figure) => {
    const marks = text(".grafik__tanda li", figure).map((mark, at) => `${at + 1}. ${mark}`);
    const source = text(".kaki__kenal p:not(.kaki__halaman)", document);
    if (location.protocol !== "file:") source.push(location.href.replace(/[?#].*$/, ""));
    const whose = [...text("article h1", document), figure.dataset.masa].filter(Boolean);
    return {
      above: [
        { size: 11, colour: "#5b6470", words: whose.join(" · ") },
        { size: 15, weight: "bold", words: text(".grafik__judul", figure)[0] },
      ],
      below: [...marks, ...text(".grafik__catatan li", figure), source.join(" · ")].map(
        (words) => ({ size: 11, colour: "#5b6470", words }),
      ),
    };
  };

  const laidOut = (pen, paragraphs, width) =>
    paragraphs.flatMap(({ size, weight = "normal", colour = "#1d2327", words }) => {
      const font = `${weight} ${size}px ${LETTERS}`;
      pen.font = font;
      return wrapped(pen, words, width).map((line) => ({ font, colour, line, step: size * 1.4 }));
    });

  const written = (pen, lines, top) =>
    lines.reduce((y, { font, colour, line, step }) => {
      pen.font = font;
      pen.fillStyle = colour;
      pen.fillText(line, MARGIN, y + step * 0.75);
      return y + step;
    }, top);

  const heightOf = (lines) => lines.reduce((sum, { step }) => sum + step, 0);

  const drawn = async (figure) => {
    const { width, height, markup } = standalone([...figure.querySelectorAll(".gambar")].at(-1));
    const image = new Image(width * SCALE, height * SCALE);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    const { above, below } = captions(figure);
    const [head, foot] = [above, below].map((paragraphs) => laidOut(pen, paragraphs, width));
    canvas.width = (width + 2 * MARGIN) * SCALE;
    canvas.height = Math.ceil(heightOf(head) + height + heightOf(foot) + 4 * MARGIN) * SCALE;
    pen.scale(SCALE, SCALE);
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    const top = written(pen, head, MARGIN) + MARGIN;
    pen.drawImage(image, MARGIN, top, width, height);
    written(pen, foot, top + height + MARGIN);
    return canvas;
  };

  const save = async (figure) => {
    const canvas = await drawn(figure);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const href = URL.createObjectURL(blob);
    const name = `${figure.id.replace(/^grafik-/, "")}.png`;
    Object.assign(document.createElement("a"), { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };

  const explore = async (figure, button) => {
    button.disabled = true;
    try {
      const { toggle } = await import(`${assets}jelajah.js`);
      await toggle(figure, button);
    } finally {
      button.disabled = false;
    }
  };

  const change = async (figure, select) => {
    const { show } = await import(`${assets}grafik-masa.js`);
    await show(figure, select);
  };

  for (const figure of document.querySelectorAll("figure.grafik")) {
    const png = figure.querySelector(".grafik__png");
    png.hidden = false;
    png.querySelector("button").addEventListener("click", () => save(figure));
    // A browser lets a page fetch nothing beside a file it opened from the disk.
    const button = figure.querySelector(".grafik__jelajah");
    if (!button || location.protocol === "file:") continue;
    const period = figure.querySelector(".grafik__masa");
    if (period) {
      const select = period.querySelector("select");
      select.value = ""; // a browser keeps what was chosen over a reload, but not what was shown
      select.addEventListener("change", () => change(figure, select));
      period.hidden = false;
    }
    button.hidden = false;
    button.addEventListener("click", () => explore(figure, button));
  }
})();
