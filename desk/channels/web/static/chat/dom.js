/* Making elements. Text only ever enters as text nodes: nothing a person or a program says is read as HTML. */

import { words } from "./languages.js";

const ADDRESS = /(https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+)/;

/** An element with attributes (null and false are left out) and children: nodes, strings, lists of them, or null for nothing. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
  return element;
}

/** A link that opens in a new tab and says so, and to what; the bare text when the address is not one of the web. */
export function link(address, text, about = "") {
  if (!isWebAddress(address)) return text;
  const attributes = { class: "link", href: address, target: "_blank", rel: "noopener noreferrer" };
  const more = el("span", { class: "visually-hidden" }, (about && `：${about}`) + words("（新しいタブで開きます）"));
  return el("a", attributes, text, more);
}

/** A text with its web addresses made into links. */
export function linked(text) {
  return text.split(ADDRESS).map((part, place) => (place % 2 ? link(part, part) : part));
}

function isWebAddress(address) {
  return typeof address === "string" && /^https?:\/\//.test(address);
}
