"""What the tests share: a small rulebook, a roster, a ledger and a board. The package must be installed: `maturin develop`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import lvzhi

ROOT = Path(__file__).parents[2]

RULES = """
[rulebook]
format = 1
id = "demo"
title = "某县政协委员履职积分办法"

[kinds]
proposal = "提案"
meeting = "会议"

[facets.role]
label = "身份"
on = "participation"
values = { lead = "第一提案人", co = "联名人" }

[facets.outcome]
label = "结果"
values = { filed = "立案", kept = "不予立案" }

[[board]]
id = "member"
title = "委员履职积分"
subject = "member"

[[category]]
id = "proposals"
label = "提案"
cap = 30

[[item]]
id = "filed"
in = "proposals"
label = "提案立案"
clause = "第三条"
when = { kind = "proposal", outcome = "filed" }
points = 25
share = { facet = "role", value = "lead", part = 0.5 }

[[item]]
id = "meeting"
label = "参加会议"
when = { kind = "meeting" }
points = 2
per = "quantity"

[[grade]]
label = "优秀"
at_least = 12

[[grade]]
label = "合格"
at_least = 4

[[duty]]
id = "quarterly"
label = "每季度至少参加1次会议"
subject = "member"
when = { kind = "meeting" }
at_least = 1
window = "quarter"

[[bound]]
id = "placed"
label = "人人进室"
subject = "member"
relation = "membership"
at_least = 1
"""

PEOPLE: dict[str, Any] = {
    "sectors": [{"id": "economy", "name": "经济界"}, {"id": "science", "name": "科技界"}],
    "members": [
        {"id": "M001", "name": "甲", "sector": "economy"},
        {"id": "M002", "name": "乙", "sector": "economy"},
        {"id": "M003", "name": "丙", "sector": "science"},
        {"id": "M004", "name": "丁", "sector": "science"},
    ],
    "studios": [{"id": "S1", "name": "经济界委员工作室"}],
    "memberships": [{"member": "M001", "studio": "S1", "role": "head", "from": "2022-05-01"}],
}

TABLE = """编号,日期,委员,类型,结果,身份,数量
P1,2023-03-02,甲,提案,立案,第一提案人,
P1,2023-03-02,乙,提案,立案,联名人,
P1,2023-03-02,丙,提案,立案,联名人,
P1,2023年3月2日,丁,提案,立案,联名人,
C1,2023-04-11,甲,会议,,,1
C2,2023-05-11,乙,会议,,,1.5
C3,2023-05-12,戊,会议,,,1
P2,2023-06-01,丁,提案,不予立案,第一提案人,
"""


@pytest.fixture(scope="session")
def rulebook() -> lvzhi.Rulebook:
    return lvzhi.Rulebook.from_toml(RULES)


@pytest.fixture(scope="session")
def roster() -> lvzhi.Roster:
    return lvzhi.Roster.from_dict(PEOPLE)


@pytest.fixture(scope="session")
def read(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> tuple[lvzhi.Ledger, lvzhi.Intake]:
    return lvzhi.Ledger.from_csv(TABLE, rulebook, roster)


@pytest.fixture(scope="session")
def ledger(read: tuple[lvzhi.Ledger, lvzhi.Intake]) -> lvzhi.Ledger:
    return read[0]


@pytest.fixture(scope="session")
def board(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger) -> lvzhi.Board:
    return rulebook.score(roster, ledger, "2023")


@pytest.fixture(scope="session")
def audit(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger) -> lvzhi.Audit:
    return rulebook.audit(roster, ledger, "2023-05-01")


@pytest.fixture(scope="session")
def county() -> Path:
    """A made-up county with a year of activity."""
    return ROOT / "core/examples/data/qinghe-2023"
