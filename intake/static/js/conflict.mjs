// Two windows changed one draft: show both answers field by field and let the person decide.

import { addRow } from "./repeat.mjs";
import { node, word } from "./words.mjs";

/** Nothing and an empty box say the same. */
const told = (values) => JSON.stringify((values ?? []).filter((value) => value.trim()));
const same = (one, other) => told(one) === told(other);

/** The controls called `name`; rows of a repeated group that exist only in the other window are added first. */
function controls(form, name) {
  const find = () => [...form.elements].filter((control) => control.name === name);
  const row = /^(.+)-(\d+)-/.exec(name);
  for (let tries = 0; row && !find().length && tries < 50; tries += 1) {
    const list = form.querySelector(`[data-repeat="${CSS.escape(row[1])}"]`);
    if (!list || !addRow(list, { focus: false })) break;
  }
  return find();
}

/** Put `values` into the controls called `name`. */
export function fill(form, name, values) {
  for (const control of controls(form, name)) {
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else if (control.multiple && control.options) for (const option of control.options) option.selected = values.includes(option.value);
    else control.value = values[0] ?? "";
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** What a person reads for these values: the labels of choices, the text of boxes. */
function shown(form, name, values) {
  const known = controls(form, name);
  const read = values.map((value) => {
    const choice = known.find((control) => control.value === value && (control.type === "checkbox" || control.type === "radio"));
    const option = known[0]?.options ? [...known[0].options].find((one) => one.value === value) : null;
    return choice?.labels?.[0]?.textContent.trim() ?? option?.textContent.trim() ?? value;
  });
  return read.join(", ") || word("conflict.empty");
}

/** The words of a label without its "required". */
const words = (label) => [...(label?.childNodes ?? [])].filter((part) => !part.classList?.contains("required")).map((part) => part.textContent).join("").trim();

function title(form, name) {
  const control = controls(form, name)[0];
  const group = words(control?.closest("fieldset")?.querySelector("legend"));
  const label = ["checkbox", "radio"].includes(control?.type) ? "" : words(control?.labels?.[0]) || name;
  return [group, label].filter(Boolean).join(" · ").replace(/\s+/g, " ");
}

/**
 * Show what differs. `base` is what was last saved here, `theirs` what the server holds now (name → values). Answers not
 * touched here are taken over and named; for the others the person chooses; `done` is called after the last choice.
 */
export function showConflict(form, base, theirs, done) {
  const mine = Object.fromEntries(Object.keys(theirs).map((name) => [name, new FormData(form).getAll(name).map(String)]));
  const open = new Set();
  const taken = [];
  const panel = node("section", { class: "conflict", tabindex: "-1", role: "alertdialog", "aria-label": word("conflict.title") },
    node("h2", {}, word("conflict.title")), node("p", {}, word("conflict.lead")));
  const finish = () => { if (!open.size) { panel.remove(); done(); } };

  const decide = (name, values, row) => {
    if (values) fill(form, name, values);
    open.delete(name);
    row.remove();
    finish();
  };

  for (const [name, other] of Object.entries(theirs)) {
    if (same(mine[name], other) || same(base[name], other)) continue;
    if (same(mine[name], base[name])) { fill(form, name, other); taken.push(title(form, name)); continue; }
    open.add(name);
    const side = (heading, values) => node("div", { class: "conflict-side" }, node("h4", {}, heading), node("div", { class: "conflict-text" }, shown(form, name, values)));
    const button = (label, run) => { const made = node("button", { type: "button", class: "small" }, word(label)); made.addEventListener("click", run); return made; };
    const row = node("div", { class: "conflict-field", role: "group", "aria-label": title(form, name), "data-name": name }, node("h3", {}, title(form, name)));
    const both = controls(form, name)[0]?.tagName === "TEXTAREA"
      ? button("conflict.keepboth", () => decide(name, [`${mine[name][0] ?? ""}\n\n${other[0] ?? ""}`], row)) : null;
    const pair = node("div", { class: "conflict-pair" }, side(word("conflict.mine"), mine[name]), side(word("conflict.theirs"), other));
    row.append(pair, node("div", { class: "hint-actions" },
      button("conflict.keepmine", () => decide(name, null, row)), button("conflict.keeptheirs", () => decide(name, other, row)), both ?? ""));
    panel.append(row);
  }
  if (taken.length) panel.append(node("p", { class: "small muted" }, `${word("conflict.taken")} ${taken.join(", ")}`));
  if (!open.size) { done(); return; }
  form.before(panel);
  panel.focus();
  panel.scrollIntoView({ block: "start" });
}

export function start() {}
