// Two minutes before the session ends: say so and offer to stay (WCAG 2.2.1). What is typed stays in the page either way.
//
// <body data-session-ends-in="1800" (seconds from now) data-alive="/help" (a page whose reading keeps the session alive)>
// "intake:alive" (a save went through) starts the time anew.

import { alive } from "./ask.mjs";
import { node, word } from "./words.mjs";

const WARNING = 120;

class SessionEnd {
  constructor(body) {
    this.length = Number(body.dataset.sessionEndsIn);
    this.again();
    document.addEventListener("intake:alive", () => this.again());
    this.clock = window.setInterval(() => this.tick(), 1_000);
  }

  again() {
    this.ends = Date.now() + this.length * 1_000;
    this.dialog?.close();
  }

  build() {
    this.words = node("p", { "aria-live": "off" });
    const stay = node("button", { type: "button", class: "primary" }, word("session.extend"));
    stay.addEventListener("click", () => this.extend());
    this.dialog = node("dialog", { class: "dialog", role: "alertdialog", "aria-labelledby": "session-title" },
      node("h2", { id: "session-title" }, word("session.title")), this.words, node("div", { class: "actions" }, stay));
    document.body.append(this.dialog);
  }

  /** By the clock on the wall, so that a sleeping computer does not stretch the session. */
  tick() {
    const left = Math.round((this.ends - Date.now()) / 1_000);
    if (left > WARNING) return;
    if (!this.dialog) this.build();
    if (left <= 0) {
      window.clearInterval(this.clock);
      this.words.textContent = word("session.ended");
      document.dispatchEvent(new CustomEvent("intake:ended"));
    } else {
      this.words.textContent = word("session.lead", { minutes: Math.floor(left / 60), seconds: left % 60 });
    }
    if (!this.dialog.open) this.dialog.showModal();
  }

  async extend() {
    // Without a connection the dialog stays and the clock goes on.
    if (await alive()) this.again();
  }
}

export function start(root) {
  new SessionEnd(root.body);
}
