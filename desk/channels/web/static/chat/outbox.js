/* Messages on their way out: kept until the server has stored them, sent one after the other, each counted once. */

import { Refused, SessionLost, Unreachable } from "./api.js";
import { backoff, pause } from "./pause.js";

const KEPT = "desk.outbox";

/** An item is `{clientId, payload, shown}`: what is sent, and what the person sees of it. */
export class Outbox {
  #api;
  #store;
  #on;
  #items;
  #running = false;

  /** `on` holds what is called: delivered(item, id), delayed(item), refused(item), sessionLost(failure). */
  constructor(api, store, on) {
    this.#api = api;
    this.#store = store;
    this.#on = on;
    this.#items = store.get(KEPT) ?? [];
  }

  /** What still waits, oldest first. */
  get items() {
    return [...this.#items];
  }

  /** Take a message on; it goes out as soon as it can. */
  add(payload, shown) {
    const item = { clientId: newId(), payload, shown };
    this.#items.push(item);
    this.#keep();
    return item;
  }

  /** Send what waits; returns at once when that is happening already. */
  async flush() {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#items.length) await this.#deliver(this.#items[0]);
    } finally {
      this.#running = false;
    }
  }

  async #deliver(item) {
    for (let failures = 1; ; failures += 1) {
      try {
        const { id } = await this.#api.say(item.payload, item.clientId);
        this.#done(item);
        return this.#on.delivered(item, id);
      } catch (failure) {
        if (failure instanceof Refused) {
          this.#done(item);
          return this.#on.refused(item);
        }
        await this.#recover(failure, item, failures);
      }
    }
  }

  async #recover(failure, item, failures) {
    if (failure instanceof SessionLost) {
      // A button of the lost conversation means nothing in the next one; its title does.
      item.payload = item.shown;
      this.#on.sessionLost(failure);
    } else if (failure instanceof Unreachable) {
      this.#on.delayed(item);
    } else {
      throw failure;
    }
    await pause(backoff(failures));
  }

  #done(item) {
    this.#items = this.#items.filter((other) => other !== item);
    this.#keep();
  }

  #keep() {
    this.#store.set(KEPT, this.#items);
  }
}

/** 128 random bits; `crypto.randomUUID` exists on secure pages only. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
