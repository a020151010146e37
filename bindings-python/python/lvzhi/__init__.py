"""履职: scores the members of China's consultative committees by the rules of their own place, exactly, and shows them why.

>>> import lvzhi
>>> rulebook = lvzhi.Rulebook.gallery("tongcheng")
>>> roster = lvzhi.Roster.from_dict({"members": [{"id": "M001", "name": "甲"}]})
>>> ledger, intake = lvzhi.Ledger.from_table(
...     [{"日期": "2019-03-02", "委员": "甲", "类型": "社情民意信息"}], rulebook, roster)
>>> board = rulebook.score(roster, ledger, "2019")
>>> board["M001"].total
Decimal('10.00')

Three things come in: a `Rulebook` 办法, a `Roster` 名册 and a `Ledger` 履职台账. What comes out is plain data: a `Board` 积分榜 of `Row`s, a
`Statement` 明白账 for each subject, an `Audit` 对照检查. Their classes stand in `lvzhi.data`; boards and their parts are tables as well, which
polars, pandas, pyarrow and duckdb read as they are.
"""

from . import data
from ._native import Board, Ledger, Matters, Roster, Rulebook, Scorer, Scores, Table, gallery
from ._row import Row
from .data import Audit, Changes, Coverage, Diagnostic, Finding, Intake, Refusal, Rollup, Statement
from .errors import LvzhiError

__all__ = [
    "Audit",
    "Board",
    "Changes",
    "Coverage",
    "Diagnostic",
    "Finding",
    "Intake",
    "Ledger",
    "LvzhiError",
    "Matters",
    "Refusal",
    "Rollup",
    "Roster",
    "Row",
    "Rulebook",
    "Scorer",
    "Scores",
    "Statement",
    "Table",
    "data",
    "gallery",
]
