"""What the package raises where a document is wrong. Everything else raises what Python raises: `TypeError`, `KeyError`, `OSError` …"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._types import Lang
    from .data import Diagnostic

_Said = tuple[list[str], str]


class LvzhiError(ValueError):
    """A document is wrong: a rulebook, a roster, a table, a list of matters, a period, or two of them that do not fit together.

    All its faults are listed, in the order of the text. Printed, it says each in Chinese and in English; `to_text()` draws them under
    the text in which they stand.

    >>> try:
    ...     lvzhi.Rulebook.from_toml('[rulebook]\\nformat = 1\\nid = "a"\\ntitel = "办法"')
    ... except lvzhi.LvzhiError as error:
    ...     print(error.code, error.line, error.column, error.help)
    missing-key 1 1 add `title` to this table
    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...], zh: _Said, en: _Said) -> None:
        super().__init__(diagnostics, zh, en)
        self.diagnostics: tuple[Diagnostic, ...] = diagnostics
        """Every fault: its code, its place, what is wrong and what to do."""
        self._said: dict[str, _Said] = {"zh": zh, "en": en}

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The same as `diagnostics`."""
        return self.diagnostics

    @property
    def code(self) -> str:
        """The stable code of the first fault, as `unknown-key`."""
        return self.diagnostics[0].code

    @property
    def line(self) -> int:
        """The line of the first fault, from 1; 0 where it stands in no text."""
        return self.diagnostics[0].place.line

    @property
    def column(self) -> int:
        """The column of the first fault in characters, from 1; 0 where it stands in no text."""
        return self.diagnostics[0].place.column

    @property
    def help(self) -> str:
        """What to do about the first fault, in English; `diagnostics[0].help_zh` says it in Chinese."""
        return self.diagnostics[0].help

    def to_text(self, lang: Lang = "zh") -> str:
        """Every fault drawn under its text, as a compiler draws it; one that stands in no text is one line."""
        return self._said[lang][1]

    def __str__(self) -> str:
        lines = zip(self._said["zh"][0], self._said["en"][0], strict=True)
        return "\n".join(f"{zh}\n{en}" for zh, en in lines)
