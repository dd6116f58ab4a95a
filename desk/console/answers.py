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

from desk.channels.request import desk_of
from desk.channels.web.html import environment, page, policy
from desk.console import account_words, content_words, need_words, words
from desk.console.access import SAFE_METHODS, Forged, GoTo, NotAllowed, NotSignedIn
from desk.console.bell import serving, unread
from desk.console.navigation import NoSuchPage, sections_for
from desk.console.safety import check_readable, protect, record_refusal
from desk.domain.cases import ImpossibleTransition
from desk.domain.indicators.period import ImpossiblePeriod
from desk.domain.needs import ImpossibleStep, UnexplainedRefusal
from desk.domain.results import UnfitResult
from desk.domain.roles import NoCaseworker, may
from desk.services.asking import AlreadyAsked
from desk.services.canned import NoSuchCanned
from desk.services.case_rows import AlreadyTaken, NoSuchCase, NoSuchNeed, NoSuchStaff
from desk.services.coordinators import UnfitProfile
from desk.services.follow_ups import NoSuchFollowUp
from desk.services.linking import UnfitLink
from desk.services.occasions import NoSuchOccasion
from desk.services.results import AlreadyRecorded, NoSuchResult
from desk.services.reviews import AlreadyReviewed, NoSuchUtterance, UnfitReview
from desk.services.transcript_marks import AlreadyMarked

TEMPLATES = environment("desk.console")
TEMPLATES.globals["words"] = words
TEMPLATES.globals["need_words"] = need_words
TEMPLATES.globals["account_words"] = account_words
TEMPLATES.globals["unread"] = unread
TEMPLATES.globals["sections_for"] = sections_for
TEMPLATES.globals["may"] = may
LOGIN = "/console/login"
#: fields of forms in which people write; what cannot be taken is shown to them again
KEPT = ("text", "title", "outcome", "note", "partner", "reference", "reason")

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
    NotAllowed: (
        HTTPStatus.FORBIDDEN,
        "この画面や操作は、あなたの役割では使えません。必要なときは管理者にご相談ください。書いた内容は下に残してあります。",
    ),
    NoSuchPage: (HTTPStatus.NOT_FOUND, "お探しの画面はありません。アドレスを確かめるか、一覧から選び直してください。"),
    NoSuchCase: (HTTPStatus.NOT_FOUND, "その番号の相談は見つかりません。番号を確かめるか、一覧から探してください。"),
    NoSuchStaff: (HTTPStatus.UNPROCESSABLE_ENTITY, "その担当者は登録されていません。画面を開き直して選んでください。"),
    NoCaseworker: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "{name}さんの役割では相談を担当できません。ほかの担当者を選んでください。役割は管理者が変えられます。",
    ),
    ImpossibleTransition: (
        HTTPStatus.CONFLICT,
        "いまの状態からは変えられません。ほかの人が先に変えたかもしれません。画面を開き直して確かめてください。",
    ),
    NoSuchNeed: (
        HTTPStatus.NOT_FOUND,
        "その用件、または打診は、この相談に見つかりません。画面を開き直して確かめてください。",
    ),
    AlreadyTaken: (
        HTTPStatus.CONFLICT,
        "先に{name}さんが引き受けています。代わるときは、{name}さんと話してから担当を変えてください。",
    ),
    AlreadyAsked: (
        HTTPStatus.CONFLICT,
        "{name}には、この用件をすでにお願いしたことがあります。たらい回しを防ぐため、同じ相手には二度お願いできません。",
    ),
    ImpossibleStep: (
        HTTPStatus.CONFLICT,
        "この用件はいまの状態からは変えられません。ほかの人が先に変えたかもしれません。画面を開き直して確かめてください。",
    ),
    UnexplainedRefusal: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "辞退の理由が「その他」のときは、理由を短く書いてください。次に引き受ける人の助けになります。",
    ),
    UnfitProfile: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "時間や日付を確かめてください。終わりは、始まりより後にしてください。",
    ),
    NoSuchCanned: (
        HTTPStatus.NOT_FOUND,
        "その定型文は見つかりません。一覧から外されたかもしれません。一覧を開き直してください。",
    ),
    UnfitLink: (
        HTTPStatus.CONFLICT,
        "その相談とはつなげません。この相談自身か、すでにつながっている相談です。番号を確かめてください。",
    ),
    NoSuchOccasion: (
        HTTPStatus.NOT_FOUND,
        "その日程は見つかりません。取りやめになったかもしれません。一覧を開き直してください。",
    ),
    NoSuchUtterance: (
        HTTPStatus.NOT_FOUND,
        "その発言は確認待ちにありません。書き出したあとの確認は取り消せません。一覧から選び直してください。",
    ),
    AlreadyMarked: (
        HTTPStatus.CONFLICT,
        "この発言には、同じ印がすでに付いています。相談の画面に戻って、経過を確かめてください。",
    ),
    AlreadyReviewed: (
        HTTPStatus.CONFLICT,
        "この発言、または同じ文の発言は、先に確認されています。一覧を開き直して、次の発言へ進んでください。",
    ),
    UnfitReview: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "記録できませんでした。意図を選んだか、読み落とした言葉が文のとおりに書かれているかを確かめてください。",
    ),
    UnfitResult: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "成果を記録できませんでした。{advice}書いた内容は下に残してあります。",
    ),
    AlreadyRecorded: (
        HTTPStatus.CONFLICT,
        "同じ成果がこの相談に記録されています。別のものなら、日付・相手・番号などで区別できるように書いてください。",
    ),
    NoSuchFollowUp: (
        HTTPStatus.NOT_FOUND,
        "その確認は見つかりません。ほかの人か相談者ご本人が、先に答えたかもしれません。一覧を開き直してください。",
    ),
    NoSuchResult: (
        HTTPStatus.NOT_FOUND,
        "その成果は、この相談の記録に見つかりません。先に取り消されたかもしれません。画面を開き直してください。",
    ),
    ImpossiblePeriod: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "期間を確かめてください。終わりの日は始まりの日と同じか後に、長さは10年以内にしてください。",
    ),
    **account_words.MEANINGS,
    **content_words.MEANINGS,
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
            serving(desk_of(request))
            try:
                await check_readable(request)
                return await handler(request)
            except NotSignedIn:
                return await _sign_in_first(request)
            except GoTo as elsewhere:
                return go(elsewhere.path)
            except NotAllowed as error:
                await record_refusal(request)
                return await _explained(request, error)
            except tuple(MEANINGS) as error:
                return await _explained(request, error)

        async def protected(request: Request) -> Response:
            return protect(await answer(request))

        return protected


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
    text = text.format(**vars(error))
    return show("problem.html", status, title=words.PROBLEMS[status], text=text, kept=await _written(request))


async def _written(request: Request) -> str:
    """What was typed into the form that could not be taken."""
    if request.method in SAFE_METHODS:
        return ""
    form = await request.form()
    return "\n".join(value for name in KEPT if isinstance(value := form.get(name), str))
