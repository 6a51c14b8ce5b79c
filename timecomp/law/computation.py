"""The computation of a case: facts in, every date and its reason out; nothing is guessed."""

from dataclasses import replace
from datetime import date

from timecomp.engine.trace import Touch, Tracer, recording
from timecomp.law.chain import chain_of
from timecomp.law.count import counts_of
from timecomp.law.deadlines import find_deadlines
from timecomp.law.docket import Docket
from timecomp.law.eligibility import parole_eligibility
from timecomp.law.ends import compute_end
from timecomp.law.facts import Case, CustodySpan, Parole, ParoleViolation
from timecomp.law.findings import Findings
from timecomp.law.judgment import check_awards, check_judgments, check_other_custody
from timecomp.law.monotone import check_order_of_dates
from timecomp.law.offender import offender_dates
from timecomp.law.proposed import PROPOSED, GatedTracer, as_judged
from timecomp.law.record import record_of
from timecomp.law.results import Result
from timecomp.law.sentence_result import sentence_result
from timecomp.law.settlement import with_decisions
from timecomp.law.topics import End


def compute(case: Case, *, trace: bool = True) -> Result:
    """Every date the law gives for the case; what it leaves to a person stands among the
    exceptions."""
    recorder = _recorder(trace=trace)
    findings = Findings(recorder)
    with recording(recorder):
        known = _as_known_on(case, case.as_of)
        if PROPOSED.judgment:
            known = replace(known, sentences=as_judged(known))
        docket = _docket(known, findings)
        undatable = check_judgments(docket)
        check_awards(docket)
        if docket.case.custody:
            check_other_custody(docket)
        for id in docket.chain.order:
            count = docket.counts[id]
            if count.is_prison and id not in undatable:
                for end in (End.MAXIMUM, End.MINIMUM):
                    docket.computed[id, end] = compute_end(docket, count, end)
                docket.eligible[id] = parole_eligibility(docket, count)
        results = [sentence_result(docket, count) for count in docket.counts.values()]
        offender = offender_dates(docket, results)
        find_deadlines(docket, offender)
        check_order_of_dates(results, findings)
    result = Result(
        id=case.id,
        as_of=case.as_of,
        offender=offender,
        sentences=tuple(results),
        exceptions=findings.exceptions,
        trace=recorder.steps if isinstance(recorder, Tracer) else (),
        used=frozenset(recorder.used),
        deadlines=tuple(docket.deadlines),
    )
    return with_decisions(result, case.decisions, trace=trace) if case.decisions else result


def _recorder(*, trace: bool) -> Tracer | Touch:
    if PROPOSED.gate is not None:
        return GatedTracer()
    return Tracer() if trace else Touch()


def _docket(case: Case, findings: Findings) -> Docket:
    counts = counts_of(case, findings)
    return Docket(
        case=case,
        counts={count.id: count for count in counts},
        chain=chain_of(counts, findings),
        record=record_of(case, findings),
        findings=findings,
    )


def _as_known_on(case: Case, as_of: date | None) -> Case:
    """The case without what was decided, or came about, after the day as of which it is
    computed."""
    if as_of is None:
        return case
    return replace(
        case,
        sentences=tuple(
            s if s.vacated_on is None or s.vacated_on <= as_of else replace(s, vacated_on=None)
            for s in case.sentences
        ),
        misconduct=tuple(m for m in case.misconduct if (m.found_guilty_on or as_of) <= as_of),
        credit_awards=tuple(a for a in case.credit_awards if a.awarded_on <= as_of),
        forfeitures=tuple(f for f in case.forfeitures if f.ordered_on <= as_of),
        restorations=tuple(r for r in case.restorations if r.ordered_on <= as_of),
        custody=tuple(_stay_on(s, as_of) for s in case.custody if s.from_ <= as_of),
        parole=tuple(_parole_on(p, as_of) for p in case.parole if p.released_on <= as_of),
        orders=tuple(o for o in case.orders if o.made_on <= as_of),
    )


def _stay_on(stay: CustodySpan, as_of: date) -> CustodySpan:
    """The stay as it stood that day: one that ended later still lasted."""
    return stay if stay.to is None or stay.to <= as_of else replace(stay, to=None)


def _parole_on(parole: Parole, as_of: date) -> Parole:
    if not parole.violations:
        return parole
    declared = (v for v in parole.violations if v.declared_on <= as_of)
    return replace(parole, violations=tuple(_violation_on(v, as_of) for v in declared))


def _violation_on(violation: ParoleViolation, as_of: date) -> ParoleViolation:
    """The violation as it stood that day: who was available later was still away."""
    if violation.available_on is None or violation.available_on <= as_of:
        return violation
    return replace(violation, available_on=None)
