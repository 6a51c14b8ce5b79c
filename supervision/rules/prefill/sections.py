"""Which sections of the compiled laws an item's words mean: our reading, until confirmed."""

from dataclasses import replace
from typing import Final

from supervision.rules.prefill.answering import Answer, Answering
from supervision.rules.prefill.history import any_conviction, current_is
from supervision.rules.prefill.record import Count, RecordFacts
from supervision.rules.standing import to_confirm
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

Sections = Parameter[tuple[str, ...]]
READING: Final = "Own reading of the item's words; edit it"
AWAITS: Final = "The manual's own list of offenses."


def _sections(key: str, title: str, *numbers: str) -> Sections:
    return parameter(
        f"supervision.sections_{key}",
        title=title,
        unit="sections",
        module=__name__,
        values=[Value(None, numbers, READING, Standing.INFERRED, AWAITS)],
    )


THEFT: Final = _sections(
    "theft",
    "Sections that count as theft, breaking in or robbery",
    *("750.110", "750.356", "750.357", "750.413", "750.529", "750.530"),
)
FRAUD: Final = _sections(
    "fraud",
    "Sections that count as bad checks or forgery",
    *("750.131", "750.248", "750.249", "750.218"),
)
DRUG_THEFT_FRAUD: Final = _sections(
    "drug_theft_fraud",
    "Sections that count as drugs, theft or fraud",
    *("333.7", "750.356", "750.357", "750.362", "750.413", "750.218", "750.249"),
)


def any_conviction_under(sections: Sections, called: str) -> Answering:
    """Whether there is a conviction under one of the sections, the current one included."""

    def answer(facts: RecordFacts) -> Answer | None:
        listed = sections.on(facts.as_of)

        def is_one(count: Count) -> bool | None:
            return count.mcl.startswith(listed.amount) if count.mcl else None

        return _naming(listed, any_conviction(is_one, called)(facts))

    return answer


def current_felony_under(sections: Sections, called: str) -> Answering:
    """Whether the current offense is a felony under one of the sections."""

    def answer(facts: RecordFacts) -> Answer | None:
        listed = sections.on(facts.as_of)

        def is_one(count: Count) -> bool | None:
            if not count.mcl or count.is_felony is None:
                return None
            return count.is_felony and count.mcl.startswith(listed.amount)

        return _naming(listed, current_is(is_one, called)(facts))

    return answer


def _naming(listed: Value[tuple[str, ...]], answer: Answer | None) -> Answer | None:
    """Have the answer say which sections count, and how sure we are that they do."""
    if answer is None:
        return None
    counts = f"Counts MCL {', '.join(listed.amount)}{to_confirm(listed.standing)}."
    return replace(answer, why=f"{answer.why} {counts}")
