"""Every error of the API as a problem document (RFC 9457), in sentences, without internals."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from desk.api.faults import fault_of
from desk.channels.rasa import RasaUnavailable
from desk.domain.cases import ImpossibleTransition
from desk.domain.indicators.period import ImpossiblePeriod
from desk.domain.needs import ImpossibleStep
from desk.domain.roles import NoCaseworker
from desk.services.asking import AlreadyAsked
from desk.services.case_rows import AlreadyTaken, NoSuchCase, NoSuchNeed, NoSuchStaff

log = structlog.get_logger(__name__)

MEDIA_TYPE = "application/problem+json"

#: what our own exceptions mean to a client
MEANINGS: Mapping[type[Exception], tuple[HTTPStatus, str]] = {
    NoSuchCase: (HTTPStatus.NOT_FOUND, "その番号の相談は見つかりません。"),
    NoSuchNeed: (HTTPStatus.NOT_FOUND, "その用件、または打診は、この相談にありません。"),
    AlreadyTaken: (HTTPStatus.CONFLICT, "先に{name}さんが引き受けています。"),
    AlreadyAsked: (HTTPStatus.CONFLICT, "{name}には、この用件をすでにお願いしたことがあります。"),
    ImpossibleStep: (HTTPStatus.CONFLICT, "いまの状態からその状態へは変えられません。"),
    NoSuchStaff: (HTTPStatus.UNPROCESSABLE_ENTITY, "その担当者は登録されていません。"),
    NoCaseworker: (HTTPStatus.UNPROCESSABLE_ENTITY, "{name}さんの役割では相談を担当できません。"),
    ImpossibleTransition: (HTTPStatus.CONFLICT, "いまの状態からその状態へは変えられません。"),
    ImpossiblePeriod: (
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "期間を読み取れません。from は to より前の日に、長さは10年以内にしてください（to の日は含みません）。",
    ),
    RasaUnavailable: (
        HTTPStatus.SERVICE_UNAVAILABLE,
        "ただいま自動応答が止まっています。しばらくしてからお試しください。",
    ),
}

#: sentences for what the framework says in English
DETAILS: Mapping[str, str] = {
    HTTPStatus.NOT_FOUND.phrase: "お探しのページはありません。アドレスをお確かめください。",
    HTTPStatus.METHOD_NOT_ALLOWED.phrase: "このアドレスでは、その操作はできません。",
    "There was an error parsing the body": "送られた本文を読み取れません。UTF-8のJSONで送ってください。",
}


def problem(
    status: int, detail: str, errors: Sequence[Mapping[str, Any]] = (), headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """A problem document; `errors` names the fields at fault."""
    body: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body["detail"] = detail
    if errors:
        body["errors"] = list(errors)
    return JSONResponse(body, status, media_type=MEDIA_TYPE, headers=dict(headers or {}))


async def on_http_error(_request: Request, error: Exception) -> JSONResponse:
    """Errors that handlers raise on purpose, and those of the framework, which come without a sentence."""
    assert isinstance(error, HTTPException)
    detail = DETAILS.get(error.detail, error.detail)
    return problem(error.status_code, detail, headers=error.headers)


async def on_invalid(_request: Request, error: Exception) -> JSONResponse:
    """A body or query that does not fit; what was sent is not repeated."""
    assert isinstance(error, RequestValidationError)
    faults = [fault_of(each) for each in error.errors()]
    fields = "、".join(each.field for each in faults)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"次の項目を確認してください：{fields}。", list(map(vars, faults)))


async def on_known(_request: Request, error: Exception) -> JSONResponse:
    """Exceptions of the services."""
    status, detail = MEANINGS[type(error)]
    return problem(status, detail.format(**vars(error)))


async def on_unexpected(_request: Request, error: Exception) -> JSONResponse:
    """Anything else: told kindly, logged with its traceback."""
    log.error("request_failed", exc_info=error)
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "処理中に問題が起きました。時間をおいてもう一度お試しください。")


def install(app: FastAPI) -> None:
    """Answer errors of this application as problem documents."""
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(RequestValidationError, on_invalid)
    for known in MEANINGS:
        app.add_exception_handler(known, on_known)
    app.add_exception_handler(Exception, on_unexpected)
