"""What the desk itself says, when it is not Rasa's turn; every other wording lives in `data/*/domain.yml`."""

from collections.abc import Collection

APOLOGY = (
    "申し訳ありません。ただいま自動応答が止まっています。"
    "いただいた内容は記録しました。少し待ってもう一度送るか、担当者への引き継ぎをお選びください。"
)
HUMAN_TITLE = "担当者に相談する"
HUMAN_PAYLOAD = "/request_human"

_MASKED_TITLES = {"my_number": "マイナンバー", "card": "カード番号", "bank_account": "口座番号"}


def masked_notice(kinds: Collection[str]) -> str:
    """Tells a person that numbers were hidden, and that they are never needed here."""
    titles = "・".join(_MASKED_TITLES[kind] for kind in kinds)
    return f"{titles}と思われる数字は、伏せて記録しました。この窓口では必要ありませんので、送らないでください。"
