// The words a module shows, taken from <template id="words"> in base.html so that they go through gettext.

/** The sentence called `name`, with {placeholders} filled in. */
export function word(name, values = {}) {
  const found = document.getElementById("words")?.content.querySelector(`[data-word="${name}"]`);
  const sentence = found ? found.textContent.trim() : name;
  return sentence.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

/** Say something to people who listen instead of looking; one polite region for the whole page. */
export function say(sentence) {
  const region = document.getElementById("status");
  if (!region) return;
  region.textContent = "";
  window.setTimeout(() => { region.textContent = sentence; }, 50);
}

/** Build an element: node("p", {class: "hint"}, "text", child, …). No markup is ever parsed. */
export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}
