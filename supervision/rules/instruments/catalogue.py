"""Every instrument that is scored here, by its key."""

from supervision.rules.instruments.form import Instrument
from supervision.rules.instruments.michigan_parole_guidelines import MICHIGAN_PAROLE_GUIDELINES
from supervision.rules.instruments.oras_cst import ORAS_CST
from supervision.rules.instruments.pattern import PATTERN
from supervision.rules.instruments.pcra import PCRA
from supervision.rules.instruments.psa import PSA
from supervision.rules.instruments.salient_factor import SALIENT_FACTOR
from supervision.rules.instruments.vprai_r import VPRAI_R
from supervision.rules.instruments.wisconsin import WISCONSIN

INSTRUMENTS: dict[str, Instrument] = {
    each.key: each
    for each in (
        PSA,
        ORAS_CST,
        VPRAI_R,
        PCRA,
        WISCONSIN,
        SALIENT_FACTOR,
        MICHIGAN_PAROLE_GUIDELINES,
    )
}
# Known, listed and never scored.
DISABLED: dict[str, Instrument] = {PATTERN.key: PATTERN}
# Versions that newer ones replaced: what was scored by one is scored so for ever.
EARLIER: tuple[Instrument, ...] = ()


class UnknownInstrumentError(LookupError):
    """No instrument of that key and version is known; the message names both."""


def instrument_of(key: str, version: str) -> Instrument:
    """Return the instrument in the version by which something was scored."""
    for each in (*INSTRUMENTS.values(), *EARLIER):
        if (each.key, each.version) == (key, version):
            return each
    raise UnknownInstrumentError(f"[{key}] is not known in version [{version}].")
