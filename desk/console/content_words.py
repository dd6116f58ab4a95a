"""Japanese words for what is edited: states of a version, how an edit stands beside its seed, what was done."""

from collections.abc import Mapping
from http import HTTPStatus

from desk.catalogue.editing import UnfitRecord
from desk.catalogue.overlay import Standing
from desk.domain.editing import OthersWork, Outdated, OwnWork, State, WrongState
from desk.services.revisions import NoSuchRecord, NoSuchRevision

STATES: Mapping[str, str] = {
    State.DRAFT: "下書き",
    State.SUBMITTED: "確認待ち",
    State.RETURNED: "差し戻し",
    State.PUBLISHED: "公開",
    State.WITHDRAWN: "取り下げ",
}
STANDINGS: Mapping[str, str] = {
    Standing.SHOWN: "この画面で公開した内容を表示中",
    Standing.SETTLED: "元の記録（seeds）に反映済み",
    Standing.CONFLICT: "元の記録（seeds）が後から変わりました。両方を見比べてください",
    Standing.BROKEN: "元の記録（seeds）と合わなくなったため、元の記録を表示しています",
}
DONE: Mapping[str, str] = {
    "saved": "下書きを保存しました。まだ公開されていません。",
    "submitted": "確認に出しました。別の担当者が確認すると公開されます。",
    "withdrawn": "取り下げました。",
    "returned": "差し戻しました。",
    "published": "公開しました。",
    "published_cases": "公開しました。判定が変わった相談に記録を付けました。",
    "restored": "前の内容で下書きを作りました。確認に出すと、別の担当者が公開できます。",
    "profile": "窓口の案内を変えました。お約束の日時も新しい内容で数えます。",
}
PRIOR_STEPS: Mapping[str, str] = {
    "hearing": "事前の相談・面談",
    "diagnosis": "診断",
    "gbizid": "GビズID",
    "erad": "e-Rad",
    "jgrants": "Jグランツ",
    "reservation": "予約",
    "certified_support": "認定支援機関",
    "consortium": "共同体",
    "certification": "認定・宣言",
    "membership": "会員登録",
}
VERIFIED: Mapping[str, str] = {
    "official": "法律・公式の案内で確認",
    "secondary": "公式以外の資料で確認",
    "general": "一般的な説明（数字なし）",
    "unverified": "未確認（公開しません）",
}
MEANINGS: Mapping[type[Exception], tuple[HTTPStatus, str]] = {
    NoSuchRecord: (HTTPStatus.NOT_FOUND, "その記録は見つかりません。一覧から選び直してください。"),
    NoSuchRevision: (HTTPStatus.NOT_FOUND, "その版は見つかりません。版の記録から選び直してください。"),
    OwnWork: (
        HTTPStatus.FORBIDDEN,
        "ご自分で書いた内容は、ご自分では公開も差し戻しもできません。別の担当者に確認を頼んでください。",
    ),
    OthersWork: (
        HTTPStatus.FORBIDDEN,
        "ほかの人の下書きは直せません。書いた人に頼むか、いまの内容から新しい下書きを作ってください。",
    ),
    WrongState: (
        HTTPStatus.CONFLICT,
        "この版の状態が先に変わっています。画面を開き直して、いまの状態を確かめてください。",
    ),
    Outdated: (
        HTTPStatus.CONFLICT,
        "この下書きのあとに新しい内容が公開されたため、公開できません。いまの内容から下書きを作り直してください。",
    ),
    UnfitRecord: (
        HTTPStatus.CONFLICT,
        "ほかの記録と合わなくなったため、公開できません。版の画面で直すところを確かめてください。",
    ),
}
#: what an entry is about, which decides who takes over
TOPICS: Mapping[str, str] = {
    "support": "支援制度の探し方",
    "programs": "個別の制度",
    "application": "申請と採択後",
    "collaboration": "産学連携の進め方・契約",
    "partners": "連携先探し",
    "technology": "技術・設備",
    "ip": "知的財産",
    "clinic": "知的財産の相談日",
    "startup": "創業・スタートアップ",
    "finance": "資金・経営",
    "training": "人材・採用",
    "desk": "この窓口",
}
