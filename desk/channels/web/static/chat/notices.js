/* The two lines beside the log: how things stand, and what went wrong with what to do about it. */

import { words } from "./languages.js";

/** An answer that comes at once needs no announcement. */
const GRACE = 400;

export class Notices {
  #status;
  #alert;
  #timer = 0;
  #writing = false;

  constructor(status, alert) {
    this.#status = status;
    this.#alert = alert;
  }

  /** Something of this kind (text, session, connection) went wrong; without a text it is over. */
  trouble(kind, text = "") {
    if (!text && this.#alert.dataset.kind !== kind) return;
    this.#alert.dataset.kind = kind;
    if (this.#alert.textContent !== text) this.#alert.textContent = text;
  }

  /** The server answers: what was wrong with the connection is over. */
  reached() {
    this.trouble("connection");
    if (this.#state === "reconnecting") this.#rest();
  }

  /** A message has been taken; a machine prepares an answer at once, a person takes time. */
  awaitAnswer(fromPerson) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (fromPerson) this.#say("sent", words("担当者に届きました。返事をお待ちください。"));
      else this.#say("working", words("回答を準備しています"));
    }, GRACE);
  }

  /** The answer is there, or none is coming; somebody may be writing the next. */
  answered() {
    clearTimeout(this.#timer);
    this.#rest();
  }

  /** A member of staff begins or stops writing; said between other things, never over a lost connection. */
  writing(begun) {
    this.#writing = begun;
    if (begun ? this.#state !== "reconnecting" : this.#state === "writing") this.#rest();
  }

  /** The connection is gone, and the panel keeps trying. */
  reconnecting() {
    this.#say("reconnecting", words("接続し直しています。書いた内容は残ります。"));
  }

  get #state() {
    return this.#status.dataset.state;
  }

  /** What is to be said when nothing else is. */
  #rest() {
    if (this.#writing) this.#say("writing", words("担当者が入力しています"));
    else this.#say("", "");
  }

  #say(state, text) {
    this.#status.dataset.state = state;
    this.#status.classList.toggle("chat__status--working", state === "working");
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}
