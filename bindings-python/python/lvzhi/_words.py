"""What plain data says when it is asked for words: it is handed back to the core, which has them all."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal

from . import _native
from ._json import written

if TYPE_CHECKING:
    from ._native import Table
    from ._types import Lang
    from .data import Todo


def _said(what: object, form: str, lang: Lang) -> str:
    return _native.said(type(what).__name__, form, written(what), lang)


class Words:
    """Something that can be read: as text, as Markdown, and as a page to print; in Chinese and in English."""

    __slots__ = ()

    def to_text(self, lang: Lang = "zh") -> str:
        """For a terminal: at most 100 columns wide, a Chinese character taking two."""
        return _said(self, "to_text", lang)

    def to_markdown(self, lang: Lang = "zh") -> str:
        """As Markdown, with tables."""
        return _said(self, "to_markdown", lang)

    def to_html(self, lang: Lang = "zh") -> str:
        """As a page of HTML that stands alone, for the screen and for printing on A4."""
        return _said(self, "to_html", lang)

    def __str__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        # A page has a style of its own: in a frame it does not dress the whole notebook.
        grow = "this.style.height = this.contentDocument.documentElement.scrollHeight + 16 + 'px'"
        return (
            f'<iframe srcdoc="{escape(self.to_html())}" onload="{grow}" '
            'style="width: 100%; min-height: 24em; border: 0" loading="lazy"></iframe>'
        )


class AuditWords(Words):
    """An audit in words, as a list of what is to be done, and as tables."""

    __slots__ = ()

    def todo(self) -> tuple[Todo, ...]:
        """待办: what is still to be done as of the day, by due day. What has been missed is no longer on this list: it is found."""
        return _native.todo(written(self))

    def table(
        self, of: Literal["findings", "todo", "duties", "bounds", "standards"] = "findings", *, lang: Lang = "zh"
    ) -> Table:
        """A part of the audit as a table, which any data frame library reads as it is.

        `findings` and `todo` have sentences, in that language; `duties` is the matrix of subjects and windows, a row for each of both.
        """
        return _native.audit_table(written(self), of, lang)


class RollupWords(Words):
    """A roll-up in words, and as a table for a spreadsheet."""

    __slots__ = ()

    def to_csv(self, lang: Lang = "zh") -> str:
        """As CSV. Excel takes a file for UTF-8 only with a byte-order mark: write it with `utf-8-sig`."""
        return _said(self, "to_csv", lang)


class FindingWords:
    """A finding in words."""

    __slots__ = ()

    def message(self, lang: Lang = "zh") -> str:
        """What is amiss."""
        return _said(self, "message", lang)

    def help(self, lang: Lang = "zh") -> str:
        """What would repair it."""
        return _said(self, "help", lang)


class TodoWords:
    """Something to be done, in words."""

    __slots__ = ()

    def sentence(self, lang: Lang = "zh") -> str:
        """Who has to do what, and by when."""
        return _said(self, "sentence", lang)

    def __str__(self) -> str:
        return self.sentence()
