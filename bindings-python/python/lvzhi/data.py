"""Plain data: what comes back from the core, as frozen classes.

Generated from the core's own types; `cargo xtask pages` writes it anew. Published figures and rules' numbers are `decimal.Decimal`, exact
amounts `fractions.Fraction`, days `datetime.date`, lists tuples.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from ._words import AuditWords, FindingWords, RollupWords, TodoWords, Words

Cadence: TypeAlias = Literal["month", "quarter", "half", "year", "term"]
"""How a span of days is cut: by calendar months, quarters, half-years, years, or terms."""

Change: TypeAlias = Literal["ended", "began"]
"""Whether something ended or began."""

DutyStatus: TypeAlias = Literal["met", "missed", "pending", "exempt"]
"""How a duty stands in one window."""

End: TypeAlias = Literal["from", "to"]
"""Which end of a link."""

EntityKind: TypeAlias = Literal["member", "sector", "committee", "group", "unit", "studio"]
"""The kinds of entity in a roster."""

Grouping: TypeAlias = Literal["class", "sector", "committee", "group", "studio", "party"]
"""分组: what the subjects of a board are grouped by, in a ranking, in a quota, in a `Rollup`. It is written, and
prints, as rulebooks write it under `among`.
"""

MatterState: TypeAlias = Literal["closed", "late", "overdue", "open"]
"""How a matter stands on a day."""

Rounding: TypeAlias = Literal["half-up", "half-even", "down"]
"""How a published figure is rounded from its exact value."""

Severity: TypeAlias = Literal["error", "warning", "note"]
"""轻重: how much a finding weighs, be it about a structure or about a rulebook. The gravest comes first."""

StepState: TypeAlias = Literal["in-time", "late", "open", "overdue"]
"""How a step stands on a day."""

Unit: TypeAlias = Literal["records", "quantity", "days", "works"]
"""What is counted: by a measure of an item, by a duty."""

Unscored: TypeAlias = Literal["pending", "rejected", "void", "after-as-of", "unscored-kind", "no-score", "outside-period", "counted-elsewhere", "no-item"]
"""Why a record gave no line. The first that applies is said."""

UsedBy: TypeAlias = Literal["veto", "rate", "notice", "duty"]
"""The kinds of rule that use records without making lines of them."""




@dataclass(frozen=True, slots=True)
class Audit(AuditWords):
    """对照检查: how everything stands on a day. Tables are in the order of the rulebook, their rows by id."""

    rulebook: str
    """The rulebook's id."""

    rulebook_title: str
    """The rulebook's title."""

    period: Window
    """The days over which duties are asked."""

    as_of: date
    """The day on which everything is asked."""

    duties: tuple[DutyTable, ...]
    """履职要求"""

    bounds: tuple[BoundTable, ...]
    """配置要求"""

    standards: tuple[StandardTable, ...]
    """建设标准"""

    lifecycle: tuple[StudioState, ...]
    """建设流程: every studio, by id."""

    states: tuple[StateRow, ...]
    """How many studios are in which state, in the order of the lifecycle; none without one."""

    matters: tuple[MatterRow, ...]
    """事项: every matter, by id; also those opened after the day, which are not counted in `flows` and of which nothing
    is to be done yet.
    """

    flows: tuple[FlowTable, ...]
    """办理流程: how the matters of each flow fare."""

    findings: tuple[Finding, ...]
    """All that is amiss: in the order of the codes, then by rule and subject."""

    undeclared: tuple[Undeclared, ...]
    """The words of the roster that the rulebook does not declare."""


@dataclass(frozen=True, slots=True)
class Board:
    """积分榜: the result for one kind of subject."""

    rulebook: str
    """The rulebook's id."""

    rulebook_title: str
    """The rulebook's title."""

    id: str
    """The board's id in the rulebook."""

    title: str
    """Its title."""

    subject: EntityKind
    """What kind of subject it assesses."""

    period: Window
    """The days that the board covers."""

    as_of: date
    """The day on which questions were asked."""

    missing_history: tuple[str, ...]
    """Notices that could not be decided, for the boards of earlier periods were not given; in the order of the rulebook."""

    statements: tuple[Statement, ...]
    """The statement of every subject in the roster, by id."""

    notices: tuple[Given, ...]
    """The board's notices, in the order of the rulebook."""

    grades: tuple[str, ...]
    """The labels of the board's grades, in the order of the rulebook."""


@dataclass(frozen=True, slots=True)
class BodyChange:
    """A member who joined or left a sector, committee or group, or a studio of another sector. A move is two of them."""

    entity: Named
    """Who: a member, or a studio."""

    body: Named
    """The sector, committee or group; of a studio always a sector."""

    change: Change
    """Whether it was joined or left."""

    on: date
    """The first day on which it is so."""


@dataclass(frozen=True, slots=True)
class BoundRow:
    """One bound of one subject."""

    id: str
    """The subject's id."""

    name: str
    """The subject's name."""

    n: int
    """How many distinct entities stand at the other end."""

    ok: bool
    """Whether that is neither too few nor too many."""


@dataclass(frozen=True, slots=True)
class BoundTable:
    """One bound, and how many relations everybody has of whom it is asked."""

    bound: str
    """The bound's id."""

    label: str
    """What it asks, in words."""

    clause: str | None
    """Where it stands in the published text."""

    subject: EntityKind
    """Of whom it is asked: members seated on the day, studios active on it, all others."""

    at_least: int | None
    """The least that is asked."""

    at_most: int | None
    """The most that is allowed."""

    other: OtherEnd
    """What is counted."""

    rows: tuple[BoundRow, ...]
    """The subjects, by id."""

    coverage: Ratio | None
    """How many satisfy it, of those of whom it is asked; none where it is asked of nobody."""


