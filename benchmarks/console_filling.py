"""Fills a PostgreSQL database with the record of a busy desk: COPY, past all services, in about two minutes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

import psycopg

from desk.clock import JST
from desk.domain.case_words import normal, pieces

NOW = datetime(2026, 11, 24, 10, tzinfo=JST)
MESSAGES_EACH = 20
#: one case in so many is open
OPEN_SHARE = 16
STATUSES = ("new", "assigned", "in_progress", "in_progress", "waiting")
SPECIALITIES = ("technology", "management", "ip", "subsidy", "subsidy", "startup", "general")
AREAS = ("板橋区", "板橋区", "板橋区", "北区", "練馬区", "豊島区", "八王子市", "川口市")
INDUSTRIES = ("manufacturing", "manufacturing", "software", "construction", "retail", "medical", "service")
NAMES = (
    "大山",
    "成増",
    "志村",
    "高島",
    "常盤",
    "徳丸",
    "赤塚",
    "蓮根",
    "西台",
    "小豆沢",
    "前野",
    "桜川",
    "中台",
    "若木",
)
TRADES = ("精機", "製作所", "めっき工業", "光学", "電子", "印刷", "食品", "化成", "設計", "システムズ", "金型", "樹脂")
SUBJECTS = ("補助金", "助成金", "特許", "商標", "共同研究", "試作", "設備", "融資", "創業", "販路", "人材", "省エネ")
ASKED = (
    "{s}について教えてください。",
    "{s}を使って{t}を進めたいのですが、対象になりますか。",
    "{t}の{s}で困っています。従業員は{n}人です。",
    "予算は{n}0万円くらいです。{s}の締切はいつですか。",
    "{c}の者です。{s}の相談をお願いします。",
)
TOLD = (
    "{s}ですね。板橋区の制度と東京都の制度をご案内します。",
    "{t}の試験は、都立産業技術研究センターでもお受けいただけます。",
    "ありがとうございます。{s}の担当からご連絡します。",
    "必要な書類は、見積書と決算書です。{s}の公募は来月の予定です。",
)
THEMES = (
    "レーザー溶接",
    "画像認識",
    "めっき",
    "切削加工",
    "有機合成",
    "センサー",
    "超音波",
    "樹脂成形",
    "薄膜",
    "検査",
)
Row = Sequence[Any]


def fill(connection: psycopg.Connection[Any], cases: int) -> None:
    """The record of so many cases, with twenty messages each."""
    random = Random(20261124)
    staff = [(place, f"staff{place}", f"職員{place}", "coordinator") for place in range(2, 42)]
    _copy(connection, "staff (id, login, name, role, password_hash, active, failed_logins)",
          ((*row, "!", True, 0) for row in staff))  # fmt: skip
    opened = [_case(random, place, cases) for place in range(1, cases + 1)]
    _copy(connection, "conversations (id, channel, address, gate, draft, questions, misunderstandings, created_at,"
          " heard_at)", ((each["conversation"], "web", each["conversation"], "bot", "{}", 0, 0, each["at"], each["at"])
                         for each in opened))  # fmt: skip
    _copy_cases(connection, opened)
    texts: dict[int, str] = {}
    _copy(connection, "messages (id, conversation_id, author, text, content, status, intent, understood, at)",
          _messages(random, opened, texts))  # fmt: skip
    _copy(connection, "case_texts (case_id, text, pieces)", ((key, text, _vector(text)) for key, text in texts.items()))
    _copy(connection, "facts (conversation_id, name, state, content, at)", _facts(opened))
    _copy(connection, "case_events (case_id, actor, kind, detail, at)", _events(opened))
    _copy(connection, "surveys (case_id, conversation_id, step, score, solved, asked_at)", _surveys(opened))
    _copy(connection, "needs (case_id, speciality, title, status, created_at, closed_at)",
          ((each["id"], each["speciality"], "ご相談", "open" if each["open"] else "done", each["at"], each["closed"])
           for each in opened))  # fmt: skip
    for table in ("staff", "cases", "messages"):
        connection.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM ANALYZE")


def _case(random: Random, place: int, cases: int) -> dict[str, Any]:
    at = NOW - timedelta(minutes=15 * (cases - place) + random.randrange(10))
    company = f"{random.choice(NAMES)}{random.choice(NAMES)}{random.choice(TRADES)}"
    is_open = random.randrange(OPEN_SHARE) == 0
    replied = not is_open or random.random() < 0.7
    return {
        "id": place,
        "conversation": f"{place:032x}",
        "number": f"I-{at.year}-{place:06d}",
        "at": at,
        "company": company,
        "open": is_open,
        "status": random.choice(STATUSES) if is_open else "closed",
        "speciality": random.choice(SPECIALITIES),
        "priority": random.choices(("normal", "high", "urgent"), (90, 8, 2))[0],
        "assignee": random.randrange(2, 42),
        "area": random.choice(AREAS),
        "industry": random.choice(INDUSTRIES),
        "closed": None if is_open else at + timedelta(days=9),
        "replied": at + timedelta(hours=3) if replied else None,
        "due": NOW + timedelta(hours=random.randrange(-40, 200)) if is_open else None,
        "unanswered": at + timedelta(hours=5) if is_open and random.random() < 0.2 else None,
    }


def _copy_cases(connection: psycopg.Connection[Any], opened: Iterable[dict[str, Any]]) -> None:
    columns = (
        "cases (id, number, conversation_id, status, speciality, priority, urgency, reason, summary, contact,"
        " consent_at, consent_wording, assignee_id, created_at, due_at, replied_at, reached_at, unanswered_since,"
        " next_due_at, closed_at, area, industry)"
    )
    _copy(connection, columns, map(_case_row, opened))


def _case_row(each: dict[str, Any]) -> Row:
    contact = json.dumps({"name": "田中 太郎", "company": each["company"]}, ensure_ascii=False)
    return (
        *(each["id"], each["number"], each["conversation"], each["status"], each["speciality"], each["priority"]),
        *("[]", "asked", f"{each['company']}から、担当者との相談を希望しています。", contact, each["at"], "2026-11-22"),
        *(each["assignee"], each["at"], each["at"] + timedelta(days=1), each["replied"], each["replied"]),
        *(each["unanswered"], each["due"], each["closed"], each["area"], each["industry"]),
    )


def _messages(random: Random, opened: Iterable[dict[str, Any]], texts: dict[int, str]) -> Iterator[Row]:
    number = 0
    for each in opened:
        said = [each["number"], each["company"], "田中 太郎"]
        for turn in range(MESSAGES_EACH):
            number += 1
            form = random.choice(TOLD if turn % 2 else ASKED)
            text = form.format(
                s=random.choice(SUBJECTS), t=random.choice(THEMES), c=each["company"], n=random.randrange(1, 300)
            )
            said.append(text)
            author = "bot" if turn % 2 else "user"
            yield (
                number,
                each["conversation"],
                author,
                text,
                "{}",
                "handled",
                "find_support" if author == "user" else None,
                "{}",
                each["at"] + timedelta(minutes=turn),
            )
        texts[each["id"]] = normal(" ".join(said))


def _facts(opened: Iterable[dict[str, Any]]) -> Iterator[Row]:
    for each in opened:
        for name in ("area", "industry"):
            content = json.dumps({"value": each[name]}, ensure_ascii=False)
            yield each["conversation"], name, "known", content, each["at"]


def _events(opened: Iterable[dict[str, Any]]) -> Iterator[Row]:
    for each in opened:
        staff = f"staff{each['assignee']}"
        opened_for, given_to = {"speciality": each["speciality"]}, {"assignee": staff}
        yield each["id"], "bot", "opened", json.dumps(opened_for), each["at"]
        yield each["id"], "user", "consented", "{}", each["at"]
        yield each["id"], staff, "assigned", json.dumps(given_to), each["at"] + timedelta(hours=1)
        yield each["id"], staff, "answered", "{}", each["at"] + timedelta(hours=3)


def _surveys(opened: Iterable[dict[str, Any]]) -> Iterator[Row]:
    for each in opened:
        if each["closed"]:
            yield each["id"], each["conversation"], "done", 1 + each["id"] % 5, each["id"] % 3 > 0, each["closed"]


def _vector(text: str) -> str:
    """The pieces as PostgreSQL writes them."""
    return " ".join("'" + piece.replace("\\", "\\\\").replace("'", "''") + "'" for piece in pieces(text))


def _copy(connection: psycopg.Connection[Any], columns: str, rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {columns} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    print(f"  {columns.partition(' ')[0]}", flush=True)
