// The redaction workbench: keys, keeping one's place over a full-page post, jumping, scrolling side by side.
// Everything here can be done without it: every deed is a form that posts a page.
//
// [data-suggestion] items with a form: [data-accept], [data-turn-down]; data-token, data-mask, data-rungs="a|b" for its replacement
// form[data-marking-form][data-propose="url"] is filled by marking.mjs, which emits "intake:marked" {start, end, quote}
// a[data-jump="start-end"] chooses these code points in the source · #preview .para[data-source] stands beside .para[data-number]

import { ask } from "./ask.mjs";
import { unitIndex } from "./offsets.mjs";
import { allowed, keyOf } from "./shortcuts.mjs";
import { node, say, word } from "./words.mjs";

const METHODS = ["pseudonym", "generalise", "mask", "delete", "keep"];
const KEPT = "intake-bench";
const KEPT_FOR = 60_000;
const LEAD_TIME = 1_500;

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const bench = document.querySelector("[data-workbench]");
const text = document.getElementById("text");
const form = document.querySelector("form[data-marking-form]");

// -- keeping one's place (positions only, never words)

function keep() {
  const at = suggestions().findIndex((item) => "current" in item.dataset);
  const panes = Object.fromEntries(all(".pane").map((pane) => [pane.id, pane.scrollTop]));
  sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, when: Date.now(), y: window.scrollY, panes, at, shown: document.querySelector(".pane[data-shown]")?.id }));
}

function putBack() {
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  } catch {
    // A private window may refuse to keep anything; then the page opens at its top.
  }
  sessionStorage.removeItem(KEPT);
  // An address with a fragment gives the focus to the pane around it, and a frame that nobody asked for.
  document.querySelector(".pane:focus")?.blur();
  if (!kept || kept.path !== location.pathname || Date.now() - kept.when > KEPT_FOR) return;
  for (const [id, top] of Object.entries(kept.panes)) {
    const pane = document.getElementById(id);
    if (pane) pane.scrollTop = top;
  }
  window.scrollTo(0, kept.y);
  if (kept.shown) bench?.querySelector(`a[data-pane="${CSS.escape(kept.shown)}"]`)?.click();
  const items = suggestions();
  if (kept.at >= 0 && items.length) choose(items[Math.min(kept.at, items.length - 1)]);
}

// -- suggestions

const suggestions = () => all("[data-suggestion]");
const current = () => suggestions().find((item) => "current" in item.dataset);

function choose(item) {
  for (const other of suggestions()) delete other.dataset.current;
  for (const mark of all("mark[data-current]")) delete mark.dataset.current;
  item.dataset.current = "";
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
  const link = item.querySelector("a.place");
  const mark = link && document.getElementById(link.hash.slice(1));
  if (mark) show(mark);
}

function show(mark) {
  const fold = mark.closest("details.graphic");
  if (fold) fold.open = true;
  mark.dataset.current = "";
  mark.scrollIntoView({ block: "center" });
}

function step(by) {
  const items = suggestions();
  if (!items.length) return;
  const at = items.indexOf(current());
  choose(items[Math.min(items.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by))]);
}

/** A method chosen for a form: what stands there instead follows it, unless somebody has typed something else. */
function method(where, name, offered) {
  const radio = where.querySelector(`input[name="method"][value="${name}"]`);
  if (!radio) return;
  radio.checked = true;
  const box = where.querySelector('input[name="replacement"]');
  const ours = ["", offered.mask, ...offered.rungs, box.dataset.ours ?? ""];
  if (!ours.includes(box.value)) return;
  box.value = { mask: offered.mask, generalise: offered.rungs[0] ?? "" }[name] ?? "";
  box.dataset.ours = box.value;
}

const offeredBy = (item) => ({ mask: item.dataset.mask ?? "", rungs: (item.dataset.rungs ?? "").split("|").filter(Boolean) });

for (const item of suggestions()) {
  item.addEventListener("focusin", () => { if (!("current" in item.dataset)) { for (const other of suggestions()) delete other.dataset.current; item.dataset.current = ""; } });
  item.addEventListener("change", (event) => { if (event.target.name === "method") method(item, event.target.value, offeredBy(item)); });
}

// -- words marked by hand

let offered = { mask: "", rungs: [] };
let asking = null;

