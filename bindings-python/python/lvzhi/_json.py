"""From what Python holds to the JSON that the core reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction


def written(value: object) -> str:
    """The JSON of dicts, lists and plain data: days, decimals and fractions as their text."""
    return json.dumps(value, default=_plain, ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> object:
    if is_dataclass(value):
        # A field that would be a keyword of Python has an underscore at its end.
        return {field.name.removesuffix("_"): getattr(value, field.name) for field in fields(value)}
    if isinstance(value, (Decimal, Fraction)):
        return str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a document holds dicts, lists, texts, numbers and days, not {type(value).__qualname__}")
