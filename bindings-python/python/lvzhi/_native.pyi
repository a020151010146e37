"""
The native half of `lvzhi`. Everything in it is found in the package itself.
"""

from collections.abc import Iterator
from datetime import date
from lvzhi._row import Row
from lvzhi._types import Day, Dict, Dicts, Document, Encoding, History, Lang, Period, Renamed, TableLike, When
from lvzhi.data import Audit, Changes, Coverage, EntityKind, Given, Grouping, Intake, Linked, Named, Proof, Rollup, Seat, Statement, Todo, Window
from typing import Any, final

__all__ = ["Board", "Ledger", "Matters", "Roster", "Rulebook", "Scorer", "Scores", "Table", "audit_table", "gallery", "said", "todo"]

@final
class Board:
    """
    积分榜: the result for one kind of subject.

    It is the collection of its ranking's rows, best first. `board["M001"]` is the 明白账 of one subject; `polars.DataFrame(board)` (or
    pyarrow, pandas, duckdb) is the ranking as a data frame, with a column for each topmost category.

    >>> board = rulebook.score(roster, ledger, "2023")
    >>> [(row.rank, row.name, row.total) for row in board]
    [(1, '甲', Decimal('14.50')), (2, '乙', Decimal('7.17')), (3, '丙', Decimal('4.17')), (3, '丁', Decimal('4.17'))]
    >>> board["M001"].exact
    Fraction(29, 2)
    """
    def __arrow_c_schema__(self, /) -> object:
        """
        The schema of the ranking's stream, as other libraries ask for it.
        """
    def __arrow_c_stream__(self, /, requested_schema: object | None = None) -> object:
        """
        The ranking as an Arrow stream, as other libraries ask for it.
        """
    def __contains__(self, id: str, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, id: str, /) -> Statement: ...
    def __iter__(self, /) -> Iterator[Row]: ...
    def __len__(self, /) -> int:
        """
        How many subjects are ranked.
        """
    def __reduce__(self, /) -> tuple[Any, tuple[Scores, str]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def as_of(self, /) -> date:
        """
        The day on which questions were asked.
        """
    def distribution(self, /) -> "dict[str | None, int]":
        """
        How many subjects have each grade, in the order of the rulebook; under `None` those whom no grade fits.

        >>> board.distribution()
        {'优秀': 1, '合格': 3, None: 0}
        """
    @property
    def grades(self, /) -> tuple[str, ...]:
        """
        The labels of the board's grades, in the order of the rulebook.
        """
    @property
    def id(self, /) -> str:
        """
        The board's id in the rulebook.
        """
    @property
    def ids(self, /) -> tuple[str, ...]:
        """
        The ids of all subjects that have a statement, also of those who are not assessed.
        """
    def lines(self, /) -> Table:
        """
        Every line of every statement, as a table.

        What a line was worth and what it counts for are exact fractions of points, so each stands twice: as it is published, rounded by
        itself (`value`, `contribution`), and as the text of the exact number (`exact_value`, `exact_contribution`: `4.5`, `25/6`). The
        exact contributions of a subject add up to the exact total; the published ones need not.
        """
    @property
    def missing_history(self, /) -> tuple[str, ...]:
        """
        The notices that could not be decided, for the boards of earlier periods were not given.
        """
    def nodes(self, /) -> Table:
        """
        The figures of every category and item of every subject, as a table.
        """
    @property
    def notices(self, /) -> tuple[Given, ...]:
        """
        The board's notices, in the order of the rulebook.
        """
    @property
    def period(self, /) -> Window:
        """
        The days that it covers.
        """
    def ranking(self, /) -> "tuple[Row, ...]":
        """
        The assessed subjects, best first.
        """
    def ranks(self, /) -> Table:
        """
        The ranks as a table: a row for each subject and partition in which it is ranked, and among how many.
        """
    def rollup(self, by: Grouping, /) -> Rollup:
        """
        分组统计: the totals by sector, studio, committee, group, party or class: how many, mean, median, quartiles, and grades.
        """
    @property
    def rulebook(self, /) -> str:
        """
        The rulebook's id.
        """
    @property
    def rulebook_title(self, /) -> str:
        """
        The rulebook's title.
        """
    def statement(self, id: str, /) -> Statement:
        """
        明白账: the account of one subject, line by line; `board["M001"]` is the same. Raises `KeyError` where there is no such subject.
        """
    def statements_to_html(self, /, lang: Lang = ...) -> str:
        """
        Every statement in one page of HTML: printed, each begins on a sheet of its own.
        """
    @property
    def subject(self, /) -> EntityKind:
        """
        What kind of subject it assesses.
        """
    @property
    def title(self, /) -> str:
        """
        Its title.
        """
    def to_csv(self, /, lang: Lang = ...) -> str:
        """
        The ranking as CSV for a spreadsheet. Excel takes a file for UTF-8 only with a byte-order mark: write it with `utf-8-sig`.
        """
    def to_dicts(self, /) -> "list[dict[str, Any]]":
        """
        The ranking as a list of dicts: `rank`, `id`, `name`, `total`, `grade`, and a figure for each topmost category under its id.

        `rank` is `None` for a subject that is ranked in several partitions: `ranks()` has them all.
        """
    def to_html(self, /, lang: Lang = ...) -> str:
        """
        The same as a page of HTML that stands alone, for the screen and for printing.
        """
    def to_markdown(self, /, lang: Lang = ...) -> str:
        """
        The same as Markdown.
        """
    def to_text(self, /, lang: Lang = ...) -> str:
        """
        The board in words, for a terminal; `lang` is `"zh"` or `"en"`.
        """
    def unscored(self, /) -> Table:
        """
        The records that gave a subject no line, each with the reason, as a table.
        """

@final
class Ledger:
    """
    履职台账: who did what on which day, read and checked.

    Each way in gives the ledger and the intake, in which every row is accepted, or listed with its row, column, value and reason.

    It is immutable and safe to share between threads.
    """
    def __len__(self, /) -> int:
        """
        How many records it holds.
        """
    def __repr__(self, /) -> str: ...
    @classmethod
    def from_csv(cls, /, table: Document, rulebook: Rulebook, roster: Roster, *, encoding: Encoding = ..., strict: bool = False) -> tuple[Ledger, Intake]:
        """
        Reads a CSV table: RFC 4180, with or without a byte-order mark.

        `table` is the text, its bytes, or a path. (A `str` of one line that ends in `.csv` is a path.) `encoding` is that of bytes and
        files, `"utf-8"` or `"gb18030"`, as which Excel writes in China unless it is told to write CSV UTF-8; it is never guessed.
        """
    @classmethod
    def from_json(cls, /, document: Document, rulebook: Rulebook, roster: Roster, *, strict: bool = False) -> tuple[Ledger, Intake]:
        """
        Reads a list of records from JSON: `[{"id": "R1", "date": "2023-03-02", "kind": "proposal", "by": [{"member": "M1"}]}]`.

        `document` is the text, its bytes, or a path. In the intake a record is one row for each entry of its `by`, or one where nobody
        took part.
        """
    @classmethod
    def from_list(cls, /, records: Dicts, rulebook: Rulebook, roster: Roster, *, strict: bool = False) -> tuple[Ledger, Intake]:
        """
        Reads a list of such records that is in lists and dicts already; days may be `datetime.date`, numbers `int`, `Decimal` or `float`.
        """
    @classmethod
    def from_table(cls, /, table: TableLike, rulebook: Rulebook, roster: Roster, *, columns: Renamed | None = None, strict: bool = False) -> tuple[Ledger, Intake]:
        """
        Reads a flat table, one row for each record and member: a data frame, a query, a list of dicts.

        `table` is anything that gives an Arrow stream (pyarrow, polars, pandas from 2.2 on, a relation of duckdb …), which is read without
        making a Python object for any cell, or an iterable of dicts.

        Columns may be of texts, dates, timestamps (the day that they show, in their own time zone if they have one), whole numbers and
        decimals. A float counts as the decimal that it prints as, if that has at most four places; a row with any other is refused, as
        every row is that cannot be understood. Columns of other types raise `TypeError`.

        `columns` says how the table's headings are to be understood: `{"姓名": "member", "活动日期": "date"}`. A column that is renamed
        to `None` is left out. Raises `LvzhiError` where a heading is unknown, or doubled, or `date` or `kind` is missing; with
        `strict=True` also where any row is refused.

        >>> ledger, intake = lvzhi.Ledger.from_table(
        ...     [{"日期": "2023-03-02", "委员": "甲", "类型": "提案"}, {"日期": "2023-03-02", "委员": "戊", "类型": "提案"}],
        ...     rulebook, roster)
        >>> intake.accepted, [(no.row, no.column, no.value, no.code) for no in intake.refused]
        (1, [(2, '委员', '戊', 'unknown-member')])
        """
    @property
    def participations(self, /) -> int:
        """
        How many participations it holds: members in records.
        """
    @property
    def records(self, /) -> int:
        """
        How many records it holds.
        """

@final
class Matters:
    """
    事项: cases going through the steps of a flow, for an audit.

    They are immutable, safe to share between threads, and pickle by their text.
    """
    def __len__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, Rulebook, Roster]]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def from_json(cls, /, document: Document, rulebook: Rulebook, roster: Roster) -> Matters:
        """
        Reads a list of matters from JSON: `[{"id": "T1", "flow": "hotline", "opened": "2023-03-01", "steps": {"assign": "2023-03-02"}}]`.

        `document` is the text, its bytes, or a path. Raises `LvzhiError` with every fault.
        """
    @classmethod
    def from_list(cls, /, matters: Dicts, rulebook: Rulebook, roster: Roster) -> Matters:
        """
        Reads a list of matters that is in lists and dicts already; days may be `datetime.date`.
        """

