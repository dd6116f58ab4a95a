"""The chat on somebody else's website, under that website's own strict policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.browser.accessibility import violations
from tests.browser.conftest import Site, Visitor, running_site
from tests.browser.panel import LAUNCHER, panel_in
from tests.browser.script import HELLO
from tests.fakes.serving import served
from tests.running import free_port

PAGE = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>区のページ</title>
<link rel="icon" href="/icon"></head>
<body><main><h1>産業振興</h1><p><a href="{desk}/chat" data-desk-chat>相談する</a></p></main>
<script src="{desk}/widget.js" async></script></body></html>"""


def website(desk: str) -> Starlette:
    """A website that allows the desk's script and frame and nothing else."""
    policy = f"default-src 'none'; script-src {desk}; frame-src {desk}; img-src 'self'"

    def page(_request: Request) -> HTMLResponse:
        return HTMLResponse(PAGE.format(desk=desk), headers={"Content-Security-Policy": policy})

    def icon(_request: Request) -> Response:
        return Response('<svg xmlns="http://www.w3.org/2000/svg"/>', media_type="image/svg+xml")

    return Starlette(routes=[Route("/", page), Route("/icon", icon)])


@pytest.fixture
def ward_port() -> int:
    """Where the ward's website is."""
    return free_port()


@pytest.fixture
def site(tmp_path: Path, ward_port: int) -> Iterator[Site]:
    """A desk that this website may embed."""
    embedders = f"http://localhost:{ward_port} http://127.0.0.1:{ward_port}"
    with running_site(tmp_path, frame_ancestors=embedders) as site, served(website(site.url), ward_port):
        yield site


@pytest.fixture
def page(browser: Browser, site: Site, visitors: list[Visitor], ward_port: int) -> Page:
    """The website in a browser: another origin than the desk, but the same site, as with two names of one ward."""
    visitors.append(Visitor(browser, site))
    page = visitors[-1].context.new_page()
    page.goto(f"http://127.0.0.1:{ward_port}/")
    return page


@pytest.fixture
def foreign_page(browser: Browser, site: Site, visitors: list[Visitor], ward_port: int) -> Page:
    """The website under a foreign name, in a browser that lets foreign frames keep nothing."""
    visitors.append(Visitor(browser, site))
    page = visitors[-1].context.new_page()
    page.goto(f"http://localhost:{ward_port}/")
    return page


def test_one_tag_brings_the_whole_chat(page: Page) -> None:
    panel = panel_in(page)
    panel.say(HELLO)
    panel.hears("こんにちは。")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=LAUNCHER)).to_be_focused()


def test_the_website_cannot_read_the_conversation(page: Page) -> None:
    panel = panel_in(page)
    panel.say(HELLO)
    panel.hears("こんにちは。")
    assert page.evaluate("Object.keys(sessionStorage)") == ["desk.panel"]
    assert page.evaluate("document.querySelector('aside').shadowRoot.querySelector('iframe').contentDocument") is None


def test_an_open_panel_stays_open_on_the_next_page_without_taking_the_focus(page: Page) -> None:
    panel = panel_in(page)
    panel.say(HELLO)
    panel.hears("こんにちは。")
    page.reload()
    panel.hears("こんにちは。")
    assert page.evaluate("document.activeElement === document.body")


def test_where_a_frame_may_keep_nothing_the_panel_says_so_and_still_works(foreign_page: Page) -> None:
    panel = panel_in(foreign_page)
    panel.say(HELLO)
    panel.hears("こんにちは。")
    expect(panel.inside.get_by_text("ページを移るとやりとりが消えます")).to_be_visible()
    expect(panel.inside.get_by_role("link", name="別のタブで相談する")).to_have_attribute("href", "/chat")
    assert violations(foreign_page) == []


def test_other_websites_cannot_embed_the_chat(browser: Browser, site: Site, visitors: list[Visitor]) -> None:
    port = free_port()
    visitors.append(Visitor(browser, site))
    visitors[-1].foreseen = ("frame-ancestors", "ERR_BLOCKED_BY_RESPONSE")
    with served(website(site.url), port):
        page = visitors[-1].context.new_page()
        page.goto(f"http://localhost:{port}/")
        page.get_by_role("button", name=LAUNCHER).click()
        page.wait_for_timeout(500)
        expect(page.frame_locator("iframe").get_by_label("相談の内容")).to_have_count(0)
