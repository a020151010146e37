"""A row of a ranking."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Row:
    """One subject in a ranking; `board[row.id]` is the whole account."""

    rank: int | dict[str, int] | None
    """The rank; where the subject is ranked in several partitions, one in each, by the partition's id."""

    id: str
    """The subject's id."""

    name: str
    """The subject's name."""

    total: Decimal
    """The published total."""

    grade: str | None
    """The grade, if one fits."""