@final
class Roster:
    """
    名册: members, sectors, committees, groups, units, studios, and how they belong together, every relation dated.

    It is immutable, safe to share between threads, and pickles by its text.

    >>> roster = lvzhi.Roster.from_dict({"members": [{"id": "M001", "name": "甲"}], "studios": [{"id": "S1"}]})
    >>> roster.count("member")
    1
    """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    def changes(self, /, since: Day, until: Day) -> Changes:
        """
        名册变动: what is different on the later of two days: who came, who left, who has another role, post or place.
        """
    def committee_members(self, /, committee: str, day: Day) -> tuple[Named, ...]:
        """
        The members of a committee who sit on a day, by id.
        """
    def committees_of(self, /, member: str, day: Day) -> tuple[Named, ...]:
        """
        The committees of a member on a day, by id, whether the member sits or not.
        """
    def count(self, kind: EntityKind, /) -> int:
        """
        How many entities of a kind there are.
        """
    def coverage(self, day: Day, /) -> Coverage:
        """
        委员驻室情况: how many of the members are placed in studios on a day, sector by sector.
        """
    @classmethod
    def from_dict(cls, document: Dict, /) -> Roster:
        """
        Checks a roster that is in dicts and lists already; days may be `datetime.date`.

        >>> lvzhi.Roster.from_dict({"members": [{"id": "M1", "sector": "economy"}]})
        Traceback (most recent call last):
        ...
        lvzhi.errors.LvzhiError: ...
        """
    @classmethod
    def from_json(cls, document: Document, /) -> Roster:
        """
        Reads a roster from JSON.

        `document` is the text, its bytes, or a path. (A `str` of one line that ends in `.json` is a path.)

        Raises `LvzhiError` with every fault, each at its line and column.
        """
    def group_members(self, /, group: str, day: Day) -> tuple[Named, ...]:
        """
        The members of a group who sit on a day, by id.
        """
    def groups_of(self, /, member: str, day: Day) -> tuple[Named, ...]:
        """
        The groups of a member on a day, by id, whether the member sits or not.
        """
    def ids(self, kind: EntityKind, /) -> tuple[str, ...]:
        """
        The ids of the entities of a kind, in the order of the document.
        """
    def linked(self, /, entity: str, kind: str, day: Day) -> tuple[Linked, ...]:
        """
        The links of a kind at an entity that hold on a day, whichever end it stands at. An entity is written as `"studio:S1"`.
        """
    def members_of(self, /, studio: str, day: Day, *, role: str | None = None) -> tuple[Seat, ...]:
        """
        Who has a seat in a studio on a day, by member id: in that role, or in any. Those who do not sit on the day have none.
        """
    def seated(self, day: Day, /) -> tuple[Named, ...]:
        """
        The members who sit on a day, by id.
        """
    def sector_members(self, /, sector: str, day: Day) -> tuple[Named, ...]:
        """
        The members of a sector who sit on a day, by id.
        """
    def sector_of(self, /, member: str, day: Day) -> Named | None:
        """
        The sector of a member on a day, whether the member sits or not.
        """
    def sits(self, /, member: str, day: Day) -> bool:
        """
        Whether a member sits on a day: neither before `joined` nor after `left`.
        """
    def state_of(self, /, studio: str, day: Day) -> str | None:
        """
        The state of a studio on a day, in the word of its history.
        """
    def studios_of(self, /, member: str, day: Day) -> tuple[Seat, ...]:
        """
        In which studios a member has a seat on a day, by studio id. A member who does not sit on the day has none.

        >>> [(seat.studio.name, seat.role) for seat in roster.studios_of("M001", "2023-07-01")]
        [('经济界委员工作室', 'head')]
        """
    @property
    def text(self, /) -> str:
        """
        The text that was read; of a dict the JSON that it stands for.
        """

