/* What is drawn beside the text of a message: programs with verdict and reasons, sources, receipts. */

import { el, link } from "./dom.js";
import { words } from "./languages.js";
import { SPECIALITIES, STANDINGS, VERDICTS, call, day, moment, rate, yen } from "./words.js";

const ALWAYS_SHOWN = 4;
const NOTES_SHOWN = 2;

const DRAWN = {
  recommendations: ({ items }) => list(items.map(recommendation)),
  program: ({ items }) => list(items.map((item) => entry(item, sheetOf(item)))),
  knowledge: ({ items }) => list(items.map((item) => entry(item))),
  seeds: ({ items }) => list(items.map((item) => entry(item))),
  cases: ({ items }) => list(items.map((item) => entry(item))),
  events: ({ items }) => list(items.map((item) => entry(item))),
  handoff: receipt,
};

/** The cards of a message; null when there is nothing to draw: its text says it all. */
export function cardsOf(custom) {
  if (!custom || !Object.hasOwn(DRAWN, custom.type)) return null;
  return DRAWN[custom.type]({ ...custom, items: custom.items ?? [] });
}

function list(cards) {
  return cards.length ? el("ul", { class: "cards", role: "list" }, cards.map((card) => el("li", {}, card))) : null;
}

function recommendation(item) {
  return el(
    "article",
    { class: `card card--${item.verdict}` },
    el("p", { class: "badge" }, words(VERDICTS[item.verdict] ?? item.verdict)),
    el("h2", {}, item.name),
    el("p", { class: "card__by" }, item.operator ?? ""),
    item.summary ? el("p", { class: "card__body" }, item.summary) : null,
    pairs(moneyOf(item)),
    reasonsOf(item.reasons ?? []),
    notesOf(item.notes ?? []),
    (item.missing ?? []).map((text) => el("p", { class: "card__note" }, words("あと必要なこと：{text}", { text }))),
    foot(item, words("公式の案内を見る"), sheetOf(item)),
  );
}

function moneyOf(item) {
  return [
    [words("上限額"), Number.isFinite(item.max_amount_yen) ? yen(item.max_amount_yen) : ""],
    [words("補助率"), item.subsidy_rate ? rate(item.subsidy_rate) : ""],
    [words("金額"), item.max_amount_yen == null ? (item.amount_text ?? "") : ""],
    [words("受け取れる目安"), estimate(item)],
    [words("受付"), call(item.call)],
  ];
}

function estimate({ estimate_yen: amount }) {
  return Number.isFinite(amount) ? words("{amount}くらい", { amount: yen(amount) }) : "";
}

/** Remarks: deadlines and steps come first and are shown, further ones can be unfolded. */
function notesOf(notes) {
  const lines = notes.map((text) => el("li", {}, text));
  const [shown, folded] = [lines.slice(0, NOTES_SHOWN), lines.slice(NOTES_SHOWN)];
  const title = el("summary", {}, words("ほかの注意点（{count}件）", { count: folded.length }));
  return [
    shown.length ? el("ul", { class: "notes" }, shown) : null,
    folded.length ? el("details", {}, title, el("ul", { class: "notes" }, folded)) : null,
  ];
}

/** What fails or is open is always shown, else the first that hold; the others can be unfolded. */
function reasonsOf(reasons) {
  const held = reasons.filter((reason) => reason.holds === true);
  const rest = reasons.filter((reason) => reason.holds !== true);
  const shown = rest.length ? rest : held.slice(0, ALWAYS_SHOWN);
  const folded = rest.length ? held : held.slice(ALWAYS_SHOWN);
  const more = rest.length ? "満たしている条件（{count}件）" : "満たしている条件をもっと見る（{count}件）";
  const title = el("summary", {}, words(more, { count: folded.length }));
  return [listOfReasons(shown), folded.length ? el("details", {}, title, listOfReasons(folded)) : null];
}

function listOfReasons(reasons) {
  return reasons.length ? el("ul", { class: "reasons", role: "list" }, reasons.map(reasonLine)) : null;
}

function reasonLine({ text, holds }) {
  const [sign, word] = STANDINGS[String(holds)] ?? STANDINGS.null;
  const mark = el("span", { class: `reasons__mark reasons__mark--${holds}` }, el("span", { "aria-hidden": "true" }, `${sign} `), `${words(word)}：`);
  return el("li", {}, mark, text);
}

function entry(item, links = []) {
  return el(
    "article",
    { class: "card" },
    el("h2", {}, item.title ?? item.name ?? ""),
    item.text ? el("p", { class: "card__body" }, item.text) : null,
    foot(item, words("くわしく見る"), links),
  );
}

/** The desk's own page of a program; one of which nobody has confirmed more than the name has none. */
function sheetOf(item) {
  if (!item.summary && !item.text) return [];
  return [link(`${location.origin}/programs/${item.id}`, words("条件と手続きを見る"), item.name ?? item.title)];
}

function foot(item, official, links = []) {
  const known = [item.source, item.as_of ? words("{day}時点", { day: day(item.as_of) }) : ""].filter(Boolean).join("、");
  const title = item.name ?? item.title ?? "";
  const all = item.url ? [...links, link(item.url, official, title)] : links;
  return [
    all.length ? el("p", { class: "card__links" }, all) : null,
    known ? el("p", { class: "card__source" }, words("出典：{source}", { source: known })) : null,
  ];
}

function receipt(custom) {
  const speciality = words(SPECIALITIES[custom.speciality] ?? SPECIALITIES.general);
  const hours = words(custom.open_now ? "いまは受付時間内です。" : "いまは受付時間外です。次の受付時間に担当者が確認します。");
  return el(
    "article",
    { class: "card card--receipt" },
    el("h2", {}, words("受付票")),
    pairs([
      [words("受付番号"), el("span", { class: "facts__number" }, custom.case_number)],
      [words("担当"), words("{speciality}の担当者", { speciality })],
      [words("返事の期限"), due(custom.expected_reply_by)],
    ]),
    el("p", { class: "card__note" }, hours),
    el("p", { class: "card__note" }, words("お問い合わせのときは、受付番号をお伝えください。")),
  );
}

function due(written) {
  return written ? words("{moment}まで", { moment: moment(written) }) : "";
}

function pairs(rows) {
  const told = rows.filter(([, value]) => value);
  return el("dl", { class: "facts" }, told.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}
