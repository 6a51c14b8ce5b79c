"""A page on which every screen and every keystroke is counted."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass
class Counted:
    """What a job costs the one who does it; following a link or pressing a button is one key."""

    page: Page
    screens: int = 0
    keystrokes: int = 0

    def __post_init__(self) -> None:
        """Count each screen that is loaded."""
        self.page.on("load", self._loaded)

    def _loaded(self, _page: Page) -> None:
        self.screens += 1

    def types(self, label: str, text: str) -> None:
        """Type into a field, key by key."""
        field = self.page.get_by_label(label, exact=False).first
        field.fill("")
        field.press_sequentially(text)
        self.keystrokes += len(text)

    def presses(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()
        self.keystrokes += 1

    def follows(self, selector: str) -> None:
        """Follow a link."""
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state("load")
        self.keystrokes += 1
