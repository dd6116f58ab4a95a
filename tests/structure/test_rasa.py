"""Rasa stays a closed room: loopback only, without its HTTP API, and without a memory of its own."""

import ast
from typing import Any

from desk.settings import ROOT
from tests.structure.source import read_yaml, tree_of

BOOT = ROOT / "bot" / "boot.py"


def call_of(function: str) -> dict[str, ast.expr]:
    """The keyword arguments of the one call of a function in the boot script."""
    calls = [node for node in ast.walk(tree_of(BOOT)) if isinstance(node, ast.Call)]
    found = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == function]
    assert len(found) == 1
    return {keyword.arg: keyword.value for keyword in found[0].keywords if keyword.arg}


def constants() -> dict[str, Any]:
    """What the boot script fixes at its top."""
    plain = [node for node in tree_of(BOOT).body if isinstance(node, ast.Assign)]
    named = [node for node in plain if isinstance(node.targets[0], ast.Name)]
    return {node.targets[0].id: ast.literal_eval(node.value) for node in named}  # type: ignore[attr-defined]


def test_rasa_listens_on_loopback_and_nowhere_else() -> None:
    interface = call_of("serve_application")["interface"]

    assert isinstance(interface, ast.Name)
    assert constants()[interface.id] == "127.0.0.1"


def test_rasas_http_api_stays_off() -> None:
    arguments = call_of("serve_application")

    assert ast.literal_eval(arguments["enable_api"]) is False
    assert not {"auth_token", "jwt_secret", "cors"} & arguments.keys()
    assert "--enable-api" not in BOOT.read_text(encoding="utf-8")


def test_rasa_tells_nobody_how_it_is_used() -> None:
    assert constants()["DEFAULTS"]["RASA_TELEMETRY_ENABLED"] == "false"


def test_the_gateway_is_the_only_channel() -> None:
    assert list(read_yaml(ROOT / "credentials.yml")) == ["bot.gateway.GatewayInput"]


def test_actions_are_called_on_loopback_with_the_shared_secret() -> None:
    endpoint = read_yaml(ROOT / "endpoints.yml")["action_endpoint"]

    assert endpoint["url"] == "http://127.0.0.1:${DESK_PORT}/rasa/actions"
    assert endpoint["headers"] == {"X-Gateway-Secret": "${RASA_GATEWAY_SECRET}"}


def test_rasa_keeps_nothing_between_messages() -> None:
    assert not {"tracker_store", "event_broker", "lock_store"} & read_yaml(ROOT / "endpoints.yml").keys()


def test_a_session_never_ends_by_itself() -> None:
    assert read_yaml(ROOT / "domain.yml")["session_config"]["session_expiration_time"] == 0
