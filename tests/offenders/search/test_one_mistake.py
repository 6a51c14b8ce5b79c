"""One wrong letter never hides a person."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders.selectors.search import SearchCriteria
from tests.offenders.search.crowd import copy_names, found

NAMES = """
    Abbott Anderson Bennett Brooks Burgess Callahan Chambers Coleman Dawson Delgado Ellison
    Fisher Foster Gallagher Garrison Hampton Hendricks Holloway Jackson Jamison Kaminski
    Keller Lambert Livingston Madison Maldonado Nichols Norwood Oconnor Osborne Patterson
    Pickett Quinn Ramirez Robertson Salinas Sheridan Thornton Underwood Vasquez Velasquez
    Whitaker Winters Yarbrough Zimmerman
""".split()  # noqa: SIM905  a list of names reads best as a text
FIRST_NAMES = ("Alice", "Brian", "Carlos", "Denise", "Edward")
LONG_ENOUGH = [name for name in NAMES if len(name) >= 5]
LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


@pytest.fixture
def crowd(db: None) -> dict[tuple[str, str], int]:
    names = [(last, first) for last in NAMES for first in FIRST_NAMES]
    return dict(zip(names, copy_names(names), strict=True))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a name and the same with one letter lost, added, mistyped or moved."""
    name = draw(st.sampled_from(LONG_ENOUGH))
    place = draw(st.integers(0, len(name) - 1))
    before, after = name[:place], name[place + 1 :]
    wrong = draw(
        st.sampled_from(
            [
                before + after,
                before + draw(LETTERS) + name[place:],
                before + draw(LETTERS) + after,
                before + after[:1] + name[place] + after[1:],
            ]
        )
    )
    return name, wrong


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=damaged(), first=st.sampled_from(FIRST_NAMES))
def test_a_name_of_five_letters_with_one_mistake_is_among_the_first_twenty(
    names: tuple[str, str], first: str, crowd: dict[tuple[str, str], int]
) -> None:
    name, wrong = names
    assert crowd[name, first] in found(SearchCriteria(name=f"{wrong}, {first}"))[:20]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=damaged())
def test_so_is_one_of_which_only_the_last_name_is_known(
    names: tuple[str, str], crowd: dict[tuple[str, str], int]
) -> None:
    name, wrong = names
    bearers = {crowd[name, first] for first in FIRST_NAMES}
    assert bearers <= set(found(SearchCriteria(name=wrong))[:20])
