// Requests to our own server: JSON out, JSON back, the token in a header, and never along to a sign-in page.

export const token = () => document.body.dataset.csrf ?? "";

/**
 * POST `body` as JSON. Answers {status, data, retryAfter}; status 0 = no connection, 401 = signed out (also when the server
 * answers with a redirect, so that nothing said is posted to a sign-in page).
 */
export async function ask(url, body, { headers = {}, keepalive = false, signal } = {}) {
  let answer;
  try {
    answer = await fetch(url, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
      keepalive,
      signal,
      headers: { "Content-Type": "application/json", "Accept": "application/json", "X-CSRF-Token": token(), ...headers },
      body: JSON.stringify(body),
    });
  } catch (problem) {
    if (problem.name === "AbortError") throw problem;
    return { status: 0, data: {}, retryAfter: 0 };
  }
  if (answer.type === "opaqueredirect") return { status: 401, data: {}, retryAfter: 0 };
  let data = {};
  try {
    data = await answer.json();
  } catch {
    // An answer without JSON (a proxy's error page, say): the status is all there is to know.
  }
  return { status: answer.status, data, retryAfter: Number(answer.headers.get("Retry-After")) || 0 };
}

/** Read the page named by <body data-alive>, which keeps the session alive: its text, or "" if nobody is signed in. */
export async function alive() {
  try {
    const answer = await fetch(document.body.dataset.alive, { credentials: "same-origin", cache: "no-store" });
    const text = answer.ok ? await answer.text() : "";
    return text.includes("data-sign-out=") ? text : "";
  } catch {
    return "";
  }
}

/** After signing in again in another tab the token is a new one: take it over. True if there is a session. */
export async function renewToken() {
  const found = /data-csrf="([^"]+)"/.exec(await alive());
  if (!found) return false;
  document.body.dataset.csrf = found[1];
  for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = found[1];
  return true;
}
