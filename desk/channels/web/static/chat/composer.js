/* Where the person writes. */

import { words } from "./languages.js";

/** The server takes no longer message; counted in characters as people count them. */
export const LONGEST = 3000;

/** Milliseconds between two tellings that the person is writing; the desk shows each for a little longer. */
const TELL_EVERY = 3000;

/** keyCode of a key that an input method has taken; Safari reports the confirming Enter only so. */
const TAKEN_BY_INPUT_METHOD = 229;

export class Composer {
  #form;
  #text;
  #onSubmit;
  #onTrouble;
  #onWriting;
  #told = -TELL_EVERY;

  constructor(form, onSubmit, onTrouble, onWriting) {
    this.#form = form;
    this.#text = form.elements.text;
    this.#onSubmit = onSubmit;
    this.#onTrouble = onTrouble;
    this.#onWriting = onWriting;
    form.addEventListener("submit", (event) => this.#submit(event));
    this.#text.addEventListener("keydown", (event) => this.#pressed(event));
    this.#text.addEventListener("input", () => this.#written());
    form.hidden = false;
  }

  focus() {
    this.#text.focus();
  }

  /** Put a text back, unless something else has been written meanwhile. */
  restore(text) {
    if (!this.#text.value) this.#text.value = text;
  }

  #pressed(event) {
    const composing = event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#text.value.trim();
    this.focus();
    if (!text || !this.#check()) return;
    this.#text.value = "";
    this.#told = -TELL_EVERY;
    this.#onSubmit(text);
  }

  #written() {
    this.#check();
    if (!this.#text.value.trim() || performance.now() - this.#told < TELL_EVERY) return;
    this.#told = performance.now();
    this.#onWriting();
  }

  #check() {
    const over = [...this.#text.value.trim()].length - LONGEST;
    this.#text.setAttribute("aria-invalid", String(over > 0));
    const limit = LONGEST.toLocaleString("ja-JP");
    const tooLong = "一度に送れるのは{limit}文字までです。あと{over}文字減らすか、分けて送ってください。";
    this.#onTrouble(over > 0 ? words(tooLong, { limit, over: over.toLocaleString("ja-JP") }) : "");
    return over <= 0;
  }
}
