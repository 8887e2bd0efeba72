"use strict";
// Without this script every problem is shown; with it, those of one file or of one kind.
const form = document.querySelector(".saring");
if (form) {
  const file = form.querySelector("#berkas");
  const code = form.querySelector("#kode");

  const shown = (element) =>
    !code.value || element.dataset.kode.split(" ").includes(code.value);

  const sift = () => {
    for (const section of document.querySelectorAll("section[data-berkas]")) {
      section.hidden = file.value !== "" && section.dataset.berkas !== file.value;
      let left = 0;
      for (const element of section.querySelectorAll("[data-kode]")) {
        element.hidden = !shown(element);
        left += element.matches("li") && !element.hidden ? 1 : 0;
      }
      section.querySelector(".kosong").hidden = left > 0;
      for (const sheet of section.querySelectorAll(".lembar, .gulung")) {
        sheet.hidden = left === 0;
      }
      if (!file.value) {
        section.hidden = left === 0;
      }
    }
  };

  form.addEventListener("change", sift);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  sift();
}