@dataclass(frozen=True, slots=True)
class Changes(Words):
    """名册变动: what is different on the later of two days. What came and went in between does not show.

    Every change has the first day since which it is, without a break, as it is on the later day: who left on the last day of June is gone
    `on` the first of July.

    Not compared are names, a member's party and tags, a studio's type, mode and region, a unit's type, and anybody's attributes and checks.
    """

    from_: date
    """The earlier day."""

    to: date
    """The later day."""

    members: tuple[MemberChange, ...]
    """Who came to sit, and who sits no longer, by member."""

    studios: tuple[StudioChange, ...]
    """Which studios were manned and which were left by all, by studio: nobody had a seat there on the one day, and somebody has on the
    other.
    """

    seats: tuple[SeatChange, ...]
    """Who came to a studio, left one, or has other roles there, by studio and member. A member who no longer sits has left."""

    bodies: tuple[BodyChange, ...]
    """Which members joined and left sectors, committees and groups, by member; then which studios came to be of another sector, by
    studio. Of members those who sit on both days.
    """

    posts: tuple[PostChange, ...]
    """Which posts members gained and lost, by member. Of members who sit on both days."""

    links: tuple[LinkChange, ...]
    """Which links began and ended, by kind and ends."""

    states: tuple[StateChange, ...]
    """Which studios are in another state, by studio."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many relations there are, and how many there should be."""

    n: int
    """How many distinct entities stand at the other end."""

    at_least: int | None
    """The least that is asked."""

    at_most: int | None
    """The most that is allowed."""

    other: OtherEnd
    """What is counted."""


@dataclass(frozen=True, slots=True)
class CountingReach:
    """The points, from n on."""

    what: Literal["reach"]

    n: int
    """How much is asked for."""


@dataclass(frozen=True, slots=True)
class CountingEvery:
    """The points for every k."""

    what: Literal["every"]

    k: int
    """How much makes one."""


@dataclass(frozen=True, slots=True)
class CountingShort:
    """The points for each one that is missing from n."""

    what: Literal["short"]

    n: int
    """How much is asked for."""


@dataclass(frozen=True, slots=True)
class CountingLadder:
    """The points of the highest step reached."""

    what: Literal["ladder"]

    percent: bool
    """Whether the steps are percentages."""

    reached: Step | None
    """The step reached, if any."""

    next: Step | None
    """The step after it, if any."""


@dataclass(frozen=True, slots=True)
class CountingRate:
    """The points in proportion."""

    what: Literal["rate"]


@dataclass(frozen=True, slots=True)
class Coverage(Words):
    """委员驻室情况: how many of the members are placed in studios on a day.

    Members are counted who sit on the day; placed are those with a seat in any studio. Whether a studio is active only a rulebook knows:
    all are counted.
    """

    day: date
    """The day."""

    seated: int
    """How many members sit."""

    placed: Ratio | None
    """How many of them are placed in a studio; none where nobody sits."""

    unplaced: tuple[Unplaced, ...]
    """Those who are not, by id."""

    studios: tuple[StudioSize, ...]
    """Every studio, by id."""

    sectors: tuple[SectorCoverage, ...]
    """Every sector, by id."""

    sectors_with_studio: Ratio | None
    """How many of the sectors have a studio of their own; none where there are no sectors."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What took something off a line."""

    reason: str
    """Why."""

    label: str | None
    """What the node or duty is called that the reason names; none where it names nothing."""

    amount: Fraction
    """How much, on the scale on which it was taken: what leaves a line out (best of a work, skipped, not among the most, not the best,
    a required duty) takes it before the factors of the nodes above; a cap takes after those of its node and the ones below it.
    """

    off: Fraction
    """The same on the scale of the total, on which the line's worth is shown."""

    window: Window | None
    """The window in which it was taken, where the item's measure is taken window by window."""

    number: int | None
    """How many are left out at first (skipped), or count at most (not among the most)."""


@dataclass(frozen=True, slots=True)
class DetailUnknownState:
    """`unknown-state`"""

    what: Literal["unknown-state"]

    state: str
    """The state that the history names."""

    known: tuple[StateName, ...]
    """The states that the rulebook has."""

    near: StateName | None
    """The one that is spelt most like it, if one is near enough to be meant."""


@dataclass(frozen=True, slots=True)
class DetailBackwardsDate:
    """`backwards-date`"""

    what: Literal["backwards-date"]

    state: StateName
    """The state that was entered."""

    before: StateName
    """The state of the entry before."""

    since: date
    """The day of the entry before, which is later."""


@dataclass(frozen=True, slots=True)
class DetailIllegalMove:
    """`illegal-move`"""

    what: Literal["illegal-move"]

    from_: StateName
    """The state that was left."""

    to: StateName
    """The state that was entered."""

    allowed: tuple[StateName, ...]
    """The states that could have been entered."""


@dataclass(frozen=True, slots=True)
class DetailUnmetRequirement:
    """`unmet-requirement`"""

    what: Literal["unmet-requirement"]

    from_: StateName
    """The state that was left."""

    to: StateName
    """The state that was entered."""

    unmet: tuple[Unmet, ...]
    """What was wanting on that day, in the order of the move."""


@dataclass(frozen=True, slots=True)
class DetailBoundBroken:
    """`bound-broken`"""

    what: Literal["bound-broken"]

    n: int
    """How many distinct entities stand at the other end."""

    at_least: int | None
    """The least that is asked."""

    at_most: int | None
    """The most that is allowed."""

    other: OtherEnd
    """What is counted."""


@dataclass(frozen=True, slots=True)
class DetailStandardIncomplete:
    """`standard-incomplete`"""

    what: Literal["standard-incomplete"]

    met: int
    """How many checks are met."""

    of: int
    """How many there are."""

    missing: tuple[Missing, ...]
    """Those that are not met, in the order of the standard."""


@dataclass(frozen=True, slots=True)
class DetailDutyMissed:
    """`duty-missed`: the windows that were missed."""

    what: Literal["duty-missed"]

    at_least: Decimal | None
    """The least that is asked in a window."""

    at_most: Decimal | None
    """The most that is allowed in a window."""

    unit: Unit
    """What is counted."""

    kinds: tuple[str, ...]
    """What the kinds are called that alone are asked for; none where the duty asks for more than a kind."""

    windows: tuple[DutyWindow, ...]
    """The windows, in order; never none."""


@dataclass(frozen=True, slots=True)
class DetailDutyDue:
    """`duty-due`: the windows that are pending."""

    what: Literal["duty-due"]

    at_least: Decimal | None
    """The least that is asked in a window."""

    at_most: Decimal | None
    """The most that is allowed in a window."""

    unit: Unit
    """What is counted."""

    kinds: tuple[str, ...]
    """What the kinds are called that alone are asked for; none where the duty asks for more than a kind."""

    windows: tuple[DutyWindow, ...]
    """The windows, in order; never none."""


