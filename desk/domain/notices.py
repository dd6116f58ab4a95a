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
#: said once when the conversation goes back from a person to the bot
HANDED_BACK = "ここからは自動応答がお答えしますので、担当者にご用のときは「担当者と話したい」とお書きください。"

#: said once, before the answer, to somebody who names a deadline of these days or is about to show an invention
PRESSING = "お急ぎのようですので、担当者に直接相談することもできます。"
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
