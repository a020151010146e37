use crate::arena::Idx;
use crate::audit::ChecksMet;
use crate::facts::Tally;
use crate::ledger::Record;
use crate::roster::Entity;
use crate::rulebook::{Duty, Facet, Item, Word};
use crate::{Amount, Date, Decimal, Id, Window};

use super::tree::Node;

/// One line of an account: what gave it, what it was worth, what is left of it, and what took the rest.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// The item, or the category or board whose floor it is.
    pub(crate) node: Node,
    pub(crate) entry: Entry,
    pub(crate) order: Order,
    /// Which window of the item it falls into.
    pub(crate) window: usize,
    /// Before weights, factors of nodes and clamps.
    pub(crate) value: Amount,
    /// After everything done to it so far.
    pub(crate) left: Amount,
    pub(crate) cuts: Vec<Taken>,
    /// The weights and factors of nodes that scaled it, innermost first.
    pub(crate) scaled: Vec<Decimal>,
}

/// What a cut took off a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken {
    pub(crate) cut: Cut,
    pub(crate) amount: Amount,
    /// How many factors of nodes had scaled the line by then.
    pub(crate) scale: usize,
}

/// What gives a line.
#[derive(Debug, Clone)]
pub(crate) enum Entry {
    Record(Worth),
    Base,
    Counted {
        points: Option<Decimal>,
        count: Tally,
        of: Option<Tally>,
        records: Vec<Idx<Record>>,
    },
    Duty {
        points: Decimal,
        duty: Idx<Duty>,
        windows: u32,
    },
    Standard {
        points: Decimal,
        checks: ChecksMet,
    },
    Inherited {
        points: Decimal,
        from: Vec<Entity>,
    },
    /// Of the node, or of a window of the item; none where it is what points can hold.
    Floor {
        floor: Option<Decimal>,
        windowed: bool,
    },
}

/// How a record's line came to its value: points × quantity × factors × share.
#[derive(Debug, Clone)]
pub(crate) struct Worth {
    pub(crate) record: Idx<Record>,
    pub(crate) points: Decimal,
    /// The record's own score, where the points are that, clamped.
    pub(crate) score: Option<Decimal>,
    pub(crate) quantity: Option<Decimal>,
    pub(crate) times: Vec<Decimal>,
    /// The subject's part, where it is not the whole.
    pub(crate) share: Option<Share>,
}

/// A subject's part of a record as a fraction, and where it comes from; a part is counted in ten-thousandths.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share {
    pub(crate) part: u32,
    pub(crate) of: u32,
    pub(crate) split: Split,
}

/// How a record is shared among its approved participants.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Split {
    Equal {
        people: u32,
    },
    /// `carrying` of the people carry the value and share `part`, the others share the rest.
    Facet {
        facet: Idx<Facet>,
        value: Idx<Word>,
        part: Decimal,
        carrying: u32,
        people: u32,
    },
}

/// What took something off a line, or added the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    BestOfWork,
    Skipped,
    NotAmongMost,
    NotBest,
    Cap(Node),
    WindowCap(Idx<Item>),
    Require(Idx<Duty>),
    Veto,
    CapPoints,
}

/// Lines stand in this order; what has no record stands before all that have one, and is cut last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Order {
    /// By node, then window, floors first.
    Unrecorded {
        node: Node,
        window: usize,
        earned: bool,
    },
    Recorded {
        date: Date,
        id: Id,
        item: Idx<Item>,
    },
}

impl Line {
    /// A line of which all is left.
    pub(crate) fn new(node: Node, entry: Entry, order: Order, window: usize, value: Amount) -> Self {
        Line { node, entry, order, window, value, left: value, cuts: Vec::new(), scaled: Vec::new() }
    }

    /// Takes so much of the rest of the line away.
    pub(crate) fn take(&mut self, cut: Cut, amount: Amount) {
        self.left -= amount;
        self.note(cut, amount);
    }

    /// Takes the rest of the line away.
    pub(crate) fn drop_all(&mut self, cut: Cut) {
        self.take(cut, self.left);
    }

    /// Notes a cut that is not taken off what is left.
    pub(crate) fn note(&mut self, cut: Cut, amount: Amount) {
        self.cuts.push(Taken { cut, amount, scale: self.scaled.len() });
    }

    /// The record of the line, if it is one record's.
    pub(crate) fn record(&self) -> Option<Idx<Record>> {
        match &self.entry {
            Entry::Record(worth) => Some(worth.record),
            _ => None,
        }
    }
}

/// A part of a period that is scored by itself, and the day on which its questions are asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slice {
    pub(crate) window: Window,
    pub(crate) day: Date,
}
