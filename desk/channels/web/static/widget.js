/*
The launcher: a website embeds the chat with <script src="https://…/widget.js" async></script>.

It adds one button and a frame, both in a shadow root, so that neither site nor chat touches the other's style. The
site's own policy needs script-src and frame-src for the desk's address, nothing inline. A link with data-desk-chat in
the page opens the panel, too.
*/
(() => {
  "use strict";

  const ORIGIN = new URL(document.currentScript.src).origin;
  const NAME = "チャットで相談する";
  /** Whether the panel is open, kept while the person moves through the site. */
  const KEPT = "desk.panel";
  const FULL_SCREEN = matchMedia("(max-width: 480px), (max-height: 480px)");

  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    button {
      position: fixed; inset-block-end: 16px; inset-inline-end: 16px; z-index: 2147483000;
      display: flex; align-items: center; gap: 8px;
      min-width: 44px; min-height: max(56px, 3.25rem); padding: 8px 22px;
      border: 2px solid #fff; border-radius: 100px;
      background: #0017c1; color: #fff; box-shadow: 0 2px 12px 2px rgba(0, 0, 0, .1), 0 1px 6px rgba(0, 0, 0, .3);
      font: 700 max(16px, 1rem)/1.4 "Noto Sans JP", -apple-system, BlinkMacSystemFont, sans-serif; cursor: pointer;
    }
    button:hover { background: #000071; text-decoration: underline; }
    :focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
    svg { width: 24px; height: 24px; flex: none; }
    .badge {
      display: grid; place-items: center; min-width: 28px; height: 28px; padding: 0 6px; border-radius: 100px;
      background: #fff; color: #a90000; font-size: 16px; line-height: 1;
    }
    iframe {
      position: fixed; inset-block-end: 88px; inset-inline-end: 16px; z-index: 2147483001;
      width: min(27rem, calc(100vw - 32px)); height: min(46rem, calc(100vh - 112px));
      border: 1px solid #666; border-radius: 12px; background: #fff; box-shadow: 0 6px 20px 4px rgba(0, 0, 0, .2);
    }
    [hidden] { display: none; }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (max-width: 480px), (max-height: 480px) {
      iframe { inset: 0; width: 100vw; height: 100vh; height: 100dvh; border: 0; border-radius: 0; }
    }
    @media (forced-colors: active) { button, .badge { border: 2px solid ButtonText; } }
    @media print { button, iframe { display: none; } }
  `;

  let unread = 0;
  let frame = null;
  /** Whether the panel's own script listens yet, and whether it is to take the focus when it does. */
  let ready = false;
  let focusOnArrival = false;

  const place = document.createElement("aside");
  place.setAttribute("aria-label", "相談チャット");
  const root = place.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const button = make("button", { type: "button", "aria-expanded": "false" });
  const label = make("span");
  const badge = make("span", { class: "badge", "aria-hidden": "true" });
  const said = make("div", { class: "said", role: "status" });
  button.append(icon(), label, badge);
  root.append(button, said);

  function make(tag, attributes = {}) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  }

  function icon() {
    const [svg, path] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("fill", "currentColor");
    path.setAttribute("d", "M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V5c0-1.1.9-2 2-2Zm3 5v2h10V8H7Zm0 4v2h7v-2H7Z");
    svg.append(path);
    return svg;
  }

  function isOpen() {
    return frame !== null && !frame.hidden;
  }

  /** Make the frame on first use, so that a page nobody chats on loads nothing more. */
  function load() {
    frame = make("iframe", { src: `${ORIGIN}/chat`, title: "相談チャット" });
    root.append(frame);
  }

  function open() {
    if (frame === null) load();
    frame.hidden = false;
    unread = 0;
    changed(true);
    frame.focus();
  }

  function hide() {
    frame.hidden = true;
    changed(false);
  }

  function close() {
    hide();
    button.focus();
  }

  function changed(focus) {
    keep(isOpen() ? "open" : "closed");
    refresh();
    focusOnArrival = focus;
    if (ready) tell(focus);
  }

  function tell(focus) {
    frame.contentWindow.postMessage({ desk: isOpen() ? "open" : "closed", focus }, ORIGIN);
  }

  function arrived() {
    ready = true;
    tell(focusOnArrival);
  }

  function refresh() {
    const name = isOpen() ? "チャットを閉じる" : NAME;
    label.textContent = name;
    badge.hidden = !unread;
    badge.textContent = unread > 99 ? "99+" : String(unread);
    button.setAttribute("aria-expanded", String(isOpen()));
    button.setAttribute("aria-label", unread ? `${name}（新しいメッセージ ${unread}件）` : name);
    said.textContent = unread ? `相談チャットに新しいメッセージが${unread}件あります。` : "";
  }

  /** Storage may be forbidden; then every page starts with a closed panel. */
  function keep(state) {
    try {
      sessionStorage.setItem(KEPT, state);
    } catch {
      return;
    }
  }

  function kept() {
    try {
      return sessionStorage.getItem(KEPT);
    } catch {
      return null;
    }
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (frame === null || source !== frame.contentWindow || origin !== ORIGIN) return;
    if (data.desk === "ready") arrived();
    if (data.desk === "close" && isOpen()) close();
    if (data.desk === "unread" && !isOpen()) {
      unread = data.count;
      refresh();
    }
  });

  button.addEventListener("click", () => (isOpen() ? close() : open()));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) close();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-desk-chat]")) return;
    event.preventDefault();
    open();
  });
  // A panel that fills the screen would hide what is focused behind it.
  document.addEventListener("focusin", (event) => {
    if (FULL_SCREEN.matches && isOpen() && event.target !== place) hide();
  });

  function start() {
    refresh();
    document.body.append(place);
    const before = kept();
    if (before === null) return;
    load();
    frame.hidden = before !== "open";
    refresh();
  }

  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
