// Small improvements any page may ask for: dialogs, confirmations, filters that send themselves, tabs of the workbench, answers.
//
// [data-open="dialog id"] · form[data-confirm="sentence"] · form[data-send-on-change] · ul[data-filterable="label"] · [data-focus-first]
// [data-answer] with .absence · [data-workbench] with a[data-pane]

import { fold } from "./folding.mjs";
import { node } from "./words.mjs";

function dialogs(root) {
  root.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) document.getElementById(opener.dataset.open)?.showModal();
  });
  root.addEventListener("submit", (event) => {
    const sentence = event.target.dataset.confirm;
    if (sentence && !window.confirm(sentence)) event.preventDefault();
  });
}

function sending(root) {
  for (const form of root.querySelectorAll("form[data-send-on-change]")) {
    let timer = 0;
    form.addEventListener("change", (event) => {
      if (event.target.matches(".facet-filter")) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => form.requestSubmit(), 600);
    });
  }
}

/** A box above a long list that hides what does not fit. It is no part of the form: it has no name. */
function filterable(root) {
  for (const list of root.querySelectorAll("[data-filterable]")) {
    const label = list.dataset.filterable;
    const box = node("input", { type: "search", class: "facet-filter", placeholder: label, "aria-label": label, autocomplete: "off" });
    box.addEventListener("input", () => {
      const wanted = fold(box.value);
      for (const item of list.children) item.hidden = wanted !== "" && !fold(item.textContent).includes(wanted);
    });
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    list.before(box);
  }
}

/** "Not asked" and the like dim the value; typing a value takes them back. */
function answers(root) {
  const show = (part) => part.classList.toggle("absent", Boolean(part.querySelector(".absence")?.value));
  for (const part of root.querySelectorAll("[data-answer]")) show(part);
  root.addEventListener("change", (event) => {
    const part = event.target.closest?.("[data-answer]");
    if (part) show(part);
  });
  root.addEventListener("input", (event) => {
    const part = event.target.closest?.("[data-answer]");
    const absence = part?.querySelector(".absence");
    if (!absence || event.target === absence || !event.target.value) return;
    absence.value = "";
    show(part);
  });
}

function panes(root) {
  for (const bench of root.querySelectorAll("[data-workbench]")) {
    const links = [...bench.querySelectorAll("a[data-pane]")];
    const show = (id) => {
      for (const pane of bench.querySelectorAll(".pane")) pane.toggleAttribute("data-shown", pane.id === id);
      for (const link of links) {
        if (link.dataset.pane === id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    for (const link of links) link.addEventListener("click", (event) => { event.preventDefault(); show(link.dataset.pane); });
    // A link to a mark or a field opens the pane it stands in.
    root.addEventListener("click", (event) => {
      const target = event.target.closest?.('a[href^="#"]');
      const pane = target && document.getElementById(target.hash.slice(1))?.closest(".pane");
      if (pane && bench.contains(pane)) show(pane.id);
    }, true);
    bench.dataset.tabbed = "";
    if (links[0]) show(bench.dataset.workbench || links[0].dataset.pane);
  }
}

export function start(root) {
  dialogs(root);
  sending(root);
  filterable(root);
  answers(root);
  panes(root);
  root.querySelector("[data-focus-first]")?.focus();
}
