/*
The reply box: puts canned texts and drafts in at the cursor, and tells the others that a reply is being written; never what
is written. Without this script the same buttons load the page again with the text put in.
*/

/** Milliseconds between two tellings; the desk shows each for a little longer. */
const TELL_EVERY = 3000;
/** What a canned text leaves for a person to fill in. */
const GAP = /【[^【】]+を記入】/;

const form = document.getElementById("reply");
let told = -TELL_EVERY;

function tell() {
  if (!form.elements.text.value.trim() || performance.now() - told < TELL_EVERY) return;
  told = performance.now();
  const body = new URLSearchParams({ csrf: form.elements.csrf.value });
  // Whether it arrives does not matter to whoever writes.
  fetch(form.dataset.typing, { method: "POST", headers: { "X-Watching": "0" }, body }).catch(() => {});
}

/** Put a text in at the cursor and go to its first gap, so that writing goes on there. */
function insert(text, source) {
  const box = form.elements.text;
  const start = box.selectionStart;
  const before = start && !box.value.slice(0, start).endsWith("\n") ? "\n" : "";
  box.setRangeText(before + text, start, box.selectionEnd, "end");
  form.elements.draft.value = source;
  box.focus();
  const gap = GAP.exec(box.value.slice(start));
  if (gap) box.setSelectionRange(start + gap.index, start + gap.index + gap[0].length);
  tell();
}

function chosen(button) {
  const option = button.dataset.insert ? document.getElementById(button.dataset.insert).selectedOptions[0] : button;
  return [option.dataset.text, option.value];
}

form?.addEventListener("input", tell);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  if (!button) return;
  event.preventDefault();
  insert(...chosen(button));
});
