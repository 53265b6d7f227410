(() => {
  const filters = document.getElementById("filters");
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");
  const buttons = [...filters.querySelectorAll("button")];
  const items = [...document.querySelectorAll("[data-kind]")].map((element) => ({
    element,
    kind: element.dataset.kind,
    text: element.textContent.toLowerCase(),
  }));
  const groups = [...document.querySelectorAll("#findings, #matrix tbody, #left-out")];
  let kind = "all";

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      item.element.hidden = !((kind === "all" || item.kind === kind) && words.every((word) => item.text.includes(word)));
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-kind]:not([hidden])");
    }
    const rows = items.filter((item) => item.element.tagName === "TR");
    shown.textContent = `${rows.filter((item) => !item.element.hidden).length} of ${rows.length} checks`;
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      kind = button.dataset.filter;
      buttons.forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
      apply();
    });
  }
  search.addEventListener("input", apply);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
    }
  });
  filters.hidden = false;
  apply();
})();
