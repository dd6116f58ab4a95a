"""Logging in with an account of the organisation: out to its provider, and back."""

from http import HTTPStatus

import structlog
from fastapi import APIRouter, Request
from starlette.responses import Response

from desk.channels.request import desk_of
from desk.console.answers import LOGIN, ConsoleRoute, go
from desk.console.login import HOME, form, inside, welcome
from desk.domain.browsers import browser_of
from desk.domain.roles import Role
from desk.services.oidc import PATIENCE, Provider, ProviderTrouble, come_back, set_out
from desk.services.staff import LoginRefused
from desk.settings import Settings

log = structlog.get_logger(__name__)

PATH = "/console/oidc"
ERRAND_COOKIE = "desk_errand"
TROUBLE = (
    "組織のアカウントでのログインを終えられませんでした。もう一度お試しください。"
    "続くときは、パスワードでログインするか、管理者にご連絡ください。"
)
STRANGER = "組織のアカウントは確かめられましたが、この窓口の職員として登録されていません。管理者にご連絡ください。"

router = APIRouter(prefix=PATH, include_in_schema=False, route_class=ConsoleRoute)


@router.get("/start")
def start(request: Request, next: str = HOME) -> Response:
    """Out to the provider."""
    provider = provider_of(request.app.state.settings)
    if provider is None:
        return go(LOGIN)
    try:
        address, errand = set_out(desk_of(request), provider, _back(request), inside(next))
    except ProviderTrouble as trouble:
        return _told(request, trouble)
    response = go(address)
    secure: bool = request.app.state.settings.secure_cookies
    response.set_cookie(ERRAND_COOKIE, errand, PATIENCE, path=PATH, httponly=True, samesite="lax", secure=secure)
    return response


@router.get("/return")
def finish(request: Request) -> Response:
    """Back from the provider: into the console, or to the login with a word why not."""
    provider = provider_of(request.app.state.settings)
    if provider is None:
        return go(LOGIN)
    sealed, browser = request.cookies.get(ERRAND_COOKIE, ""), browser_of(request.headers.get("user-agent", ""))
    try:
        token, target = come_back(
            desk_of(request), provider, _back(request), sealed, dict(request.query_params), browser
        )
    except ProviderTrouble as trouble:
        return _told(request, trouble)
    except LoginRefused:
        return _ended(form(request, HOME, trouble=STRANGER))
    return _ended(welcome(request, desk_of(request), token, target))


def provider_of(chosen: Settings) -> Provider | None:
    """The provider that the settings name."""
    if not (chosen.oidc_issuer and chosen.oidc_client_id and chosen.oidc_client_secret):
        return None
    secret = chosen.oidc_client_secret.get_secret_value()
    named = (each.rsplit("=", 1) for each in (chosen.oidc_roles or "").split(",") if each)
    roles = {group.strip(): Role(role) for group, role in named}
    own = (chosen.oidc_issuer, chosen.oidc_client_id, secret)
    return Provider(*own, chosen.oidc_login_claim, chosen.oidc_role_claim, roles)


def _back(request: Request) -> str:
    """Where the provider sends people: below the public address of the desk."""
    base = request.app.state.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}{PATH}/return"


def _told(request: Request, trouble: ProviderTrouble) -> Response:
    log.warning("oidc_failed", reason=str(trouble))
    response = form(request, HOME, trouble=TROUBLE)
    response.status_code = HTTPStatus.BAD_GATEWAY
    return _ended(response)


def _ended(response: Response) -> Response:
    """The errand serves once."""
    response.delete_cookie(ERRAND_COOKIE, path=PATH)
    return response
