use super::{en, zh};
use crate::audit::{FindingCode, Task, Todo, Unit, WordPlace};
use crate::{Date, Decimal, EntityKind, Lang, Severity, Window};

/// A heading or a name of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Title,
    // Headings.
    Overview,
    Problems,
    Todo,
    Checks,
    Duties,
    Bounds,
    Standards,
    States,
    Flows,
    Undeclared,
    // Names of facts.
    Rulebook,
    Period,
    AsOf,
    Severity(Severity),
    Unknown,
    // Headings of columns.
    Subject,
    Fact,
    Repair,
    Due,
    Rate,
    State,
    Active,
    Number,
    Studios,
    Flow,
    Matters,
    Closed,
    InTime,
    Matter,
    Opened,
    Step,
    By,
    Overdue,
    Vocabulary,
    Written,
    Meant,
    Users,
    Remarks,
    // In cells, captions and paragraphs.
    Code(FindingCode),
    Legend,
    BoundLegend,
    StandardLegend,
    Satisfied,
    Full,
    Running,
    NotRunning,
    NoHistory,
    HistoryLater,
    NoProblems,
    NoTodo,
    StatesCaption,
    FlowsCaption,
    OpenCaption,
    UndeclaredCaption,
}

/// A sentence, or a part of one, with what it speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sentence<'a> {
    // Of what is to be done.
    /// What is to be done, of whom, by when.
    Todo(&'a Todo),
    /// What is to be done by when, and by whom; `owed` is the least and the most that anybody owes.
    Owed {
        due: Date,
        label: &'a str,
        task: &'a Task,
        owed: Option<(Decimal, Decimal)>,
        who: &'a str,
    },
    /// How much one of them owes.
    Owes {
        name: &'a str,
        short: Decimal,
        unit: Unit,
    },
    /// How many tasks there are in windows that have begun, and in others.
    Begun(usize),
    Later(usize),

    // Of the report.
    Subtitle {
        rulebook: &'a str,
        as_of: Date,
    },
    Rulebook(&'a str),
    Window(Window),
    Day(Date),
    Findings(usize),
    Words(usize),
    /// A heading, counted from 0.
    Chapter {
        nth: usize,
        title: &'a str,
    },
    /// Who uses a word.
    Users {
        kind: EntityKind,
        users: &'a str,
    },
    /// Someone, with the id.
    Named {
        name: &'a str,
        id: &'a str,
    },
    /// A matter, with the studio that it belongs to.
    Matter {
        id: &'a str,
        studio: Option<&'a str>,
    },
    /// The first of so many.
    AndMore {
        listed: &'a [String],
        all: usize,
        kind: Option<EntityKind>,
    },
    /// What a group of findings has in common.
    Group {
        code: FindingCode,
        label: Option<&'a str>,
        clause: Option<&'a str>,
        of: usize,
        kind: Option<EntityKind>,
    },
    /// A rule over its table; `rate` is how often it was kept, `part` what part of the windows the table shows.
    Caption {
        label: &'a str,
        clause: Option<&'a str>,
        rate: Option<(u32, u32)>,
        part: Option<Window>,
    },
    /// One of the subjects of a table.
    Of(EntityKind),
    /// All the subjects of a table.
    Each(EntityKind),
    /// Subjects that share a row and are not named: all the others, or all there are.
    Others {
        number: usize,
        kind: EntityKind,
    },
    All {
        number: usize,
        kind: EntityKind,
    },
    NobodyAsked {
        label: &'a str,
    },
    NoChecks {
        label: &'a str,
    },
    /// A window over its column, and its last day below.
    WindowTitle(Window),
    DueDay {
        due: Date,
        window: Window,
    },
    /// How many there may be.
    Range {
        at_least: Option<u32>,
        at_most: Option<u32>,
    },
    CheckCount(u32),
    Ratio {
        part: u32,
        whole: u32,
    },
    Percent {
        part: u32,
        whole: u32,
    },
    StepRates(&'a [(&'a str, Option<(u32, u32)>)]),
    Days(u32),
    Place(&'a WordPlace),
    Meant {
        id: &'a str,
        label: &'a str,
    },
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

/// So many of so many in percent, with one place where there is need; 100 only where it is all of them, 0 only where it is none.
pub(super) fn percent(part: u32, whole: u32) -> Decimal {
    let (part, whole) = (u64::from(part), u64::from(whole).max(1));
    let tenths = (part * 2000 + whole) / (2 * whole);
    let least = u64::from(part > 0);
    let most = if part < whole { 999 } else { 1000 };
    let tenths = i64::try_from(tenths.clamp(least, most)).unwrap_or_default();
    Decimal::from_ten_thousandths(tenths * 1000)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_percentage_is_never_rounded_to_all_or_nothing() {
        let said = |part, whole| percent(part, whole).to_string();
        assert_eq!((said(10, 12), said(239, 240), said(1, 3)), ("83.3".into(), "99.6".into(), "33.3".into()));
        assert_eq!((said(9999, 10_000), said(1, 10_000)), ("99.9".into(), "0.1".into()));
        assert_eq!((said(12, 12), said(0, 12), said(1, 2)), ("100".into(), "0".into(), "50".into()));
    }
}
