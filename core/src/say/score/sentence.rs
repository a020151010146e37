use super::{en, zh};
use crate::score::{Counting, Reason, Split, Unit, Unscored, Used, Windows};
use crate::{Amount, Cadence, Date, Decimal, EntityKind, Figure, Lang, Rounding, Window};

/// A heading or a name of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    // Headings of a statement.
    Results,
    ByCategory,
    Details,
    Unscored,
    Closing,
    Profile,
    // Names of facts.
    Subject(EntityKind),
    Rulebook,
    Period,
    AsOf,
    Total,
    Grade,
    Rank,
    // Headings of columns.
    Node,
    Clause,
    Figure,
    Day,
    Record,
    What,
    Item,
    Working,
    Worth,
    Counts,
    Why,
    Id,
    Name(EntityKind),
    Number(EntityKind),
    Share,
    Dimension,
    ShareOfTotal,
    Caps,
    ShareOfCaps,
    Percentile,
    // In cells and captions.
    Subtotal,
    WholePeriod,
    Base,
    Floor,
    NoGrade,
    Unclassed,
    UnscoredRecords,
    Readings,
    GradesCounted,
    OnlyPoints,
    // A ranking.
    Ranking,
    Grades,
    Notices,
    NotAssessed,
    // By hand.
    Signature,
    SignedOn,
}

/// A sentence, or a part of one, with what it speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sentence<'a> {
    /// The title of a statement on that board.
    Title(&'a str),
    /// The rulebook and the period.
    Subtitle {
        rulebook: &'a str,
        period: Window,
    },
    /// Someone, with the id.
    Named {
        name: &'a str,
        id: &'a str,
    },
    Rulebook(&'a str),
    /// A window with its days.
    Window(Window),
    /// A window as it is called.
    Span(Window),
    Day(Date),
    Total {
        total: Figure,
        exact: Amount,
    },
    Ranked {
        rank: u32,
        of: u32,
        kind: EntityKind,
        among: Option<&'a str>,
    },

    // What is to be known about the result.
    NotAssessed,
    ByVeto {
        grade: &'a str,
    },
    LeftOut {
        grade: &'a str,
        /// Whether there was any seat at all.
        seats: bool,
    },
    Veto {
        label: &'a str,
        clause: Option<&'a str>,
        records: &'a str,
        grade: Option<&'a str>,
        zero: bool,
        sliced: bool,
    },
    Notice {
        label: &'a str,
        clause: Option<&'a str>,
        by: Option<&'a str>,
    },
    Sliced {
        windows: &'a [Window],
    },

    // What stands beside a category or an item.
    Multiplied {
        factors: &'a [Decimal],
    },
    Cap {
        cap: Decimal,
    },
    CapTook {
        cap: Option<Decimal>,
        taken: Amount,
    },
    FloorGave {
        floor: Option<Decimal>,
        raised: Amount,
    },
    EachWindow(&'a Windows),
    ZeroByVeto {
        sliced: bool,
    },
    Omitted {
        items: usize,
    },
    AuthorsNote {
        label: &'a str,
        note: &'a str,
    },
    RoundedApart,

    // How a line came about.
    Caption {
        label: &'a str,
        contribution: Amount,
    },
    /// The assessor's score, and the points that it comes to.
    Assessed {
        score: Decimal,
        points: Decimal,
    },
    Quantity(Decimal),
    Times(Decimal),
    Part(u32, u32),
    Shared(&'a Split),
    Factor(Decimal),
    Counted {
        count: Decimal,
        of: Option<Decimal>,
        unit: Unit,
    },
    Rule {
        rule: &'a Counting,
        unit: Unit,
        points: Option<Decimal>,
        count: Decimal,
        percent: Option<(Decimal, bool)>,
    },
    /// One of the records counted, by id.
    CountedRecord {
        id: &'a str,
        date: Date,
        kind: &'a str,
    },
    CountedRecords(&'a [String]),
    Duty {
        duty: &'a str,
        missed: bool,
        windows: u32,
    },
    Standard {
        standard: &'a str,
        met: u32,
        of: u32,
    },
    Inherited {
        grade: &'a str,
        none: bool,
    },
    FloorOf(Decimal),
    /// `lines` from this one on count nothing for the same causes.
    Less {
        causes: &'a [Cause<'a>],
        left: Amount,
        lines: usize,
    },
    HowToRead,
    NoLines,
    /// What a record without points was counted for.
    Used(&'a [Used]),

    // The account at the end.
    NoneUnscored,
    Sum {
        parts: &'a [Amount],
        sum: Amount,
    },
    Published {
        exact: Amount,
        total: Figure,
        rounding: Rounding,
    },
    Records {
        scored: usize,
        unscored: usize,
    },

    // The profile.
    ProfileOf {
        kind: EntityKind,
        /// Among how many the figures are compared, if at all.
        ranked: Option<u32>,
    },
    HowToCompare {
        kind: EntityKind,
        assessed: bool,
    },
    /// So many of so many.
    Of(u32, u32),

    // A ranking.
    Ranking {
        assessed: usize,
        kind: EntityKind,
    },
    NoticeTo {
        label: &'a str,
        clause: Option<&'a str>,
        by: Option<&'a str>,
        to: &'a [String],
    },
    RankIn {
        rank: u32,
        among: &'a str,
    },
    Percent(Decimal),
    Undecided {
        label: &'a str,
    },
    MoreCategories,
}

/// What took something off a line, with what is to be said of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cause<'a> {
    pub(super) reason: &'a Reason,
    /// The node or duty that the reason names.
    pub(super) label: &'a str,
    pub(super) cap: Option<Decimal>,
    /// Window by window, and which one it was, where the item's measure is taken so.
    pub(super) cadence: Option<Cadence>,
    pub(super) window: Option<Window>,
    /// How many are left out at first, or count at most.
    pub(super) number: Option<u64>,
    /// How much it took, where several took from one line.
    pub(super) took: Option<Amount>,
    /// Whether the period is scored in several parts, each with caps of its own.
    pub(super) sliced: bool,
}

impl Word {
    pub(super) fn said(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => zh::word(self),
            Lang::En => en::word(self),
        }
    }
}

impl Sentence<'_> {
    pub(super) fn said(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => zh::sentence(self),
            Lang::En => en::sentence(self),
        }
    }
}

impl Unscored {
    /// Why a record gave no line, as a sentence.
    pub fn sentence(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => zh::unscored(self),
            Lang::En => en::unscored(self),
        }
    }
}
