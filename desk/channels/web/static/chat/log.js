/* The conversation as it is read: what was said, by whom, and what can be chosen next. */

import { cardsOf } from "./cards.js";
import { el, linked } from "./dom.js";
import { language, speak, tag, tagJapanese, tagOf, words } from "./languages.js";
import { sent } from "./words.js";

const SPEAKERS = { user: "あなた", bot: "自動応答", staff: "担当者" };
/** How near to its end the log must be for new messages to scroll it. */
const NEAR = 120;

export class Log {
  #element;
  #onChoice;
  #onLanguage;
  #pending = [];
  #seen = new Set();

  /** Id of the newest message shown. */
  last = 0;

  /** `onChoice({title, payload})` is called when a suggested answer is chosen, `onLanguage()` when answers come in another language. */
  constructor(element, onChoice, onLanguage) {
    this.#element = element;
    this.#onLanguage = onLanguage;
    this.#onChoice = onChoice;
  }

  /** Show messages of the server; gives those that the person has not written. */
  take(messages) {
    const follow = this.#atEnd();
    const fresh = messages.filter((message) => !this.#seen.has(message.id));
    const shown = fresh.map((message) => this.#show(message));
    if (follow) shown.find(Boolean)?.scrollIntoView({ block: "start" });
    return fresh.filter((message) => message.author !== "user");
  }

  /** Show earlier messages without having them read out one by one. */
  takeHistory(messages) {
    this.#element.setAttribute("aria-live", "off");
    this.take(messages);
    this.#element.lastElementChild.scrollIntoView({ block: "end", behavior: "instant" });
    requestAnimationFrame(() => this.#element.setAttribute("aria-live", "polite"));
  }

  /** Show a message that is on its way. */
  addPending(item) {
    const note = el("p", { class: "message__when" });
    const element = bubble("user", item.shown, note);
    this.#pending.push({ item, element, note });
    this.#clearChoices();
    this.#element.append(element);
    element.scrollIntoView({ block: "end" });
  }

  /** Say that a message could not be sent yet. */
  markDelayed(item) {
    const waiting = this.#pending.find((each) => each.item === item);
    if (!waiting) return;
    waiting.element.classList.add("message--waiting");
    waiting.note.textContent = words("送信を待っています");
  }

  /** The server has stored the message under this id. */
  markDelivered(item, id) {
    const waiting = this.#pending.find((each) => each.item === item);
    if (!waiting) return;
    if (this.#seen.has(id)) waiting.element.remove();
    else this.#settle(waiting, id, new Date().toISOString());
    this.#pending = this.#pending.filter((each) => each !== waiting);
  }

  /** Take back a message that was refused. */
  drop(item) {
    this.#pending.find((each) => each.item === item)?.element.remove();
    this.#pending = this.#pending.filter((each) => each.item !== item);
  }

  #show(message) {
    this.last = Math.max(this.last, message.id);
    if (message.author === "user" && this.#claim(message)) return null;
    this.#seen.add(message.id);
    if (message.author === "user") this.#clearChoices();
    const elements = this.#drawn(message);
    // What the server has comes before what is still on its way.
    const next = this.#pending[0]?.element ?? null;
    elements.forEach((element) => this.#element.insertBefore(element, next));
    return elements[0];
  }

  /** The server may tell of a message before it has confirmed it: then it is the oldest one on its way. */
  #claim(message) {
    const waiting = this.#pending.find((each) => each.item.shown === message.text);
    if (!waiting) return false;
    this.#settle(waiting, message.id, message.at);
    this.#pending = this.#pending.filter((each) => each !== waiting);
    return true;
  }

  #settle(waiting, id, at) {
    this.#seen.add(id);
    waiting.element.classList.remove("message--waiting");
    waiting.note.textContent = sent(at);
  }

  #drawn({ author, text, buttons, custom, at, language: answered }) {
    if (author === "bot") this.#switch(answered);
    const note = el("p", { class: "message__when" }, sent(at));
    const elements = [bubble(author, text, note), cardsOf(custom), this.#choices(buttons)];
    return elements.filter(Boolean).map(tagJapanese);
  }

  /** The panel speaks as the newest answer does. */
  #switch(answered) {
    if (answered === language()) return;
    speak(answered);
    this.#onLanguage();
  }

  #choices(buttons) {
    if (!buttons?.length) return null;
    const made = buttons.map((button) => {
      const element = el("button", { type: "button", class: "button button--quiet", lang: tagOf(button.title) }, button.title);
      element.addEventListener("click", () => this.#onChoice(button));
      return element;
    });
    return el("div", { class: "choices", role: "group", lang: tagOf(buttons[0].title), "aria-label": words("返事の候補") }, made);
  }

  /** Suggested answers belong to the question last asked. */
  #clearChoices() {
    this.#element.querySelectorAll(".choices").forEach((choices) => choices.remove());
  }

  #atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }
}

/** A text line by line, each in its own language: what the desk knows of programs is Japanese in every language. */
function lines(text) {
  if (language() !== "en") return linked(text);
  return text.split(/(?<=\n)/).map((line) => el("span", { lang: tagOf(line) }, linked(line)));
}

function bubble(author, text, note) {
  const hidden = author === "user" ? "message__who visually-hidden" : "message__who";
  return el(
    "div",
    { class: `message message--${author}`, lang: author === "bot" ? tag(language()) : tagOf(text) },
    el("p", { class: hidden }, words(SPEAKERS[author] ?? author)),
    text ? el("p", { class: "message__text" }, author === "user" ? text : lines(text)) : null,
    note,
  );
}
