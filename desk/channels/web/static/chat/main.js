/* The chat panel: connects what is written, what is sent and what is shown. */

import { Api, SessionLost, Unreachable } from "./api.js";
import { Composer, LONGEST } from "./composer.js";
import { Host } from "./host.js";
import { Log } from "./log.js";
import { Notices } from "./notices.js";
import { Outbox } from "./outbox.js";
import { backoff, pause } from "./pause.js";
import { Store } from "./store.js";

/** Seconds that the server may hold a request for messages. */
const WAIT = 20;

const find = (name) => document.getElementById(name);
const store = new Store();
const api = new Api(store);
const notices = new Notices(find("status"), find("alert"));
const log = new Log(find("log"), ({ title, payload }) => choose(payload, title));
const outbox = new Outbox(api, store, {
  delivered: (item, id) => {
    notices.reached();
    notices.awaitAnswer(log.partner === "staff");
    log.markDelivered(item, id);
  },
  delayed: (item) => {
    log.markDelayed(item);
    notices.trouble("connection", "まだ送れていません。通信の状態を確かめてください。つながりしだい自動で送ります。");
  },
  refused: (item) => {
    log.drop(item);
    composer.restore(item.shown);
    notices.trouble("text", `送れませんでした。${LONGEST.toLocaleString("ja-JP")}文字以内か確かめて、もう一度送ってください。`);
  },
  sessionLost: startAfresh,
});
const composer = new Composer(find("form"), (text) => say(text, text), (trouble) => notices.trouble("text", trouble));
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
  notices.trouble("session", "時間がたったため、新しい会話を始めます。前の内容が必要なときは、もう一度お知らせください。");
}

function show({ messages, busy }) {
  const replies = log.take(messages);
  notices.reached();
  if (replies.length || (!messages.length && !busy)) notices.answered();
  host.addUnread(replies.length);
}

async function showHistory() {
  const { messages, busy } = await api.read(0, 0);
  if (messages.length) log.takeHistory(messages);
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
  show(await api.read(log.last, WAIT));
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

function start() {
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
