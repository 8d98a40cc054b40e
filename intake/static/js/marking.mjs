// Choosing words in the source: by mouse, or by keys with a caret of our own, fills the span form.
//
// <div data-marking-source id="source" tabindex="0"> of <p data-start="0">text</p> (start: code points, NFC; nothing but the text inside)
// <form data-marking-form="source"> with [data-fill="start"], [data-fill="end"], [data-fill="quote"] and any [data-show="quote"]
// Emits "intake:marked" {start, end, quote} on the source. Keys in the source: arrows, Ctrl by word, Ctrl+Home and Ctrl+End, Shift extends; workbench.mjs moves the edges
// and emits "intake:nudged" {start, end} on the source, after which the form holds exactly these code points.

import { codePoints, trimmed } from "./offsets.mjs";
import { say, word } from "./words.mjs";

/** Code point position in the whole narrative of a DOM position inside `source`, or null if it is outside. */
function position(source, container, offset) {
  const element = container.nodeType === Node.TEXT_NODE ? container.parentElement : container;
  let paragraph = element.closest("[data-start]");
  const range = document.createRange();
  if (!paragraph || !source.contains(paragraph)) {
    // Between paragraphs (a triple click ends there): the end of the paragraph before.
    if (!source.contains(element)) return null;
    paragraph = [...source.querySelectorAll("[data-start]")].filter((one) => range.comparePoint === undefined || one.compareDocumentPosition(container.childNodes[offset] ?? container) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    if (!paragraph) return null;
    return Number(paragraph.dataset.start) + codePoints(paragraph.textContent);
  }
  range.setStart(paragraph, 0);
  range.setEnd(container, offset);
  return Number(paragraph.dataset.start) + codePoints(range.toString());
}

/** The text between two positions, read from the paragraphs (paragraphs are joined by what stands between them: a line break). */
function textBetween(source, start, end) {
  let text = "";
  let at = null;
  for (const paragraph of source.querySelectorAll("[data-start]")) {
    const from = Number(paragraph.dataset.start);
    const points = [...paragraph.textContent];
    if (from + points.length <= start || from >= end) continue;
    if (at !== null) text += "\n".repeat(Math.max(1, from - at));
    text += points.slice(Math.max(0, start - from), end - from).join("");
    at = from + points.length;
  }
  return text;
}

/** What is chosen in `source` now: {start, end, quote} trimmed of white space, or null. */
export function chosen(source) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = position(source, range.startContainer, range.startOffset);
  const end = position(source, range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  return trimmed(textBetween(source, start, end), start);
}

function fill(form, span) {
  for (const [name, value] of Object.entries(span)) {
    for (const field of form.querySelectorAll(`[data-fill="${name}"]`)) field.value = String(value);
    for (const place of form.querySelectorAll(`[data-show="${name}"]`)) place.textContent = String(value);
  }
}

class Caret {
  constructor(source) {
    this.source = source;
    this.mark = document.createElement("span");
    this.mark.className = "caret";
    this.mark.hidden = true;
    this.mark.setAttribute("aria-hidden", "true");
    // Outside the paragraphs, so that it is never part of the text that is counted.
    source.append(this.mark);
  }

  place() {
    const selection = document.getSelection();
    if (!selection.rangeCount || !this.source.contains(selection.focusNode)) {
      const text = document.createTreeWalker(this.source, NodeFilter.SHOW_TEXT).nextNode();
      if (text) selection.collapse(text, 0);
    }
  }

  draw() {
    const selection = document.getSelection();
    const shown = document.activeElement === this.source && selection.rangeCount > 0 && this.source.contains(selection.focusNode);
    this.mark.hidden = !shown;
    if (!shown) return;
    const range = document.createRange();
    range.setStart(selection.focusNode, selection.focusOffset);
    const box = range.getClientRects()[0] ?? selection.focusNode.parentElement.getBoundingClientRect();
    const frame = this.source.getBoundingClientRect();
    this.mark.style.height = `${box.height}px`;
    this.mark.style.transform = `translate(${box.left - frame.left}px, ${box.top - frame.top}px)`;
  }

  key(event) {
    const direction = { ArrowLeft: "backward", ArrowRight: "forward", ArrowUp: "backward", ArrowDown: "forward", Home: "backward", End: "forward" }[event.key];
    if (!direction || event.metaKey) return;
    event.preventDefault();
    this.place();
    const vertical = event.key === "ArrowUp" || event.key === "ArrowDown";
    const edge = event.key === "Home" || event.key === "End";
    const unit = vertical ? (event.ctrlKey ? "paragraph" : "line") : edge ? "lineboundary" : event.ctrlKey ? "word" : "character";
    const selection = document.getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const shown = [...this.source.querySelectorAll("[data-start]")].filter((one) => one.checkVisibility({ contentVisibilityAuto: true }));
    const at = shown.indexOf(this.paragraph(focusNode));
    if (edge && event.ctrlKey) this.goTo(direction === "backward" ? shown[0] : shown.at(-1), direction === "forward", event.shiftKey);
    else if (vertical && event.ctrlKey && direction === "forward") this.goTo(shown[at + 1], false, event.shiftKey);
    else if (vertical && event.ctrlKey && focusOffset === 0) this.goTo(shown[at - 1], false, event.shiftKey);
    else selection.modify(event.shiftKey ? "extend" : "move", direction, unit);
    if (!this.paragraph(selection.focusNode)) {
      // What stands between two paragraphs (the line over a folded one) or beyond them is not the text.
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
      this.goTo(shown[direction === "forward" ? at + 1 : at - 1], direction === "backward", event.shiftKey);
    }
    this.draw();
  }

  paragraph(here) {
    const found = (here?.nodeType === Node.TEXT_NODE ? here.parentElement : here)?.closest("[data-start]");
    return found && this.source.contains(found) ? found : null;
  }

  goTo(paragraph, atEnd, extend) {
    if (!paragraph) return;
    const selection = document.getSelection();
    const offset = atEnd ? paragraph.childNodes.length : 0;
    if (extend) selection.extend(paragraph, offset);
    else selection.collapse(paragraph, offset);
  }
}

function attach(source, form) {
  const caret = new Caret(source);
  for (const part of form?.querySelectorAll(".span-fields") ?? []) part.dataset.filled = "";
  const take = () => {
    const span = chosen(source);
    if (!span) return;
    if (form) fill(form, span);
    say(word("marking.chosen", { quote: span.quote }));
    source.dispatchEvent(new CustomEvent("intake:marked", { detail: span, bubbles: true }));
  };
  source.addEventListener("intake:nudged", (event) => {
    const { start, end } = event.detail;
    if (form) fill(form, { start, end, quote: textBetween(source, start, end) });
    say(word("marking.chosen", { quote: textBetween(source, start, end) }));
  });
  source.addEventListener("keydown", (event) => caret.key(event));
  source.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") take(); });
  source.addEventListener("focus", () => { caret.place(); caret.draw(); });
  source.addEventListener("blur", () => caret.draw());
  document.addEventListener("selectionchange", () => caret.draw());
  // The button may be let go outside the text.
  document.addEventListener("pointerup", () => window.setTimeout(take, 0));
  form?.addEventListener("submit", (event) => {
    const end = form.querySelector('[data-fill="end"]');
    if (end && !end.value) { event.preventDefault(); say(word("marking.none")); source.focus(); }
  });
}

export function start(root) {
  for (const source of root.querySelectorAll("[data-marking-source]")) {
    attach(source, root.querySelector(`form[data-marking-form="${CSS.escape(source.id)}"]`));
  }
}
