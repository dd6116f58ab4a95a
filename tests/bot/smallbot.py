"""A small but real bot: trained with the project's own pipeline, served by bot.boot, its actions run by a fake desk."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from bot.fingerprint import ROOT

SECRET = "open-sesame"
PLANTED = "山田花子の電話は03-1234-5678です"
Json = dict[str, Any]

DOMAIN = """
version: "3.1"
session_config: {session_expiration_time: 0, carry_over_slots_to_new_session: false}
intents: [greet, inform, check_case, affirm, complaint, nlu_fallback]
entities: [area, employees, phone, person_name, purpose, industry, started]
actions: [action_echo, action_fail, action_wrong, action_offer]
slots:
  pending: {type: categorical, values: [fact, consent], influence_conversation: true, mappings: [{type: custom}]}
  note: {type: text, influence_conversation: false, mappings: [{type: custom}]}
responses:
  utter_hello:
    - text: "こんにちは。\\n\\nどうしましたか。"
      buttons: [{title: 状況を知りたい, payload: /check_case}]
  utter_yes: [{text: はいですね。}]
  utter_consented: [{text: 同意を受け取りました。}]
  utter_again: [{text: もう一度お願いします。}]
  utter_echo: [{text: "{heard}と聞きました。"}]
"""
RULES = """
version: "3.1"
rules:
  - {rule: hello, steps: [{intent: greet}, {action: utter_hello}]}
  - {rule: facts, steps: [{intent: inform}, {action: action_echo}]}
  - {rule: fails, steps: [{intent: complaint}, {action: action_fail}]}
  - {rule: wrong, steps: [{intent: check_case}, {action: action_wrong}]}
  - {rule: "yes", steps: [{intent: affirm}, {action: utter_yes}]}
  - {rule: again, steps: [{intent: nlu_fallback}, {action: utter_again}]}
  - rule: consent
    condition: [{slot_was_set: [{pending: consent}]}]
    steps: [{intent: affirm}, {action: utter_consented}]
"""
EXAMPLES = {
    "greet": ["こんにちは", "はじめまして", "おはようございます", "こんばんは", "どうも、こんにちは"],
    "inform": [
        "板橋区の会社です",
        "社員は12人です",
        "金属加工をしています",
        "私は[田中](person_name)です",
        "北区で[佐藤](person_name)が経営",
    ],
    "check_case": [
        "受付番号の件はどうなりましたか",
        "返事がまだ来ない",
        "進み具合を知りたい",
        "前の相談の状況は",
        "どこまで進んだ",
    ],
    "affirm": ["はい", "はい、そうです", "そうです", "お願いします", "それで大丈夫", "うん"],
    "complaint": ["役に立たない", "対応が遅すぎる", "ひどい案内だ", "腹が立つ", "もう頼まない"],
}


@dataclass
class SmallBot:
    """The served bot: where it listens, what it has logged, what its desk was asked."""

    port: int
    model: str
    log: Path
    asked: list[Json] = field(default_factory=list)

    def post(self, route: str, body: object, secret: str | None = SECRET) -> tuple[int, Json]:
        """Status and JSON of a request to the gateway."""
        return self._send(route, json.dumps(body).encode(), secret)

    def get(self, route: str, secret: str | None = SECRET) -> tuple[int, Json]:
        """The same without a body."""
        return self._send(route, None, secret)

    def say(self, text: str, **more: object) -> Json:
        """The answer to a message."""
        return self.post("message", {"sender": "u1", "text": text, **more})[1]

    def status(self, path: str, method: str = "GET") -> int:
        """Status of any address of the server."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def _send(self, route: str, body: bytes | None, secret: str | None) -> tuple[int, Json]:
        headers = {"X-Gateway-Secret": secret} if secret else {}
        url = f"http://127.0.0.1:{self.port}/webhooks/gateway/{route}"
        request = urllib.request.Request(url, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)


@contextmanager
def serving(folder: Path) -> Iterator[SmallBot]:
    """Train in `folder`, serve until the block ends."""
    write_project(folder)
    train(folder)
    asked: list[Json] = []
    with fake_desk(asked) as desk_port:
        port, log = free_port(), folder / "rasa.log"
        process = start(folder, port, desk_port, log)
        try:
            bot = SmallBot(port, "0123abcd", log, asked)
            wait_until_ready(bot, process)
            yield bot
        finally:
            process.terminate()
            process.wait(20)


def write_project(folder: Path) -> None:
    """The project's own configuration over a small domain."""
    for name in ("config.yml", "credentials.yml", "endpoints.yml"):
        shutil.copy(ROOT / name, folder)
    (folder / "seeds").symlink_to(ROOT / "seeds")
    (folder / "data" / "all").mkdir(parents=True)
    (folder / "domain.yml").write_text(DOMAIN, encoding="utf-8")
    (folder / "data" / "all" / "rules.yml").write_text(RULES, encoding="utf-8")
    (folder / "data" / "all" / "nlu.yml").write_text(nlu_file(), encoding="utf-8")


def nlu_file() -> str:
    """The examples in Rasa's format."""
    lines = ['version: "3.1"', "nlu:"]
    for intent, examples in EXAMPLES.items():
        lines += [f"  - intent: {intent}", "    examples: |", *(f"      - {example}" for example in examples)]
    return "\n".join(lines) + "\n"


def train(folder: Path) -> None:
    """As `bot.train` does, without its fingerprint."""
    code = "from pathlib import Path; from bot.train import train; import sys; sys.exit(not train(Path('models/desk-0123abcd.tar.gz')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def environment(**more: str) -> dict[str, str]:
    """This process's environment, from which `bot` can be imported."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "DESK_CLOCK": "2026-11-22T10:00:00+09:00", **more}


def start(folder: Path, port: int, desk_port: int, log: Path) -> subprocess.Popen[bytes]:
    """The server in a process of its own."""
    command = [sys.executable, "-m", "bot.boot", "run", "--model", "models/desk-0123abcd.tar.gz"]
    env = environment(RASA_GATEWAY_SECRET=SECRET, RASA_PORT=str(port), DESK_PORT=str(desk_port))
    with log.open("wb") as output:
        return subprocess.Popen(command, cwd=folder, env=env, stdout=output, stderr=subprocess.STDOUT)


def wait_until_ready(bot: SmallBot, process: subprocess.Popen[bytes]) -> None:
    """Raises AssertionError with the log when the server dies or takes two minutes."""
    for _ in range(240):
        assert process.poll() is None, bot.log.read_text(encoding="utf-8")
        try:
            if bot.get("health")[0] == 200:
                return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(bot.log.read_text(encoding="utf-8"))


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def fake_desk(asked: list[Json]) -> Iterator[int]:
    """Runs `action_echo`; fails at `action_fail`, answers nonsense to `action_wrong`."""

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(body)
            status, answer = answer_to(body)
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def answer_to(body: Json) -> tuple[int, Json]:
    """What the fake desk says to an action."""
    heard = body["tracker"]["latest_message"]["text"]
    if body["next_action"] == "action_echo":
        custom = {"type": "facts", "items": [1]}
        responses = [{"response": "utter_echo", "heard": heard, "custom": custom}]
        return 200, {"events": [{"event": "slot", "name": "note", "value": "gehört"}], "responses": responses}
    if body["next_action"] == "action_wrong":
        return 200, {"events": "none", "responses": []}
    return 500, {"error": f"cannot handle {heard}"}