@dataclass(frozen=True, slots=True)
class DetailMatterOverdue:
    """`matter-overdue`"""

    what: Literal["matter-overdue"]

    flow: str
    """The flow's id."""

    flow_label: str
    """What it is called."""

    studio: Named | None
    """The studio that the matter belongs to, if any."""

    opened: date
    """The day on which the matter was opened."""

    step: StepRow
    """The step: who does it, its deadline, when it was done."""

    days: int
    """How many days after the deadline it was done, or the day of the audit is."""


@dataclass(frozen=True, slots=True)
class DetailMatterLate:
    """`matter-late`"""

    what: Literal["matter-late"]

    flow: str
    """The flow's id."""

    flow_label: str
    """What it is called."""

    studio: Named | None
    """The studio that the matter belongs to, if any."""

    opened: date
    """The day on which the matter was opened."""

    step: StepRow
    """The step: who does it, its deadline, when it was done."""

    days: int
    """How many days after the deadline it was done, or the day of the audit is."""


@dataclass(frozen=True, slots=True)
class DetailNotSeated:
    """`not-seated`"""

    what: Literal["not-seated"]

    record: RecordName
    """The record."""

    joined: date | None
    """The member's first day, if it is known."""

    left: date | None
    """The member's last day, if there is one."""


@dataclass(frozen=True, slots=True)
class DetailNotActive:
    """`not-active`"""

    what: Literal["not-active"]

    record: RecordName
    """The record."""

    state: StateName | None
    """The studio's state on that day; none before its history begins."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A diagnostic as it is written."""

    code: str
    """The stable code."""

    place: Place
    """Where it stands."""

    message: str
    """What is wrong, in English."""

    help: str
    """What to do next, in English."""

    message_zh: str
    """What is wrong, in Chinese."""

    help_zh: str
    """What to do next, in Chinese."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that came out otherwise."""

    path: str
    """The way to it: `甲.nodes.proposal`."""

    expected: str
    """What the example says."""

    found: str
    """What came out."""


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty of one subject."""

    id: str
    """The subject's id."""

    name: str
    """The subject's name."""

    windows: tuple[DutyWindow, ...]
    """Every window of the period, in order; of a duty whose window is longer than the period, the whole one."""

    rate: Ratio | None
    """Windows met among those met or missed; none where every window is pending or exempt."""


@dataclass(frozen=True, slots=True)
class DutyTable:
    """One duty, and how it stands with everybody of whom it is asked."""

    duty: str
    """The duty's id."""

    label: str
    """What it asks, in words."""

    clause: str | None
    """Where it stands in the published text."""

    subject: EntityKind
    """Of whom it is asked."""

    at_least: Decimal | None
    """The least that is asked in a window."""

    at_most: Decimal | None
    """The most that is allowed in a window."""

    unit: Unit
    """What is counted."""

    kinds: tuple[str, ...]
    """What the kinds are called that alone are asked for; none where the duty asks for more than a kind."""

    rows: tuple[DutyRow, ...]
    """The subjects, by id."""

    rate: Ratio | None
    """Windows met among those met or missed, of all subjects together."""


@dataclass(frozen=True, slots=True)
class DutyWindow:
    """A duty of one subject in one window."""

    window: Window
    """The days of the window, cut at the ends of the period."""

    status: DutyStatus
    """How the duty stands."""

    count: Decimal
    """How much was done: records, days or works, or a sum of quantities."""

    due: date
    """The last day on which it can still be done."""

    waiting: int
    """How many records would count as well if they were approved: 待审核. Of a window in which too little was done; of others 0."""


@dataclass(frozen=True, slots=True)
class DutyWindows:
    """Windows of a duty, and what it asks for in each."""

    at_least: Decimal | None
    """The least that is asked in a window."""

    at_most: Decimal | None
    """The most that is allowed in a window."""

    unit: Unit
    """What is counted."""

    kinds: tuple[str, ...]
    """What the kinds are called that alone are asked for; none where the duty asks for more than a kind."""

    windows: tuple[DutyWindow, ...]
    """The windows, in order; never none."""


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """A record: points × quantity × factors × share."""

    what: Literal["record"]

    record: RecordRef
    """The record."""

    points: Decimal
    """The rule's points, or the assessor's."""

    score: Decimal | None
    """The assessor's own score, where the rule leaves the points to the assessor: the points are that, within the rule's limits."""

    quantity: Decimal | None
    """The quantity, where the rule multiplies by it."""

    times: tuple[Decimal, ...]
    """The item's factors that matched."""

    share: Share | None
    """The subject's part of a shared record, where it is not the whole."""


@dataclass(frozen=True, slots=True)
class EntryBase:
    """Points that need no record."""

    what: Literal["base"]

    window: Window
    """The window it is paid for, or the whole period."""


@dataclass(frozen=True, slots=True)
class EntryCount:
    """A count of records."""

    what: Literal["count"]

    window: Window
    """The window in which was counted."""

    points: Decimal | None
    """The points of the rule, unless they stand in steps."""

    unit: Unit
    """What was counted."""

    rule: Counting
    """How the count becomes points."""

    count: Decimal
    """How much was counted."""

    of: Decimal | None
    """Of how much, for a rate."""

    records: tuple[RecordRef, ...]
    """The records counted."""


@dataclass(frozen=True, slots=True)
class EntryDuty:
    """Windows in which a duty was met, or missed."""

    what: Literal["duty"]

    window: Window
    """The window of the item in which they were counted, or the whole period."""

    points: Decimal
    """The points for each window."""

    duty: str
    """The duty."""

    missed: bool
    """Whether windows are counted in which it was missed, not met."""

    windows: int
    """How many windows."""


@dataclass(frozen=True, slots=True)
class EntryStandard:
    """Checks of a standard."""

    what: Literal["standard"]

    window: Window
    """The window that they are paid for, or the whole period."""

    standard: str
    """The standard."""

    points: Decimal
    """The points for all of them."""

    met: int
    """How many are met."""

    of: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class EntryInherited:
    """A grade that something got to which the subject belongs."""

    what: Literal["inherited"]

    window: Window
    """The window that it is paid for, or the whole period."""

    points: Decimal
    """The points."""

    grade: str
    """The grade."""

    each: bool
    """Whether the points are given once for each, not once in all."""

    from_: tuple[str, ...]
    """Who or what got it, by name."""


