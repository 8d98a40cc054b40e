// Rows of a repeated group, added and removed in place. Without script the same buttons post name="add" / name="remove".
//
// <div data-repeat="legs" data-repeat-title data-repeat-max> … <div data-repeat-rows> <fieldset data-repeat-row> …
// <template data-repeat-template data-repeat-prefix="legs-2"> one blank row. Numbers in names may have gaps.

import { node, say, word } from "./words.mjs";

/** Every attribute that names `from` (alone, or at the head of a longer name) names `to` instead. */
function rename(part, from, to) {
  const swap = (text) => text.split(" ").map((name) => (name === from || name.startsWith(`${from}-`) ? to + name.slice(from.length) : name)).join(" ");
  for (const element of [part, ...part.querySelectorAll("*")]) {
    for (const attribute of [...element.attributes]) {
      if (["name", "id", "for", "value", "list", "href"].includes(attribute.name) || attribute.name.startsWith("aria-") || attribute.name.startsWith("data-")) {
        const changed = attribute.value.startsWith("#") ? `#${swap(attribute.value.slice(1))}` : swap(attribute.value);
        if (changed !== attribute.value) element.setAttribute(attribute.name, changed);
      }
    }
  }
}

const rows = (list) => [...list.querySelectorAll(":scope > [data-repeat-rows] > [data-repeat-row]")];

function number(list) {
  rows(list).forEach((row, index) => {
    const shown = row.querySelector("[data-repeat-number]");
    if (shown) shown.textContent = String(index + 1);
  });
  const add = list.querySelector(":scope > [data-repeat-add]");
  if (add) add.hidden = rows(list).length >= Number(list.dataset.repeatMax ?? Infinity);
}

/** Add a blank row; answers the row, or null when there may be no more. */
export function addRow(list, { focus = true } = {}) {
  const template = list.querySelector(":scope > template[data-repeat-template]");
  if (!template || rows(list).length >= Number(list.dataset.repeatMax ?? Infinity)) return null;
  const prefix = template.dataset.repeatPrefix;
  const used = rows(list).map((row) => Number(row.id.split("-").pop())).filter(Number.isFinite);
  const next = Math.max(Number(prefix.split("-").pop()), ...used.map((index) => index + 1), Number(list.dataset.repeatNext ?? 0));
  list.dataset.repeatNext = String(next + 1);
  const row = template.content.querySelector("[data-repeat-row]").cloneNode(true);
  rename(row, prefix, `${list.dataset.repeat}-${next}`);
  list.querySelector(":scope > [data-repeat-rows]").append(row);
  number(list);
  document.dispatchEvent(new CustomEvent("intake:added", { detail: { part: row } }));
  if (focus) row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  return row;
}

/** Take a row away, leaving an "undo" in its place until something else is removed. */
export function removeRow(list, row) {
  list.querySelector(".repeat-gone")?.remove();
  const title = row.querySelector("legend")?.textContent.trim().replace(/\s+/g, " ") ?? "";
  const undo = node("button", { type: "button", class: "small" }, word("repeat.undo"));
  const gone = node("p", { class: "repeat-gone" }, node("span", {}, word("repeat.removed", { title })), undo);
  undo.addEventListener("click", () => {
    gone.replaceWith(row);
    number(list);
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    row.dispatchEvent(new Event("change", { bubbles: true }));
  });
  row.replaceWith(gone);
  number(list);
  undo.focus();
  say(word("repeat.removed", { title }));
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

export function start(root) {
  root.addEventListener("click", (event) => {
    const add = event.target.closest("[data-repeat-add]");
    const remove = event.target.closest("[data-repeat-remove]");
    if (!add && !remove) return;
    const list = (add ?? remove).closest("[data-repeat]");
    if (remove) {
      event.preventDefault();
      removeRow(list, remove.closest("[data-repeat-row]"));
    } else if (list.querySelector(":scope > template[data-repeat-template]")) {
      event.preventDefault();
      if (addRow(list)) {
        say(word("repeat.added", { title: list.dataset.repeatTitle, number: rows(list).length }));
        list.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  });
  for (const list of root.querySelectorAll("[data-repeat]")) number(list);
}
