"""The way that a night takes and the way that a worksheet takes lead to the same answers."""

import json
from dataclasses import replace

from offenders.models import Person
from timecomp.selectors.cases import RecordedCase, recorded_cases
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.frozen import freeze_facts, freeze_result, thaw_facts
from timecomp.selectors.record_reading import Stretch

from .conftest import AS_OF, Write

PEOPLE = 600


def cases(write: Write) -> list[RecordedCase]:
    write(PEOPLE)
    keys = Person.objects.order_by("pk").values_list("pk", flat=True)
    return recorded_cases(Stretch(keys[0], keys[PEOPLE - 1]), as_of=AS_OF)


def test_the_night_gives_each_made_up_person_what_the_worksheet_gives(write: Write) -> None:
    for each in cases(write):
        assert evaluate(each) == replace(evaluate(each, trace=True), trace=())


def test_stored_facts_lead_to_the_stored_results(write: Write) -> None:
    for each in cases(write):
        facts = json.loads(freeze_facts(each))
        again = thaw_facts(facts, person_id=each.person_id, as_of=AS_OF)
        assert freeze_facts(again) == freeze_facts(each)
        assert freeze_result(evaluate(again)) == freeze_result(evaluate(each))
