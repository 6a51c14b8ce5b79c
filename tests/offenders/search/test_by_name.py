"""Finding by a name as people write it, hear it and remember it."""

import pytest

from offenders.models import Person
from offenders.selectors.search import SearchCriteria
from offenders.services.people import Name, correct_legal_name
from tests import factories
from tests.factories.person import RECORDER
from tests.offenders.search.crowd import add_strangers, first_row, found, why

pytestmark = pytest.mark.django_db


@pytest.fixture
def katherine() -> Person:
    add_strangers()
    return factories.person("Katherine", last_name="Thompson", middle_name="Rose")


@pytest.mark.parametrize(
    "typed",
    [
        "Thompson, Katherine",
        "thompson katherine",
        "Katherine Thompson",
        "KATHERINE THOMPSON",
        "katherine rose thompson",
        "thompson",
        "katherine",
        "Thompson,",
        "  Thompson ,Katherine  ",
    ],
)
def test_a_name_is_found_in_either_order_and_alone(typed: str, katherine: Person) -> None:
    assert found(SearchCriteria(name=typed))[:1] == [katherine.pk]


@pytest.mark.parametrize(
    "typed",
    [
        "Thomson, Katherine",
        "Thompsen, Katherine",
        "Tohmpson, Katherine",
        "Thompson, Katherien",
        "Thmpson Kathrine",
        "Thompsonn, Katherine",
    ],
)
def test_a_mistyped_name_is_found(typed: str, katherine: Person) -> None:
    assert found(SearchCriteria(name=typed))[:1] == [katherine.pk]


@pytest.mark.parametrize(
    "typed", ["Thomsen, Catherine", "Thompson, Kathryn", "Tompsin Kathrin", "Thompson, Cathrynn"]
)
def test_a_name_as_it_sounds_is_found(typed: str, katherine: Person) -> None:
    assert found(SearchCriteria(name=typed))[:1] == [katherine.pk]


@pytest.mark.parametrize(
    "typed", ["thomp", "thom kath", "Thompson, K", "k thompson", "thompson ka"]
)
def test_the_beginning_of_a_name_is_enough(typed: str, katherine: Person) -> None:
    assert found(SearchCriteria(name=typed))[:1] == [katherine.pk]


@pytest.mark.parametrize("typed", ["Thompson, Kate", "kathy thompson", "Kitty Thompson"])
def test_a_short_form_finds_the_long_one(typed: str, katherine: Person) -> None:
    assert found(SearchCriteria(name=typed))[:1] == [katherine.pk]


def test_a_long_form_finds_the_short_one() -> None:
    bob = factories.person("Bob", last_name="Miller")
    assert found(SearchCriteria(name="Miller, Robert")) == [bob.pk]


def test_first_and_last_name_in_each_others_place_are_found(katherine: Person) -> None:
    assert found(SearchCriteria(name="Katherine, Thompson"))[:1] == [katherine.pk]


def test_somebody_known_by_the_middle_name_is_found(katherine: Person) -> None:
    assert found(SearchCriteria(name="Thompson, Rose"))[:1] == [katherine.pk]


def test_an_alias_finds_the_person_and_is_shown(katherine: Person) -> None:
    factories.add_alias(katherine, last_name="Delacroix", first_name="Kiki")
    row = first_row(SearchCriteria(name="Delacroix, Kiki"))
    assert row.person.pk == katherine.pk
    assert row.other_name == "Delacroix, Kiki"
    assert "alias" in row.why


