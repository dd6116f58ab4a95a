"""Login with an account of the organisation: OpenID Connect's code flow with PKCE, state and nonce.

The desk trusts the provider about who somebody is, and about a second factor; who may come in, it decides itself:
members of staff who are registered and active, and, where roles are set, those of the groups that have one.
"""

import hashlib
import json
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Staff
from desk.domain.audit import Doer, Kind
from desk.domain.roles import Role
from desk.services.audit import record
from desk.services.context import Desk
from desk.services.safeguards import WrongKey
from desk.services.staff import NOBODY, LoginRefused, Stage, begin_session, set_password
from desk.services.staff_management import may_be_login

#: asymmetric ones only: a key that everybody may read must not sign
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]
#: seconds between leaving for the provider and coming back
PATIENCE = 600
_TIMEOUT = 10.0
_LEEWAY = 60


class ProviderTrouble(RuntimeError):
    """The provider does not answer, or answers with what cannot be trusted."""


@dataclass(frozen=True)
class Provider:
    """The organisation's login, and under which name and secret the desk is known there."""

    issuer: str
    client_id: str
    client_secret: str
    login_claim: str = "preferred_username"
    #: of groups in this claim, the first that is named here makes somebody new a member of staff of that role
    role_claim: str = ""
    roles: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True)
class Errand:
    """What the desk remembers while somebody is at the provider, in a cookie that only the desk can read."""

    state: str
    nonce: str
    verifier: str
    target: str
    at: int


def set_out(desk: Desk, provider: Provider, back: str, target: str) -> tuple[str, str]:
    """The provider's address to go to, and the sealed errand. `back` is where it sends people.

    Raises `ProviderTrouble`.
    """
    errand = Errand(_random(), _random(), _random(), target, int(time.time()))
    challenge = urlsafe_b64encode(hashlib.sha256(errand.verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back,
        "scope": "openid profile email",
        "state": errand.state,
        "nonce": errand.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    address = str(_described(provider)["authorization_endpoint"])
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{urlencode(asked)}", desk.safeguards.hide(json.dumps(asdict(errand)))


def come_back(
    desk: Desk, provider: Provider, back: str, sealed: str, given: Mapping[str, str], browser: str
) -> tuple[str, str]:
    """The token of a new session, and where the person wanted to go; `given` is what the provider sent along.

    Raises `ProviderTrouble`, and `LoginRefused` for somebody who is not an active member of staff.
    """
    errand = _unsealed(desk, sealed)
    if not secrets.compare_digest(given.get("state", "").encode(), errand.state.encode()) or "code" not in given:
        raise ProviderTrouble("the state does not fit, or the provider sent no code")
    claims = _exchanged(provider, back, given["code"], errand)
    login, subject = str(claims.get(provider.login_claim, "")), f"{provider.issuer}|{claims['sub']}"
    with desk.database.transaction() as session:
        staff = _known(session, login, subject) or _newcomer(session, desk, provider, claims, login, subject)
        token = begin_session(session, desk, staff, Stage.DONE, browser) if staff else None
        doer = Doer(staff.login if staff else NOBODY)
        record(session, desk, doer, Kind.LOGIN if staff else Kind.LOGIN_FAILED, doer.name, {"by": "oidc"})
    if token is None:
        raise LoginRefused(login)
    return token, errand.target


def _known(session: Session, login: str, subject: str) -> Staff | None:
    """By the subject, which is bound at the first time; a login that was given to somebody else later opens nothing."""
    bound = session.scalar(select(Staff).where(Staff.oidc_subject == subject))
    if bound is not None:
        return bound if bound.active else None
    fresh = select(Staff).where(Staff.login == login, Staff.active, Staff.oidc_subject.is_(None))
    staff = session.scalar(fresh.with_for_update())
    if staff is not None:
        staff.oidc_subject = subject
    return staff


def _newcomer(
    session: Session, desk: Desk, provider: Provider, claims: Mapping[str, Any], login: str, subject: str
) -> Staff | None:
    """Somebody whose group there has a role here is added; nobody is while no roles are set."""
    told = claims.get(provider.role_claim)
    groups = told if isinstance(told, list) else [told]
    role = next((role for group, role in provider.roles.items() if group in groups), None)
    taken = select(Staff.id).where((Staff.login == login) | (Staff.oidc_subject == subject))
    if role is None or not may_be_login(login) or session.scalar(taken) is not None:
        return None
    staff = Staff(login=login, name=str(claims.get("name") or login)[:100], role=role, oidc_subject=subject)
    staff.active = True
    set_password(staff, _random())  # which nobody knows
    session.add(staff)
    record(session, desk, Doer(login), Kind.STAFF_CHANGED, login, {"action": "added", "role": role, "by": "oidc"})
    return staff


def _unsealed(desk: Desk, sealed: str) -> Errand:
    try:
        errand = Errand(**json.loads(desk.safeguards.reveal(sealed)))
    except (WrongKey, ValueError, TypeError) as error:
        raise ProviderTrouble("no errand") from error
    if not 0 <= time.time() - errand.at <= PATIENCE:
        raise ProviderTrouble("too late")
    return errand


def _exchanged(provider: Provider, back: str, code: str, errand: Errand) -> dict[str, Any]:
    """The claims that the provider gives for a code, once all that can be checked is checked."""
    described = _described(provider)
    asked = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": errand.verifier,
    }
    answer = _fetched(
        "POST", described["token_endpoint"], data=asked, auth=(provider.client_id, provider.client_secret)
    )
    published = _fetched("GET", described["jwks_uri"])
    try:
        keys = KeySet.import_key_set(published)  # type: ignore[arg-type]
        claims = jwt.decode(str(answer.get("id_token", "")), keys, algorithms=ALGORITHMS).claims
        _rules(provider, errand).validate(claims)
    except (JoseError, ValueError, KeyError) as error:
        raise ProviderTrouble("the id token cannot be trusted") from error
    if isinstance(claims["aud"], list) and len(claims["aud"]) > 1 and claims.get("azp") != provider.client_id:
        raise ProviderTrouble("the id token is meant for somebody else")
    return claims


def _rules(provider: Provider, errand: Errand) -> jwt.JWTClaimsRegistry:
    return jwt.JWTClaimsRegistry(
        leeway=_LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        aud={"essential": True, "value": provider.client_id},
        sub={"essential": True},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": errand.nonce},
    )


def _described(provider: Provider) -> dict[str, Any]:
    """The provider's own description; it must be about the issuer that was set."""
    found = _fetched("GET", f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if found.get("issuer") != provider.issuer or not all(isinstance(found.get(name), str) for name in needed):
        raise ProviderTrouble("the provider describes itself as somebody else")
    return found


def _random() -> str:
    return secrets.token_urlsafe(32)


def _fetched(method: str, url: str, **sent: Any) -> dict[str, Any]:
    try:
        answer = httpx.request(method, url, timeout=_TIMEOUT, **sent).raise_for_status().json()
    except (httpx.HTTPError, ValueError) as error:
        raise ProviderTrouble(f"{method} failed") from error
    if not isinstance(answer, dict):
        raise ProviderTrouble("not an object")
    return answer
