use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::counting::Counting;
use super::profile::ProfileRow;
use super::reason::{Reason, Unscored};
use crate::facts::Unit;
use crate::{Amount, Cadence, Date, Decimal, EntityKind, Figure, Id, Rounding, Slug, Window};

/// 明白账: one subject's full account on one board. The statement *is* the result: the contributions of its lines add up to the exact
/// total, and the published total is that, rounded once.
///
/// Points are exact where they are an [`Amount`], published (rounded by the rulebook) where they are a [`Figure`]; both are text in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Statement {
    /// The rulebook's title.
    pub rulebook: Arc<str>,
    /// The board's title.
    pub board: Arc<str>,
    /// The days that the board covers.
    pub period: Window,
    /// The parts of a period that is longer than the rulebook's, each scored by itself; of any other the period alone.
    pub slices: Vec<Window>,
    /// The day on which questions were asked.
    pub as_of: Date,
    /// What kind of subject.
    pub kind: EntityKind,
    /// The subject's id.
    pub id: Id,
    /// The subject's name.
    pub name: Arc<str>,
    /// Whether the board assesses the subject: the others have a total, but no rank, grade or notice.
    pub assessed: bool,
    /// The published total.
    pub total: Figure,
    /// The exact total.
    pub exact: Amount,
    /// How amounts are published: with as many places as the total, rounded so.
    pub rounding: Rounding,
    /// The rank.
    pub rank: Rank,
    /// The same, one for each partition, with its name for people and how many are ranked in it.
    pub ranks: Vec<RankIn>,
    /// How many are ranked on the whole board.
    pub ranked: u32,
    /// The grade, if one fits.
    pub grade: Option<Graded>,
    /// Grades whose conditions hold, but in which no seat was left; in the order of the rulebook.
    pub left_out: Vec<Arc<str>>,
    /// Those of them whose quota comes to no seat at all where the subject could have had one.
    pub seatless: Vec<Arc<str>>,
    /// The notices that are given, in the order of the rulebook.
    pub notices: Vec<Given>,
    /// The notices whose condition holds in this period alone, given or not: what the streaks of the next periods look at.
    pub holding: Vec<Slug>,
    /// The vetoes that struck, in the order of the rulebook.
    pub vetoes: Vec<Struck>,
    /// Every category and item, a category before what hangs on it, in the order of the rulebook.
    pub nodes: Vec<NodeFigure>,
    /// What the sum of the nodes is multiplied by; none where that differs between the parts of the period.
    pub factors: Vec<Decimal>,
    /// The board's own cap, in points.
    pub cap: Option<Decimal>,
    /// The board's own floor, in points.
    pub floor: Option<Decimal>,
    /// What the board's own cap took off the sum of its nodes.
    pub taken: Amount,
    /// What the board's own floor added to it.
    pub raised: Amount,
    /// Every line, in line order: what has no record first, then by date, record id and item.
    pub lines: Vec<Line>,
    /// Every other record in which the subject is involved, with the first reason that applies; by date, then id.
    pub unscored: Vec<Unlisted>,
    /// 履职画像: a row for each dimension of the board, in the order of the rulebook.
    pub profile: Vec<ProfileRow>,
    /// Whether the figures of the topmost nodes do not add up to the published total, for they are each rounded by themselves.
    pub rounded_apart: bool,
}

/// A rank: a number, or where a subject is ranked in several partitions, one in each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Rank {
    /// Not ranked.
    None,
    /// The rank in the one partition.
    One(u32),
    /// The rank in each partition, by its name.
    Several(BTreeMap<Arc<str>, u32>),
}

/// A rank in one partition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RankIn {
    /// The partition: empty where there is only one, `none` for those who belong to no other.
    pub partition: Arc<str>,
    /// What it is called.
    pub label: Arc<str>,
    /// The rank.
    pub rank: u32,
    /// How many are ranked in it.
    pub of: u32,
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rank::None => f.pad("–"),
            Rank::One(rank) => f.pad(&rank.to_string()),
            Rank::Several(ranks) => {
                let each: Vec<String> = ranks.iter().map(|(partition, rank)| format!("{partition} {rank}")).collect();
                f.pad(&each.join(", "))
            }
        }
    }
}

