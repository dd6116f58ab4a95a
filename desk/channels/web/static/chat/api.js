/* The desk's chat API: a session, messages in, messages out. */

const TOKEN = "desk.token";
/** Longer than the server holds a request open. */
const PATIENCE = 35_000;

/** The server could not be reached or is overloaded: worth another attempt. */
export class Unreachable extends Error {}

/** The server no longer knows the conversation of this token. */
export class SessionLost extends Error {
  constructor(token) {
    super();
    this.token = token;
  }
}

/** The server refuses this very request: another attempt would be refused as well. */
export class Refused extends Error {}

export class Api {
  #store;
  #begun;
  #tell;

  constructor(store) {
    this.#store = store;
    this.#begun = new Promise((resolve) => (this.#tell = resolve));
    if (this.hasSession) this.#tell();
  }

  get hasSession() {
    return this.#store.get(TOKEN) !== null;
  }

  /** Resolves once there is a session. None is made before the person says something. */
  begun() {
    return this.#begun;
  }

  /** Forget a lost session, so that the next message begins another. False when that has happened already. */
  forget({ token }) {
    if (this.#store.get(TOKEN) !== token) return false;
    this.#store.remove(TOKEN);
    this.#begun = new Promise((resolve) => (this.#tell = resolve));
    return true;
  }

  /** Say something; the same `clientId` counts once, however often it is sent. Gives `{id}`. */
  async say(text, clientId) {
    if (!this.hasSession) await this.#begin();
    return this.#call("POST", "/chat/messages", { text, client_id: clientId });
  }

  /** What was said after message `after`, waiting up to `wait` seconds for it: `{messages, busy}`. */
  read(after, wait) {
    return this.#call("GET", `/chat/messages?after=${after}&wait=${wait}`);
  }

  async #begin() {
    const { token } = await this.#call("POST", "/chat/sessions");
    this.#store.set(TOKEN, token);
    this.#tell();
  }

  async #call(method, path, body) {
    const token = this.#store.get(TOKEN);
    const response = await send(method, path, token, body);
    if (response.status === 401) throw new SessionLost(token);
    if (response.status === 429 || response.status >= 500) throw new Unreachable(response.status);
    if (!response.ok) throw new Refused(response.status);
    return response.json();
  }
}

async function send(method, path, token, body) {
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    return await fetch(path, { method, headers, body: body && JSON.stringify(body), signal, cache: "no-store" });
  } catch (failure) {
    throw new Unreachable(failure.name);
  }
}