@dataclass(frozen=True, slots=True)
class EntryFloor:
    """A floor."""

    what: Literal["floor"]

    floor: Decimal | None
    """The floor, in points; none where it is the least that points can hold."""

    window: Window | None
    """The window of the item whose floor it is; none for the floor of a whole node."""


@dataclass(frozen=True, slots=True)
class Finding(FindingWords):
    """One thing that an audit found: what, of whom, by which rule, and the facts. `message` and `help`
    say it in words. They are listed in the order of their codes, then by rule and subject.
    """

    code: str
    """What was found."""

    severity: Severity
    """How much it weighs: as its code, but an unmet requirement that is met by the day of the audit has only to be checked."""

    subject: str
    """The id of the entity, or of the matter."""

    kind: EntityKind | None
    """What kind of entity it is; none for a matter."""

    name: str
    """The entity's name; of a matter the id again."""

    rule: str
    """The id of the duty, bound, standard, step or record. A move of a studio has none and is written `from→to`, the state with which
    a history begins alone.
    """

    label: str | None
    """What the rulebook calls the duty, bound, standard, step or move; none of a record, and of a move that the rulebook has not got."""

    clause: str | None
    """Where it stands in the published text."""

    date: date | None
    """The day in question: of the entry or the record, the last of the first window in question, the deadline of the step. None where
    the question is asked as of the day of the audit.
    """

    detail: Detail
    """What was asked for, and what is there."""


@dataclass(frozen=True, slots=True)
class FlowTable:
    """One flow, and how its matters fare that were opened by the day."""

    flow: str
    """The flow's id."""

    label: str
    """What it is called."""

    clause: str | None
    """Where it stands in the published text."""

    matters: int
    """How many matters were opened by the day."""

    closed: Ratio | None
    """办结率: those closed, in time or late."""

    in_time: Ratio | None
    """按时办结率: those closed with every step in time."""

    steps: tuple[StepRate, ...]
    """The steps, in order."""


@dataclass(frozen=True, slots=True)
class Given:
    """A notice that is given."""

    id: str
    """The notice."""

    label: str
    """What it says."""

    by: str | None
    """Who gives it."""

    clause: str | None
    """The clause it stands on."""


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many have a grade."""

    label: str | None
    """The grade; none for those whom no grade fits."""

    count: int
    """How many have it; 0 where nobody does."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade that was given."""

    label: str
    """What is printed: 优秀."""

    color: str | None
    """The colour that the rulebook gives it."""

    by_veto: bool
    """Whether a veto gave it."""


@dataclass(frozen=True, slots=True)
class Intake:
    """收件报告: what became of every row that was read. Nothing is lost: `accepted + refused.len()` is the number of rows, always."""

    accepted: int
    """How many rows the ledger holds."""

    refused: tuple[Refusal, ...]
    """The others, each with its reason, by row."""


@dataclass(frozen=True, slots=True)
class LackChecks:
    """Checks of a standard."""

    what: Literal["checks"]

    missing: tuple[Missing, ...]
    """Those that were not met."""


@dataclass(frozen=True, slots=True)
class LackCount:
    """There were too few or too many relations."""

    what: Literal["count"]

    n: int
    """How many distinct entities stand at the other end."""

    at_least: int | None
    """The least that is asked."""

    at_most: int | None
    """The most that is allowed."""

    other: OtherEnd
    """What is counted."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A grade whose conditions hold, but which its quota did not let in."""

    label: str
    """The grade."""

    seats: bool
    """Whether the quota comes to any seat where the subject could have had one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what gave it, what it was worth, what it counts for, and why not more."""

    node: str
    """The item; for a floor the category or board whose floor it is."""

    label: str
    """What the item is called."""

    clause: str | None
    """The clause it stands on."""

    entry: Entry
    """What gave the line."""

    value: Fraction
    """What it was worth, before the weights and factors of the nodes above it and before every clamp."""

    factors: tuple[Decimal, ...]
    """The weights and factors of the nodes above it, innermost first."""

    contribution: Fraction
    """What it counts for in the total."""

    cuts: tuple[Cut, ...]
    """What took something off it, in the order in which it did."""


@dataclass(frozen=True, slots=True)
class LinkChange:
    """联系变动: a link that began or ended. Links of one kind between the same two, in the same direction, are taken together: that one ends
    is no change while another holds.
    """

    kind: str
    """The kind of link, in the roster's word."""

    from_: Named
    """The one end."""

    to: Named
    """The other end."""

    change: Change
    """Whether it began or ended."""

    on: date
    """The first day on which it is so."""


@dataclass(frozen=True, slots=True)
class Linked:
    """联系: what a link joins to the entity that was asked of."""

    other: Named
    """What stands at the other end."""

    end: End
    """At which end the entity that was asked of stands."""

    since: date | None
    """The first day; none where the roster names none."""

    until: date | None
    """The last day; none where the roster names none."""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """One matter and how far it has come."""

    id: str
    """The matter's id."""

    flow: str
    """The flow it goes through."""

    studio: Named | None
    """The studio that it belongs to, if any."""

    opened: date
    """The day on which it was opened, which may be after the day of the audit: see `opened_by`."""

    state: MatterState
    """How it stands."""

    step: str | None
    """Of a late matter the first late step, of an overdue one the first overdue step, of an open one the first that is not done."""

    steps: tuple[StepRow, ...]
    """The steps of the flow, in order."""


@dataclass(frozen=True, slots=True)
class MatterStep:
    """The step at which a matter was not in time."""

    flow: str
    """The flow's id."""

    flow_label: str
    """What it is called."""

    studio: Named | None
    """The studio that the matter belongs to, if any."""

    opened: date
    """The day on which the matter was opened."""

    step: StepRow
    """The step: who does it, its deadline, when it was done."""

    days: int
    """How many days after the deadline it was done, or the day of the audit is."""


@dataclass(frozen=True, slots=True)
class MemberChange:
    """委员增减: a member who came to sit or sits no longer."""

    member: Named
    """Who."""

    change: Change
    """Whether the member came or went."""

    on: date
    """The first day on which it is so."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A check that is not met."""

    check: str
    """The check's id."""

    label: str
    """What it is called."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity in an answer: what it is, its id, and what it is called."""

    kind: EntityKind
    """What it is."""

    id: str
    """Its id, unique within the kind."""

    name: str
    """Its name; the id where it has none."""


