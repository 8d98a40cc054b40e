// Single-key shortcuts. Matched on event.code or a Latin event.key, because under the Korean input method event.key is ㅓ or "Process".
// Ignored in fields and while composing; off with <body data-shortcuts="off">.
//
// "/" focuses [data-key="search"] · g then h d r q c goes to <a data-place> · j k Enter over [data-row] · ? shows this list
// [data-key="save"] and [data-key="saveandgo"] answer Ctrl+S (autosave.mjs) and Ctrl+Enter, also inside fields.

import { node, word } from "./words.mjs";

const PLACES = { KeyH: "home", KeyD: "draft", KeyR: "testimony", KeyQ: "search", KeyC: "case" };
const LEAD_TIME = 1_500;

/** The physical key as a code: event.code, or made from a Latin event.key where there is no code. */
export function keyOf(event) {
  if (event.code) return event.code;
  return /^[a-z]$/i.test(event.key ?? "") ? `Key${event.key.toUpperCase()}` : event.key ?? "";
}

/** May this event be a shortcut at all? */
export function allowed(event) {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return false;
  const target = event.target;
  return !(target instanceof Element && target.closest("input, textarea, select, [contenteditable], [role=combobox], dialog"));
}

function step(by) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  if (!rows.length) return;
  const at = rows.findIndex((row) => "current" in row.dataset);
  const next = rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by))];
  for (const row of rows) delete row.dataset.current;
  next.dataset.current = "";
  (next.querySelector("a[href], button") ?? next).focus();
  next.scrollIntoView({ block: "nearest" });
}

function help() {
  let dialog = document.getElementById("keys-dialog");
  if (!dialog) {
    const line = (keys, name) => [node("dt", {}, ...keys.flatMap((key) => [node("kbd", {}, key), " "])), node("dd", {}, word(name))];
    const has = (name) => document.querySelector(`a[data-place="${name}"]`);
    const close = node("button", { type: "button", class: "plain" }, word("close"));
    dialog = node("dialog", { id: "keys-dialog", class: "dialog", "aria-labelledby": "keys-title" },
      node("h2", { id: "keys-title" }, word("keys.title")),
      node("dl", { class: "keys" },
        ...(document.querySelector('[data-key="search"], a[data-place="search"]') ? line(["/"], "keys.search") : []),
        ...Object.entries(PLACES).flatMap(([code, place]) => (has(place) ? line(["g", code.slice(3).toLowerCase()], place === "search" ? "keys.querydesk" : `keys.${place}`) : [])),
        ...(document.querySelector("[data-row]") ? line(["j", "k"], "keys.rows") : []),
        ...(document.querySelector("form[data-autosave]") ? line(["Ctrl+S"], "keys.save") : []),
        ...(document.querySelector('[data-key="saveandgo"]') ? line(["Ctrl+Enter"], "keys.saveandgo") : []),
        ...(document.body.dataset.signOut ? line(["Shift", "Shift", "Shift"], "keys.hide") : []),
        ...line(["?"], "keys.help")),
      node("div", { class: "actions" }, close));
    close.addEventListener("click", () => dialog.close());
    document.body.append(dialog);
  }
  dialog.showModal();
}

let lead = 0;

function pressed(event) {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && !event.isComposing) {
    const button = document.querySelector('[data-key="saveandgo"]');
    if (button) { event.preventDefault(); button.click(); }
    return;
  }
  if (!allowed(event)) return;
  const key = keyOf(event);
  if (lead && Date.now() - lead < LEAD_TIME) {
    lead = 0;
    const link = document.querySelector(`a[data-place="${PLACES[key] ?? ""}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  if (event.key === "?" || (key === "Slash" && event.shiftKey)) { event.preventDefault(); help(); return; }
  if (event.shiftKey) return;
  if (key === "KeyG") lead = Date.now();
  else if (key === "Slash" || event.key === "/") {
    const box = document.querySelector('[data-key="search"]');
    const link = document.querySelector('a[data-place="search"]');
    if (box) { event.preventDefault(); box.focus(); box.select?.(); } else if (link) { event.preventDefault(); link.click(); }
  } else if (key === "KeyJ") step(1);
  else if (key === "KeyK") step(-1);
}

export function start(root) {
  if (root.body.dataset.shortcuts !== "off") root.addEventListener("keydown", pressed);
}
