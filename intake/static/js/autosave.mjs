// Saves a form while one writes, and says in the corner what is safe and what is not. Nothing is ever overwritten silently.
//
// <form data-autosave data-save-url="…" data-rev="18">; an <input type="hidden" name="rev"> in it is kept up to date.
// Sends POST {fields: {name: [value, …]}, changed: [name, …]} with X-CSRF-Token and If-Match: <rev>.
// With data-unsaved (a page drawn again after errors) what it shows counts as not saved yet.
//   200 {rev, saved_at, checksum} · 409 {rev, theirs: {name: [value, …]}} · 401 signed out · 422 {error} · 5xx, 429: tried again

import { ask, renewToken } from "./ask.mjs";
import { showConflict } from "./conflict.mjs";
import { node, word } from "./words.mjs";

const PAUSE = 2_000;
const LONGEST = 30_000;
const KEEPALIVE_LIMIT = 60_000;
const SKIPPED = new Set(["csrf_token", "rev", "shown"]);

const UNSAVED_KINDS = new Set(["submit", "button", "reset", "image", "file", "password"]);

/** The values of one control now, or as the server wrote them (a browser may have put older text back into the page). */
function values(control, written) {
  if (control.type === "checkbox" || control.type === "radio") return (written ? control.defaultChecked : control.checked) ? [control.value] : [];
  if (!control.options) return [written ? control.defaultValue : control.value];
  const options = [...control.options];
  const chosen = options.filter((option) => (written ? option.defaultSelected : option.selected)).map((option) => option.value);
  return chosen.length || control.multiple || !options.length ? chosen : [options[0].value];
}

/** What the form holds: name → list of values (NFC); an unticked box is an empty list. Files are not saved this way. */
export function snapshot(form, { written = false } = {}) {
  const fields = {};
  for (const control of form.elements) {
    if (!control.name || control.disabled || SKIPPED.has(control.name) || UNSAVED_KINDS.has(control.type)) continue;
    (fields[control.name] ??= []).push(...values(control, written).map((value) => value.normalize("NFC")));
  }
  return fields;
}

const same = (one, other) => JSON.stringify(one ?? []) === JSON.stringify(other ?? []);

