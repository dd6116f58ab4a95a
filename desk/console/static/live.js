/*
Keeps a page of the console fresh by asking for it again, and warns before the login runs out. While the page is seen, the
desk holds each request open until something has changed; a page that is not seen asks now and then and holds nothing.

Parts with `data-live` and an id are compared with the same parts of the fresh page. Children of a part with `data-merge`
are known by `data-key` and stay in place when nothing changed, so that focus, selection and screen readers are not
disturbed. Everything works without this script, too: by loading the page again.
*/

/** Seconds that the desk may hold a request. */
const HOLD = 20;
/** Milliseconds between two requests; the first lets changes that belong together arrive together. */
const PAUSE = 150;
const PAUSE_WHILE_HIDDEN = 10_000;
const PAUSE_AFTER_FAILURE = 2000;
const WARN_AT_SECONDS = 300;
/** Writing counts as being here, told at most this often. */
const STAY_EVERY = 60_000;

const find = (id) => document.getElementById(id);
const address = document.body.dataset.watch;
let stamp = null;
let line = new AbortController();
let wake = () => {};
let stayed = Date.now();

/** Make `old` look like `fresh`; gives the element that stands in the page afterwards. */
function merge(old, fresh) {
  if (old.isEqualNode(fresh)) return old;
  if (!("merge" in old.dataset)) {
    old.replaceWith(fresh);
    return fresh;
  }
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  const kept = new Map([...old.children].map((child) => [child.dataset.key, child]));
  const wanted = [...fresh.children].map((child) => {
    const known = kept.get(child.dataset.key);
    return known ? merge(known, child) : child;
  });
  for (const child of [...old.children]) if (!wanted.includes(child)) child.remove();
  wanted.forEach((child, place) => {
    if (old.children[place] !== child) old.insertBefore(child, old.children[place] ?? null);
  });
  return old;
}

/** The link or button that had the focus may have been replaced by its successor. */
function keepingFocus(change) {
  const focused = document.activeElement;
  change();
  if (focused.isConnected || !focused.hasAttribute("href")) return;
  const same = [...document.querySelectorAll("a[href]")].find((link) => link.getAttribute("href") === focused.getAttribute("href"));
  same?.focus();
}

function takeIn(page) {
  const newest = find("baskets")?.dataset.newest;
  const unread = Number(find("bell").dataset.unread);
  keepingFocus(() => {
    for (const fresh of page.querySelectorAll("[data-live]")) {
      const old = find(fresh.id);
      const atEnd = old.scrollHeight - old.scrollTop - old.clientHeight < 60;
      const now = merge(old, fresh);
      if (atEnd) now.scrollTop = now.scrollHeight;
    }
  });
  document.title = page.title;
  const latest = page.getElementById("baskets")?.dataset.newest ?? find("baskets")?.dataset.newest;
  if (latest && latest !== newest) announce(`新しい相談が届きました（${latest}）。`);
  else if (Number(find("bell").dataset.unread) > unread) announce("新しいお知らせがあります。");
}

function announce(text) {
  find("announce").textContent = text;
}

function lost(text) {
  if (find("lost").textContent !== text) find("lost").textContent = text;
  find("lost").hidden = !text;
}

function warn(secondsLeft) {
  find("expiry").hidden = secondsLeft > WARN_AT_SECONDS;
}

/** Ask once. False when there is no use in asking again. */
async function ask() {
  const hold = stamp && !document.hidden ? HOLD : 0;
  const headers = { "X-Watching": String(hold), ...(stamp && { "If-None-Match": stamp }) };
  line = new AbortController();
  const response = await fetch(address, { headers, cache: "no-store", signal: line.signal });
  if (response.status === 401) {
    find("expiry").hidden = true;
    lost("ログインの期限が切れました。書きかけの内容を写してから、画面を開き直してください。");
    return false;
  }
  lost("");
  warn(Number(response.headers.get("X-Session-Left") ?? Infinity));
  if (response.status !== 200) return true;
  stamp = response.headers.get("ETag");
  takeIn(new DOMParser().parseFromString(await response.text(), "text/html"));
  return true;
}

function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

async function watch() {
  for (;;) {
    let rest = document.hidden ? PAUSE_WHILE_HIDDEN : PAUSE;
    try {
      if (!(await ask())) return;
    } catch (failure) {
      if (failure.name === "AbortError") continue;
      if (!(failure instanceof TypeError)) throw failure;
      lost("接続が切れています。つながりしだい、この画面は新しくなります。");
      rest = Math.max(rest, PAUSE_AFTER_FAILURE);
    }
    await pause(rest);
  }
}

async function stay() {
  stayed = Date.now();
  const response = await fetch("/console/stay", { headers: { "X-Watching": "1" }, cache: "no-store" });
  if (response.ok) warn(Infinity);
}

find("stay").addEventListener("click", () => {
  stay();
  find("main").focus();
});
document.addEventListener("input", () => {
  if (Date.now() - stayed > STAY_EVERY) stay();
});
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", () => (form.querySelector("[type=submit]").disabled = true));
}
const talk = find("talk");
if (talk) talk.scrollTop = talk.scrollHeight;
// A page out of sight gives its connection back: a browser has few of them for one site.
document.addEventListener("visibilitychange", () => {
  line.abort();
  wake();
});
addEventListener("pagehide", () => line.abort());
watch();
