// The query desk without reloading: the answer is fetched as a page of ours and put in place of the old one, node by node.
// Nothing is parsed from a string. Without this module every box, link and button does the same with a whole page.
//
// form[data-desk-box] · [data-desk] · form[data-judge] with [data-verdict="KeyY"] (codes of keys, parted by spaces) · form[data-pick]

import { start as improve } from "./page.mjs";
import { start as suggest } from "./suggest.mjs";
import { allowed, keyOf } from "./shortcuts.mjs";
import { say } from "./words.mjs";

const PAUSE = 400;
let asking = null;

/** A page of this desk as a document; null when it is something else (signed out, another page). */
function fetched(url) {
  asking?.abort();
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    asking = request;
    request.open("GET", url);
    request.responseType = "document";
    request.onload = () => resolve({ page: request.responseXML, url: request.responseURL, status: request.status });
    request.onerror = () => resolve({ page: null, url, status: 0 });
    request.onabort = () => resolve(null);
    request.send();
  });
}

const unfolded = (part) => [...part.querySelectorAll("details.facet")].map((one) => [one.querySelector("input")?.name, one.open]);

/** What had the focus, named so that it can be found again in the new answer. */
function place() {
  const at = document.activeElement;
  return at?.closest(".facets") && at.name ? `.facets input[name="${CSS.escape(at.name)}"][value="${CSS.escape(at.value)}"]` : "";
}

function replaced(page, typing) {
  const old = document.querySelector("[data-desk]");
  const fresh = page.querySelector("[data-desk]");
  const problem = page.getElementById("desk-problem");
  document.getElementById("desk-problem")?.replaceWith(document.adoptNode(problem));
  const box = document.getElementById("q");
  const wrong = document.getElementById("q-error");
  for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", "q-error"]]) {
    if (wrong) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
  // While somebody is typing, half a question is no reason to take the last answer away.
  if (wrong && typing) return;
  const open = new Map(unfolded(old));
  const scrolled = [...old.querySelectorAll(".facet ul")].map((list) => list.scrollTop);
  const focus = place();
  old.replaceWith(document.adoptNode(fresh));
  for (const one of fresh.querySelectorAll("details.facet")) {
    const before = open.get(one.querySelector("input")?.name);
    if (before !== undefined) one.open = before;
  }
  [...fresh.querySelectorAll(".facet ul")].forEach((list, n) => { list.scrollTop = scrolled[n] ?? 0; });
  if (focus) fresh.querySelector(focus)?.focus({ preventScroll: true });
  improve(fresh);
  prepare(fresh);
  const count = document.getElementById("query-count");
  if (count) say(count.textContent);
}

/** Go to an address of the desk. `typing`: keep the box as it is, and the history short. */
async function go(url, { typing = false, keep = false } = {}) {
  const desk = document.querySelector("[data-desk]");
  desk.setAttribute("aria-busy", "true");
  const answer = await fetched(url);
  if (answer === null) return;
  document.querySelector("[data-desk]").removeAttribute("aria-busy");
  if (!answer.page?.querySelector("[data-desk]")) { window.location.assign(url); return; }
  replaced(answer.page, typing);
  const box = document.getElementById("q");
  const asked = answer.page.getElementById("q");
  if (!typing && asked) box.value = asked.value;
  follow(answer.page);
  if (!keep) window.history[typing ? "replaceState" : "pushState"]({}, "", answer.url);
}

/** The box stays; what it sends along (the tab, the unit) and where is that of the page shown. */
function follow(page) {
  const form = document.querySelector("form[data-desk-box]");
  const other = page.querySelector("form[data-desk-box]");
  form.action = other.getAttribute("action");
  for (const old of form.querySelectorAll('input[type="hidden"]')) old.remove();
  for (const one of [...other.querySelectorAll('input[type="hidden"]')]) form.append(document.adoptNode(one));
}

function address(form) {
  const values = new URLSearchParams(new FormData(form));
  return `${form.action}?${String(values).replaceAll("%3A", ":")}`;
}

function prepare(desk) {
  const pick = desk.querySelector("form[data-pick]");
  if (!pick) return;
  pick.querySelector(".pick-all").hidden = false;
  picked(pick);
}