@final
class Rulebook:
    """
    办法: the rules of one place, read and checked whole.

    It is immutable, cheap to copy, safe to share between threads, and pickles by its text.

    >>> rulebook = lvzhi.Rulebook.gallery("tongcheng")
    >>> rulebook.title
    '政协桐城市委员会委员履职考核暂行办法'
    >>> rulebook.boards
    ('member',)
    """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    def audit(self, /, roster: Roster, ledger: Ledger, when: When, *, as_of: Day | None = None, matters: Matters | None = None) -> Audit:
        """
        对照检查: what the rules ask of the structure and of the cadence, and where it falls short.

        `when` is a day, a `date` or a text as `"2023-07-01"`: it is asked as of that day, over the rulebook's own period (year, quarter …)
        in which it lies, as far as it has come. Or it is a period as for `score`: it is asked as of its last day, or of `as_of`.
        """
    @property
    def boards(self, /) -> tuple[str, ...]:
        """
        The ids of the boards, in the order of the document.
        """
    @property
    def clause(self, /) -> str | None:
        """
        The clause of the source that they stand on.
        """
    def examples(self, /) -> tuple[Proof, ...]:
        """
        Runs the worked examples that the rulebook carries, in its order.

        >>> all(not proof.differences for proof in lvzhi.Rulebook.gallery("minhang").examples())
        True
        """
    @classmethod
    def from_dict(cls, document: Dict, /) -> Rulebook:
        """
        Checks a rulebook that is in dicts and lists already: what `tomllib` or `json` make of its text, or what a program made up.

        Days may be `datetime.date`, numbers `int`, `Decimal` or `float` (which counts as the shortest decimal that it prints as).

        >>> head = {"format": 1, "id": "somewhere", "title": "委员履职积分办法"}
        >>> lvzhi.Rulebook.from_dict({"rulebook": head}).title
        '委员履职积分办法'
        """
    @classmethod
    def from_json(cls, document: Document, /) -> Rulebook:
        """
        Reads a rulebook written as JSON: the same tables under the same keys, dates as text. Otherwise as `from_toml`.
        """
    @classmethod
    def from_toml(cls, document: Document, /) -> Rulebook:
        """
        Reads a rulebook written as TOML.

        `document` is the text, its bytes, or a path. (A `str` of one line that ends in `.toml` is a path.)

        Raises `LvzhiError` with every fault, each at its line and column.

        >>> lvzhi.Rulebook.from_toml("[rulebok]")
        Traceback (most recent call last):
        ...
        lvzhi.errors.LvzhiError: ...
        """
    @classmethod
    def gallery(cls, id: str, /) -> Rulebook:
        """
        A rulebook that comes with the package, by its id; `lvzhi.gallery()` lists them. Raises `KeyError` for any other.

        >>> lvzhi.Rulebook.gallery("hefei").place
        '安徽省合肥市'
        """
    @property
    def id(self, /) -> str:
        """
        The rulebook's id, unique in a gallery.
        """
    @property
    def in_force(self, /) -> tuple[date | None, date | None]:
        """
        The first and the last day on which they hold, either of which may be `None`.
        """
    @property
    def note(self, /) -> str | None:
        """
        What their author says about them as a whole.
        """
    @property
    def place(self, /) -> str | None:
        """
        Where they hold.
        """
    def score(self, /, roster: Roster, ledger: Ledger, period: Period, *, board: str | None = None, as_of: Day | None = None, history: History = ...) -> Board:
        """
        Scores a ledger over a period, and gives the board of that id, which may be left out where there is only one.

        `period` is a text as `"2023"`, `"2023-H1"`, `"2023-Q2"`, `"2023-05"` or `"term"`, or a first and a last day. `as_of` is the day on
        which is asked, else the last of the period; what is later is left out. `history` are the boards of earlier periods, for notices
        that look at several. The interpreter is not held meanwhile.

        Raises `LvzhiError` where roster or ledger do not fit the rulebook, or it is not in force; `ValueError` where the board must be
        named, and `KeyError` where there is none of that id.
        """
    def scorer(self, /, roster: Roster) -> Scorer:
        """
        Brings the rulebook together with a roster: made once, used for many ledgers and periods.

        Raises `LvzhiError` with all that the one names and the other has not got.
        """
    def scores(self, /, roster: Roster, ledger: Ledger, period: Period, *, as_of: Day | None = None, history: History = ...) -> Scores:
        """
        The same for every board of the rulebook.
        """
    @property
    def source(self, /) -> str | None:
        """
        Where their text stands.
        """
    @property
    def term(self, /) -> Window | None:
        """
        The days of the term that they name, if they name one.
        """
    @property
    def text(self, /) -> str:
        """
        The text that was read; of a dict the JSON that it stands for.
        """
    @property
    def title(self, /) -> str:
        """
        What the rules are called.
        """
    @property
    def version(self, /) -> str | None:
        """
        Which version of them this is.
        """

