"""What may be given where: the names that annotations use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from ._native import Board, Scores
    from .data import Window

Lang: TypeAlias = Literal["zh", "en"]
"""The language of words: Chinese, which is the default, or English."""

Encoding: TypeAlias = Literal["utf-8", "gb18030"]
"""How the characters of a CSV file are stored."""

Day: TypeAlias = "date | str"
"""A day: a `date`, or a text as `"2023-03-02"`."""

Period: TypeAlias = "str | int | tuple[Day, Day] | Window"
"""A period: `"2023"` (or `2023`), `"2023-H1"`, `"2023-Q2"`, `"2023-05"`, `"term"`, or a first and a last day."""

When: TypeAlias = "Day | Period"
"""When an audit is asked: as of a day, or over a period."""

Document: TypeAlias = "str | bytes | PathLike[str]"
"""A document: its text, its bytes, or the path of its file. A `str` of one line that ends as a file's name does is a path."""

Dict: TypeAlias = "Mapping[str, object]"
"""A document as dicts and lists."""

Dicts: TypeAlias = "Iterable[Mapping[str, object]]"
"""A list of dicts."""

Renamed: TypeAlias = "Mapping[str, str | None]"
"""What a table's columns are to be called; `None` where one is to be left out."""

History: TypeAlias = "Iterable[Board | Scores]"
"""The boards of earlier periods."""


class ArrowStream(Protocol):
    """A table that gives an Arrow stream: of pyarrow, polars, pandas (2.2 or later), duckdb …"""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


TableLike: TypeAlias = "ArrowStream | Dicts"
"""A table: one that gives an Arrow stream, or a list of dicts."""