@dataclass(frozen=True, slots=True)
class NodeFigure:
    """The figure of a category or an item: its own value after its own clamp, not reduced by outer ones."""

    id: str
    """The category or item."""

    label: str
    """What it is called."""

    clause: str | None
    """The clause it stands on."""

    note: str | None
    """What the rulebook's author says about it."""

    depth: int
    """0 for what hangs on the board itself."""

    item: bool
    """Whether it is an item, a leaf."""

    figure: Decimal
    """The published figure."""

    exact: Fraction
    """The exact value."""

    factors: tuple[Decimal, ...]
    """What the sum below it is multiplied by: weight and factors; none where they differ between the parts of the period."""

    cap: Decimal | None
    """Its cap, in points."""

    floor: Decimal | None
    """Its floor, in points."""

    windows: Windows | None
    """How its measure is taken window by window, if it is."""

    taken: Fraction
    """What its cap took."""

    raised: Fraction
    """What its floor added."""


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """What stands at the other end of the relations that a bound counts."""

    kind: EntityKind
    """The kind of entity."""

    role: str | None
    """What the role is called, of memberships in one role."""

    link: str | None
    """What the kind of link is called, of links."""

    some: bool
    """Whether only some of them count: the bound has an `other`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document a fault stands.

    `path` is the way from the top, as `item[2].when.kind`; `line` and `column` count from 1, the column in characters; `bytes` is the
    stretch of the source text that is underlined, and `text` what stands there, a quoted text without its quotes (empty for a list).
    A document that is not text (a table of rows) has a path alone, and nought for the rest.
    """

    path: str
    """The way from the top of the document."""

    bytes: Range
    """The underlined bytes of the source."""

    line: int
    """The line, from 1; 0 without a text."""

    column: int
    """The column in characters, from 1; 0 without a text."""

    text: str
    """What is underlined."""


@dataclass(frozen=True, slots=True)
class PostChange:
    """职务变动: a post that a member gained or lost."""

    member: Named
    """Who."""

    post: str
    """The post, in the roster's word."""

    change: Change
    """Whether it was gained or lost."""

    on: date
    """The first day on which it is so."""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """履职画像 along one dimension: the published figures of some categories together, and how they compare."""

    dimension: str
    """The dimension."""

    label: str
    """What it is called."""

    clause: str | None
    """The clause it stands on."""

    categories: tuple[str, ...]
    """What it adds up: categories, or items that hang on the board itself. One that stands in several dimensions counts in each."""

    figure: Decimal
    """The sum of their published figures."""

    share: Decimal | None
    """That sum as a part of the published total, with two places; none unless the total is more than nought."""

    caps: Fraction | None
    """The caps of these categories together, in points, over all parts of the period; none where one of them has no cap of its own. What
    caps inside or outside of them leave attainable may be less.
    """

    share_of_caps: Decimal | None
    """The sum as a part of those caps, with two places; none without them."""

    percentile: Ratio | None
    """How many of those ranked have as much or less, the subject among them; none for a subject that is not assessed."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of one worked example of a rulebook."""

    label: str
    """What the example shows."""

    differences: tuple[Difference, ...]
    """What came out otherwise than the example says."""

    faults: Diagnostics
    """What was wrong with its members, its ledger or its period, so that nothing could come out."""


@dataclass(frozen=True, slots=True)
class Range:

    start: int

    end: int


@dataclass(frozen=True, slots=True)
class RankIn:
    """A rank in one partition."""

    partition: str
    """The partition: empty where there is only one, `none` for those who belong to no other."""

    label: str
    """What it is called."""

    rank: int
    """The rank."""

    of: int
    """How many are ranked in it."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """比率: so many of so many, exactly; nothing of nothing is no ratio."""

    part: int
    """How many."""

    whole: int
    """Of how many; never 0."""

    figure: Decimal
    """The ratio as it is published: with two places, a half away from zero."""


@dataclass(frozen=True, slots=True)
class RecordName:
    """A record, by its id and what its kind is called."""

    record: str
    """The record's id."""

    kind: str
    """What the rulebook calls its kind."""


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A record, as a statement names it."""

    id: str
    """The record's id."""

    date: date
    """The day."""

    kind: str
    """What kind of record, by its label."""

    facets: tuple[str, ...]
    """The values that it and the subject's part in it carry, by their labels."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal as it is written."""

    row: int
    """The number of the row, from 1."""

    column: str | None
    """The column as the table heads it; none where the row itself is without fault."""

    value: str
    """What stands in that column."""

    code: str
    """The stable code."""

    message: str
    """What is wrong, in English."""

    help: str
    """What to do next, in English."""

    message_zh: str
    """What is wrong, in Chinese."""

    help_zh: str
    """What to do next, in Chinese."""


@dataclass(frozen=True, slots=True)
class Rollup(RollupWords):
    """分组统计: how the totals and grades of a board lie in each of its groups. Only assessed subjects count; one that belongs to several
    groups counts in each of them.
    """

    rulebook: str
    """The rulebook's id."""

    rulebook_title: str
    """The rulebook's title."""

    board: str
    """The board's id in the rulebook."""

    board_title: str
    """The board's title."""

    subject: EntityKind
    """What kind of subject the board assesses."""

    by: Grouping
    """What they are grouped by."""

    period: Window
    """The days that the board covers."""

    as_of: date
    """The day on which was asked who belongs to what."""

    rows: tuple[RollupRow, ...]
    """A row for each group, also for those in which nobody is assessed: sectors, committees, groups and studios of the roster by id,
    classes as the rulebook lists them, parties by name. At the end those who belong to none, where there are such.
    """

    whole: RollupRow
    """The whole board: every assessed subject once."""

    several: int
    """How many belong to several groups and count in each."""


@dataclass(frozen=True, slots=True)
class RollupRow:
    """One group of a roll-up."""

    group: str | None
    """The group's id, of a party its name; none for those who belong to none, and for the whole board."""

    label: str
    """What the group is called; of the whole board its title, nothing for those who belong to none."""

    count: int
    """How many assessed subjects there are."""

    totals: Spread | None
    """Where their totals lie; none of nobody."""

    grades: tuple[GradeCount, ...]
    """How many have each grade: the grades of the rulebook in its order, those that only a veto gave by label, at the end those whom no
    grade fits. Every row has the same ones; none on a board without grades.
    """


