"""Configuration: what is wrong is named, and production makes nothing up."""

import pytest

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