/// A grade that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Graded {
    /// What is printed: 优秀.
    pub label: Arc<str>,
    /// The colour that the rulebook gives it.
    pub color: Option<Arc<str>>,
    /// Whether a veto gave it.
    pub by_veto: bool,
}

/// A notice that is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Given {
    /// The notice.
    pub id: Slug,
    /// What it says.
    pub label: Arc<str>,
    /// Who gives it.
    pub by: Option<Arc<str>>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
}

/// A veto that struck.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Struck {
    /// What it is.
    pub label: Arc<str>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
    /// The grade that it decides.
    pub grade: Option<Arc<str>>,
    /// Whether it makes the total nought.
    pub zero: bool,
    /// The records that matched.
    pub records: Vec<Id>,
}

/// The figure of a category or an item: its own value after its own clamp, not reduced by outer ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NodeFigure {
    /// The category or item.
    pub id: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
    /// What the rulebook's author says about it.
    pub note: Option<Arc<str>>,
    /// 0 for what hangs on the board itself.
    pub depth: u32,
    /// Whether it is an item, a leaf.
    pub item: bool,
    /// The published figure.
    pub figure: Figure,
    /// The exact value.
    pub exact: Amount,
    /// What the sum below it is multiplied by: weight and factors; none where they differ between the parts of the period.
    pub factors: Vec<Decimal>,
    /// Its cap, in points.
    pub cap: Option<Decimal>,
    /// Its floor, in points.
    pub floor: Option<Decimal>,
    /// How its measure is taken window by window, if it is.
    pub windows: Option<Windows>,
    /// What its cap took.
    pub taken: Amount,
    /// What its floor added.
    pub raised: Amount,
}

/// An item's measure is taken in each of these windows, and clamped in each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Windows {
    /// Which windows.
    pub cadence: Cadence,
    /// The cap of each, in points.
    pub cap: Option<Decimal>,
    /// The floor of each, in points.
    pub floor: Option<Decimal>,
    /// The windows in which the cap took something, or the floor gave, in their order.
    pub clipped: Vec<WindowClip>,
}

/// What the cap or the floor of one window did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WindowClip {
    /// The window.
    pub window: Window,
    /// What the cap took.
    pub taken: Amount,
    /// What the floor added.
    pub raised: Amount,
}

/// One line: what gave it, what it was worth, what it counts for, and why not more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Line {
    /// The item; for a floor the category or board whose floor it is.
    pub node: Slug,
    /// What the item is called.
    pub label: Arc<str>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
    /// What gave the line.
    pub entry: Entry,
    /// What it was worth, before the weights and factors of the nodes above it and before every clamp.
    pub value: Amount,
    /// The weights and factors of the nodes above it, innermost first.
    pub factors: Vec<Decimal>,
    /// What it counts for in the total.
    pub contribution: Amount,
    /// What took something off it, in the order in which it did.
    pub cuts: Vec<Cut>,
}

/// What gave a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "by", rename_all = "lowercase")]
pub enum Entry {
    /// A record: points × quantity × factors × share.
    Record {
        /// The record.
        record: RecordRef,
        /// The rule's points, or the assessor's.
        points: Decimal,
        /// The assessor's own score, where the rule leaves the points to the assessor: the points are that, within the rule's limits.
        score: Option<Decimal>,
        /// The quantity, where the rule multiplies by it.
        quantity: Option<Decimal>,
        /// The item's factors that matched.
        times: Vec<Decimal>,
        /// The subject's part of a shared record as a fraction, where it is not the whole.
        share: Option<(u32, u32)>,
        /// How the record is shared, where it is.
        sharing: Option<Sharing>,
    },
    /// Points that need no record.
    Base {
        /// The window it is paid for, or the whole period.
        window: Window,
    },
    /// A count of records.
    Count {
        /// The window in which was counted.
        window: Window,
        /// The points of the rule, unless they stand in steps.
        points: Option<Decimal>,
        /// What was counted.
        unit: Unit,
        /// How the count becomes points.
        rule: Counting,
        /// How much was counted.
        count: Arc<str>,
        /// Of how much, for a rate.
        of: Option<Arc<str>>,
        /// The records counted.
        records: Vec<RecordRef>,
    },
    /// Windows in which a duty was met, or missed.
    Duty {
        /// The window of the item in which they were counted, or the whole period.
        window: Window,
        /// The points for each window.
        points: Decimal,
        /// The duty.
        duty: Arc<str>,
        /// Whether windows are counted in which it was missed, not met.
        missed: bool,
        /// How many windows.
        windows: u32,
    },
    /// Checks of a standard.
    Standard {
        /// The window that they are paid for, or the whole period.
        window: Window,
        /// The standard.
        standard: Arc<str>,
        /// The points for all of them.
        points: Decimal,
        /// How many are met.
        met: u32,
        /// How many there are.
        of: u32,
    },
    /// A grade that something got to which the subject belongs.
    Inherited {
        /// The window that it is paid for, or the whole period.
        window: Window,
        /// The points.
        points: Decimal,
        /// The grade.
        grade: Arc<str>,
        /// Whether the points are given once for each, not once in all.
        each: bool,
        /// Who or what got it, by name.
        from: Vec<Arc<str>>,
    },
    /// A floor.
    Floor {
        /// The floor, in points; none where it is the least that points can hold.
        floor: Option<Decimal>,
        /// The window of the item whose floor it is; none for the floor of a whole node.
        window: Option<Window>,
    },
}

