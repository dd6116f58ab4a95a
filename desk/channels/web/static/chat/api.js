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
  /** Ends the request for messages that is held open. */
  #hangUp = () => {};

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
    this.#hangUp();
    this.#begun = new Promise((resolve) => (this.#tell = resolve));
    return true;
  }

  /** Say something; the same `clientId` counts once, however often it is sent. Gives `{id}`. */
  async say(text, clientId) {
    if (!this.hasSession) await this.#begin();
    return this.#call("POST", "/chat/messages", { text, client_id: clientId });
  }

  /**
   * What was said after message `after`, waiting up to `wait` seconds for it: `{messages, busy, partner}`.
   * Answers earlier when somebody else than `partner` is at the other end, or begins or stops writing.
   */
  read(after, wait, partner) {
    const line = new AbortController();
    this.#hangUp = () => line.abort();
    const shown = partner ? `&partner=${partner}` : "";
    return this.#call("GET", `/chat/messages?after=${after}&wait=${wait}${shown}`, undefined, line);
  }

  /** The person is writing: that they do, not what. Nothing is lost when it does not arrive. */
  async writing() {
    if (!this.hasSession) return;
    await send("POST", "/chat/typing", this.#store.get(TOKEN), undefined, new AbortController()).catch(() => {});
  }

  async #begin() {
    const { token } = await this.#call("POST", "/chat/sessions");
    this.#store.set(TOKEN, token);
    this.#tell();
  }

  async #call(method, path, body, line = new AbortController()) {
    const token = this.#store.get(TOKEN);
    const { status, answer } = await send(method, path, token, body, line);
    if (status === 401) throw new SessionLost(token);
    if (status === 429 || status >= 500) throw new Unreachable(status);
    if (answer === null) throw new Refused(status);
    return answer;
  }
}

/** One request: its status, and the JSON it was answered with when all is well. Whatever cuts it off is `Unreachable`. */
async function send(method, path, token, body, line) {
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const timer = setTimeout(() => line.abort(), PATIENCE);
  const options = { method, headers, body: body && JSON.stringify(body), signal: line.signal, cache: "no-store" };
  try {
    const response = await fetch(path, options);
    const told = response.ok && response.status !== 204;
    return { status: response.status, answer: told ? await response.json() : null };
  } catch (failure) {
    throw new Unreachable(failure.name);
  } finally {
    clearTimeout(timer);
  }
}
