// Loaded by every page: brings in the modules the page asks for by its data attributes. Every page works without them.

const WANTED = {
  "body": ["./page.mjs", "./shortcuts.mjs"],
  "body[data-sign-out]": ["./quickhide.mjs"],
  "body[data-session-ends-in]": ["./sessionend.mjs"],
  "[data-repeat]": ["./repeat.mjs"],
  "[data-combobox]": ["./combobox.mjs"],
  "form[data-autosave]": ["./autosave.mjs"],
  "[data-hints]": ["./hints.mjs"],
  "[data-marking-source]": ["./marking.mjs"],
};

const files = Object.entries(WANTED).flatMap(([selector, names]) => (document.querySelector(selector) ? names : []));
const begun = await Promise.allSettled(files.map(async (file) => (await import(file)).start(document)));
for (const { reason } of begun) if (reason) reportError(reason);

// Tests wait for this, which is when a page's own modules listen, too; nothing else depends on it.
if (document.readyState !== "complete") await new Promise((done) => { window.addEventListener("load", done, { once: true }); });
document.documentElement.dataset.ready = "";
