// Filters offered while one types them: first the keys, then a key's values by any of their names in four languages.
// The names are those of the vocabulary, fetched once; nothing that is typed is sent anywhere.
//
// <input data-suggest='{"place": "/vocabulary/places.json", "state": ["filed", …], …}'>

import { fold } from "./folding.mjs";
import { node, say, word } from "./words.mjs";

const MOST = 8;
const fetched = new Map();

function values(source) {
  if (Array.isArray(source)) return Promise.resolve(source.map((value) => ({ value, label: value, names: [value] })));
  if (!source) return Promise.resolve([]);
  if (!fetched.has(source)) {
    fetched.set(source, fetch(source, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : [])).catch(() => []));
  }
  return fetched.get(source);
}

/** The word the caret stands at the end of, with where it begins. A quotation mark keeps spaces inside it. */
function typedWord(input) {
  const before = input.value.slice(0, input.selectionStart ?? input.value.length);
  const found = /(?:^|[\s(])(-?)((?:[^\s()":：]+[:：])?"[^"]*|[^\s()"]*)$/u.exec(before);
  if (!found) return null;
  return { minus: found[1], text: found[2], start: before.length - found[2].length, end: before.length };
}

const quoted = (value) => (/[\s()"]/u.test(value) ? `"${value.replaceAll('"', " ")}"` : value);

async function offers(sources, typed) {
  const [key, ...rest] = typed.text.split(/[:：]/u);
  if (!rest.length) {
    if (key.length < 2) return [];
    return Object.keys(sources).filter((name) => fold(name).startsWith(fold(key))).map((name) => ({ text: `${name}:`, label: `${name}:`, detail: "" }));
  }
  const known = Object.keys(sources).find((name) => fold(name) === fold(key));
  if (!known) return [];
  const wanted = fold(rest.join(":").replace(/^"|"$/gu, "").replace(/^=/u, ""));
  const ranked = [];
  for (const one of await values(sources[known])) {
    const best = [one.label, one.value, ...(one.names ?? [])]
      .map((name) => ({ name, at: fold(name).indexOf(wanted) })).filter(({ at }) => at >= 0)
      .sort((a, b) => (a.at > 0) - (b.at > 0) || a.name.length - b.name.length)[0];
    if (best) ranked.push({ text: `${known}:${quoted(one.value)}`, label: one.label, detail: best.name === one.label ? one.detail ?? "" : best.name, at: best.at, size: best.name.length });
  }
  return ranked.sort((a, b) => (a.at > 0) - (b.at > 0) || a.size - b.size);
}

class Suggest {
  constructor(input) {
    this.input = input;
    this.sources = JSON.parse(input.dataset.suggest);
    this.active = -1;
    this.turn = 0;
    this.list = node("ul", { id: `${input.id}-offers`, class: "combobox-list offers", role: "listbox", hidden: true, "aria-label": input.labels?.[0]?.textContent ?? "" });
    input.after(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]]) input.setAttribute(name, value);
    input.addEventListener("input", () => this.offer());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.take(Number(option.dataset.n));
    });
  }

  async offer() {
    const turn = ++this.turn;
    const typed = typedWord(this.input);
    const found = typed ? (await offers(this.sources, typed)).slice(0, MOST) : [];
    const now = typedWord(this.input);
    if (turn !== this.turn || !now || !typed || now.text !== typed.text) return;
    this.typed = typed;
    this.found = found.length === 1 && found[0].text === typed.text ? [] : found;
    this.active = -1;
    // A value that is one already needs no choosing: the question can be asked as it stands.
    this.list.toggleAttribute("data-unfinished", typed !== null && /[:：]/u.test(typed.text) && found.length > 0 && !found.some((one) => one.text === typed.text));
    this.list.replaceChildren(...this.found.map((one, n) => node("li", { role: "option", id: `${this.list.id}-${n}`, "data-n": n, "aria-selected": "false" },
      node("span", {}, one.label), one.detail ? node("span", { class: "muted" }, ` ${one.detail}`) : null)));
    this.list.hidden = !this.found.length;
    this.input.setAttribute("aria-expanded", String(this.found.length > 0));
    if (this.found.length) say(word("combobox.count", { count: this.found.length }));
  }

  key(event) {
    if (event.isComposing) return;
    // Asked as it stands: nothing more is offered until something more is typed.
    if (event.key === "Enter" && this.active < 0) this.close();
    if (this.list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.point((this.active + (event.key === "ArrowDown" ? 1 : this.found.length - (this.active < 0 ? 0 : 1))) % this.found.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && this.active >= 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.take(this.active);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    }
  }

  point(n) {
    this.active = n;
    for (const option of this.list.children) option.setAttribute("aria-selected", String(Number(option.dataset.n) === n));
    this.list.children[n]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${n}`);
  }

  take(n) {
    const { start, end } = this.typed;
    const text = this.found[n].text;
    const more = text.endsWith(":") ? "" : " ";
    this.input.setRangeText(text + more, start, end, "end");
    this.close();
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  close() {
    this.turn += 1;
    this.active = -1;
    this.list.hidden = true;
    this.list.removeAttribute("data-unfinished");
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

export function start(root) {
  for (const input of root.querySelectorAll("input[data-suggest]")) new Suggest(input);
}
