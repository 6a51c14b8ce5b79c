"""Frozen dataclasses that cost no more than plain ones.

A frozen dataclass writes each field through a guard at run time, which for the small values of the
law took a sixth of the time of a whole computation. Here mypy alone keeps them frozen: it reads
``dataclass`` as that of the standard library, and refuses whoever sets a field.
"""

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  read by mypy as it stands
else:

    def dataclass(*, frozen: bool, slots: bool, eq: bool = True, order: bool = False) -> object:
        """Declare a class whose values are compared and hashed by their fields."""
        if not frozen:
            raise TypeError("Only frozen classes come from here: take dataclasses.dataclass.")
        return dataclasses.dataclass(slots=slots, eq=eq, order=order, unsafe_hash=eq)
