"""What your dates mean: said so that everybody can read it, and whole in two languages."""

from dataclasses import fields
from datetime import date

import pytest

from offenders.models import Sentence
from offenders.selectors.reading import Reading
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from tests import factories
from tests.timecomp.readability import english_grade, spanish_ease
from timecomp.models import Computation
from timecomp.selectors.frozen import OFFENDER_DATES, SENTENCE_DATES
from timecomp.selectors.plain_dates import PlainSheet, language_of, plain_sheet, printed_sheet
from timecomp.selectors.plain_words import ENGLISH, SPANISH, WORDS, Language, PlainWords
from timecomp.services.certifying import certify_dates
from timecomp.services.computing import compute_person

SIXTH_GRADE = 6.0
SIXTH_YEAR_EASE = 70
TEXTS = (
    "lead",
    "certified",
    "not_certified",
    "life",
    "no_date",
    "not_settled",
    "passed",
    "question",
)


def told(words: PlainWords) -> list[str]:
    """Every sentence the sheet can say."""
    dates = [*words.person.values(), *words.sentences.values()]
    said = [getattr(words, name) for name in TEXTS] + list(words.ask)
    for each in dates:
        said += [f"{each.title}.", each.means, *each.moves, *each.stays]
    return said


@pytest.fixture
def dee(db: None) -> Sentence:
    """Dee, with ten to twenty years."""
    case = factories.court_case(factories.person("Dee"))
    sentence = factories.add_sentence(
        factories.add_charge(case), minimum_years=10, maximum_years=20
    )
    compute_person(system_viewer("tests"), sentence.person_id)
    return sentence


def sheet_of(user: User, sentence: Sentence, language: Language = Language.ENGLISH) -> PlainSheet:
    found = plain_sheet(Reading(viewer_for(user)), sentence.person_id, language=language)
    assert found is not None
    return found


def test_the_english_is_read_with_ease_in_the_sixth_grade() -> None:
    assert english_grade(" ".join(told(ENGLISH))) <= SIXTH_GRADE


def test_the_spanish_is_read_with_ease_in_the_sixth_year() -> None:
    assert spanish_ease(" ".join(told(SPANISH))) >= SIXTH_YEAR_EASE


def test_the_measure_tells_a_statute_from_plain_words() -> None:
    statute = (
        "Notwithstanding any provision to the contrary, a prisoner subject to disciplinary time "
        "is not eligible for parole until the expiration of the minimum sentence imposed."
    )
    assert english_grade(statute) > 12


@pytest.mark.parametrize("words", WORDS.values(), ids=lambda each: each.name)
def test_every_date_that_the_law_gives_has_its_words(words: PlainWords) -> None:
    assert set(words.person) == set(OFFENDER_DATES)
    assert set(words.sentences) == set(SENTENCE_DATES)


@pytest.mark.parametrize("name", [each.name for each in fields(PlainWords)])
def test_nothing_is_left_in_english(name: str) -> None:
    assert getattr(ENGLISH, name) != getattr(SPANISH, name)


@pytest.mark.parametrize("name", OFFENDER_DATES)
def test_both_languages_say_as_much_of_what_moves_a_date(name: str) -> None:
    one, other = ENGLISH.person[name], SPANISH.person[name]
    assert (len(one.moves), len(one.stays)) == (len(other.moves), len(other.stays))


def test_a_day_is_written_as_the_language_writes_it() -> None:
    day = date(2031, 3, 5)
    assert (ENGLISH.day(day), SPANISH.day(day)) == ("March 5, 2031", "5 de marzo de 2031")


def test_a_date_that_nobody_has_certified_says_so(tim: User, dee: Sentence) -> None:
    first = sheet_of(tim, dee).dates[0]
    assert first.standing == ENGLISH.not_certified


def test_a_certified_date_says_so(tim: User, dee: Sentence) -> None:
    stored = Computation.objects.get()
    certify_dates(viewer_for(tim), dee.person_id, computation_id=stored.pk)
    assert sheet_of(tim, dee).dates[0].standing == ENGLISH.certified


def test_who_has_no_parole_is_told_nothing_of_it(tim: User, dee: Sentence) -> None:
    titles = [each.words.title for each in sheet_of(tim, dee).dates]
    assert ENGLISH.person["parole_discharge_date"].title not in titles


def test_a_life_term_has_no_date(tim: User, danas_case) -> None:
    life = factories.add_sentence(
        factories.add_charge(danas_case),
        kind="life",
        minimum_years=0,
        maximum_years=0,
        is_life_maximum=True,
    )
    compute_person(system_viewer("tests"), life.person_id)
    assert sheet_of(tim, life, Language.SPANISH).dates[1].told == SPANISH.life


def test_each_date_of_a_sentence_says_what_it_is(tim: User, dee: Sentence) -> None:
    [sentence] = sheet_of(tim, dee).sentences
    assert sentence.title == "Sentence A"
    assert all(each.words.means for each in sentence.dates)


def test_an_end_of_the_term_is_not_told_twice_with_the_same_day(tim, dee: Sentence) -> None:
    [sentence] = sheet_of(tim, dee).sentences
    said = [(each.words.title.split()[0], each.told) for each in sentence.dates]
    assert len(said) == len(set(said))


def test_a_day_that_has_passed_says_so(tim: User, danas_case) -> None:
    past = factories.add_sentence(factories.add_charge(danas_case), minimum_years=1)
    compute_person(system_viewer("tests"), past.person_id)
    assert sheet_of(tim, past).dates[0].told.endswith("This day has passed.")


def test_a_role_that_sees_no_dates_gets_no_sheet(paula: User, dee: Sentence) -> None:
    reading = Reading(viewer_for(paula))
    assert plain_sheet(reading, dee.person_id, language=Language.ENGLISH) is None


def test_the_printed_sheet_holds_days_and_words_alone(tim: User, dee: Sentence) -> None:
    data = printed_sheet(sheet_of(tim, dee), name="Dee", person_id=dee.person_id)
    assert "facts" not in data
    assert str(data["subject"]).startswith("Dee")


@pytest.mark.parametrize(("asked", "got"), [("es", "es"), ("en", "en"), ("", "en"), ("xx", "en")])
def test_a_language_that_is_not_ours_becomes_english(asked: str, got: str) -> None:
    assert language_of(asked) == got
