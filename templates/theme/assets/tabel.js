/* A table of departments put in another order and sieved. Its words stand in the page, and its
   controls show only once they work. The city, its yardstick, stays where it is. */
(() => {
  const table = document.querySelector(".tabel-olah table");
  const rows = [...table.querySelectorAll("tr[data-opd]")];
  const heads = [...table.tHead.rows[0].cells];
  const [sieveNews, orderNews] = document.querySelectorAll(".tabel-olah [role=status]");
  const [wanted, kind] = document.querySelectorAll(".olah__saring :is(input, select)");
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

  const keyOf = (row, at) => {
    if (at === 0) return rows.indexOf(row);
    const cell = row.cells[at];
    const numeric = heads[at].classList.contains("tabel__angka");
    return numeric ? parseFloat(cell.querySelector("data")?.value) : cell.textContent;
  };

  const order = (at) => {
    const up = heads[at].getAttribute("aria-sort") !== "ascending";
    heads.forEach((head) => head.setAttribute("aria-sort", "none"));
    heads[at].setAttribute("aria-sort", up ? "ascending" : "descending");
    const keyed = rows.map((row) => [keyOf(row, at), row]);
    // What has no value comes last, whichever way: it is neither little nor much.
    keyed.sort(
      ([a], [b]) =>
        Number.isNaN(a) - Number.isNaN(b) || ((a > b) - (a < b)) * (up ? 1 : -1),
    );
    table.tBodies[0].append(...keyed.map(([, row]) => row));
    table.querySelector(".tabel__urutan").hidden = at > 0 || !up;
    const { abjad, nilai, naik, turun } = orderNews.dataset;
    const values = { kolom: heads[at].textContent, arah: up ? naik : turun };
    orderNews.textContent = fill(at ? nilai : abjad, values);
  };

  const sieve = () => {
    const name = wanted.value.trim().toLowerCase();
    rows.forEach((row) => {
      const { nama, singkat, jenis } = row.dataset;
      const named = `${nama} ${singkat}`.toLowerCase().includes(name);
      row.hidden = !named || (kind.value !== "" && kind.value !== jenis);
    });
    const shown = rows.filter((row) => !row.hidden).length;
    sieveNews.textContent = fill(sieveNews.dataset.kata, { n: shown, semua: rows.length });
  };

  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "urut";
    button.append(...head.childNodes);
    button.addEventListener("click", () => order(at));
    head.setAttribute("aria-sort", at ? "none" : "ascending");
    head.append(button);
  });
  wanted.addEventListener("input", sieve);
  kind.addEventListener("change", sieve);
  document.querySelector(".olah__saring").hidden = false;
})();