@dataclass(frozen=True, slots=True)
class Scores:
    """The result of scoring: a board for each `[[board]]` of the rulebook, in its order."""

    rulebook: str
    """The rulebook's id."""

    rulebook_title: str
    """The rulebook's title."""

    period: Window
    """The days that were scored."""

    as_of: date
    """The day on which questions were asked."""

    boards: tuple[Board, ...]
    """The boards."""

    missing_history: tuple[str, ...]
    """The notices of all boards that could not be decided for want of earlier ones, in the order of the rulebook."""


@dataclass(frozen=True, slots=True)
class Seat:
    """驻室: a member's seat in a studio."""

    member: Named
    """Whose it is."""

    studio: Named
    """Where it is."""

    role: str | None
    """As what, in the word of the roster."""

    from_: date | None
    """The first day; none where the roster names none."""

    to: date | None
    """The last day; none where the roster names none."""


@dataclass(frozen=True, slots=True)
class SeatChange:
    """驻室变动: a member who came to a studio, left it, or has other roles there."""

    studio: Named
    """Where."""

    member: Named
    """Who."""

    before: tuple[str, ...] | None
    """The member's roles on the earlier day, in the roster's words; none where the member had no seat, empty for a seat without a role."""

    after: tuple[str, ...] | None
    """The member's roles on the later day, likewise."""

    on: date
    """The first day on which it is so."""


@dataclass(frozen=True, slots=True)
class SectorCoverage:
    """How many of a sector's members are placed."""

    sector: Named
    """Which sector."""

    placed: Ratio | None
    """How many of its members are placed in a studio; none where it has no members who sit."""

    studios: tuple[Named, ...]
    """The studios of its own, by id: those whose `sector` it is on the day."""


@dataclass(frozen=True, slots=True)
class Share:
    """A subject's part of a shared record: the fraction `part`/`of`."""

    part: int
    """The numerator."""

    of: int
    """The denominator; never 0."""

    split: Split
    """How the record is shared."""


@dataclass(frozen=True, slots=True)
class SplitEqual:
    """In equal parts."""

    what: Literal["equal"]

    people: int
    """Among how many."""


@dataclass(frozen=True, slots=True)
class SplitFacet:
    """In two parts, each shared equally."""

    what: Literal["facet"]

    value: str
    """What those carry who have the first part, by its label."""

    part: Decimal
    """The first part of the whole."""

    carrying: int
    """How many share it."""

    people: int
    """How many there are in all."""


@dataclass(frozen=True, slots=True)
class Spread:
    """分布: where published totals lie. Each figure is exact, then rounded once, as the rulebook publishes.

    A quartile lies between two totals where it must: at (n − 1) × k ÷ 4 of the n totals in order, counted from nought, as spreadsheets
    have it that call it inclusive. The median is the middle one, or half-way between the two in the middle.
    """

    mean: Decimal
    """平均分"""

    lowest: Decimal
    """最低分"""

    lower_quartile: Decimal
    """下四分位数"""

    median: Decimal
    """中位数"""

    upper_quartile: Decimal
    """上四分位数"""

    highest: Decimal
    """最高分"""


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One standard of one subject."""

    id: str
    """The subject's id."""

    name: str
    """The subject's name."""

    met: int
    """How many checks are met."""

    of: int
    """How many checks there are."""

    share: Ratio | None
    """The checks met among all; none of a standard without checks."""

    missing: tuple[Missing, ...]
    """The checks that are not met, in the order of the standard."""


@dataclass(frozen=True, slots=True)
class StandardTable:
    """One standard, and which of its checks everybody meets of whom it is asked."""

    standard: str
    """The standard's id."""

    label: str
    """What it is called."""

    clause: str | None
    """Where it stands in the published text."""

    subject: EntityKind
    """Of whom it is asked."""

    of: int
    """How many checks there are."""

    rows: tuple[StandardRow, ...]
    """The subjects, by id."""

    coverage: Ratio | None
    """How many meet every check, of those of whom it is asked; none where it is asked of nobody, or has no checks."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """状态变动: a studio that is in another state."""

    studio: Named
    """Which studio."""

    before: str | None
    """Its state on the earlier day, in the roster's word; none before its history begins."""

    after: str
    """Its state on the later day."""

    on: date
    """The first day on which it is so."""


@dataclass(frozen=True, slots=True)
class StateName:
    """A state of a studio and what the rulebook calls it; a state that the rulebook has not got is called by its id."""

    state: str
    """The state's id."""

    label: str
    """What it is called."""


@dataclass(frozen=True, slots=True)
class StateRow:
    """One state, and which studios are in it on the day."""

    state: StateName | None
    """The state; none of studios that have no history, which are active, or whose history begins later, which are not."""

    active: bool
    """Whether the studios are active."""

    studios: tuple[Named, ...]
    """The studios, by id."""


@dataclass(frozen=True, slots=True)
class Statement(Words):
    """明白账: one subject's full account on one board. The statement *is* the result: the contributions of its lines add up to the exact
    total, and the published total is that, rounded once.

    Points are exact where they are an `Amount`, published (rounded by the rulebook) where they are a `Figure`; both are text in JSON.
    """

    rulebook: str
    """The rulebook's id."""

    rulebook_title: str
    """The rulebook's title."""

    board: str
    """The board's id in the rulebook."""

    board_title: str
    """The board's title."""

    period: Window
    """The days that the board covers."""

    slices: tuple[Window, ...]
    """The parts of a period that is longer than the rulebook's, each scored by itself; of any other the period alone."""

    as_of: date
    """The day on which questions were asked."""

    kind: EntityKind
    """What kind of subject."""

    id: str
    """The subject's id."""

    name: str
    """The subject's name."""

    assessed: bool
    """Whether the board assesses the subject: the others have a total, but no rank, grade or notice."""

    total: Decimal
    """The published total."""

    exact: Fraction
    """The exact total."""

    rounding: Rounding
    """How amounts are published: with as many places as the total, rounded so."""

    rank: Rank
    """The rank."""

    ranks: tuple[RankIn, ...]
    """The same, one for each partition, with its name for people and how many are ranked in it."""

    ranked: int
    """How many are ranked on the whole board."""

    grade: Graded | None
    """The grade, if one fits."""

    left_out: tuple[LeftOut, ...]
    """Grades whose conditions hold, but in which no seat was left; in the order of the rulebook."""

    notices: tuple[Given, ...]
    """The notices that are given, in the order of the rulebook."""

    holding: tuple[str, ...]
    """The notices whose condition holds in this period alone, given or not: what the streaks of the next periods look at."""

    vetoes: tuple[Struck, ...]
    """The vetoes that struck, in the order of the rulebook."""

    nodes: tuple[NodeFigure, ...]
    """Every category and item, a category before what hangs on it, in the order of the rulebook."""

    factors: tuple[Decimal, ...]
    """What the sum of the nodes is multiplied by; none where that differs between the parts of the period."""

    cap: Decimal | None
    """The board's own cap, in points."""

    floor: Decimal | None
    """The board's own floor, in points."""

    taken: Fraction
    """What the board's own cap took off the sum of its nodes."""

    raised: Fraction
    """What the board's own floor added to it."""

    lines: tuple[Line, ...]
    """Every line, in line order: what has no record first, then by date, record id and item."""

    unscored: tuple[Unlisted, ...]
    """Every other record in which the subject is involved, with the first reason that applies; by date, then id."""

    profile: tuple[ProfileRow, ...]
    """履职画像: a row for each dimension of the board, in the order of the rulebook."""

    rounded_apart: bool
    """Whether the figures of the topmost nodes do not add up to the published total, for they are each rounded by themselves."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a ladder."""

    at_least: Decimal
    """The count, or the percentage, from which on it holds."""

    points: Decimal
    """Its points."""