/** Names whose values differ between two snapshots, names that are gone included. */
export function changes(before, now) {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !same(before[name], now[name]));
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.saveUrl;
    this.rev = form.dataset.rev ?? "0";
    this.saved = "unsaved" in form.dataset ? {} : snapshot(form, { written: true });
    this.corner = document.getElementById("save-state") ?? this.makeCorner();
    this.timer = 0;
    this.since = 0;
    this.running = null;
    this.wait = 0;
    this.held = false;
    this.leaving = false;
    this.listen();
    this.touched();
  }

  makeCorner() {
    const corner = node("p", { id: "save-state", class: "save-state", role: "status" });
    document.querySelector(".top-state")?.append(corner);
    return corner;
  }

  listen() {
    this.form.addEventListener("input", () => this.touched());
    this.form.addEventListener("change", () => this.touched());
    this.form.addEventListener("focusout", () => { if (this.dirty()) this.schedule(300); });
    this.form.addEventListener("submit", (event) => this.submitted(event));
    document.addEventListener("visibilitychange", () => this.visibility());
    document.addEventListener("intake:save", (event) => { event.detail?.waitFor?.push(this.save({ keepalive: true })); });
    document.addEventListener("intake:leaving", () => { this.leaving = true; });
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyS") {
        event.preventDefault();
        this.save();
      }
    });
    window.addEventListener("online", () => { if (this.dirty()) this.save(); });
    window.addEventListener("beforeunload", (event) => { if (!this.leaving && this.dirty()) event.preventDefault(); });
  }

  dirty() { return changes(this.saved, snapshot(this.form)).length > 0; }

  show(state, sentence) {
    this.corner.dataset.state = state;
    if (this.corner.textContent !== sentence) this.corner.textContent = sentence;
  }

  touched() {
    if (!this.dirty()) return;
    if (["saved", "new", "saving", "refused"].includes(this.corner.dataset.state ?? "new")) this.show("unsaved", word("save.unsaved"));
    this.since ||= Date.now();
    this.schedule(Math.max(0, Math.min(PAUSE, this.since + LONGEST - Date.now())));
  }

  schedule(delay) {
    window.clearTimeout(this.timer);
    if (!this.held) this.timer = window.setTimeout(() => this.save(), delay);
  }

  visibility() {
    if (document.visibilityState === "hidden") this.save({ keepalive: true });
    else if (this.signedOut) this.signedInAgain();
  }

  /** Send what changed. One request at a time; what is typed meanwhile goes with the next. */
  async save({ keepalive = false } = {}) {
    window.clearTimeout(this.timer);
    if (this.held || this.leaving) return;
    if (this.running) { await this.running; if (!this.dirty()) return; }
    const fields = snapshot(this.form);
    const changed = changes(this.saved, fields);
    if (!changed.length) return;
    this.since = 0;
    this.show("saving", word("save.saving"));
    const size = JSON.stringify(fields).length * 3;
    this.running = ask(this.url, { fields, changed }, { headers: { "If-Match": this.rev }, keepalive: keepalive && size < KEEPALIVE_LIMIT });
    const answer = await this.running;
    this.running = null;
    await this.answered(answer, fields);
  }

  async answered({ status, data, retryAfter }, fields) {
    if (status >= 200 && status < 300) return this.received(data, fields);
    if (status === 409) return this.conflict(data);
    if (status === 401) return this.ended();
    if (status === 400 && !this.renewed && (await renewToken())) {
      this.renewed = true;
      return this.save();
    }
    if (status === 0 || status === 429 || status >= 500) return this.again(status, retryAfter);
    this.show("refused", word("save.refused", { words: data.error ?? status }));
  }

  received(data, fields) {
    this.saved = fields;
    this.wait = 0;
    this.renewed = false;
    this.setRev(data.rev);
    this.setShown(fields);
    const time = new Date(data.saved_at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
    this.show("saved", word("save.saved", { time, rev: data.rev, checksum: data.checksum }));
    document.dispatchEvent(new CustomEvent("intake:alive"));
    if (this.dirty()) this.touched();
  }

  setRev(rev) {
    this.rev = String(rev);
    const field = this.form.querySelector('input[name="rev"]');
    if (field) field.value = this.rev;
  }

  /** A full-page post tells which fields it knows of, so that a row taken out since then is known to be gone. */
  setShown(fields) {
    const shown = this.form.querySelector('input[name="shown"]');
    if (shown) shown.value = [...new Set([...shown.value.split(" "), ...Object.keys(fields)])].join(" ");
  }

  again(status, retryAfter) {
    this.wait = Math.min(60, retryAfter || (this.wait ? this.wait * 2 : 5));
    if (status === 0) this.show("offline", word("save.offline"));
    else this.show("failed", word("save.failed", { seconds: this.wait }));
    this.schedule(this.wait * 1_000);
  }

  /** The text stays where it is; one signs in elsewhere and comes back. */
  ended() {
    if (this.signedOut) return;
    this.signedOut = true;
    this.held = true;
    this.show("failed", word("save.unsaved"));
    const link = node("a", { href: document.body.dataset.home ?? "/", target: "_blank", rel: "noopener" }, word("save.signinlink"));
    this.banner = node("div", { class: "banner", role: "alert" },
      node("p", {}, node("b", {}, word("save.signin")), " ", link, " ", word("save.signinafter")));
    this.form.before(this.banner);
  }

  async signedInAgain() {
    if (!(await renewToken())) return;
    this.signedOut = false;
    this.held = false;
    this.banner?.remove();
    this.save();
  }

  conflict(data) {
    this.held = true;
    this.show("conflict", word("conflict.title"));
    const base = this.saved;
    showConflict(this.form, base, data.theirs ?? {}, () => {
      this.held = false;
      this.saved = { ...base, ...data.theirs };
      this.setRev(data.rev);
      if (this.dirty()) this.save();
      else this.show("saved", word("save.saved", { time: "", rev: data.rev, checksum: data.checksum ?? "" }));
    });
  }

  /** A full-page post waits for a save under way, so that it carries the newest revision. */
  submitted(event) {
    if (event.defaultPrevented) return;
    window.clearTimeout(this.timer);
    if (!this.running) { this.leaving = true; return; }
    event.preventDefault();
    const { submitter } = event;
    this.running.then(() => window.setTimeout(() => this.form.requestSubmit(submitter ?? undefined), 0));
  }
}

export function start(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) new Autosave(form);
}
