// One shape for names typed in different ways: 로동자 = 노동자, HUNCHUN = hunchun, half-typed 훈ㅊ fits 훈춘, 도강 증 = 도강증.

const R = "\u1105";
const N = "\u1102";
const SILENT = "\u110b";
const BEFORE_Y = "[\u1163\u1167\u1168\u116d\u1172\u1175]"; // ㅑ ㅕ ㅖ ㅛ ㅠ ㅣ

/** Decomposed letters, lower case, no marks or spaces, and the South's spelling of a first ㄹ or ㄴ. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .replace(new RegExp(`(^|[^\\u1100-\\u11ff])[${R}${N}](?=${BEFORE_Y})`, "g"), `$1${SILENT}`)
    .replace(new RegExp(`(^|[^\\u1100-\\u11ff])${R}`, "g"), `$1${N}`)
    .replace(/[^\p{L}\p{N}]/gu, "");
}