const KINDS = [
  [/^[\d\s().+-]{7,}$/, "PHONE"], [/@|^[a-z][\w.]{4,}$/i, "MESSENGER"], [/(?:19|20)\d\d\s?[-./년年]|\d\s?[월月]|(?:19|20)\d\d\b/, "EXACT_DATE"],
  [/\d{5,}/, "ID_NUMBER"], [/(?:구역|군|리|동|읍|면|마을)$/, "SMALL_PLACE"], [/(?:공장|회사|식당|수산|무역|유한공사|公司|厂)$/, "WORKPLACE"],
];
const REASONS = { PERSON: "R3-3P", FAMILY: "R2-FAM", BROKER: "R5-ROUTE", EXACT_DATE: "R4-COH", WORKPLACE: "R4-COH", UNIT: "R4-COH", OTHER_IDENTIFIER: "R4-COH" };
const USUAL = { PHONE: "mask", MESSENGER: "mask", ID_NUMBER: "mask", ADDRESS: "mask", EXACT_DATE: "generalise", BIRTH_DATE: "generalise", SMALL_PLACE: "generalise", WORKPLACE: "generalise", OTHER_IDENTIFIER: "generalise" };

async function propose() {
  asking?.abort();
  asking = new AbortController();
  const fields = Object.fromEntries(["start", "end", "kind"].map((name) => [name, [form.elements[name].value]]));
  try {
    const { status, data } = await ask(form.dataset.propose, { fields }, { signal: asking.signal });
    if (status !== 200) return;
    offered = { mask: data.mask, rungs: data.rungs };
    document.getElementById("mark-rungs").replaceChildren(...data.rungs.map((rung) => node("option", { value: rung })));
    form.querySelector("[data-count]").textContent = `(${data.count})`;
    form.elements.replacement.placeholder = data.token;
    method(form, form.querySelector('input[name="method"]:checked')?.value ?? "pseudonym", offered);
  } catch {
    // A newer choice has taken this one's place.
  }
}

function marked({ start, end, quote }) {
  document.getElementById("marking").open = true;
  const about = document.getElementById("remark-about");
  if (about) about.value = `${start}-${end}`;
  const kind = KINDS.find(([pattern]) => pattern.test(quote))?.[1] ?? "PERSON";
  form.elements.kind.value = kind;
  kindChosen();
}

function kindChosen() {
  const kind = form.elements.kind.value;
  form.elements.reason.value = REASONS[kind] ?? "R1-ID";
  method(form, USUAL[kind] ?? "pseudonym", offered);
  propose();
}

if (form) {
  text.addEventListener("intake:marked", (event) => marked(event.detail));
  form.elements.kind.addEventListener("change", kindChosen);
  form.addEventListener("change", (event) => { if (event.target.name === "method") method(form, event.target.value, offered); });
}

// -- nudging the edges of what is chosen, or of the decision that is being changed

function nudge(edge, by) {
  const given = (name) => Number(form?.elements[name]?.value);
  if (!form?.elements.end.value) { say(word("marking.none")); return; }
  const last = all("[data-start]", text).reduce((end, one) => Math.max(end, Number(one.dataset.start) + [...one.textContent].length), 0);
  const start = given("start") + (edge === "start" ? by : 0);
  const end = given("end") + (edge === "end" ? by : 0);
  if (start < 0 || end > last || start >= end) return;
  select(start, end, false);
  text.dispatchEvent(new CustomEvent("intake:nudged", { detail: { start, end } }));
}

if (form) {
  for (const part of all("[data-nudges]", form)) part.hidden = false;
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-nudge]");
    if (button) nudge(button.dataset.nudge, Number(button.dataset.by));
  });
  document.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || !event.shiftKey || !event.altKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    nudge(event.ctrlKey ? "start" : "end", by);
  }, true);
}

// -- jumping

/** Choose code points `start` to `end` of the narrative in the source. */
function select(start, end, inSight = true) {
  const range = document.createRange();
  for (const paragraph of all("[data-start]", text)) {
    const from = Number(paragraph.dataset.start);
    const length = [...paragraph.textContent].length;
    if (start >= from && start <= from + length) range.setStart(...at(paragraph, start - from));
    if (end >= from && end <= from + length) { range.setEnd(...at(paragraph, end - from)); break; }
  }
  const fold = range.startContainer.parentElement?.closest("details.graphic");
  if (fold) fold.open = true;
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
  if (inSight) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
}

function at(paragraph, points) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = unitIndex(paragraph.textContent, points);
  for (let here = walker.nextNode(); here; here = walker.nextNode()) {
    if (left <= here.length) return [here, left];
    left -= here.length;
  }
  return [paragraph, paragraph.childNodes.length];
}

document.addEventListener("click", (event) => {
  const jump = event.target.closest?.("a[data-jump]");
  if (jump) {
    event.preventDefault();
    select(...jump.dataset.jump.split("-").map(Number));
    return;
  }
  const link = event.target.closest?.('a[href^="#mark-"]');
  const mark = link && document.getElementById(link.hash.slice(1));
  if (!mark) return;
  event.preventDefault();
  for (const other of all("mark[data-current]")) delete other.dataset.current;
  show(mark);
});

// -- the caret: where one looks, and kept in sight

