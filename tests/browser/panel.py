"""The chat panel as a person uses it, in a frame or in a tab of its own."""

from playwright.sync_api import FrameLocator, Locator, Page, expect

LAUNCHER = "チャットで相談する"


class Panel:
    """What can be read and done in the panel."""

    def __init__(self, inside: Page | FrameLocator) -> None:
        self.inside = inside
        self.text: Locator = inside.get_by_label("相談の内容")
        self.log: Locator = inside.get_by_role("log")
        self.status: Locator = inside.get_by_role("status")
        self.alert: Locator = inside.get_by_role("alert")

    def say(self, text: str) -> None:
        """Type and press Enter."""
        self.text.fill(text)
        self.text.press("Enter")

    def press(self, title: str) -> None:
        """Choose a suggested answer."""
        self.inside.get_by_role("button", name=title, exact=True).click()

    def hears(self, text: str) -> None:
        """The log shows this."""
        expect(self.log).to_contain_text(text)

    def mine(self) -> list[str]:
        """What the person has said so far."""
        return self.log.locator(".message--user .message__text").all_inner_texts()


def panel_in(page: Page) -> Panel:
    """Open the panel of a page with the keyboard."""
    page.get_by_role("button", name=LAUNCHER).focus()
    page.keyboard.press("Enter")
    panel = Panel(page.frame_locator("iframe"))
    expect(panel.text).to_be_focused()
    return panel
