"""How the console answers: pages, redirects, and the one place where its errors become pages in words."""

from collections.abc import Callable, Coroutine, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.routing import APIRoute
from starlette.responses import Response

from desk.channels.web.html import environment, page, policy
from desk.console import words
from desk.console.access import SAFE_METHODS, Forged, NotSignedIn
from desk.domain.cases import ImpossibleTransition
from desk.services.cases import NoSuchCase, NoSuchStaff
from desk.services.reviews import AlreadyReviewed, NoSuchUtterance, UnfitReview

TEMPLATES = environment("desk.console")
TEMPLATES.globals["words"] = words
LOGIN = "/console/login"

#: what errors mean to the person at the console
MEANINGS: Mapping[type[Exception], tuple[HTTPStatus, str]] = {
    NotSignedIn: (
        HTTPStatus.UNAUTHORIZED,
        "ログインの期限が切れました。もう一度ログインしてください。書いた内容は下に残してあります。",
    ),
    Forged: (
        HTTPStatus.FORBIDDEN,
        "画面の有効期限が切れたか、別の場所から送られたため、受け付けませんでした。画面を開き直してやり直してください。",
    ),
    NoSuchCase: (HTTPStatus.NOT_FOUND, "その番号の相談は見つかりません。番号を確かめるか、一覧から探してください。"),
    NoSuchStaff: (HTTPStatus.UNPROCESSABLE_ENTITY, "その担当者は登録されていません。画面を開き直して選んでください。"),
    ImpossibleTransition: (
        HTTPStatus.CONFLICT,
        "いまの状態からは変えられません。ほかの人が先に変えたかもしれません。画面を開き直して確かめてください。",
    ),
    NoSuchUtterance: (
        HTTPStatus.NOT_FOUND,
        "その発言は確認待ちにありません。書き出したあとの確認は取り消せません。一覧から選び直してください。",
    ),
    AlreadyReviewed: (
        HTTPStatus.CONFLICT,
        "この発言、または同じ文の発言は、先に確認されています。一覧を開き直して、次の発言へ進んでください。",
    ),
    UnfitReview: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "記録できませんでした。意図を選んだか、読み落とした言葉が文のとおりに書かれているかを確かめてください。",
    ),
    RequestValidationError: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "入力を受け付けられませんでした。空の欄がないか、長すぎないかを確かめて、もう一度送ってください。",
    ),
}


class ConsoleRoute(APIRoute):
    """A route of the console: its errors are pages that say what to do."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with the errors it may raise turned into answers."""
        handler = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await handler(request)
            except NotSignedIn:
                return await _sign_in_first(request)
            except tuple(MEANINGS) as error:
                return await _explained(request, error)

        return answer


def show(name: str, status: int = HTTPStatus.OK, **context: Any) -> HTMLResponse:
    """A page of the console."""
    return page(TEMPLATES, name, policy(), status, **context)


def go(path: str) -> RedirectResponse:
    """On to a page, after something was done: loading it again repeats nothing."""
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)


async def _sign_in_first(request: Request) -> Response:
    """To the login and back. A page that only watches is told; what was written is shown, so that it is not lost."""
    if "x-watching" in request.headers:
        return Response(status_code=HTTPStatus.UNAUTHORIZED)
    if request.method not in SAFE_METHODS:
        return await _explained(request, NotSignedIn())
    target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return go(f"{LOGIN}?next={quote(target, safe='')}")


async def _explained(request: Request, error: Exception) -> Response:
    status, text = next(meaning for kind, meaning in MEANINGS.items() if isinstance(error, kind))
    return show("problem.html", status, title=words.PROBLEMS[status], text=text, kept=await _written(request))


async def _written(request: Request) -> str:
    """What was typed into the form that could not be taken."""
    if request.method in SAFE_METHODS:
        return ""
    form = await request.form()
    return "\n".join(value for name in ("text", "outcome") if isinstance(value := form.get(name), str))