@dataclass(frozen=True, slots=True)
class StepRate:
    """How often a step was done."""

    step: str
    """The step's id."""

    label: str
    """What it is called."""

    done: Ratio | None
    """The matters in which it was done, among those in which the step right before it was; of the first step, among all."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a matter."""

    step: str
    """The step's id."""

    label: str
    """What it is called."""

    clause: str | None
    """Where it stands in the published text: the step itself, else the flow."""

    by: str | None
    """Who does it."""

    state: StepState
    """How it stands."""

    deadline: date | None
    """Its last day, if it has one; a step that is not done has none before the step right before it is done."""

    must: bool
    """Whether the matter is not closed without it: a step that must be done, or the last one."""

    done: date | None
    """The day on which it was done, as far as is known on the day."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A veto that struck."""

    label: str
    """What it is."""

    clause: str | None
    """The clause it stands on."""

    grade: str | None
    """The grade that it decides."""

    zero: bool
    """Whether it makes the total nought."""

    records: tuple[str, ...]
    """The records that matched."""


@dataclass(frozen=True, slots=True)
class StudioChange:
    """新设和停用: a studio in which the first members took their seats, or which the last left. Who they are is among the seats."""

    studio: Named
    """Which studio."""

    change: Change
    """Whether it was manned or left."""

    members: int
    """How many members came, or left."""

    on: date
    """The first day on which it is so."""


@dataclass(frozen=True, slots=True)
class StudioSize:
    """How large a studio is."""

    studio: Named
    """Which studio."""

    state: str | None
    """Its state on the day, in the roster's word."""

    members: int
    """How many members have a seat there, each counted once."""


@dataclass(frozen=True, slots=True)
class StudioState:
    """A studio's state on the day, and what is wrong with its whole history."""

    id: str
    """The studio's id."""

    name: str
    """The studio's name."""

    state: str | None
    """The state of the last entry, as listed, that is dated on or before the day."""

    label: str | None
    """What the rulebook calls the state."""

    active: bool
    """Whether the studio is active."""

    findings: tuple[Finding, ...]
    """What is wrong with the history, entry by entry."""


@dataclass(frozen=True, slots=True)
class TaskDuty:
    """The rest of what a duty asks for in a window."""

    what: Literal["duty"]

    kinds: tuple[str, ...]
    """What the kinds are called that alone are asked for; none where the duty asks for more than a kind."""

    short: Decimal
    """How much is wanting."""

    unit: Unit
    """What is counted."""

    waiting: int
    """How many records would count as well if they were approved: 待审核."""

    window: Window
    """The days in which it has to be done."""


@dataclass(frozen=True, slots=True)
class TaskStep:
    """The next step of a matter."""

    what: Literal["step"]

    flow: str
    """The flow's id."""

    flow_label: str
    """What the flow is called."""

    by: str | None
    """Who does it."""

    studio: Named | None
    """The studio that the matter belongs to, if any."""


@dataclass(frozen=True, slots=True)
class Todo(TodoWords):
    """待办: something that is still to be done, of whom, by which rule, and by when. `Todo::sentence` says it in words."""

    due: date | None
    """The last day on which it is in time; none of a step that has to be done and has no deadline: as soon as can be."""

    rule: str
    """The id of the duty or step."""

    label: str
    """What it is called."""

    clause: str | None
    """Where the duty or step stands in the published text."""

    subject: str
    """The id of the entity, or of the matter."""

    kind: EntityKind | None
    """What kind of entity it is; none for a matter."""

    name: str
    """The entity's name; of a matter the id again."""

    task: Task
    """What is to be done."""


@dataclass(frozen=True, slots=True)
class Undeclared:
    """A word that the roster uses and the rulebook does not declare. No rule can match it: nobody is told, and totals change.

    A vocabulary of which the rulebook declares nothing is not asked about: it has no quarrel with what it never speaks of. For the same
    reason the name of an attribute is listed only where it is spelt much like one that is declared.
    """

    place: WordPlace
    """The vocabulary in which it was looked for."""

    word: str
    """The word, as the roster has it."""

    near: str | None
    """The id of the declared word that may have been meant: the one that has this word for its label or alias, or is spelt most like it."""

    near_label: str | None
    """What the declared word is called."""

    kind: EntityKind
    """The kind of the entities that have it."""

    ids: tuple[str, ...]
    """The entities, by id; for a role the members."""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A record that gave no line."""

    record: RecordRef
    """The record."""

    reason: Unscored
    """Why not."""

    used: tuple[Used, ...]
    """What it was counted for elsewhere: vetoes, rates, notices, duties, each in the order of the rulebook."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A standard that was not full, or a bound that was not satisfied, when a studio made a move."""

    rule: str
    """The id of the standard or bound."""

    label: str
    """What it is called."""

    clause: str | None
    """Where it stands in the published text."""

    lack: Lack
    """What was wanting on that day."""

    met_now: bool
    """Whether nothing of it is wanting any more on the day of the audit, which is later."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A member who has no seat in any studio."""

    member: Named
    """Who."""

    sector: Named | None
    """The member's sector on the day."""