@final
class Scorer:
    """
    A rulebook and a roster that were found to fit together: made once by `rulebook.scorer(roster)`, used for many ledgers and periods.

    It is immutable, safe to share between threads, and pickles as its rulebook and its roster.
    """
    def __reduce__(self, /) -> tuple[Any, tuple[Roster]]: ...
    def __repr__(self, /) -> str: ...
    def audit(self, /, ledger: Ledger, when: When, *, as_of: Day | None = None, matters: Matters | None = None) -> Audit:
        """
        对照检查: see `Rulebook.audit`.
        """
    @property
    def roster(self, /) -> Roster:
        """
        The roster.
        """
    @property
    def rulebook(self, /) -> Rulebook:
        """
        The rulebook.
        """
    def score(self, /, ledger: Ledger, period: Period, *, board: str | None = None, as_of: Day | None = None, history: History = ...) -> Board:
        """
        Scores a ledger over a period, and gives one board: see `Rulebook.score`.
        """
    def scores(self, /, ledger: Ledger, period: Period, *, as_of: Day | None = None, history: History = ...) -> Scores:
        """
        Scores a ledger over a period, and gives every board of the rulebook: see `Rulebook.score`.
        """

@final
class Scores:
    """
    The result of scoring: a board for each that the rulebook has, in its order.

    It is a collection of `Board`s, each also found by its id: `scores["studio"]`.
    """
    def __contains__(self, id: str, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, id: str, /) -> Board: ...
    def __iter__(self, /) -> Iterator[Board]: ...
    def __len__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, Scorer]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def as_of(self, /) -> date:
        """
        The day on which questions were asked.
        """
    @classmethod
    def from_json(cls, /, document: Document, scorer: Scorer) -> Scores:
        """
        Reads scores that were kept. The scorer is that of their rulebook and roster: roll-ups ask it.
        """
    def keys(self, /) -> tuple[str, ...]:
        """
        The ids of the boards, in the order of the rulebook.
        """
    @property
    def missing_history(self, /) -> tuple[str, ...]:
        """
        The notices that could not be decided, for the boards of earlier periods were not given.
        """
    @property
    def period(self, /) -> Window:
        """
        The days that were scored.
        """
    @property
    def rulebook(self, /) -> str:
        """
        The rulebook's id.
        """
    @property
    def rulebook_title(self, /) -> str:
        """
        The rulebook's title.
        """
    def to_json(self, /) -> str:
        """
        The scores as JSON, to be kept: the history of the years to come.

        >>> kept = rulebook.scores(roster, ledger, "2023").to_json()
        >>> history = [lvzhi.Scores.from_json(kept, rulebook.scorer(roster))]
        >>> rulebook.score(roster, ledger, "2024", history=history).period.from_
        datetime.date(2024, 1, 1)
        """

