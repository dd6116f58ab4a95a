/* What the panel remembers until its tab is closed. Nothing is left on a shared computer. */

/** `sessionStorage`, or plain memory where the browser forbids it inside a frame. Values are JSON. */
export class Store {
  #memory = new Map();

  /** Whether what is kept outlives a change of page. */
  get lasting() {
    return this.#tab() !== null;
  }

  get(key) {
    const written = this.#tab()?.getItem(key) ?? this.#memory.get(key) ?? null;
    return written === null ? null : JSON.parse(written);
  }

  set(key, value) {
    this.#memory.set(key, JSON.stringify(value));
    this.#tab()?.setItem(key, JSON.stringify(value));
  }

  remove(key) {
    this.#memory.delete(key);
    this.#tab()?.removeItem(key);
  }

  #tab() {
    try {
      return window.sessionStorage;
    } catch {
      return null;
    }
  }
}
