"""Facts as a proposed rule is given them: ten years from 2020 under truth in sentencing."""

from dataclasses import replace
from datetime import date

from timecomp.law.facts import Offense, Person, Sentence, SentenceKind, Term
from timecomp.law.offences import offence
from timecomp.law.proposed import CreditFacts, ParoleFacts
from timecomp.law.regime import Regime, RegimeId, Scheme
from timecomp.law.topics import End

SENTENCE = Sentence(
    id="A",
    offense=Offense(code="750.84", date=date(2019, 6, 1)),
    sentenced_on=date(2020, 1, 1),
    kind=SentenceKind.INDETERMINATE,
    minimum=Term(years=10),
    maximum=Term(years=20),
)
ASSAULT = offence("750.84", date(2019, 6, 1))
TRUTH = Regime(RegimeId.R6B, Scheme.NOTHING, Scheme.NOTHING)
ENDS_ON = date(2030, 1, 1)
CREDIT = CreditFacts(
    sentence=SENTENCE,
    offence=ASSAULT,
    regime=TRUTH,
    end=End.MINIMUM,
    start=date(2020, 1, 1),
    calendar_end=ENDS_ON,
    term=Term(years=10),
    is_flat=False,
    months_lost=(),
    days_taken=0,
    disciplinary_time=(),
)
PAROLE = ParoleFacts(
    sentence=SENTENCE,
    offence=ASSAULT,
    person=Person(birth_date=date(2002, 1, 1)),
    start=date(2020, 1, 1),
    day=ENDS_ON,
    is_known=True,
    calendar_minimum=ENDS_ON,
    is_flat=False,
    is_life=False,
    has_been_paroled=False,
    decided_on=date(2026, 11, 21),
)


def with_sentence(**terms: object) -> Sentence:
    """Change the sentence."""
    return replace(SENTENCE, **terms)