@dataclass(frozen=True, slots=True)
class Used:
    """A rule that used a record without making a line of it."""

    what: UsedBy
    """What kind of rule."""

    id: str | None
    """The item, notice or duty; vetoes have no id."""

    label: str
    """What it is called."""


@dataclass(frozen=True, slots=True)
class Window:
    """时段: a closed span of days."""

    from_: date
    """The first day."""

    to: date
    """The last day."""


@dataclass(frozen=True, slots=True)
class WindowClip:
    """What the cap or the floor of one window did."""

    window: Window
    """The window."""

    taken: Fraction
    """What the cap took."""

    raised: Fraction
    """What the floor added."""


@dataclass(frozen=True, slots=True)
class Windows:
    """An item's measure is taken in each of these windows, and clamped in each."""

    cadence: Cadence
    """Which windows."""

    cap: Decimal | None
    """The cap of each, in points."""

    floor: Decimal | None
    """The floor of each, in points."""

    clipped: tuple[WindowClip, ...]
    """The windows in which the cap took something, or the floor gave, in their order."""


@dataclass(frozen=True, slots=True)
class WordPlacePost:
    """职务: a member's post."""

    what: Literal["post"]


@dataclass(frozen=True, slots=True)
class WordPlaceTag:
    """标签: a member's tag."""

    what: Literal["tag"]


@dataclass(frozen=True, slots=True)
class WordPlaceRole:
    """驻室身份: the role of a membership."""

    what: Literal["role"]


@dataclass(frozen=True, slots=True)
class WordPlaceStudioType:
    """工作室类型: a studio's type."""

    what: Literal["studio-type"]


@dataclass(frozen=True, slots=True)
class WordPlaceUnitType:
    """单位类型: a unit's type."""

    what: Literal["unit-type"]


@dataclass(frozen=True, slots=True)
class WordPlaceAttr:
    """属性: the name of an attribute."""

    what: Literal["attr"]


@dataclass(frozen=True, slots=True)
class WordPlaceValue:
    """The value of an attribute."""

    what: Literal["value"]

    attr: str
    """The attribute's id."""

    label: str
    """What it is called."""


Counting: TypeAlias = CountingReach | CountingEvery | CountingShort | CountingLadder | CountingRate
"""How a count becomes points."""

Detail: TypeAlias = DetailUnknownState | DetailBackwardsDate | DetailIllegalMove | DetailUnmetRequirement | DetailBoundBroken | DetailStandardIncomplete | DetailDutyMissed | DetailDutyDue | DetailMatterOverdue | DetailMatterLate | DetailNotSeated | DetailNotActive
"""What was asked for, and what is there: for each code the facts that its sentences need. In JSON a table of these facts, with the
code again as `what`.
"""

Diagnostics: TypeAlias = tuple[Diagnostic, ...]

Entry: TypeAlias = EntryRecord | EntryBase | EntryCount | EntryDuty | EntryStandard | EntryInherited | EntryFloor
"""What gave a line."""

Lack: TypeAlias = LackChecks | LackCount
"""What is wanting."""

Rank: TypeAlias = None | int | dict[str, int]
"""A rank: a number, or where a subject is ranked in several partitions, one in each."""

Split: TypeAlias = SplitEqual | SplitFacet
"""How a record is shared among its approved participants."""

Task: TypeAlias = TaskDuty | TaskStep
"""What is to be done."""

WordPlace: TypeAlias = WordPlacePost | WordPlaceTag | WordPlaceRole | WordPlaceStudioType | WordPlaceUnitType | WordPlaceAttr | WordPlaceValue
"""Where a word of the roster stands."""


# The class of each variant, by the name under which the core writes it and its tag.
VARIANTS: dict[tuple[str, str], type] = {
    ("Counting", "reach"): CountingReach,
    ("Counting", "every"): CountingEvery,
    ("Counting", "short"): CountingShort,
    ("Counting", "ladder"): CountingLadder,
    ("Counting", "rate"): CountingRate,
    ("Detail", "unknown-state"): DetailUnknownState,
    ("Detail", "backwards-date"): DetailBackwardsDate,
    ("Detail", "illegal-move"): DetailIllegalMove,
    ("Detail", "unmet-requirement"): DetailUnmetRequirement,
    ("Detail", "bound-broken"): DetailBoundBroken,
    ("Counted", "bound-broken"): DetailBoundBroken,
    ("Detail", "standard-incomplete"): DetailStandardIncomplete,
    ("Detail", "duty-missed"): DetailDutyMissed,
    ("DutyWindows", "duty-missed"): DetailDutyMissed,
    ("Detail", "duty-due"): DetailDutyDue,
    ("DutyWindows", "duty-due"): DetailDutyDue,
    ("Detail", "matter-overdue"): DetailMatterOverdue,
    ("MatterStep", "matter-overdue"): DetailMatterOverdue,
    ("Detail", "matter-late"): DetailMatterLate,
    ("MatterStep", "matter-late"): DetailMatterLate,
    ("Detail", "not-seated"): DetailNotSeated,
    ("Detail", "not-active"): DetailNotActive,
    ("Entry", "record"): EntryRecord,
    ("Entry", "base"): EntryBase,
    ("Entry", "count"): EntryCount,
    ("Entry", "duty"): EntryDuty,
    ("Entry", "standard"): EntryStandard,
    ("Entry", "inherited"): EntryInherited,
    ("Entry", "floor"): EntryFloor,
    ("Lack", "checks"): LackChecks,
    ("Lack", "count"): LackCount,
    ("Counted", "count"): LackCount,
    ("Split", "equal"): SplitEqual,
    ("Split", "facet"): SplitFacet,
    ("Task", "duty"): TaskDuty,
    ("Task", "step"): TaskStep,
    ("WordPlace", "post"): WordPlacePost,
    ("WordPlace", "tag"): WordPlaceTag,
    ("WordPlace", "role"): WordPlaceRole,
    ("WordPlace", "studio-type"): WordPlaceStudioType,
    ("WordPlace", "unit-type"): WordPlaceUnitType,
    ("WordPlace", "attr"): WordPlaceAttr,
    ("WordPlace", "value"): WordPlaceValue,
}
