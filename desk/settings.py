"""All configuration, from the environment and an optional `.env`; `docs/settings.md` describes each variable."""

import sys
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from pydantic import AwareDatetime, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent

_ROLE = "[^=,]+=(coordinator|lead|editor|administrator|auditor)"
OIDC_ROLES = f"^{_ROLE}(,{_ROLE})*$"


class Settings(BaseSettings):
    """Every variable the desk reads. Names in the environment are upper case: `DESK_PORT`."""

    model_config = SettingsConfigDict(env_file=".env", env_prefix="DESK_", extra="ignore", env_ignore_empty=True)

    environment: Literal["development", "production"] = Field(
        "development", description="production refuses to start with secrets made up on the spot"
    )
    ward: str = Field("板橋区", description="the ward that runs this desk: its programs come first")
    host: str = Field("127.0.0.1", description="address the application listens on; a TLS proxy stands before it")
    port: int = Field(8000, ge=1, le=65535, description="port of the application")
    database_url: str = Field(
        f"sqlite:///{ROOT}/var/desk.sqlite3", description="SQLAlchemy URL: SQLite, or postgresql+psycopg://…"
    )
    redis_url: str | None = Field(None, description="Redis that several application processes share (redis://…)")
    clock: AwareDatetime | None = Field(None, description="an ISO time with offset at which the clock stands still")
    api_token: SecretStr | None = Field(None, description="bearer token of the staff API; made up in development")
    rest_channel: Literal["on", "off"] = Field("on", description="the REST channel for programs and tests")
    frame_ancestors: str = Field("'self'", description="websites that may embed the chat panel (CSP source list)")
    secure_cookies: bool = Field(False, description="mark cookies Secure; on behind TLS, so always in production")
    log_format: Literal["console", "json"] = Field("console", description="readable lines, or one JSON object a line")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="least level that is logged")
    rasa_timeout_seconds: float = Field(20.0, gt=0, description="how long one message may take inside Rasa")
    rasa_patience_seconds: float = Field(
        30.0, ge=0, description="how long a message waits for a Rasa that is starting again"
    )
    review_below: float = Field(
        0.5, ge=0, le=1, description="messages understood with less confidence wait for staff to look at them"
    )
    retention_days: int | None = Field(
        None, ge=365, description="days without anything new after which a conversation is forgotten; none: kept"
    )
    public_url: str | None = Field(None, description="address under which staff reach the desk; stands in letters")
    smtp_url: SecretStr | None = Field(None, description="mail server for notices to staff; none: console only")
    mail_from: str | None = Field(None, description="sender of notices to staff")
    secret_key: SecretStr | None = Field(
        None, min_length=32, description="protects secrets of accounts; none: a file in var/ that is made once"
    )
    second_factor: Literal["off", "optional", "required"] = Field(
        "optional", description="a code beside the password; administrators need it in production unless it is off"
    )
    oidc_issuer: str | None = Field(None, description="the organisation's own login (OpenID Connect)")
    oidc_client_id: str | None = Field(None, description="the desk's name there")
    oidc_client_secret: SecretStr | None = Field(None, description="the desk's secret there")
    oidc_login_claim: str = Field("preferred_username", description="the claim that holds the login of the desk")
    oidc_role_claim: str = Field("groups", description="the claim that holds groups of the organisation")
    oidc_roles: str | None = Field(
        None,
        pattern=OIDC_ROLES,
        description="groups whose members are added: desk-leads=lead,desk=coordinator",
    )
    rasa_port: int = Field(5005, ge=1, le=65535, validation_alias="RASA_PORT", description="Rasa's port on loopback")
    rasa_gateway_secret: SecretStr | None = Field(
        None,
        validation_alias="RASA_GATEWAY_SECRET",
        description="shared with Rasa's gateway channel; `make run` makes one",
    )

    @field_validator("database_url")
    @classmethod
    def name_the_driver(cls, url: str) -> str:
        """`postgres://` and `postgresql://` mean psycopg 3 here."""
        for plain in ("postgres://", "postgresql://"):
            if url.startswith(plain):
                return "postgresql+psycopg://" + url.removeprefix(plain)
        return url

    @model_validator(mode="after")
    def be_able_to_write(self) -> Self:
        """Mail needs a server and a sender."""
        if bool(self.smtp_url) != bool(self.mail_from):
            raise ValueError("DESK_SMTP_URL and DESK_MAIL_FROM are set together, or neither")
        if self.smtp_url and not self.smtp_url.get_secret_value().startswith(("smtp://", "smtps://")):
            raise ValueError("DESK_SMTP_URL begins with smtp:// or smtps://")
        return self

    @model_validator(mode="after")
    def know_the_other_login_whole(self) -> Self:
        """A login elsewhere needs its address, a name and a secret; in production they travel over TLS."""
        if len({bool(each) for each in (self.oidc_issuer, self.oidc_client_id, self.oidc_client_secret)}) > 1:
            raise ValueError("DESK_OIDC_ISSUER, DESK_OIDC_CLIENT_ID and DESK_OIDC_CLIENT_SECRET are set together")
        if self.environment == "production" and self.oidc_issuer and not self.oidc_issuer.startswith("https://"):
            raise ValueError("DESK_OIDC_ISSUER begins with https:// in production")
        return self

    @model_validator(mode="after")
    def be_fit_for_the_public(self) -> Self:
        """In production nothing is made up on the spot, and cookies travel over TLS only."""
        if self.environment == "production" and self.api_token is None:
            raise ValueError("DESK_API_TOKEN must be set in production")
        if self.environment == "production" and not self.secure_cookies:
            raise ValueError("DESK_SECURE_COOKIES must be true in production")
        return self

    @property
    def rasa_url(self) -> str:
        """Base address of Rasa, always on this machine."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def base_url(self) -> str:
        """Address of the application for people on this machine."""
        return f"http://{'127.0.0.1' if self.host == '0.0.0.0' else self.host}:{self.port}"


@lru_cache
def settings() -> Settings:
    """The settings of this process, read once; a wrong one ends it with a sentence that names it."""
    try:
        return Settings()
    except ValidationError as error:
        faults = [f"  {'.'.join(map(str, each['loc'])) or 'settings'}: {each['msg']}" for each in error.errors()]
        sys.exit("\n".join(["These settings need mending (see docs/settings.md):", *faults]))
