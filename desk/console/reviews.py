"""Messages that were hardly understood, one after the other, and what they should have been taken for."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.audit import Kind
from desk.domain.intents import GROUPS, INTENTS
from desk.domain.roles import Permission
from desk.domain.utterances import PERSONAL
from desk.services.reviews import Reading, Waiting, read_reviews, save_review, withdraw_review

HOME = "/console/reviews"
#: guesses of the model that are offered first
OFFERED = 3
OTHER, SKIP = "other", "skip"
DONE = {
    "saved": "記録しました。次の発言へ進みました。",
    "skipped": "使わない発言として記録しました。次の発言へ進みました。",
    "withdrawn": "取り消しました。発言は確認待ちに戻りました。",
}
USES = {"training": "学習用", "test": "テスト用", None: "使わない"}
ENTITIES = {
    "tech_theme": "技術・テーマ",
    "organization": "大学・機関",
    "company_name": "会社名",
    "person_name": "お名前",
}

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.REVIEW))],
)
REVIEW = [Depends(audited(Kind.MESSAGE_REVIEWED))]


@router.get("", dependencies=[Depends(audited(Kind.MESSAGES_READ))])
def reviews(
    request: Request,
    desk: TheDesk,
    member: SignedIn,
    message: int | None = None,
    done: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """The queue with the form for `message`; for the newest when it is not named or no longer waits."""
    found = read_reviews(desk, request.app.state.settings.review_below)
    return show(
        "reviews.html",
        member=member,
        reviews=found,
        one=_chosen(found.waiting, message),
        groups=GROUPS,
        intents=INTENTS,
        offered=OFFERED,
        uses=USES,
        entities=ENTITIES,
        personal=PERSONAL,
        done=DONE.get(done, ""),
    )


@router.post("/{message_id}", dependencies=REVIEW)
def settle(
    message_id: int,
    desk: TheDesk,
    member: SignedIn,
    intent: Annotated[str, Form(max_length=50)],
    other: Annotated[str, Form(max_length=50)] = "",
    kept: Annotated[list[int], Form(max_length=100)] = [],  # noqa: B006 - FastAPI copies it
    entity: Annotated[str, Form(max_length=50)] = "",
    words: Annotated[str, Form(max_length=200)] = "",
) -> RedirectResponse:
    """Keep what the message meant, and go on to the next."""
    meant = {OTHER: other, SKIP: None}.get(intent, intent)
    added = (entity, words.strip()) if words.strip() else None
    save_review(desk, message_id, Reading(meant, frozenset(kept), added), member.id)
    return go(f"{HOME}?done={'saved' if meant else 'skipped'}")


@router.post("/{message_id}/withdraw", dependencies=REVIEW)
def withdraw(message_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Put the message back into the queue."""
    withdraw_review(desk, message_id)
    return go(f"{HOME}?message={message_id}&done=withdrawn")


def _chosen(waiting: list[Waiting], message_id: int | None) -> Waiting | None:
    named = (each for each in waiting if each.message_id == message_id)
    return next(named, waiting[0] if waiting else None)