function picked(pick) {
  const rows = [...document.querySelectorAll(".result-pick")];
  const count = rows.filter((row) => row.checked).length;
  const some = pick.querySelector("[data-pick-some]");
  some.textContent = some.dataset.pickSome.replace("{count}", String(count));
  some.hidden = count === 0;
  pick.querySelector("[data-pick-none]").hidden = count > 0;
  pick.querySelector("button:not([data-pick-whole])").disabled = count === 0;
  pick.toggleAttribute("data-some", count > 0);
  const all = pick.querySelector("[data-pick-all]");
  all.checked = count > 0 && count === rows.length;
  all.indeterminate = count > 0 && count < rows.length;
}

// -- judging

async function judged(form, verdict) {
  const values = Object.fromEntries(new FormData(form));
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  const body = new FormData(form);
  body.set("verdict", verdict);
  let status = 0;
  try {
    const answer = await fetch(form.action, {
      method: "POST", credentials: "same-origin", redirect: "manual", cache: "no-store", keepalive: true,
      headers: { Accept: "application/json" }, body: new URLSearchParams(body),
    });
    status = answer.status;
  } catch { /* no connection: the buttons come back */ }
  for (const button of form.querySelectorAll("button")) button.disabled = false;
  if (status !== 200) { form.dataset.plain = ""; return false; }
  form.dataset.done = verdict;
  for (const said of form.querySelectorAll("[data-said]")) said.hidden = said.dataset.said !== verdict;
  say(`${values.concept ? form.querySelector(".verdict-what").textContent : ""} ${form.querySelector(`[data-said="${verdict}"]`).textContent}`);
  return true;
}

function waiting(row) {
  return row && [...row.querySelectorAll("form[data-judge]")].find((form) => !form.dataset.done);
}

function current() {
  return document.querySelector("[data-row][data-current]");
}

function step(from) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const next = rows.slice(rows.indexOf(from) + 1).find(waiting);
  if (!next) return;
  for (const row of rows) delete row.dataset.current;
  next.dataset.current = "";
  next.querySelector("a[href]")?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

async function pressed(event) {
  if (event.defaultPrevented || !event.target.closest) return;
  const inPick = event.target.matches?.(".result-pick");
  if (!inPick && !allowed(event)) return;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.body.dataset.shortcuts === "off") return;
  const key = keyOf(event);
  if (key === "KeyX" && current()) {
    event.preventDefault();
    current().querySelector(".result-pick").click();
    return;
  }
  const row = current() ?? [...document.querySelectorAll("[data-row]")].find(waiting);
  const form = waiting(row);
  const button = form?.querySelector(`[data-verdict~="${key}"]`);
  if (!button || event.shiftKey) return;
  event.preventDefault();
  row.dataset.current = "";
  if (await judged(form, button.value) && !waiting(row)) step(row);
}

// -- the page

function start() {
  const box = document.querySelector("form[data-desk-box]");
  if (!box) return;
  const input = box.querySelector("#q");
  let timer = 0;
  let last = input.value;
  const typed = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      // A filter whose values are being offered is not finished yet.
      if (input.value === last || document.querySelector("#q-offers[data-unfinished]")) return;
      last = input.value;
      go(address(box), { typing: true });
    }, PAUSE);
  };
  input.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
  input.addEventListener("compositionend", typed);
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form === box || form.matches(".facets, form[data-desk-form]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
      window.clearTimeout(timer);
      last = input.value;
      go(address(form), { typing: false });
    } else if (form.matches("form[data-judge]") && !("plain" in form.dataset) && event.submitter) {
      event.preventDefault();
      const row = form.closest("[data-row]");
      if (!(await judged(form, event.submitter.value))) form.requestSubmit(event.submitter);
      else if (current() === row && !waiting(row)) step(row);
    }
  }, true);
  let change = 0;
  document.addEventListener("change", (event) => {
    const target = event.target;
    if (target.matches(".facets .choice input, form[data-desk-form] select")) {
      event.stopImmediatePropagation();
      window.clearTimeout(change);
      change = window.setTimeout(() => target.form?.requestSubmit(), 350);
    } else if (target.matches("[data-pick-all]")) {
      for (const row of document.querySelectorAll(".result-pick")) row.checked = target.checked;
      picked(target.form);
    } else if (target.matches(".result-pick")) picked(document.querySelector("form[data-pick]"));
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-desk] .tabs a, [data-desk] .chosen a, [data-desk] .pages a, [data-desk] .drop a, [data-desk] .empty a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.origin !== window.location.origin) return;
    event.preventDefault();
    go(link.href).then(() => window.scrollTo({ top: 0 }));
  });
  window.addEventListener("popstate", () => go(window.location.href, { keep: true }).then(() => { last = input.value; }));
  document.addEventListener("keydown", pressed);
  prepare(document);
  suggest(document);
}

start();
