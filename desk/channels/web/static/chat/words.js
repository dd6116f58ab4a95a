/* Dates, amounts and states in words of the language spoken. */

import { language, words } from "./languages.js";

const ZONE = { timeZone: "Asia/Tokyo" };
const DAY = new Intl.DateTimeFormat("ja-JP", { ...ZONE, year: "numeric", month: "long", day: "numeric" });
const MOMENT = new Intl.DateTimeFormat("ja-JP", {
  ...ZONE, month: "numeric", day: "numeric", weekday: "short", hour: "numeric", minute: "numeric", hourCycle: "h23",
});
const DAY_ENGLISH = new Intl.DateTimeFormat("en-GB", { ...ZONE, year: "numeric", month: "long", day: "numeric" });
const MOMENT_ENGLISH = new Intl.DateTimeFormat("en-GB", {
  ...ZONE, day: "numeric", month: "long", weekday: "short", hour: "numeric", minute: "2-digit", hourCycle: "h23",
});
const CLOCK = new Intl.DateTimeFormat("ja-JP", { ...ZONE, hour: "numeric", minute: "2-digit" });

export const SPECIALITIES = {
  technology: "技術", management: "経営", ip: "知的財産", subsidy: "補助金", startup: "創業", general: "総合相談",
};
export const VERDICTS = { eligible: "対象の見込み", possible: "要確認", ineligible: "対象外" };
/** How a requirement stands: a sign and the word for it. */
export const STANDINGS = {
  true: ["✓", "満たしています"], null: ["？", "確認が必要です"], false: ["✕", "満たしていません"],
};

/** 2026-11-22 → 2026年11月22日; anything else stays as it is. */
export function day(written) {
  if (!/^\d{4}-\d{2}-\d{2}/.test(written ?? "")) return written ?? "";
  const format = language() === "en" ? DAY_ENGLISH : DAY;
  return format.format(new Date(`${written.slice(0, 10)}T00:00:00+09:00`));
}

/** An ISO moment as 11月24日（火）9時30分. */
export function moment(written) {
  if (language() === "en") return MOMENT_ENGLISH.format(new Date(written));
  const part = Object.fromEntries(MOMENT.formatToParts(new Date(written)).map(({ type, value }) => [type, value]));
  const minutes = Number(part.minute) ? `${Number(part.minute)}分` : "";
  return `${part.month}月${part.day}日（${part.weekday}）${Number(part.hour)}時${minutes}`;
}

/** When a message was sent: the time, with the date unless it is today. */
export function sent(written) {
  const at = new Date(written);
  return DAY.format(at) === DAY.format(new Date()) ? CLOCK.format(at) : moment(written);
}

/** 120000000 → 1億2,000万円. */
export function yen(amount) {
  if (language() === "en") return `${amount.toLocaleString("en-GB")} yen`;
  const parts = [[1e8, "億"], [1e4, "万"], [1, ""]];
  let rest = amount;
  const words = parts.map(([size, name]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count ? count.toLocaleString("ja-JP") + name : "";
  });
  return `${words.join("") || "0"}円`;
}

/** Where a call stands, with its dates. */
export function call({ state, opens_on: opens, closes_on: closes } = {}) {
  const until = closes ? words("（{day}まで）", { day: day(closes) }) : "";
  switch (state) {
    case "open":
      return words("受付中") + until;
    case "rolling":
      return words("随時受付") + until;
    case "upcoming":
      return opens ? words("{day}から受付の予定", { day: day(opens) }) + until : words("これから受付の予定");
    case "closed":
      return words("受付期間外") + (closes ? words("（前回は{day}まで）", { day: day(closes) }) : "");
    case "ended":
      return words("終了しました");
    default:
      return words("受付期間は確認が必要です");
  }
}

/** 2/3 → 3分の2; other wordings stay. */
export function rate(written) {
  const parts = /^(\d+)\/(\d+)$/.exec(written ?? "");
  return parts ? words("{whole}分の{part}以内", { part: parts[1], whole: parts[2] }) : String(written ?? "");
}
