"""A record in which every text is markup: no page, list or file of it may run."""

from itertools import count
from string import ascii_lowercase, digits

import pytest

from tests.access import world as worlds
from tests.access.attack.forms import read
from tests.access.attack.site import FAR, Site, built_site
from tests.access.sitemap import pages

pytestmark = pytest.mark.django_db

LETTERS = ascii_lowercase + digits


class MarkupWorld(worlds.World):
    """Each mark is an element of its own, short enough for the narrowest column."""

    def word(self, model, name: str) -> str:
        """Return a new element."""
        first, second = LETTERS[len(self.marks) // 36 % 36], LETTERS[len(self.marks) % 36]
        word = f"<zq{first}{second}>"
        self.marks.setdefault(word, (model, name))
        self.marks.setdefault(f"{word}#{next(self.extra)}", (model, name))
        return word

    extra = count()


@pytest.fixture
def marked_up(monkeypatch) -> Site:
    monkeypatch.setattr(worlds, "World", MarkupWorld)
    # The site of the other attacks may stand beside it.
    return built_site(FAR + 1)


def test_no_page_shows_markup_of_the_record_as_markup(marked_up):
    site, wrong, escaped = marked_up, [], 0
    for page in pages():
        for who in sorted({site.openers(page)[0], site.openers(page)[-1]}):
            answer = site.ask(who, "get", site.url(page))
            if answer.streaming or not answer.get("Content-Type", "").startswith("text/html"):
                continue
            html = answer.content.decode()
            escaped += html.count("&lt;zq")
            wrong += [f"{page.name}: {tag}" for tag in read(who, "/", html).made_up]
            if answer.status_code >= 500:
                wrong.append(f"{page.name}: broke")
    assert not wrong, "\n".join(wrong)
    assert escaped > 100, "the marks were hardly met: nothing is proved"
