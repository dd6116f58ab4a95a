/* Where the person writes. */

/** The server takes no longer message; counted in characters as people count them. */
export const LONGEST = 3000;

/** keyCode of a key that an input method has taken; Safari reports the confirming Enter only so. */
const TAKEN_BY_INPUT_METHOD = 229;

export class Composer {
  #form;
  #text;
  #onSubmit;
  #onTrouble;

  constructor(form, onSubmit, onTrouble) {
    this.#form = form;
    this.#text = form.elements.text;
    this.#onSubmit = onSubmit;
    this.#onTrouble = onTrouble;
    form.addEventListener("submit", (event) => this.#submit(event));
    this.#text.addEventListener("keydown", (event) => this.#pressed(event));
    this.#text.addEventListener("input", () => this.#check());
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
    this.#onSubmit(text);
  }

  #check() {
    const over = [...this.#text.value.trim()].length - LONGEST;
    this.#text.setAttribute("aria-invalid", String(over > 0));
    const limit = LONGEST.toLocaleString("ja-JP");
    this.#onTrouble(over > 0 ? `一度に送れるのは${limit}文字までです。あと${over.toLocaleString("ja-JP")}文字減らすか、分けて送ってください。` : "");
    return over <= 0;
  }
}
