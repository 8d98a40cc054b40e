// What a narrative mentions, listed beside it while one writes. Nothing is added unless the person accepts it.
//
// <section data-hints data-hints-url data-hints-for="<textarea id>" data-hints-rows="<repeat name>" data-hints-rejected="<textarea id>">
//   with [data-hints-state] and <ol data-hints-list>. POST {text} → [{concept, label, start, end, quote, strength}] (code points, NFC; strength
//   "strong" | "weak", or 0 to 1).
// Accepting fills a new row of the repeated group: [data-fill="concept" | "quote" | "start" | "end"]. Alt+1…9 accepts, Alt+Shift+1…9 rejects.

import { ask } from "./ask.mjs";
import { unitIndex } from "./offsets.mjs";
import { addRow } from "./repeat.mjs";
import { node, say, word } from "./words.mjs";

const PAUSE = 1_200;
const SHOWN = 9;
const STRONG = 0.6;

class Hints {
  constructor(panel) {
    this.panel = panel;
    this.text = document.getElementById(panel.dataset.hintsFor);
    this.rows = document.querySelector(`[data-repeat="${CSS.escape(panel.dataset.hintsRows)}"]`);
    this.list = panel.querySelector("[data-hints-list]");
    this.state = panel.querySelector("[data-hints-state]");
    this.memory = document.getElementById(panel.dataset.hintsRejected ?? "");
    this.rejected = new Set((this.memory?.value ?? "").split("\n").filter(Boolean));
    this.found = [];
    this.asked = null;
    this.last = "";
    this.text.addEventListener("input", () => this.later());
    this.rows?.addEventListener("change", () => this.draw());
    document.addEventListener("keydown", (event) => this.key(event));
    if (this.text.value.trim()) this.look();
  }

  later() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const text = this.text.value.normalize("NFC");
    if (text === this.last) return;
    this.asked?.abort();
    this.asked = new AbortController();
    let answer;
    try {
      answer = await ask(this.panel.dataset.hintsUrl, { text }, { signal: this.asked.signal });
    } catch {
      return; // A newer question took its place.
    }
    if (answer.status !== 200) { this.state.textContent = word("hints.failed"); return; }
    this.last = text;
    this.found = Array.isArray(answer.data) ? answer.data : answer.data.mentions ?? [];
    this.draw();
  }

  name(hint) { return `${hint.concept}\t${hint.quote}`.replaceAll("\n", " "); }

  accepted(hint) {
    return [...(this.rows?.querySelectorAll("[data-repeat-row]") ?? [])].some((row) =>
      row.querySelector('[data-fill="concept"]')?.value === hint.concept && row.querySelector('[data-fill="quote"]')?.value === hint.quote);
  }

  /** The hints to show: one per concept and wording, rejected ones left out. */
  open() {
    const seen = new Set();
    return this.found.filter((hint) => {
      const name = this.name(hint);
      if (seen.has(name) || this.rejected.has(name) || hint.polarity === "denied") return false;
      seen.add(name);
      return true;
    });
  }

  draw() {
    const hints = this.open();
    const waiting = hints.filter((hint) => !this.accepted(hint));
    this.state.textContent = hints.length ? word("hints.found", { count: hints.length }) : word("hints.none");
    this.list.replaceChildren(...hints.map((hint) => this.item(hint, waiting.indexOf(hint) + 1)));
  }

  item(hint, number) {
    const strong = hint.strength === "strong" || hint.strength >= STRONG;
    const show = node("button", { type: "button", class: "quiet hint-words" }, node("mark", {}, hint.quote));
    show.addEventListener("click", () => this.show(hint));
    const heading = node("span", { class: "hint-concept" }, hint.label,
      node("span", { class: `strength ${strong ? "field" : "mention"}` }, word(strong ? "hints.strong" : "hints.weak")));
    const item = node("li", { class: `hint-item${strong ? "" : " hint-weak"}`, "data-concept": hint.concept }, heading, show);
    if (!number) {
      item.classList.add("accepted");
      item.append(node("p", { class: "hint-actions" }, node("span", { class: "state done" }, word("hints.accepted"))));
      return item;
    }
    const key = number <= SHOWN ? node("kbd", {}, `Alt+${number}`) : null;
    const yes = node("button", { type: "button", class: "small" }, word("hints.accept"), key);
    const no = node("button", { type: "button", class: "small quiet" }, word("hints.reject"));
    yes.addEventListener("click", () => this.accept(hint));
    no.addEventListener("click", () => this.reject(hint));
    item.append(node("div", { class: "hint-actions" }, yes, no));
    return item;
  }

  show(hint) {
    const text = this.text.value;
    const normal = text === this.last;
    const start = normal ? unitIndex(text, hint.start) : text.indexOf(hint.quote);
    if (start < 0) return;
    this.text.focus();
    this.text.setSelectionRange(start, normal ? unitIndex(text, hint.end) : start + hint.quote.length);
  }

  accept(hint) {
    const blank = [...this.rows.querySelectorAll("[data-repeat-row]")].find((row) =>
      ![...row.querySelectorAll("[data-fill]")].some((field) => field.value));
    const row = blank ?? addRow(this.rows, { focus: false });
    if (!row) return;
    for (const field of row.querySelectorAll("[data-fill]")) field.value = String(hint[field.dataset.fill] ?? "");
    row.dispatchEvent(new Event("change", { bubbles: true }));
    say(word("hints.added", { label: hint.label }));
    this.draw();
  }

  reject(hint) {
    this.rejected.add(this.name(hint));
    if (this.memory) {
      this.memory.value = [...this.rejected].join("\n");
      this.memory.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.draw();
  }

  key(event) {
    const digit = /^Digit([1-9])$/.exec(event.code ?? "");
    if (!digit || !event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const hint = this.open().filter((one) => !this.accepted(one))[Number(digit[1]) - 1];
    if (!hint) return;
    event.preventDefault();
    if (event.shiftKey) this.reject(hint);
    else this.accept(hint);
  }
}

export function start(root) {
  for (const panel of root.querySelectorAll("[data-hints]")) new Hints(panel);
}
