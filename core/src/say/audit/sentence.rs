use super::{en, zh};
use crate::audit::{FindingCode, Task, Todo, Unit, WordPlace};
use crate::roster::Named;
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
    TodoNow,
    TodoLater,
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
    DueToday,
    SameAsAbove,
    UndeclaredCaption,
}

/// By when something is to be done.
#[derive(Debug, Clone, Copy)]
pub(super) enum Due {
    Today,
    By(Date),
    /// There is no day: as soon as can be.
    Soon,
}

/// How often a duty was kept and not kept, and how often there is still time.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) met: u32,
    pub(super) missed: u32,
    pub(super) pending: u32,
    /// What is counted: subjects, where each has one window; else windows.
    pub(super) of: Option<EntityKind>,
}

/// A sentence, or a part of one, with what it speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sentence<'a> {
    // Of what is to be done.
    /// What is to be done, of whom, by when.
    Todo(&'a Todo),
    /// What is to be done by when, and by whom.
    Owed {
        due: Due,
        label: &'a str,
        task: &'a Task,
        /// The least and the most that anybody owes.
        owed: Option<(Decimal, Decimal)>,
        /// Whether a step is said with its flow.
        flow: bool,
        who: &'a str,
    },
    /// What one of them owes, where it is not the same for all, and how many records wait for approval.
    Owes {
        name: &'a str,
        short: Option<(Decimal, Unit)>,
        waiting: u32,
    },
    /// How many tasks can be done now, and whether some of them have no day; how many are in windows that have not begun.
    Now {
        number: usize,
        undated: bool,
    },
    Later(usize),

    // Of the report.
    Subtitle {
        rulebook: &'a str,
        as_of: Date,
    },
    Rulebook(&'a str),
    Window(Window),
    Day(Date),
    /// How many findings or tasks.
    Items(usize),
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
        studio: Option<&'a Named>,
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
    /// A rule over its table; `part` is what part of the windows the table shows.
    Caption {
        label: &'a str,
        clause: Option<&'a str>,
        part: Option<Window>,
        tally: Option<Tally>,
    },
    /// One of the subjects of a table.
    Of(EntityKind),
    /// All the subjects of a table.
    Each(EntityKind),
    /// Subjects that share a row and are not named: some of them, all the others, or all there are.
    Some {
        number: usize,
        kind: EntityKind,
    },
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
