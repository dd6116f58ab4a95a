"""Every setting is documented, and nothing is documented that is no setting."""

import re
from typing import Any

import pytest
from pydantic import SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from desk.settings import ROOT, Settings

ROW = re.compile(r"^\| `(?P<variable>[A-Z_]+)` \| (?P<default>.*?) \| (?P<meaning>.+) \|$", re.MULTILINE)
DOCUMENT = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
ROWS = {row["variable"]: row for row in ROW.finditer(DOCUMENT)}
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def variable_of(name: str, field: FieldInfo) -> str:
    """The name in the environment."""
    return str(field.validation_alias or f"{Settings.model_config['env_prefix']}{name}").upper()


FIELDS = {variable_of(name, field): field for name, field in Settings.model_fields.items()}


def shown(default: Any) -> str:
    """A default as the document writes it."""
    if default is None:
        return "none"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{default}`".replace(f"{ROOT}/", "")


def test_the_document_lists_the_settings_and_nothing_else() -> None:
    assert sorted(ROWS) == sorted(FIELDS)


@pytest.mark.parametrize("variable", FIELDS)
def test_a_default_is_documented_as_it_is(variable: str) -> None:
    default = FIELDS[variable].default
    assert default is not PydanticUndefined, "every setting has a default"

    assert ROWS[variable]["default"] == shown(default)


@pytest.mark.parametrize("variable", FIELDS)
def test_a_setting_says_what_it_means(variable: str) -> None:
    assert FIELDS[variable].description
    assert len(ROWS[variable]["meaning"]) > 10


def test_the_example_names_nothing_that_is_no_setting() -> None:
    assert set(re.findall(r"^#? ?([A-Z_]+)=", EXAMPLE, re.MULTILINE)) <= set(FIELDS)


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_PORT", "8123")
    monkeypatch.setenv("RASA_PORT", "5123")
    monkeypatch.setenv("DESK_CLOCK", "2026-11-24T10:00:00+09:00")

    read = Settings(_env_file=None)

    assert (read.base_url, read.rasa_url) == ("http://127.0.0.1:8123", "http://127.0.0.1:5123")
    assert read.clock is not None
    assert read.clock.isoformat() == "2026-11-24T10:00:00+09:00"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_PORT", "")
    monkeypatch.setenv("DESK_API_TOKEN", "")

    read = Settings(_env_file=None)

    assert (read.port, read.api_token) == (8000, None)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DESK_PORT", "eighty"),
        ("DESK_PORT", "70000"),
        ("DESK_CLOCK", "2026-11-24T10:00:00"),
        ("DESK_REST_CHANNEL", "maybe"),
        ("DESK_ENVIRONMENT", "staging"),
        ("DESK_RASA_TIMEOUT_SECONDS", "0"),
    ],
)
def test_a_value_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)

    with pytest.raises(ValidationError):
        Settings(_env_file=None)


@pytest.mark.parametrize(
    "url", ["postgres://ward@db/desk", "postgresql://ward@db/desk", "postgresql+psycopg://ward@db/desk"]
)
def test_every_way_to_write_postgresql_means_the_current_driver(url: str) -> None:
    assert Settings(_env_file=None, database_url=url).database_url == "postgresql+psycopg://ward@db/desk"


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    read = Settings(_env_file=None, api_token="api-token-1", RASA_GATEWAY_SECRET="gateway-secret-1")

    assert isinstance(read.api_token, SecretStr)
    assert not any(secret in repr(read) for secret in ("api-token-1", "gateway-secret-1"))
