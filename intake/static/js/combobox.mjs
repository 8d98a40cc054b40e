// A long <select> becomes a box one types into, in any of four scripts and both Korean spellings. The <select> stays and is what is sent.
//
// <select data-combobox> with <option data-names="훈춘|珲春|Hunchun" data-detail="지린성 · 중국">, or <select data-combobox="/url"> where the
// address answers [{value, label, names: […], detail}] for the options' values.

import { fold } from "./folding.mjs";
import { node, say, word } from "./words.mjs";

const MOST = 60;
let serial = 0;
const ASKED = new Map();

/** What an address answers, asked once however many boxes a page has. */
function names(url) {
  if (!ASKED.has(url)) {
    ASKED.set(url, fetch(url, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : [])));
  }
  return ASKED.get(url);
}

class Combobox {
  constructor(select) {
    this.select = select;
    this.id = `${select.id || "combobox"}-box-${(serial += 1)}`;
    this.names = new Map();
    this.active = -1;
    this.build();
    this.learn();
    if (select.dataset.combobox) this.load(select.dataset.combobox);
  }

  build() {
    const { select } = this;
    const current = select.selectedOptions[0];
    this.box = node("input", { type: "text", id: this.id, role: "combobox", autocomplete: "off", spellcheck: "false",
      "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": `${this.id}-list`,
      "aria-describedby": select.getAttribute("aria-describedby"), "aria-invalid": select.getAttribute("aria-invalid") });
    this.box.value = current?.value ? current.textContent.trim() : "";
    this.list = node("ul", { id: `${this.id}-list`, class: "combobox-list", role: "listbox", hidden: true });
    const frame = node("div", { class: "combobox" }, this.box, this.list);
    for (const label of [...(select.labels ?? [])]) {
      label.htmlFor = this.id;
      label.id ||= `${this.id}-label`;
      this.list.setAttribute("aria-labelledby", label.id);
    }
    select.after(frame);
    select.hidden = true;
    // A link from the error summary goes to the select's id: hand the focus on.
    select.addEventListener("focus", () => this.box.focus());
    select.addEventListener("change", () => { if (document.activeElement !== this.box) this.reset(); });
    this.box.addEventListener("input", () => this.filter());
    this.box.addEventListener("click", () => this.filter(true));
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("blur", () => this.leave());
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option.dataset.value);
    });
  }

  learn(more = []) {
    for (const option of this.select.options) {
      if (!option.value) continue;
      const names = [option.textContent.trim(), ...(option.dataset.names ?? "").split("|").filter(Boolean)];
      this.names.set(option.value, { label: names[0], names, detail: option.dataset.detail ?? "" });
    }
    for (const { value, label, names = [], detail = "" } of more) {
      const known = this.names.get(value);
      if (known) this.names.set(value, { label: known.label, names: [known.label, label, ...names], detail: detail || known.detail });
    }
    for (const entry of this.names.values()) entry.folded = [...new Set(entry.names.map(fold))];
  }

  async load(url) {
    try {
      this.learn(await names(url));
    } catch {
      // The options' own words remain searchable.
    }
  }

  /** Values that fit what was typed: names that begin with it first, then names that contain it. */
  fitting(typed) {
    const wanted = fold(typed);
    const scored = [];
    for (const [value, entry] of this.names) {
      const begins = entry.folded.some((name) => name.startsWith(wanted));
      if (begins || entry.folded.some((name) => name.includes(wanted))) scored.push([begins ? 0 : 1, value]);
    }
    return scored.sort((one, other) => one[0] - other[0]).slice(0, MOST).map(([, value]) => value);
  }

  filter(all = false) {
    const typed = all ? "" : this.box.value;
    const values = this.fitting(typed);
    this.active = -1;
    this.list.replaceChildren(...values.map((value, index) => {
      const { label, names, detail } = this.names.get(value);
      const others = [...new Set(names.slice(1))].filter((name) => name !== label).slice(0, 4);
      return node("li", { role: "option", id: `${this.id}-${index}`, "data-value": value, "aria-selected": "false" },
        label, node("span", { class: "other" }, [detail, ...others].filter(Boolean).join(" · ")));
    }));
    if (!values.length) this.list.append(node("li", { class: "combobox-none", role: "option", "aria-disabled": "true" }, word("combobox.none")));
    this.open(true);
    say(values.length ? word("combobox.count", { count: values.length }) : word("combobox.none"));
  }

  open(wanted) {
    this.list.hidden = !wanted;
    this.box.setAttribute("aria-expanded", String(wanted));
    if (!wanted) this.box.removeAttribute("aria-activedescendant");
  }

  move(step) {
    const options = [...this.list.querySelectorAll("[data-value]")];
    if (!options.length) return;
    options[this.active]?.setAttribute("aria-selected", "false");
    this.active = (this.active + step + options.length) % options.length;
    const option = options[this.active];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-activedescendant", option.id);
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.filter(true);
      this.move(event.key === "ArrowDown" ? 1 : this.active < 0 ? 0 : -1);
    } else if (event.key === "Enter" && !this.list.hidden) {
      event.preventDefault();
      const option = this.list.querySelectorAll("[data-value]")[Math.max(0, this.active)];
      if (option) this.choose(option.dataset.value);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.reset();
    }
  }

  choose(value) {
    this.select.value = value;
    this.box.value = value ? this.names.get(value).label : "";
    this.open(false);
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  reset() {
    const current = this.select.selectedOptions[0];
    this.box.value = current?.value ? current.textContent.trim() : "";
    this.open(false);
  }

  leave() {
    if (!this.box.value.trim() && this.select.value) this.choose([...this.select.options].some((option) => !option.value) ? "" : this.select.value);
    else this.reset();
  }
}

const MADE = new WeakSet();

function enhance(root) {
  for (const select of root.querySelectorAll("select[data-combobox]:not([multiple])")) {
    if (!MADE.has(select)) { MADE.add(select); new Combobox(select); }
  }
}

export function start(root) {
  enhance(root);
  document.addEventListener("intake:added", (event) => enhance(event.detail.part));
}
