// Shift three times: the page is blank at once, what was typed is sent, the session ends, and nothing is left to go back to.
//
// <body data-sign-out="/account/sign_out" data-csrf="…">

import { token } from "./ask.mjs";

const WITHIN = 1_500;
const SAVING = 1_500;
let presses = [];

export async function hide() {
  document.documentElement.classList.add("hidden-away");
  document.title = " ";
  const waitFor = [];
  document.dispatchEvent(new CustomEvent("intake:save", { detail: { waitFor } }));
  await Promise.race([Promise.allSettled(waitFor), new Promise((done) => { window.setTimeout(done, waitFor.length ? SAVING : 0); })]);
  document.dispatchEvent(new CustomEvent("intake:leaving"));
  const url = document.body.dataset.signOut;
  const body = new URLSearchParams({ csrf_token: token() });
  document.body.replaceChildren();
  try {
    await fetch(url, { method: "POST", credentials: "same-origin", redirect: "manual", keepalive: true, body, headers: { "X-CSRF-Token": token() } });
  } finally {
    window.location.replace("about:blank");
  }
}

export function start(root) {
  root.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") { presses = []; return; }
    const now = Date.now();
    presses = [...presses.filter((time) => now - time < WITHIN), now];
    if (presses.length >= 3) { presses = []; hide(); }
  });
}
