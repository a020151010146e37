use super::{en, zh};
use crate::{Date, EntityKind, Grouping, Lang, Window};

/// A heading or a name of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    // Headings and names of facts.
    Totals,
    Grades,
    Period,
    AsOf,
    Assessed,
    // Columns.
    Id,
    Group(Grouping),
    Number(EntityKind),
    Mean,
    Lowest,
    LowerQuartile,
    Median,
    UpperQuartile,
    Highest,
    NoGrade,
    // Rows.
    InNone(Grouping),
    Whole,
}

/// A sentence, or a part of one, with what it speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sentence<'a> {
    /// The board, and what it is split by.
    Title {
        board: &'a str,
        by: Grouping,
    },
    Subtitle {
        rulebook: &'a str,
        period: Window,
    },
    Window(Window),
    Day(Date),
    /// How many of a kind.
    Many(u32, EntityKind),
    TotalsOf(EntityKind),
    GradesOf(EntityKind),
    Nobody(EntityKind),
    /// Who counts where.
    WhoCounts {
        kind: EntityKind,
        by: Grouping,
        day: Date,
    },
    /// So many are in several groups.
    Several {
        many: u32,
        kind: EntityKind,
        by: Grouping,
    },
    HowToRead,
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
