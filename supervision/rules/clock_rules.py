"""The time limits of a proceeding: what starts each, what meets it, who has the ball."""

from dataclasses import dataclass

from supervision.rules import clocks
from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import Move
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing


def _limit(key: str, title: str, unit: str, count: int, citation: str) -> Parameter[int]:
    standing = Standing.INFERRED if citation == clocks.POLICY else Standing.VERIFIED
    return parameter(
        f"supervision.clock_{key}",
        title=title,
        unit=unit,
        module=__name__,
        values=[
            Value(None, count, citation, standing, clocks.OURS if citation == clocks.POLICY else "")
        ],
    )


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One time limit: what starts it, what meets it, who acts, and what follows if it is missed.

    A rule that no step starts is started by hand.
    """

    key: str
    limit: Parameter[int]
    actor: str
    consequence: str
    starts: frozenset[Move] = frozenset()
    meets: frozenset[Move] = frozenset()
    kinds: frozenset[Kind] = frozenset(Kind)
    only_swift: bool = False

    @property
    def title(self) -> str:
        """Return the words for the limit."""
        return self.limit.title


PROBATION, PAROLE = frozenset({Kind.PROBATION}), frozenset({Kind.PAROLE})
RULES: tuple[ClockRule, ...] = (
    ClockRule(
        "supervisor_review",
        _limit(
            "supervisor_review",
            "Supervisor's decision about the report",
            "business days",
            1,
            clocks.POLICY,
        ),
        "supervisor",
        "The report waits; the agent's supervisor is asked again.",
        starts=frozenset({Move.SUBMIT}),
        meets=frozenset({Move.APPROVE, Move.RETURN, Move.DISMISS}),
    ),
    ClockRule(
        "swift_and_sure",
        _limit(
            "swift_and_sure",
            "Swift and Sure hearing after the violation is reported",
            "hours",
            72,
            "MCL 771A.6",
        ),
        "court",
        "The sanction is no longer immediate, as the program asks.",
        starts=frozenset({Move.SUBMIT}),
        meets=frozenset({Move.HEAR}),
        kinds=PROBATION,
        only_swift=True,
    ),
    ClockRule(
        "arraignment",
        clocks.ARRAIGNMENT,
        "court",
        "The court has to arraign without unnecessary delay (MCR 6.445).",
        starts=frozenset({Move.ARREST}),
        meets=frozenset({Move.ARRAIGN}),
        kinds=PROBATION,
    ),
    ClockRule(
        "hearing_in_custody",
        clocks.HEARING_IN_CUSTODY,
        "court",
        "The person is to be released until the hearing.",
        starts=frozenset({Move.ARRAIGN}),
        meets=frozenset({Move.HEAR}),
        kinds=PROBATION,
    ),
    ClockRule(
        "preliminary_hearing",
        clocks.PRELIMINARY_HEARING,
        "hearings officer",
        "Without a preliminary hearing, fact-finding has to be held in its place.",
        starts=frozenset({Move.ARREST}),
        meets=frozenset({Move.FIND_CAUSE, Move.FIND_NO_CAUSE, Move.SET_HEARING}),
        kinds=PAROLE,
    ),
    ClockRule(
        "fact_finding_hearing",
        clocks.FACT_FINDING,
        "parole board",
        "A court may order the hearing to be held; the person is not released by itself.",
        starts=frozenset({Move.ARREST}),
        meets=frozenset({Move.HEAR, Move.FIND_NO_CAUSE}),
        kinds=PAROLE,
    ),
    ClockRule(
        "notice_of_order",
        _limit(
            "notice_of_order",
            "Notice of a parole order to prosecutor and sheriff",
            "days",
            10,
            "MCL 791.236",
        ),
        "parole board",
        "Prosecutor and sheriff have not been told in time.",
        kinds=PAROLE,
    ),
    ClockRule(
        "rescission_interview",
        _limit(
            "rescission_interview",
            "Interview about rescinding a parole order after new information",
            "days",
            45,
            "MCL 791.236",
        ),
        "parole board",
        "The order stands as it was made.",
        kinds=PAROLE,
    ),
    ClockRule(
        "discharge_objection",
        _limit(
            "discharge_objection",
            "Objection of the prosecutor to early discharge",
            "days",
            14,
            "MCL 771.2",
        ),
        "prosecutor",
        "The court may discharge without a hearing.",
        kinds=PROBATION,
    ),
    ClockRule(
        "victim_notice",
        _limit("victim_notice", "Notice to victims before a hearing", "days", 7, clocks.POLICY),
        "victim unit",
        "A victim may be heard too late.",
    ),
)
BY_KEY = {each.key: each for each in RULES}
