//! 明白账: the plain data of one subject on one board, one file a part of it.

mod cut;
mod entry;
mod line;
mod node;
mod rank;
mod record;
mod share;
mod verdict;

pub use cut::Cut;
pub use entry::Entry;
pub use line::Line;
pub use node::{NodeFigure, WindowClip, Windows};
pub use rank::{Rank, RankIn};
pub use record::{RecordRef, Unlisted, Used, UsedBy};
pub use share::{Share, Split};
pub use verdict::{Given, Graded, LeftOut, Struck};

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::profile::ProfileRow;
use crate::{Amount, Date, Decimal, EntityKind, Figure, Id, Rounding, Slug, Window};

/// 明白账: one subject's full account on one board. The statement *is* the result: the contributions of its lines add up to the exact
/// total, and the published total is that, rounded once.
///
/// Points are exact where they are an [`Amount`], published (rounded by the rulebook) where they are a [`Figure`]; both are text in JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Statement {
    /// The rulebook's id.
    pub rulebook: Slug,
    /// The rulebook's title.
    pub rulebook_title: Arc<str>,
    /// The board's id in the rulebook.
    pub board: Slug,
    /// The board's title.
    pub board_title: Arc<str>,
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
    pub left_out: Vec<LeftOut>,
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
