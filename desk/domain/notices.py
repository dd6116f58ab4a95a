"""What the desk itself says, when it is not Rasa's turn; every other wording lives in `data/*/domain.yml`.

Its other languages stand in `seeds/words/`.
"""

from collections.abc import Collection

from desk.domain.words import JAPANESE, Words

APOLOGY = (
    "申し訳ありません。ただいま自動応答が止まっています。"
    "いただいた内容は記録しました。少し待ってもう一度送るか、担当者への引き継ぎをお選びください。"
)
HUMAN_TITLE = "担当者に相談する"
HUMAN_PAYLOAD = "/request_human"
HUMAN = {"title": HUMAN_TITLE, "payload": HUMAN_PAYLOAD}
FINANCE = {"title": "資金を借りる・集める", "payload": "/ask_finance"}
#: said once when the conversation goes back from a person to the bot
HANDED_BACK = "ここからは自動応答がお答えしますので、担当者にご用のときは「担当者と話したい」とお書きください。"

#: said once, before the answer, to somebody who names a deadline of these days or is about to show an invention
PRESSING = "お急ぎのようですので、担当者に直接相談することもできます。"

#: to somebody who writes that they do not want to live; the help lines (seeds/help_lines.yaml) stand between
DESPAIR = (
    "つらいお気持ちを書いてくださって、ありがとうございます。"
    "どうかひとりで抱えず、いま話を聞いてくれる人を頼ってください。"
)
IN_DANGER = "命の危険がせまっているときは、119番に電話してください。"
AT_THE_DESK = "会社やお金のことは、この窓口の担当者がいっしょに考えます。"
#: to somebody at the end of their strength; the first help line follows
WEARY = (
    "おつらいなか、書いてくださってありがとうございます。"
    "会社やお金のことは、担当者がいっしょに考えます。気持ちを話せる電話もあります。"
)
#: to hate alone
THREAT = "お腹立ちのことと思います。お役に立てず、申し訳ありません。ご用件は、担当者が直接うかがいます。"

#: to somebody who agrees to be handed over and gave their name before
TOLD_BEFORE = "さきほどうかがった「{told}」というお名前を、担当者に伝えます。違うときは、正しいお名前をお書きください。"
HANDED_ON = (
    "「{title}」は、詳しい担当者に引き継ぎます。"
    "これまでの内容も伝えますので、同じことをもう一度お話しいただく必要はありません。"
)
LANGUAGES = "やさしい日本語や英語でもお答えできます。いつでも変えられます。\nYou can also use English."
MASKED = "{kinds}と思われる数字は、伏せて記録しました。この窓口では必要ありませんので、送らないでください。"
MASKED_TITLES = {"my_number": "マイナンバー", "card": "カード番号", "bank_account": "口座番号"}


def handed_on_notice(title: str, words: Words = JAPANESE) -> str:
    """Tells a person that somebody else takes a part of their matter."""
    return words.filled(HANDED_ON, title=title)


def masked_notice(kinds: Collection[str], words: Words = JAPANESE) -> str:
    """Tells a person that numbers were hidden, and that they are never needed here."""
    return words.of(MASKED).format(kinds="・".join(words.of(MASKED_TITLES[kind]) for kind in kinds))
