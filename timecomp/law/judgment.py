"""Reading the judgments: what does not fit the law is left to the court, and the judgment is
used as written."""

from collections import defaultdict

from timecomp.law.count import Count, names_felony_firearm
from timecomp.law.docket import Docket
from timecomp.law.facts import CustodyKind, SentenceKind, Term
from timecomp.law.findings import Findings
from timecomp.law.least_minimums import check_least_minimums
from timecomp.law.mcl_333.s7410_least_minimums import SECOND_DRUG_CRIME, doubled_maximum
from timecomp.law.mcl_750.s227b_felony_firearm import (
    names_its_felony,
    term_fits_earlier_convictions,
)
from timecomp.law.mcl_768.s7a_consecutive import (
    inmate_crime_is_consecutive,
    parole_crime_is_consecutive,
)
from timecomp.law.mcl_768.s7b_authority import has_authority, ordered_by_last_court
from timecomp.law.mcl_769.s8_indeterminate import (
    is_long_enough_for_prison,
    mandatory_life_is_life,
    maximum_is_statutory,
    minimum_within_maximum,
    not_years_to_life,
    states_both_ends,
)
from timecomp.law.mcl_769.s11b_jail_credit import (
    JAIL_DAY_COUNTS,
    credit_fits_since_offense,
    credit_on_every_count,
    judgment_credit_agrees,
)
from timecomp.law.mcl_769.s12_habitual import (
    FOURTH,
    fourth_maximum_within_limit,
    maximum_within_enhancement,
)
from timecomp.law.mcl_769.s34_two_thirds import (
    has_mandatory_minimum,
    may_be_life_or_any_term,
    two_thirds_rule,
)
from timecomp.law.mcl_800.awards import award_fits_regime, award_reaches_maximum
from timecomp.law.special_limits import check_special_limits
from timecomp.law.start import jail_stays
from timecomp.law.topics import Topic

SEXUALLY_DELINQUENT = "sexually_delinquent"


def check_judgments(docket: Docket) -> frozenset[str]:
    """Ask about everything in the judgments that the law does not allow; the counts that cannot
    be dated."""
    undatable = [
        count.id
        for count in docket.counts.values()
        if count.is_live and _check_count(docket, count)
    ]
    if len(docket.counts) > 1:
        _check_credit_across_counts(docket)
    return frozenset(undatable)


def _check_count(docket: Docket, count: Count) -> bool:
    """Whether the count's terms are such that no date can be given."""
    findings, sentence = docket.findings, count.sentence
    findings.about(count.id, Topic.JUDGMENT)
    if not count.is_prison:
        return False
    findings.ask(
        states_both_ends, kind=sentence.kind, minimum=sentence.minimum, maximum=sentence.maximum
    )
    undatable = findings.ask(
        not_years_to_life,
        minimum=sentence.minimum,
        maximum=sentence.maximum,
        is_sexually_delinquent=SEXUALLY_DELINQUENT in sentence.offense.flags,
    )
    undatable = _check_terms(count, findings) or undatable
    _check_jail_credit(docket, count)
    _check_consecutive(docket, count)
    check_special_limits(docket, count)
    check_least_minimums(count, findings)
    return undatable


def _check_terms(count: Count, findings: Findings) -> bool:
    sentence, maximum = count.sentence, count.sentence.maximum
    _check_against_offence(count, findings)
    if sentence.kind is not SentenceKind.INDETERMINATE or not isinstance(maximum, Term):
        return False
    if sentence.minimum is None:
        return False
    if findings.ask(minimum_within_maximum, minimum=sentence.minimum, maximum=maximum):
        return True
    findings.ask(is_long_enough_for_prison, maximum=maximum, sentenced_on=sentence.sentenced_on)
    if two_thirds_rule.in_force(sentence.sentenced_on) and not _is_exempt_from_two_thirds(count):
        findings.ask(
            two_thirds_rule,
            minimum=sentence.minimum,
            maximum=maximum,
            sentenced_on=sentence.sentenced_on,
        )
    return False


def _is_exempt_from_two_thirds(count: Count) -> bool:
    flags, row = count.sentence.offense.flags, count.offence
    listed = None if row is None else row.life_or_any_term
    minimum_months = None if row is None else row.mandatory_minimum_months
    if may_be_life_or_any_term(listed=listed, flags=flags):
        return True
    return has_mandatory_minimum(minimum_months=minimum_months, flags=flags)


def _check_against_offence(count: Count, findings: Findings) -> None:
    row, sentence = count.offence, count.sentence
    if row is None or sentence.offense.attempt or count.is_flat:
        return
    findings.ask(mandatory_life_is_life, kind=sentence.kind, is_mandatory_life=row.mandatory_life)
    if row.maximum_months is None or not isinstance(sentence.maximum, Term):
        return
    if not sentence.habitual:
        statutory = Term(
            years=row.maximum_months // 12,
            months=row.maximum_months % 12,
            days=row.maximum_days or 0,
        )
        if SECOND_DRUG_CRIME in sentence.offense.flags:
            statutory = doubled_maximum(statutory=statutory, offense_date=sentence.offense.date)
        findings.ask(maximum_is_statutory, maximum=sentence.maximum, statutory=statutory)
        return
    if sentence.habitual == FOURTH:
        findings.ask(
            fourth_maximum_within_limit,
            maximum=sentence.maximum,
            statutory_months=row.maximum_months,
            offense_date=sentence.offense.date,
        )
        return
    findings.ask(
        maximum_within_enhancement,
        maximum=sentence.maximum,
        statutory_months=row.maximum_months,
        habitual=sentence.habitual,
        offense_date=sentence.offense.date,
    )


