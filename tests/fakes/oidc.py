"""An organisation's login as OpenID Connect describes it, over HTTP; tests say who logs in and what goes wrong."""

import base64
import hashlib
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.fakes.serving import served

CLIENT, SECRET = "itabashi-desk", "a secret between the desk and the provider"


@dataclass
class FakeProvider:
    """The provider; what it puts into its tokens can be set."""

    url: str
    #: who is logged in there
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "u-1", "preferred_username": "sato"})
    #: changes to the description of itself
    described: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1", "use": "sig"}))
    #: signs in place of the published key
    signing: RSAKey | None = None
    refuses: bool = False
    #: what each code stands for: the parameters of the authorization
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)

    def token(self, nonce: str) -> str:
        """An id token for whoever is logged in."""
        now = int(time.time())
        usual = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce}
        return jwt.encode({"alg": "RS256", "kid": "1"}, usual | self.claims, self.signing or self.key)


@contextmanager
def fake_oidc(port: int) -> Iterator[FakeProvider]:
    """The provider on a port of this machine."""
    provider = FakeProvider(f"http://127.0.0.1:{port}")
    with served(app_of(provider), port):
        yield provider


def app_of(provider: FakeProvider) -> FastAPI:
    """Its four addresses."""
    app = FastAPI()

    @app.get("/.well-known/openid-configuration")
    def describe() -> dict[str, Any]:
        own = {
            "issuer": provider.url,
            "authorization_endpoint": f"{provider.url}/authorize",
            "token_endpoint": f"{provider.url}/token",
            "jwks_uri": f"{provider.url}/keys",
        }
        return own | provider.described

    @app.get("/authorize")
    def authorize(request: Request) -> Response:
        asked = dict(request.query_params)
        provider.asked.append(asked)
        back = {"state": asked["state"]}
        if provider.refuses:
            return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back | {'error': 'access_denied'})}", 302)
        code = secrets.token_urlsafe(16)
        provider.codes[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(back | {'code': code})}", 302)

    @app.post("/token")
    def exchange(
        request: Request,
        code: str = Form(),
        redirect_uri: str = Form(),
        code_verifier: str = Form(),
        grant_type: str = Form(),
    ) -> Response:
        asked = provider.codes.pop(code, None)
        expected = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or request.headers.get("authorization") != f"Basic {expected}":
            return JSONResponse({"error": "invalid_grant"}, 400)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(code_verifier.encode()).digest()).rstrip(b"=").decode()
        fits = challenge == asked["code_challenge"] and redirect_uri == asked["redirect_uri"]
        if not fits or grant_type != "authorization_code":
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": provider.token(asked["nonce"])})

    @app.get("/keys")
    def keys() -> dict[str, Any]:
        return {"keys": [provider.key.as_dict(private=False)]}

    return app
