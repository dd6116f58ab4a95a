/* The panel's own words in ordinary Japanese, やさしい日本語 and English, and which of them is spoken. The Japanese words are the keys. */

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
const TABLES = {
  ja: {},
  easy: {
    "相談チャット": "チャット", "閉じる": "とじる", "相談の内容": "聞きたい こと", "送信": "おくる",
    "Enterで送信、Shift＋Enterで改行": "Enterで おくります", "よくある相談": "よく ある しつもん", "やりとり": "話",
    "返事の候補": "答えの ボタン", "自動応答": "プログラム", "担当者": "人", "あなた": "あなた",
    "送信を待っています": "まだ おくっていません", "回答を準備しています": "答えを 作っています",
    "担当者に届きました。返事をお待ちください。": "人に とどきました。待ってください。", "担当者が入力しています": "人が 書いています",
    "接続し直しています。書いた内容は残ります。": "もう一度 つないでいます。書いた ことは のこります。",
    "まだ送れていません。通信の状態を確かめてください。つながりしだい自動で送ります。": "まだ おくっていません。インターネットを 見てください。つながったら おくります。",
    "送れませんでした。{limit}文字以内か確かめて、もう一度送ってください。": "おくれませんでした。{limit}字より みじかく してください。",
    "時間がたったため、新しい会話を始めます。前の内容が必要なときは、もう一度お知らせください。": "時間が すぎました。新しい 話を はじめます。",
    "一度に送れるのは{limit}文字までです。あと{over}文字減らすか、分けて送ってください。": "{limit}字までです。あと {over}字 へらしてください。",
    "対象の見込み": "使えそう", "要確認": "まだ わからない", "対象外": "使えない",
    "満たしています": "合っています", "確認が必要です": "まだ わかりません", "満たしていません": "合っていません",
    "上限額": "いちばん 多くて", "補助率": "もらえる わりあい", "金額": "お金", "受け取れる目安": "もらえる お金", "受付": "いつ",
    "公式の案内を見る": "国などの ページを 見る", "条件と手続きを見る": "くわしく 見る", "くわしく見る": "くわしく 見る",
    "受付票": "うけつけの 紙", "受付番号": "番号（ばんごう）", "担当": "だれ", "返事の期限": "いつまでに 返事",
    "いまは受付時間内です。": "今、窓口（まどぐち）は 開いています。",
    "いまは受付時間外です。次の受付時間に担当者が確認します。": "今、窓口（まどぐち）は しまっています。開いたら 人が 読みます。",
    "お問い合わせのときは、受付番号をお伝えください。": "聞く ときは、この 番号（ばんごう）を 言ってください。",
  },
  en: {
    "相談チャット": "Advice chat", "閉じる": "Close", "相談の内容": "Your message", "送信": "Send",
    "Enterで送信、Shift＋Enterで改行": "Enter sends, Shift+Enter starts a new line", "よくある相談": "Common questions", "やりとり": "Conversation",
    "返事の候補": "Suggested answers", "自動応答": "Automatic answer", "担当者": "Coordinator", "あなた": "You",
    "送信を待っています": "Waiting to be sent", "回答を準備しています": "Preparing an answer",
    "担当者に届きました。返事をお待ちください。": "A coordinator has got it. Please wait for the answer.", "担当者が入力しています": "A coordinator is writing",
    "接続し直しています。書いた内容は残ります。": "Connecting again. What you wrote is kept.",
    "まだ送れていません。通信の状態を確かめてください。つながりしだい自動で送ります。": "Not sent yet. Please check your connection. It is sent as soon as you are online.",
    "送れませんでした。{limit}文字以内か確かめて、もう一度送ってください。": "Could not be sent. Please keep it within {limit} characters and send it again.",
    "時間がたったため、新しい会話を始めます。前の内容が必要なときは、もう一度お知らせください。": "Some time has passed, so this is a new conversation. Please tell us again what we need to know.",
    "一度に送れるのは{limit}文字までです。あと{over}文字減らすか、分けて送ってください。": "At most {limit} characters at once. Please take away {over}, or send it in parts.",
    "対象の見込み": "Likely to fit", "要確認": "To be checked", "対象外": "Does not fit",
    "満たしています": "holds", "確認が必要です": "to be checked", "満たしていません": "does not hold",
    "上限額": "At most", "補助率": "Share paid", "金額": "Amount", "受け取れる目安": "Estimate", "受付": "Call",
    "{amount}くらい": "about {amount}", "あと必要なこと：{text}": "Still needed: {text}",
    "ほかの注意点（{count}件）": "More remarks ({count})", "満たしている条件（{count}件）": "Conditions that hold ({count})",
    "満たしている条件をもっと見る（{count}件）": "More conditions that hold ({count})",
    "公式の案内を見る": "Official page", "条件と手続きを見る": "Conditions and steps", "くわしく見る": "More",
    "{day}時点": "as of {day}", "出典：{source}": "Source: {source}",
    "受付票": "Receipt", "受付番号": "Case number", "担当": "With", "返事の期限": "Answer by",
    "{speciality}の担当者": "coordinator for {speciality}", "{moment}まで": "{moment}",
    "技術": "technology", "経営": "management", "知的財産": "intellectual property", "補助金": "subsidies", "創業": "founding", "総合相談": "general advice",
    "いまは受付時間内です。": "The desk is open now.",
    "いまは受付時間外です。次の受付時間に担当者が確認します。": "The desk is closed now. A coordinator reads it when it opens.",
    "お問い合わせのときは、受付番号をお伝えください。": "Please give the case number when you ask about it.",
    "受付中": "open", "随時受付": "open all the time", "（{day}まで）": " (until {day})",
    "{day}から受付の予定": "to open on {day}", "これから受付の予定": "to open", "受付期間外": "closed", "（前回は{day}まで）": " (last time until {day})",
    "終了しました": "ended", "受付期間は確認が必要です": "dates to be checked", "{whole}分の{part}以内": "up to {part}/{whole}",
    "（新しいタブで開きます）": " (opens in a new tab)",
  },
};

let spoken = "ja";

/** The language spoken: ja, easy or en. */
export const language = () => spoken;

/** Speak another language from now on; an unknown one is Japanese. */
export function speak(wanted) {
  spoken = Object.hasOwn(TABLES, wanted) ? wanted : "ja";
}

/** What the browser calls a language: やさしい日本語 is Japanese. */
export const tag = (name) => (name === "en" ? "en" : "ja");

/** Words of the panel in the language spoken, with values in their places. */
export function words(japanese, values = {}) {
  return (TABLES[spoken][japanese] ?? japanese).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** The language of a line: what bears a Japanese letter is Japanese. */
export const tagOf = (line) => (JAPANESE.test(line) ? "ja" : tag(spoken));

/** Tell screen readers which texts below an element are Japanese while English is spoken. */
export function tagJapanese(element) {
  if (spoken !== "en") return element;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (JAPANESE.test(walker.currentNode.data)) walker.currentNode.parentElement.lang = "ja";
  return element;
}
