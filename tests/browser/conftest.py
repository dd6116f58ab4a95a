"""A browser before the running application, with a scripted Rasa behind it; what its console reports fails a test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from desk.app import create_app
from desk.catalogue import load_catalogue
from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.services.staff import create_staff
from desk.settings import ROOT, Settings
from tests.browser.script import script_for
from tests.conftest import SettableClock
from tests.fakes.rasa import FakeRasa, fake_rasa
from tests.fakes.serving import served
from tests.running import PATIENCE, SECRET, free_port

CHROMIUM = "/usr/bin/chromium"
PASSWORD = "しっかり覚えた合言葉"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


@dataclass(frozen=True)
class Site:
    """The running application, and the means to look behind it."""

    url: str
    desk: Desk
    rasa: FakeRasa
    clock: SettableClock


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, once for all tests."""
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def running_site(folder: Path, **chosen: Any) -> Iterator[Site]:
    """An empty desk with one coordinator and the scripted Rasa."""
    settings = Settings(
        _env_file=None,
        port=free_port(),
        database_url=f"sqlite:///{folder}/desk.sqlite3",
        RASA_PORT=free_port(),
        RASA_GATEWAY_SECRET=SECRET,
        **chosen,
    )
    clock, database = SettableClock(), Database(settings.database_url)
    migrate(database)
    desk = Desk(database, load_catalogue(), load_profile(ROOT / "seeds" / "desk.yaml", settings.ward), clock)
    create_staff(desk, "sato", "佐藤 花子", "coordinator", PASSWORD)
    with fake_rasa(settings.rasa_port) as rasa, served(create_app(settings, desk), settings.port):
        rasa.script = script_for(desk)
        yield Site(settings.base_url, desk, rasa, clock)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """The desk as it comes."""
    with running_site(tmp_path) as site:
        yield site


class Visitor:
    """One person's browser; `troubles` holds what its console reported, except what a test foresees."""

    def __init__(self, browser: Browser, site: Site, **options: Any) -> None:
        self.site = site
        self.troubles: list[str] = []
        self.foreseen: tuple[str, ...] = ()
        self.context: BrowserContext = browser.new_context(
            **{"viewport": DESKTOP, "locale": "ja-JP", "timezone_id": "Asia/Tokyo", "reduced_motion": "reduce"}
            | options
        )
        self.context.set_default_timeout(PATIENCE * 1000)
        self.context.on("console", lambda message: self._note(message.type, message.text))
        self.context.on("weberror", lambda error: self.troubles.append(str(error.error)))

    def page(self, path: str = "/") -> Page:
        """A new tab with a page of the desk."""
        page = self.context.new_page()
        page.goto(self.site.url + path)
        return page

    def log_in(self, path: str = "/console/") -> Page:
        """A page of the console, as the coordinator."""
        page = self.page(path)
        page.get_by_label("ログインID").fill("sato")
        page.get_by_label("パスワード").fill(PASSWORD)
        page.get_by_role("button", name="ログイン").click()
        return page

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not any(each in text for each in self.foreseen):
            self.troubles.append(text)


@pytest.fixture
def visitors(browser: Browser, site: Site) -> Iterator[list[Visitor]]:
    """Everybody who visits in a test; afterwards no browser may have reported anything."""
    visitors: list[Visitor] = []
    yield visitors
    for visitor in visitors:
        visitor.context.close()
    assert [trouble for visitor in visitors for trouble in visitor.troubles] == []


@pytest.fixture
def person(browser: Browser, site: Site, visitors: list[Visitor]) -> Visitor:
    """Somebody with a question."""
    visitors.append(Visitor(browser, site))
    return visitors[-1]


@pytest.fixture
def phone(browser: Browser, site: Site, visitors: list[Visitor]) -> Visitor:
    """Somebody with a telephone."""
    visitors.append(Visitor(browser, site, viewport=PHONE, has_touch=True, is_mobile=True))
    return visitors[-1]


@pytest.fixture
def coordinator(browser: Browser, site: Site, visitors: list[Visitor]) -> Visitor:
    """A member of staff."""
    visitors.append(Visitor(browser, site))
    return visitors[-1]
