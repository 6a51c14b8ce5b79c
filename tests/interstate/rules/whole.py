"""What holds of any compact case, whatever the table says of it."""

from interstate.rules.case import Case, Request
from interstate.rules.vocabulary import Key, State

# Where the case stands while an answer is owed.
WAITS_IN = {
    Key.RI_REPLY: {State.RI_PENDING, State.CLOSURE_PENDING},
    Key.RI_REPLY_SEX: {State.RI_PENDING, State.CLOSURE_PENDING},
    Key.RVR_DUE: {State.RETAKE_REQUESTED, State.RETAKING, State.CLOSURE_PENDING},
    Key.CCN_REPLY: {State.CLOSURE_PENDING},
    Key.RETURN_RI_REPLY: {State.RETURN_PENDING, State.CLOSURE_PENDING},
}
ONE_AT_A_TIME = {Key.TREP_DUE, Key.RVR_DUE, Key.CCN_REPLY, Key.RI_REPLY, Key.RETAKE, Key.CCN_DUE}


def check_whole(case: Case) -> None:
    """Fail unless what is owed and where the case stands agree with each other."""
    for each in case.obligations:
        assert each.due_on >= each.started_on
        assert not (each.is_void and each.satisfied_on)
        if each.is_open and each.key in WAITS_IN:
            assert case.state in WAITS_IN[each.key], each.key
    runs = [(each.key, each.started_on, each.owed_by) for each in case.obligations if each.is_open]
    assert len(runs) == len(set(runs))
    alone = [key for key, *_ in runs if key in ONE_AT_A_TIME]
    assert len(alone) == len(set(alone))
    if case.state is State.ACTIVE:
        assert case.request is Request.ACCEPTED
        assert case.has_arrived
    if case.state is State.CLOSURE_PENDING:
        assert Key.CCN_REPLY in alone
    if case.state.is_over or case.state is State.RETAKING:
        assert Key.CCN_DUE not in alone
