"""Japanese words for the details in the record of staff's doings."""

from collections.abc import Mapping

from desk.console.account_words import ROLES
from desk.console.queue_words import BASKETS

#: a name or a value that stands in neither list is an identifier, and is shown as it is
NAMES: Mapping[str, str] = {
    "action": "操作",
    "actor": "だれが",
    "basket": "一覧",
    "before": "前の役割",
    "by": "方法",
    "kind": "何を",
    "method": "要求",
    "page": "画面",
    "role": "役割",
    "which": "範囲",
}
VALUES: Mapping[str, str] = {
    **ROLES,
    "added": "追加",
    "changed": "変更",
    "deactivated": "停止",
    "new_codes": "予備コードの作り直し",
    "off": "やめた",
    "oidc": "組織のログイン",
    "on": "始めた",
    "one": "一つ",
    "others": "その画面のほか",
    "own": "本人",
    "password": "パスワード",
    "password_reset": "最初のパスワードの作り直し",
    "reactivated": "再開",
    "second_factor": "二要素認証",
    "second_factor_reset": "二要素認証の解除",
    "set": "登録",
    "unlinked": "組織のログインとの切り離し",
}


def detail_words(detail: Mapping[str, object]) -> str:
    """What is known in words; of words that were searched for, how many there were."""
    told = [_told(name, str(value)) for name, value in detail.items() if name != "words"]
    words = detail.get("words")
    return "、".join([*told, *([f"検索した語{len(words)}個"] if isinstance(words, list) else [])])


def _told(name: str, value: str) -> str:
    titles = BASKETS if name == "basket" else VALUES
    return f"{NAMES.get(name, name)}：{titles.get(value, value)}"
