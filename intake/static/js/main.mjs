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

for (const [selector, files] of Object.entries(WANTED)) {
  if (document.querySelector(selector)) {
    for (const file of files) import(file).then((module) => module.start(document));
  }
}
