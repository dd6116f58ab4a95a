"""Configuration: what is wrong is named, and production makes nothing up."""

import pytest
from pydantic import ValidationError

from desk.domain.roles import Role
from desk.settings import Settings, settings


def test_a_wrong_setting_ends_the_process_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_PORT", "eight thousand")
    settings.cache_clear()

    with pytest.raises(SystemExit, match="port"):
        settings()


@pytest.mark.parametrize(
    ("given", "named"),
    [({}, "DESK_API_TOKEN"), ({"api_token": "long and secret"}, "DESK_SECURE_COOKIES")],
)
def test_production_asks_for_what_it_must_not_make_up(given: dict[str, str], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        Settings(environment="production", **given)


def test_production_starts_with_everything_set() -> None:
    assert Settings(environment="production", api_token="long and secret", secure_cookies=True).secure_cookies


@pytest.mark.parametrize("url", ["postgres://desk@db/desk", "postgresql://desk@db/desk"])
def test_plain_postgresql_addresses_get_the_driver(url: str) -> None:
    assert Settings(database_url=url).database_url == "postgresql+psycopg://desk@db/desk"


@pytest.mark.parametrize(
    "incomplete",
    [
        {"oidc_issuer": "https://login.example.lg.jp"},
        {"oidc_issuer": "https://login.example.lg.jp", "oidc_client_id": "desk"},
        {"oidc_client_secret": "secret"},
    ],
)
def test_a_login_elsewhere_is_set_whole_or_not_at_all(incomplete: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="are set together"):
        Settings(_env_file=None, **incomplete)


def test_in_production_a_login_elsewhere_is_reached_over_tls() -> None:
    production = {"environment": "production", "api_token": "x", "secure_cookies": True}
    login = {"oidc_issuer": "http://login.example.lg.jp", "oidc_client_id": "desk", "oidc_client_secret": "secret"}

    with pytest.raises(ValidationError, match="https://"):
        Settings(_env_file=None, **production, **login)


@pytest.mark.parametrize("role", Role)
def test_every_role_can_be_given_to_a_group(role: Role) -> None:
    assert Settings(_env_file=None, oidc_roles=f"desk={role},others=editor").oidc_roles


@pytest.mark.parametrize("roles", ["desk", "desk=king", "=lead", "desk=lead,"])
def test_a_role_that_does_not_exist_is_given_to_no_group(roles: str) -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None, oidc_roles=roles)