def test_a_name_corrected_since_still_finds_the_person(katherine: Person) -> None:
    name = Name(last_name="Wisniewski", first_name="Katarzyna")
    correct_legal_name(RECORDER, katherine.pk, name=name, reason="Naturalisation papers")
    row = first_row(SearchCriteria(name="Thompson, Katherine"))
    assert row.person.pk == katherine.pk
    assert "name corrected since" in row.why
    assert row.other_name == "Thompson, Katherine Rose"


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        (("Núñez", "José"), "nunez jose"),
        (("Nunez", "Jose"), "Núñez, José"),
        (("O'Neil", "Mary"), "oneil mary"),
        (("ONeil", "Mary"), "O’Neil, Mary"),
        (("O Neil", "Mary"), "O'Neil, Mary"),
        (("Smith-Jones", "Ann"), "smith jones, ann"),
        (("Smith-Jones", "Ann"), "Jones, Ann"),
        (("Smith-Jones", "Ann"), "ann smith"),
        (("De La Cruz", "Maria"), "delacruz maria"),
        (("Delacruz", "Maria"), "maria de la cruz"),
        (("De La Cruz", "Maria"), "Cruz, Maria"),
        (("Müller", "Jürgen"), "muller jurgen"),
        (("Łukasiewicz", "Paweł"), "lukasiewicz pawel"),
        (("Strauß", "Björn"), "strauss bjorn"),
        (("Smith Jr", "John"), "Smith, John"),
        (("Smith", "John"), "John Smith Jr"),
        (("Smith", "John"), "Smith III, John"),
        (("Brown", "Mary Ann"), "brown mary"),
        (("Brown", "Mary Ann"), "Maryann Brown"),
        (("Brown", "Maryann"), "Brown, Mary Ann"),
        (("Li", "Bo"), "li bo"),
    ],
)
def test_accents_marks_blanks_and_generations_do_not_matter(
    recorded: tuple[str, str], typed: str
) -> None:
    add_strangers()
    person = factories.person(recorded[1], last_name=recorded[0])
    assert found(SearchCriteria(name=typed))[:1] == [person.pk]


def test_the_middle_name_tells_two_of_the_same_name_apart() -> None:
    for middle in ("Allen", "Quincy", "Zane"):
        factories.person("John", last_name="Smith", middle_name=middle)
    quincy = Person.objects.get(middle_name="Quincy")
    assert found(SearchCriteria(name="john quincy smith"))[0] == quincy.pk
    assert found(SearchCriteria(name="Smith, John Q"))[0] == quincy.pk


def test_the_exact_name_comes_before_the_similar_one() -> None:
    similar = factories.person("Jon", last_name="Smyth")
    exact = factories.person("John", last_name="Smith")
    assert found(SearchCriteria(name="Smith, John")) == [exact.pk, similar.pk]


def test_where_nobody_bears_the_first_name_those_of_the_last_name_are_shown() -> None:
    add_strangers()
    person = factories.person("Dana", last_name="Kowalczyk")
    assert found(SearchCriteria(name="Kowalczyk, Bartholomew")) == [person.pk]
    assert why("Kowalczyk, Bartholomew") == ("last name only",)


def test_a_name_with_many_mistakes_is_found_on_the_second_look() -> None:
    add_strangers()
    person = factories.person("Dana", last_name="Christopherson")
    assert found(SearchCriteria(name="Kristofursen, Dana")) == [person.pk]


def test_nobody_is_found_by_a_name_nobody_bears() -> None:
    add_strangers()
    assert found(SearchCriteria(name="Xquqxz, Vvyv")) == []


@pytest.mark.parametrize("typed", ["'", ",", "%", "--", "\\", "%s", "___", ";drop table"])
def test_marks_alone_find_nobody_and_break_nothing(typed: str, katherine: Person) -> None:
    assert found(SearchCriteria(name=typed)) == []


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Thompson, Katherine", None),
        ("Thompson, Kate", "first name short or long form"),
        ("Thompson, Kathryn", "first name sounds alike"),
        ("Thxmpson, Katherine", "last name spelled differently"),
        ("Thomp, Katherine", "last name begins with it"),
        ("Katherine, Thompson", "first and last name swapped"),
        ("Thompson, Rose", "middle or second name"),
    ],
)
def test_each_hit_says_why(typed: str, reason: str | None, katherine: Person) -> None:
    assert why(typed) == ((reason,) if reason else ())
