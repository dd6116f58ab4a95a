/* The chat panel: connects what is written, what is sent and what is shown. */

import { Api, SessionLost, Unreachable } from "./api.js";
import { Composer, LONGEST } from "./composer.js";
import { Host } from "./host.js";
import { language, speak, tag, words } from "./languages.js";
import { Log } from "./log.js";
import { Notices } from "./notices.js";
import { Outbox } from "./outbox.js";
import { backoff, pause } from "./pause.js";
import { Store } from "./store.js";

/** Seconds that the server may hold a request for messages. */
const WAIT = 20;

/** Where the language of the conversation is remembered. */
const LANGUAGE = "desk.language";

/** Who is at the other end: bot, staff, or writing (staff who are writing just now). */
let partner = "bot";

const find = (name) => document.getElementById(name);
const store = new Store();
const api = new Api(store);
const notices = new Notices(find("status"), find("alert"));
const log = new Log(find("log"), ({ title, payload }) => choose(payload, title), switchLanguage);
const outbox = new Outbox(api, store, {
  delivered: (item, id) => {
    notices.reached();
    notices.awaitAnswer(partner !== "bot");
    log.markDelivered(item, id);
  },
  delayed: (item) => {
    log.markDelayed(item);
    notices.trouble("connection", words("まだ送れていません。通信の状態を確かめてください。つながりしだい自動で送ります。"));
  },
  refused: (item) => {
    log.drop(item);
    composer.restore(item.shown);
    const limit = LONGEST.toLocaleString("ja-JP");
    notices.trouble("text", words("送れませんでした。{limit}文字以内か確かめて、もう一度送ってください。", { limit }));
  },
  sessionLost: startAfresh,
});
const composer = new Composer(
  find("form"),
  (text) => say(text, text),
  (trouble) => notices.trouble("text", trouble),
  () => partner !== "bot" && api.writing(),
);
const host = new Host(focus);

function say(payload, shown) {
  log.addPending(outbox.add(payload, shown));
  outbox.flush();
}

/** The chosen button disappears with its group, so the focus goes where the person can go on. */
function choose(payload, title) {
  say(payload, title);
  focus();
}

/** Where to go on. On a touch screen the keyboard would hide what there is to read. */
function focus() {
  if (matchMedia("(pointer: coarse)").matches) find("title").focus({ preventScroll: true });
  else composer.focus();
}

/** The conversation is gone from the server: the next message begins another. */
function startAfresh(lost) {
  if (!api.forget(lost)) return;
  log.last = 0;
  notices.answered();
  notices.trouble("session", words("時間がたったため、新しい会話を始めます。前の内容が必要なときは、もう一度お知らせください。"));
}

function show({ messages, busy, partner: now }) {
  const replies = log.take(messages);
  const changed = now !== partner;
  meet(now);
  notices.reached();
  if (replies.length || (!messages.length && !busy && !changed)) notices.answered();
  host.addUnread(replies.length);
}

/** Show who is at the other end, and whether they are writing. */
function meet(now) {
  partner = now;
  notices.writing(now === "writing");
}

async function showHistory() {
  const { messages, busy, partner: now } = await api.read(0, 0);
  if (messages.length) log.takeHistory(messages);
  meet(now);
  if (busy) notices.awaitAnswer(false);
}

/** Ask for messages for as long as the panel lives; `step` is one request. */
async function listen() {
  let failures = 0;
  let step = api.hasSession ? showHistory : receive;
  for (;;) {
    try {
      await api.begun();
      await step();
      step = receive;
      failures = 0;
    } catch (failure) {
      failures += 1;
      await recover(failure, failures);
    }
  }
}

async function receive() {
  show(await api.read(log.last, WAIT, partner));
}

async function recover(failure, failures) {
  if (failure instanceof SessionLost) {
    startAfresh(failure);
  } else if (failure instanceof Unreachable) {
    if (failures > 1) notices.reconnecting();
    await pause(backoff(failures));
  } else {
    throw failure;
  }
}

/** The answers come in another language from now on. */
function switchLanguage() {
  store.set(LANGUAGE, language());
  showLanguage();
}

/** Say everything around the conversation in the language of the newest answer, and mark its button. */
function showLanguage() {
  document.documentElement.lang = tag(language());
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = words(element.dataset.words);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words(element.dataset.label));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language()));
  }
}

function start() {
  speak(store.get(LANGUAGE));
  showLanguage();
  find("languages").hidden = false;
  for (const button of document.querySelectorAll("[data-say]")) {
    button.addEventListener("click", () => choose(button.dataset.say, button.dataset.say));
  }
  find("choices").hidden = false;
  find("close").hidden = !host.framed;
  find("fleeting").hidden = store.lasting;
  find("close").addEventListener("click", () => host.close());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) host.close();
  });
  outbox.items.forEach((item) => log.addPending(item));
  outbox.flush();
  listen();
}

start();
