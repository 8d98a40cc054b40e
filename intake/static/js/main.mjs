// Loaded by every page: brings in the modules that the page asks for by its data attributes. Every page works without them.

const WANTED = {};

for (const [selector, file] of Object.entries(WANTED)) {
  if (document.querySelector(selector)) import(file).then((module) => module.start(document));
}