/** Put the caret at the suggestion one is at, else at the first paragraph in sight. */
function placeCaret() {
  const link = current()?.querySelector("a.place");
  const top = document.getElementById("source-pane").getBoundingClientRect().top;
  const here = (link && document.getElementById(link.hash.slice(1))) ?? all(".para[data-start]", text).find((one) => one.checkVisibility({ contentVisibilityAuto: true }) && one.getBoundingClientRect().bottom > Math.max(top, 80));
  const words = here && document.createTreeWalker(here, NodeFilter.SHOW_TEXT).nextNode();
  if (words) document.getSelection().collapse(words, 0);
}

if (form) {
  text.addEventListener("keydown", () => window.requestAnimationFrame(() => {
    const { focusNode, focusOffset } = document.getSelection();
    if (!focusNode || !text.contains(focusNode)) return;
    const range = document.createRange();
    range.setStart(focusNode, focusOffset);
    const box = range.getClientRects()[0];
    const pane = source.getBoundingClientRect();
    if (box && (box.top < pane.top + 20 || box.bottom > Math.min(pane.bottom, window.innerHeight) - 20)) focusNode.parentElement.scrollIntoView({ block: "center" });
  }));
}

// -- side by side

const source = document.getElementById("source-pane");
const preview = document.getElementById("preview");
let following = 0;

function follow() {
  window.cancelAnimationFrame(following);
  following = window.requestAnimationFrame(() => {
    const top = source.getBoundingClientRect().top + 60;
    const first = all(".para[data-number]", source).find((one) => one.getBoundingClientRect().bottom > top);
    if (!first) return;
    const beside = all(".para[data-source]", preview).find((one) => Number(one.dataset.source) >= Number(first.dataset.number));
    if (beside) preview.scrollTop += beside.getBoundingClientRect().top - preview.getBoundingClientRect().top - (first.getBoundingClientRect().top - source.getBoundingClientRect().top);
  });
}

if (source && preview) source.addEventListener("scroll", () => { if (!document.activeElement?.closest("#preview")) follow(); });

// -- keys

let lead = 0;

function press(action) {
  all(`form[action$="/${action}"] button`)[0]?.click();
}

function inSource(code) {
  const name = METHODS[Number(code.slice(5)) - 1];
  const chosenWords = form && form.elements.end.value && (document.activeElement === text || form.contains(document.activeElement));
  if (chosenWords) {
    method(form, name, offered);
    form.querySelector("[data-apply]").focus();
    say(form.querySelector(`.method.${name}`).textContent.trim());
    return;
  }
  const item = current();
  if (!item) return;
  item.querySelector("details.otherwise").open = true;
  method(item, name, offeredBy(item));
  item.querySelector(name === "generalise" || name === "keep" ? `input[name="${name === "keep" ? "note" : "replacement"}"]` : "details.otherwise button").focus();
}

const KEYS = {
  KeyN: () => step(1),
  KeyP: () => step(-1),
  KeyY: () => current()?.querySelector("[data-accept]")?.click(),
  KeyD: () => current()?.querySelector("[data-turn-down]")?.click(),
  KeyE: () => { const fold = current()?.querySelector("details.otherwise"); if (fold) { fold.open = !fold.open; if (fold.open) fold.querySelector("input").focus(); } },
  KeyA: () => { if (form) { form.elements.everywhere.checked = !form.elements.everywhere.checked; document.getElementById("marking").open = true; } },
  KeyU: () => press("undo"),
  KeyS: () => { bench.querySelector('a[data-pane="source-pane"]')?.click(); placeCaret(); text.focus({ preventScroll: true }); },
  KeyL: () => { document.getElementById("leaks").scrollIntoView({ block: "nearest" }); document.querySelector("#leaks a, #leaks input")?.focus(); },
  KeyV: () => bench.toggleAttribute("data-alone"),
  KeyC: () => document.getElementById("remark-new")?.focus(),
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && keyOf(event) === "KeyZ" && !event.target.closest("input:not([type=checkbox], [type=radio]), textarea")) {
    event.preventDefault();
    press(event.shiftKey ? "restore" : "undo");
    return;
  }
  if (!allowed(event) || document.body.dataset.shortcuts === "off") return;
  const code = keyOf(event);
  const led = lead && Date.now() - lead < LEAD_TIME;
  lead = code === "KeyG" ? Date.now() : 0;
  if (led) return;
  if (/^Digit[1-5]$/.test(code)) { event.preventDefault(); inSource(code); return; }
  const deed = !event.shiftKey && KEYS[code];
  if (!deed) return;
  event.preventDefault();
  deed();
});

document.addEventListener("submit", keep, true);
// Other modules open the first pane; one's own place comes after.
window.setTimeout(putBack, 0);
