/* The page that embeds the panel: it opens and closes the frame and shows how much is unread. It learns nothing else. */

export class Host {
  #origin = null;
  #unread = 0;
  /** Whether the person sees the panel; one that stands alone is always seen. */
  open = window.parent === window;

  /** `onOpen()` is called when the person opens the panel. */
  constructor(onOpen) {
    if (this.open) return;
    addEventListener("message", (event) => this.#hear(event, onOpen));
    window.parent.postMessage({ desk: "ready" }, "*");
  }

  get framed() {
    return window.parent !== window;
  }

  /** Ask to be closed. */
  close() {
    this.#tell({ desk: "close" });
  }

  /** Messages have come that the person may not have seen. */
  addUnread(count) {
    if (this.open || !count) return;
    this.#unread += count;
    this.#tell({ desk: "unread", count: this.#unread });
  }

  #hear({ source, origin, data }, onOpen) {
    if (source !== window.parent) return;
    this.#origin = origin;
    this.open = data.desk === "open";
    if (!this.open) return;
    this.#unread = 0;
    if (data.focus) onOpen();
  }

  #tell(message) {
    if (this.#origin) window.parent.postMessage(message, this.#origin);
  }
}
