"""The public pages: useful without the chat, and with nothing in them that a strict policy would forbid."""

import asyncio
import re
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from desk.catalogue import load_catalogue
from desk.channels.web import pages
from desk.channels.web.html import in_parts
from desk.db.engine import Database
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.settings import ROOT, Settings
from tests.conftest import SettableClock
from tests.fakes.publishing import NothingPublished

PUBLIC = ["/", "/programs", "/chat"]
STATIC = Path(pages.HERE / "static")
FILES = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())
TEMPLATES = sorted((pages.HERE / "templates").glob("*.html"))


@pytest.fixture
def desk(clock: SettableClock) -> Desk:
    """A desk whose record nobody asks for."""
    profile = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区")
    return Desk(Database("sqlite://"), load_catalogue(), profile, clock, published=NothingPublished())


@pytest.fixture
def app(desk: Desk) -> FastAPI:
    """The public pages alone."""
    app = FastAPI()
    app.state.desk = desk
    app.state.settings = Settings(_env_file=None, frame_ancestors="'self' https://www.city.example.lg.jp")
    app.include_router(pages.router)
    return app


def get(app: FastAPI, path: str, method: str = "GET") -> httpx.Response:
    """One request."""

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://desk") as client:
            return await client.request(method, path)

    return asyncio.run(ask())


def directives(response: httpx.Response) -> dict[str, str]:
    """The content security policy, by directive."""
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts}


@pytest.mark.parametrize("path", PUBLIC)
def test_a_page_may_load_nothing_but_the_desk_s_own_files(app: FastAPI, path: str) -> None:
    policy = directives(get(app, path))
    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    for kind in ("script-src", "style-src", "connect-src", "font-src"):
        assert policy[kind] == "'self'"


def test_only_the_websites_named_in_the_settings_may_embed_the_chat(app: FastAPI) -> None:
    assert directives(get(app, "/chat"))["frame-ancestors"] == "'self' https://www.city.example.lg.jp"
    assert directives(get(app, "/"))["frame-ancestors"] == "'none'"
    assert directives(get(app, "/"))["frame-src"] == "'self'"


class Inline(HTMLParser):
    """Collects what a strict policy forbids in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.found += [name for name in named if name == "style" or name.startswith("on")]
        self._open_script = tag == "script" and "src" not in named
        if tag == "style" or self._open_script:
            self.found.append(tag)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_inline_script_or_style(template: Path) -> None:
    parser = Inline()
    parser.feed(template.read_text(encoding="utf-8"))
    assert parser.found == []


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".js")])
def test_no_script_turns_text_into_markup_or_calls_elsewhere(name: str) -> None:
    script = (STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|localStorage", script)
    assert set(re.findall(r"https?://[\w.]+", script)) <= {"http://www.w3.org"}


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".css")])
def test_no_style_loads_anything_from_elsewhere(name: str) -> None:
    assert not re.search(r"@import|url\(", (STATIC / name).read_text(encoding="utf-8"))


def test_the_desk_is_found_without_any_script(app: FastAPI) -> None:
    for path in PUBLIC:
        page = get(app, path).text
        assert "区役所の産業振興担当窓口" in page
        assert "月・火・水・木・金 9:00〜17:00" in page
    assert "<noscript>" in get(app, "/").text
    assert "<noscript>" in get(app, "/chat").text


def test_a_telephone_number_is_shown_as_soon_as_the_ward_has_fixed_one(app: FastAPI, desk: Desk) -> None:
    assert "tel:" not in get(app, "/chat").text
    object.__setattr__(desk, "seed_profile", desk.seed_profile.model_copy(update={"phone": "03-1234-5678"}))
    for path in PUBLIC:
        assert '<a href="tel:03-1234-5678">03-1234-5678</a>' in get(app, path).text


def test_the_home_page_says_for_whom_who_answers_and_what_happens_to_the_data(app: FastAPI) -> None:
    page = get(app, "/").text
    for said in ("使える方", "技術", "経営", "知的財産", "補助金", "創業・スタートアップ", "情報の取り扱い", "無料"):
        assert said in page
    assert 'href="/programs"' in page


def test_a_website_embeds_the_chat_with_one_tag(app: FastAPI) -> None:
    assert '<script src="/widget.js" async></script>' in get(app, "/").text
    widget = get(app, "/widget.js")
    assert widget.headers["Content-Type"].startswith("text/javascript")
    assert widget.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_first_words_say_who_answers_and_that_no_name_is_needed(app: FastAPI) -> None:
    page = get(app, "/chat").text
    assert "お答えするのは自動応答です" in page
    assert "お名前は要りません" in page
    assert "相談への回答と窓口の改善だけに使います" in page


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_served_and_asked_for_again_after_a_release(app: FastAPI, name: str) -> None:
    served = get(app, f"/static/{name}")
    assert served.status_code == httpx.codes.OK
    assert served.headers["Cache-Control"] == "no-cache"
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert "ETag" in served.headers


@pytest.mark.parametrize("path", ["/static/../pages.py", "/static/%2e%2e/pages.py", "/static/missing.css"])
def test_nothing_but_the_files_is_served(app: FastAPI, path: str) -> None:
    assert get(app, path).status_code == httpx.codes.NOT_FOUND


@pytest.mark.parametrize("path", [*PUBLIC, "/widget.js", "/static/base.css"])
def test_link_checkers_get_an_answer(app: FastAPI, path: str) -> None:
    assert get(app, path, "HEAD").status_code == httpx.codes.OK


def test_the_copied_tokens_name_their_licence() -> None:
    tokens = (STATIC / "tokens.css").read_text(encoding="utf-8")
    assert "MIT License" in tokens
    assert "@digital-go-jp/design-tokens" in tokens


def test_every_custom_property_that_is_used_is_defined() -> None:
    console = Path(pages.HERE).parents[1] / "console" / "static" / "console.css"
    styles = [*STATIC.glob("*.css"), console]
    text = "\n".join(path.read_text(encoding="utf-8") for path in styles)
    used = set(re.findall(r"var\((--[\w-]+)", text))
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    assert used <= defined


def test_a_long_name_breaks_between_its_parts_and_stays_escaped() -> None:
    assert in_parts("産学官金連携ワンストップ相談窓口") == "産学官金連携<wbr>ワンストップ<wbr>相談窓口"
    assert in_parts("<b>デスク</b>") == "&lt;b&gt;<wbr>デスク<wbr>&lt;/b&gt;"