@final
class Table:
    """
    A table that any data frame library reads as it is, for it gives an Arrow stream: `polars.DataFrame(table)`, `pyarrow.table(table)`,
    `pandas.DataFrame.from_arrow(table)`, `duckdb.sql("from table")`.

    Points and quantities are decimals, never floats; days are dates. Where nothing is to be said a cell is null.

    >>> board.lines().columns[:4]
    ('subject', 'name', 'node', 'label')
    """
    def __arrow_c_schema__(self, /) -> object:
        """
        The schema of the stream, as other libraries ask for it.
        """
    def __arrow_c_stream__(self, /, requested_schema: object | None = None) -> object:
        """
        The stream of the table's batches, as other libraries ask for it.
        """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def columns(self, /) -> tuple[str, ...]:
        """
        The names of the columns.
        """
    def to_dicts(self, /) -> "list[dict[str, Any]]":
        """
        The rows, each a dict: texts as `str`, points as `decimal.Decimal`, days as `datetime.date`.
        """

def audit_table(audit: str, of: str, lang: Lang) -> Table:
    """
    A part of an audit as a table.
    """

def gallery() -> tuple[str, ...]:
    """
    The ids of the rulebooks that come with the package.

    >>> "tongcheng" in lvzhi.gallery()
    True
    """

def said(kind: str, form: str, data: str, lang: Lang) -> str:
    """
    Says something in one of its forms.
    """

def todo(audit: str) -> tuple[Todo, ...]:
    """
    What is still to be done as of an audit's day.
    """
