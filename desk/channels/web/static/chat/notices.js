/* The two lines beside the log: how things stand, and what went wrong with what to do about it. */

/** An answer that comes at once needs no announcement. */
const GRACE = 400;

export class Notices {
  #status;
  #alert;
  #timer = 0;

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
    if (this.#status.dataset.state === "reconnecting") this.#say("", "");
  }

  /** A message has been taken; a machine prepares an answer at once, a person takes time. */
  awaitAnswer(fromPerson) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (fromPerson) this.#say("sent", "担当者に届きました。返事をお待ちください。");
      else this.#say("working", "回答を準備しています");
    }, GRACE);
  }

  /** The answer is there, or none is coming. */
  answered() {
    clearTimeout(this.#timer);
    this.#say("", "");
  }

  /** The connection is gone, and the panel keeps trying. */
  reconnecting() {
    this.#say("reconnecting", "接続し直しています。書いた内容は残ります。");
  }

  #say(state, text) {
    this.#status.dataset.state = state;
    this.#status.classList.toggle("chat__status--working", state === "working");
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}
