"""Japanese words around logins: roles, what is wrong with a password, what the record of staff's doings holds."""

from collections.abc import Mapping
from http import HTTPStatus

from desk.console.safety import Unreadable
from desk.domain.audit import Kind, Via
from desk.domain.passwords import LONGEST, SHORTEST, Fault
from desk.domain.roles import LastAdministrator, OwnAccount, Role
from desk.services.staff import ATTEMPTS, LOCK, NOBODY, OPERATOR
from desk.services.staff_management import LoginTaken, StaffLine, UnfitStaff

ROLES: Mapping[str, str] = {
    Role.COORDINATOR: "相談員",
    Role.LEAD: "主任相談員",
    Role.EDITOR: "編集者",
    Role.ADMINISTRATOR: "管理者",
    Role.AUDITOR: "監査担当",
}
ROLE_NOTES: Mapping[str, str] = {
    Role.COORDINATOR: "相談を読み、答えます",
    Role.LEAD: "相談員の仕事に加え、定型文・窓口の時間・制度の情報を整えます",
    Role.EDITOR: "制度や知識の情報を書き、発言の読み取りを確かめます。相談は読みません",
    Role.ADMINISTRATOR: "すべての画面を使い、職員のログインを管理します",
    Role.AUDITOR: "相談と操作の記録を読みます。何も変えません",
}
FAULTS: Mapping[Fault, str] = {
    Fault.SHORT: f"パスワードは{SHORTEST}文字以上にしてください。かなや漢字の好きな文にすると、覚えやすくなります。",
    Fault.LONG: f"パスワードは{LONGEST}文字までにしてください。",
    Fault.OWN_NAME: "ログインIDやお名前と同じパスワードは使えません。別の文にしてください。",
    Fault.EASY: "よく使われるパスワードや、繰り返し・並びの文字は、すぐに当てられてしまいます。別の文にしてください。",
    Fault.OLD: "いまのパスワードと同じです。自分だけが知る新しいパスワードにしてください。",
}
_LIMIT = f"{ATTEMPTS}回続けて間違えると、{int(LOCK.total_seconds() // 60)}分間受け付けません。"
WRONG_CODE = (
    "確認コードが合いませんでした。アプリに今表示されている6桁の数字を入れてください。一度使ったコードは使えません。"
    + _LIMIT
)
WRONG_PASSWORD = "いまのパスワードが合いませんでした。もう一度入れてください。" + _LIMIT
NOT_REPEATED = "2回の入力が同じではありませんでした。もう一度入れてください。"
MEANINGS: Mapping[type[Exception], tuple[HTTPStatus, str]] = {
    OwnAccount: (
        HTTPStatus.CONFLICT,
        "自分の役割を変えたり、自分を使えないようにしたりはできません。必要なときは、ほかの管理者に頼んでください。",
    ),
    LastAdministrator: (
        HTTPStatus.CONFLICT,
        "ただ一人の管理者なので、変えられません。先に、ほかの方を管理者にしてください。",
    ),
    LoginTaken: (
        HTTPStatus.CONFLICT,
        "そのログインIDはすでに使われています。別のログインIDにするか、一覧から選んで変えてください。",
    ),
    UnfitStaff: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "登録できませんでした。ログインIDは半角の小文字と数字（2～50文字）で、お名前は空にせず、"
        "メールアドレスは「@」の前後を確かめてください。",
    ),
    Unreadable: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "読み取れない文字（制御文字）が入っています。貼り付けた文を打ち直して、もう一度送ってください。",
    ),
}
KINDS: Mapping[str, str] = {
    Kind.LOGIN: "ログイン",
    Kind.LOGIN_FAILED: "ログインの失敗",
    Kind.LOGOUT: "ログアウト",
    Kind.REFUSED: "役割にない操作（断りました）",
    Kind.CASES_LISTED: "相談の一覧・検索",
    Kind.CASE_READ: "相談を開いた",
    Kind.CASE_CHANGED: "相談の変更",
    Kind.CASE_EXPORTED: "相談の書き出し",
    Kind.MESSAGE_SENT: "返事の送信",
    Kind.MESSAGES_READ: "発言を読んだ",
    Kind.MESSAGE_REVIEWED: "発言の確認",
    Kind.INDICATORS_READ: "指標を開いた",
    Kind.CONTENT_READ: "制度・知識・案内を開いた",
    Kind.CONTENT_CHANGED: "制度・知識・案内の変更",
    Kind.SETTINGS_CHANGED: "窓口の設定の変更",
    Kind.STAFF_READ: "職員の一覧を開いた",
    Kind.STAFF_CHANGED: "職員の変更",
    Kind.ACCOUNT_READ: "自分の設定を開いた",
    Kind.PASSWORD_CHANGED: "パスワードの変更",
    Kind.SECOND_FACTOR_CHANGED: "二要素認証の変更",
    Kind.SESSIONS_ENDED: "ログインの終了",
    Kind.AUDIT_READ: "操作の記録を開いた",
    Kind.AUDIT_EXPORTED: "操作の記録の書き出し",
    Kind.FORGOTTEN: "保存期間が過ぎた会話の消去",
}
#: who acts without a login of their own
OTHERS: dict[str, str] = {OPERATOR.name: "コマンド", "api": "外部システム", NOBODY: "（登録のないID）"}
VIAS: Mapping[str, str] = {Via.CONSOLE: "職員用画面", Via.API: "職員用API", Via.CLI: "コマンド", Via.JOB: "定時の作業"}


def state(line: StaffLine) -> str:
    """How a login stands."""
    if not line.active:
        return "使えません"
    if line.locked:
        return "一時的に止まっています（間違いが続いたため）"
    return "最初のログイン待ち" if line.start_password_until else "使えます"