def _check_jail_credit(docket: Docket, count: Count) -> None:
    sentence = count.sentence
    if sentence.jail_credit_days and sentence.replaces is None:
        docket.findings.ask(
            credit_fits_since_offense,
            jail_credit_days=sentence.jail_credit_days,
            offense_date=sentence.offense.date,
            sentenced_on=sentence.sentenced_on,
        )
    stays = jail_stays(docket, count) if docket.case.custody else []
    if stays and sentence.replaces is None:
        counted = JAIL_DAY_COUNTS[docket.record.jail_days](stays=tuple(stays))
        docket.findings.ask(
            judgment_credit_agrees, jail_credit_days=sentence.jail_credit_days, counted_days=counted
        )


def _check_consecutive(docket: Docket, count: Count) -> None:
    before, sentence = docket.chain.before[count.id], count.sentence
    if before:
        _check_authority(docket, count, before)
    if count.is_felony_firearm:
        _check_felony_firearm(docket, count)
    od = sentence.offense.date
    parole = docket.parole_at(od) if docket.case.parole else None
    if parole is not None and parole_crime_is_consecutive.in_force(od):
        docket.findings.ask(
            parole_crime_is_consecutive,
            offense_date=od,
            released_on=parole.released_on,
            is_consecutive=bool(before),
        )
    elif docket.case.custody and docket.is_in_prison_or_escaped(od):
        docket.findings.ask(
            inmate_crime_is_consecutive, offense_date=od, is_consecutive=bool(before)
        )


def _check_authority(docket: Docket, count: Count, before: tuple[str, ...]) -> None:
    sentence = count.sentence
    preceding = [docket.counts[id] for id in before]
    if all(each.is_felony_firearm for each in preceding) and sentence.consecutive_authority is None:
        return
    docket.findings.ask(
        has_authority, stated=sentence.consecutive_authority, offense_date=sentence.offense.date
    )
    if "768.7b" in (sentence.consecutive_authority or ""):
        docket.findings.ask(
            ordered_by_last_court,
            sentenced_on=sentence.sentenced_on,
            preceding_sentenced_on=max(each.sentence.sentenced_on for each in preceding),
        )


def _check_felony_firearm(docket: Docket, count: Count) -> None:
    sentence = count.sentence
    others = [c for c in docket.counts.values() if c.id != count.id and c.is_live and c.is_prison]
    same_day = [
        c
        for c in others
        if not c.is_felony_firearm and c.sentence.sentenced_on == sentence.sentenced_on
    ]
    named = [c for c in others if count.id in docket.chain.before[c.id]]
    docket.findings.ask(
        names_its_felony, same_day_prison_terms=len(same_day), felonies_named=len(named)
    )
    _check_firearm_level(docket, count)


def _check_firearm_level(docket: Docket, count: Count) -> None:
    stated, od = count.flat_term, count.sentence.offense.date
    if stated is None or not term_fits_earlier_convictions.in_force(od):
        return
    earlier = [
        s
        for s in docket.case.sentences
        if names_felony_firearm(s.offense.code) and s.sentenced_on < od
    ]
    docket.findings.ask(
        term_fits_earlier_convictions,
        stated_years=stated.years,
        earlier_convictions=len(earlier),
        offense_date=od,
    )


def _check_credit_across_counts(docket: Docket) -> None:
    """Counts of one day that follow no other should all carry the confinement they share."""
    same_day: dict[object, list[Count]] = defaultdict(list)
    for count in docket.counts.values():
        if count.is_live and count.is_prison and not docket.chain.before[count.id]:
            same_day[count.sentence.sentenced_on].append(count)
    docket.findings.about(None, Topic.JUDGMENT)
    for counts in same_day.values():
        docket.findings.ask(
            credit_on_every_count,
            credited=tuple(c.id for c in counts if c.sentence.jail_credit_days),
            uncredited=tuple(c.id for c in counts if not c.sentence.jail_credit_days),
        )


def check_awards(docket: Docket) -> None:
    """Ask about awards of special credit that their sentence does not take."""
    for award in docket.case.credit_awards:
        regime = docket.counts[award.sentence].regime
        if regime is None:
            continue
        docket.findings.about(award.sentence, Topic.JUDGMENT)
        docket.findings.ask(
            award_fits_regime, kind=award.kind, applies_to=award.applies_to, regime=regime
        )
        docket.findings.ask(
            award_reaches_maximum,
            kind=award.kind,
            applies_to=award.applies_to,
            regime=regime,
            days=award.days,
        )


def check_other_custody(docket: Docket) -> None:
    """Time in another sovereign's hands after sentence is for a person, unless it is dead time
    already."""
    docket.findings.about(None, Topic.JUDGMENT)
    first = min(sentence.sentenced_on for sentence in docket.case.sentences)
    for span in docket.case.custody:
        if span.kind is not CustodyKind.FOREIGN or span.from_ < first:
            continue
        if any(
            d.start <= span.from_ and (d.end is None or span.from_ < d.end)
            for d in docket.record.dead
        ):
            continue
        docket.findings.note(
            "fed_primary_custody_other",
            f"From {span.from_} another jurisdiction held the person. The Michigan terms were "
            "computed as running; ask the court whether they run meanwhile.",
        )