/// How a record is shared among its approved participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "split", rename_all = "lowercase")]
pub enum Sharing {
    /// In equal parts.
    Equal {
        /// Among how many.
        people: u32,
    },
    /// In two parts, each shared equally.
    Facet {
        /// What those carry who have the first part, by its label.
        value: Arc<str>,
        /// The first part of the whole.
        part: Decimal,
        /// How many share it.
        carrying: u32,
        /// How many there are in all.
        people: u32,
    },
}

/// A record, as a statement names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordRef {
    /// The record's id.
    pub id: Id,
    /// The day.
    pub date: Date,
    /// What kind of record, by its label.
    pub kind: Arc<str>,
    /// The values that it and the subject's part in it carry, by their labels.
    pub facets: Vec<Arc<str>>,
}

/// What took something off a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cut {
    /// Why.
    pub reason: Reason,
    /// What the node or duty is called that the reason names.
    pub label: Option<Arc<str>>,
    /// How much, on the scale on which it was taken: what leaves a line out (best of a work, skipped, not among the most, not the best,
    /// a required duty) takes it before the factors of the nodes above; a cap takes after those of its node and the ones below it.
    pub amount: Amount,
    /// The same on the scale of the total, on which the line's worth is shown.
    pub off: Amount,
    /// The window in which it was taken, where the item's measure is taken window by window.
    pub window: Option<Window>,
    /// How many are left out at first (skipped), or count at most (not among the most).
    pub number: Option<u64>,
}

/// A record that gave no line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unlisted {
    /// The record.
    pub record: RecordRef,
    /// Why not.
    pub reason: Unscored,
    /// What it was counted for elsewhere: vetoes, rates, notices, duties, each in the order of the rulebook.
    pub used: Vec<Used>,
}

/// A rule that used a record without making a line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Used {
    /// What kind of rule.
    pub by: UsedBy,
    /// The item, notice or duty; vetoes have no id.
    pub id: Option<Slug>,
    /// What it is called.
    pub label: Arc<str>,
}

/// The kinds of rule that use records without making lines of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum UsedBy {
    /// 否决
    Veto,
    /// An item, for what its rate is of.
    Rate,
    /// 提醒
    Notice,
    /// 履职要求
    Duty,
}

impl Statement {
    /// An amount of this statement, as it is published.
    pub fn published(&self, amount: Amount) -> Figure {
        Figure::of(amount, self.total.places(), self.rounding)
    }

    /// What is left of the lines that one record gave to items of the measures each and once, as published; none if it gave no such line.
    pub fn counted(&self, record: &str) -> Option<Figure> {
        let of_record = |line: &&Line| matches!(&line.entry, Entry::Record { record: by, .. } if by.id == *record);
        let mut lines = self.lines.iter().filter(of_record).peekable();
        lines.peek()?;
        Some(self.published(lines.map(|line| line.contribution).sum()))
    }

    /// The published figure of a category or item.
    pub fn node(&self, id: &str) -> Option<Figure> {
        self.nodes.iter().find(|node| node.id == *id).map(|node| node.figure)
    }
}
