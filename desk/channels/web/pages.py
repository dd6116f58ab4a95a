"""What the public sees: the demonstration page of the ward, the list of programs, the chat panel and its files."""

from http import HTTPStatus
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from desk.channels.request import TheDesk
from desk.channels.web.html import HEADERS, environment, page, policy
from desk.channels.web.listing import WHEN, Wish, list_programs, places_to_choose
from desk.channels.web.sheet import sheet_of, shown
from desk.domain.facts import PURPOSES
from desk.domain.program_words import AUDIENCES, KINDS, amount_words, area_words
from desk.domain.programs import Program
from desk.services.context import Desk

HERE = Path(__file__).parent
TEMPLATES = environment("desk.channels.web")
#: scripts of these pages cannot turn text into markup
TRUSTED = {"require_trusted_types_for": "'script'", "trusted_types": "'none'"}
#: files may be kept, but are asked for again, so that a new release is seen at once
FILE_HEADERS = {**HEADERS, "Cache-Control": "no-cache", "Cross-Origin-Resource-Policy": "cross-origin"}

#: what a link checker sends, too
READ = ["GET", "HEAD"]

router = APIRouter(include_in_schema=False)
_files = StaticFiles(directory=HERE / "static")


@router.api_route("/", methods=READ)
def home(desk: TheDesk) -> HTMLResponse:
    """The desk as the ward presents it, with the chat embedded as any website would embed it."""
    count = sum(program.published for program in desk.catalogue.programs)
    return page(TEMPLATES, "home.html", policy(frame_src="'self'", **TRUSTED), profile=desk.profile, programs=count)


@router.api_route("/programs", methods=READ)
def programs(desk: TheDesk, wish: Annotated[Wish, Query()]) -> HTMLResponse:
    """The programs the desk knows, for reading without the chat."""
    catalogue, today = desk.catalogue, desk.now().date()
    return page(
        TEMPLATES,
        "programs.html",
        policy(frame_src="'self'", **TRUSTED),
        profile=desk.profile,
        wish=wish,
        narrowed=wish != Wish(),
        groups=list_programs(catalogue.programs, wish, today, desk.profile.ward, catalogue.areas),
        purposes=PURPOSES,
        places=places_to_choose(catalogue.areas, catalogue.programs),
        kinds=KINDS,
        when=WHEN,
    )


@router.api_route("/programs/{program_id}", methods=READ)
def program(desk: TheDesk, program_id: str) -> HTMLResponse:
    """One program: who, how much, when, what to do first, and where that is written."""
    found = desk.catalogue.program(program_id)
    if found is None or not shown(found):
        csp = policy(frame_src="'self'", **TRUSTED)
        return page(TEMPLATES, "missing.html", csp, HTTPStatus.NOT_FOUND, profile=desk.profile)
    return draw_program(desk, found)


def draw_program(desk: Desk, found: Program, template: str = "program.html", back: str = "") -> HTMLResponse:
    """A program's page, for the public or, by another template, for staff who look at it first."""
    return page(
        TEMPLATES,
        template,
        policy(frame_src="'self'", **TRUSTED),
        profile=desk.profile,
        sheet=sheet_of(found, desk.catalogue, desk.now().date(), desk.profile.ward),
        amount=amount_words(found.amount),
        area=area_words(found),
        audience=AUDIENCES[found.audience],
        kinds=KINDS,
        back=back,
    )


@router.api_route("/chat", methods=READ)
def chat(request: Request, desk: TheDesk) -> HTMLResponse:
    """The chat panel; the settings name the websites that may embed it."""
    ancestors = request.app.state.settings.frame_ancestors
    return page(TEMPLATES, "chat.html", policy(frame_ancestors=ancestors, **TRUSTED), profile=desk.profile)


@router.api_route("/widget.js", methods=READ)
def widget() -> FileResponse:
    """The script that a website embeds with one tag."""
    return FileResponse(HERE / "static" / "widget.js", media_type="text/javascript", headers=FILE_HEADERS)


@router.api_route("/static/{path:path}", methods=READ)
async def static(path: str, request: Request) -> Response:
    """Styles, scripts and the icon."""
    response = await _files.get_response(path, request.scope)
    response.headers.update(FILE_HEADERS)
    return response
