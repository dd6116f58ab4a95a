/* Dates, amounts and states in words. */

const ZONE = { timeZone: "Asia/Tokyo" };
const DAY = new Intl.DateTimeFormat("ja-JP", { ...ZONE, year: "numeric", month: "long", day: "numeric" });
const MOMENT = new Intl.DateTimeFormat("ja-JP", {
  ...ZONE, month: "numeric", day: "numeric", weekday: "short", hour: "numeric", minute: "numeric", hourCycle: "h23",
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
  return /^\d{4}-\d{2}-\d{2}/.test(written ?? "") ? DAY.format(new Date(`${written.slice(0, 10)}T00:00:00+09:00`)) : (written ?? "");
}

/** An ISO moment as 11月24日（火）9時30分. */
export function moment(written) {
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
  const until = closes ? `（${day(closes)}まで）` : "";
  switch (state) {
    case "open":
      return `受付中${until}`;
    case "rolling":
      return `随時受付${until}`;
    case "upcoming":
      return opens ? `${day(opens)}から受付の予定${until}` : "これから受付の予定";
    case "closed":
      return closes ? `受付期間外（前回は${day(closes)}まで）` : "受付期間外";
    case "ended":
      return "終了しました";
    default:
      return "受付期間は確認が必要です";
  }
}

/** 2/3 → 3分の2; other wordings stay. */
export function rate(written) {
  const parts = /^(\d+)\/(\d+)$/.exec(written ?? "");
  return parts ? `${parts[2]}分の${parts[1]}以内` : String(written ?? "");
}
