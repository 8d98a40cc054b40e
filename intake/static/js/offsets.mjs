// Positions in text. The server counts code points over NFC text; the browser counts UTF-16 units. 😀 and rare Hanja differ.

/** How many code points `text` has. */
export const codePoints = (text) => {
  let count = 0;
  for (const point of text) count += point.length > 0 ? 1 : 0;
  return count;
};

/** The UTF-16 index of code point number `position` in `text`. */
export function unitIndex(text, position) {
  let index = 0;
  for (const point of text) {
    if (position <= 0) break;
    index += point.length;
    position -= 1;
  }
  return index;
}

/** `text` between code points `start` and `end`. */
export const slice = (text, start, end) => text.slice(unitIndex(text, start), unitIndex(text, end));

/** Take white space off both ends of a span; null if nothing is left. */
export function trimmed(text, start) {
  const left = text.length - text.trimStart().length;
  const kept = text.trim();
  if (!kept) return null;
  const first = start + codePoints(text.slice(0, left));
  return { start: first, end: first + codePoints(kept), quote: kept };
}
