use super::Code;
use crate::EntityKind;

/// What is wrong, as data: every fault that reading a document can find, with what its sentence needs.
///
/// The sentences stand in [`super::zh`] and [`super::en`], each a closed match, so that a fault without a sentence does not compile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    // Any document.
    #[cfg_attr(not(feature = "toml"), expect(dead_code, reason = "only TOML has it"))]
    TomlSyntax {
        message: String,
    },
    JsonSyntax {
        message: String,
    },
    /// `near` is the known key that is spelt most like it.
    UnknownKey {
        key: String,
        near: Option<String>,
        known: Vec<String>,
    },
    MissingKey {
        key: String,
    },
    WrongType {
        expected: Expected,
        found: Expected,
    },
    BadValue {
        value: String,
        allowed: Vec<String>,
        near: Option<String>,
    },
    BadNumber {
        value: String,
        rule: NumberRule,
    },
    BadDate {
        value: String,
    },
    BadId {
        value: String,
    },
    EmptyRange {
        low: String,
        high: String,
    },
    DuplicateId {
        id: String,
    },
    TooLarge {
        what: Limit,
    },

    // Rulebook.
    UnsupportedFormat {
        found: String,
    },
    BadLadder {
        why: LadderFault,
    },
    DuplicateName {
        name: String,
    },
    ReservedName {
        name: String,
    },
    Undeclared {
        what: Vocable,
        name: String,
        near: Option<String>,
    },
    UnknownReference {
        what: Noun,
        name: String,
        near: Option<String>,
    },
    MissingBoard,
    WrongSubject {
        key: String,
        subject: EntityKind,
    },
    WrongFacet {
        facet: String,
    },
    TwoMeasures {
        first: String,
        second: String,
    },
    ConflictingKeys {
        first: String,
        second: String,
    },
    BestOverCounting {
        item: String,
    },
    Cycle {
        path: String,
    },

    // Roster.
    OverlappingValues {
        key: String,
        day: String,
    },
    BadReference {
        value: String,
    },
    UnknownEntity {
        kind: EntityKind,
        name: String,
        near: Option<String>,
    },
    UnknownCheck {
        name: String,
        near: Option<String>,
    },
    UndeclaredLink {
        name: String,
        near: Option<String>,
    },
    WrongEnd {
        link: String,
        expected: EntityKind,
        found: EntityKind,
    },

    // Ledger, whole table.
    Encoding {
        name: &'static str,
        row: Option<u64>,
    },
    CsvSyntax {
        why: CsvFault,
    },
    UnknownColumn {
        name: String,
        near: Option<String>,
    },
    DuplicateColumn {
        name: String,
    },
    MissingColumn {
        name: &'static str,
    },

    // Ledger, row.
    MissingValue {
        column: String,
    },
    MissingMember,
    AmbiguousEntity {
        kind: EntityKind,
        name: String,
    },
    BadQuantity {
        value: String,
    },
    BadScore {
        value: String,
    },
    BadStatus {
        value: String,
    },
    DisagreeingRows {
        column: String,
        earlier: String,
    },
    DuplicateMember {
        member: String,
    },
    DuplicateRecord {
        record: String,
    },
    RecordRefused {
        record: String,
    },

    // Period, matters.
    BadPeriod {
        value: String,
    },
    NotInForce {
        period: String,
        from: Option<String>,
        until: Option<String>,
    },
    UnknownFlow {
        name: String,
        near: Option<String>,
    },
    UnknownStep {
        name: String,
        near: Option<String>,
    },
}

/// A type of value in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    Nothing,
    Boolean,
    Number,
    Whole,
    Text,
    Date,
    List,
    /// Two whole numbers, as `[1, 7]`.
    Pair,
    Table,
}

/// What a number broke.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NumberRule {
    /// At most four decimal places.
    Places,
    /// A whole number.
    Whole,
    /// From `low` to `high`, both included.
    Range { low: String, high: String },
    /// Not a finite decimal number.
    Finite,
}

/// What a ladder broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LadderFault {
    Empty,
    /// A step is not `[count, points]`.
    Step,
    /// The counts do not rise.
    NotRising,
}

/// What a CSV text broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CsvFault {
    /// A row (counted from 1 after the heading) has more cells than headings.
    TooManyCells { row: u64, cells: usize, headings: usize },
    /// A quotation mark is opened and never closed.
    OpenQuote { row: u64 },
    /// A quotation mark stands inside a cell that is not quoted, or text follows a closed one.
    StrayQuote { row: u64 },
}

/// What grew beyond its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    Bytes,
    Tables,
    Levels,
    Factors,
    Rows,
}

/// A vocabulary in which a word is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Vocable {
    Kind,
    Facet,
    Value,
    Post,
    Tag,
    Role,
    Type,
    Attr,
}

/// What a reference inside a rulebook names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Noun {
    Board,
    Parent,
    Category,
    Node,
    Duty,
    Standard,
    StandardOrBound,
    Grade,
    Relation,
    Notice,
    State,
}

impl Fault {
    /// The code under which the fault is known everywhere.
    pub(crate) fn code(&self) -> Code {
        use EntityKind::{Committee, Group, Member, Sector, Studio, Unit};
        match self {
            Fault::TomlSyntax { .. } => Code::TomlSyntax,
            Fault::JsonSyntax { .. } => Code::JsonSyntax,
            Fault::UnknownKey { .. } => Code::UnknownKey,
            Fault::MissingKey { .. } => Code::MissingKey,
            Fault::WrongType { .. } => Code::WrongType,
            Fault::BadValue { .. } => Code::BadValue,
            Fault::BadNumber { .. } => Code::BadNumber,
            Fault::BadDate { .. } => Code::BadDate,
            Fault::BadId { .. } => Code::BadId,
            Fault::EmptyRange { .. } => Code::EmptyRange,
            Fault::DuplicateId { .. } => Code::DuplicateId,
            Fault::TooLarge { .. } => Code::TooLarge,
            Fault::UnsupportedFormat { .. } => Code::UnsupportedFormat,
            Fault::BadLadder { .. } => Code::BadLadder,
            Fault::DuplicateName { .. } => Code::DuplicateName,
            Fault::ReservedName { .. } => Code::ReservedName,
            Fault::Undeclared { what, .. } => match what {
                Vocable::Kind => Code::UndeclaredKind,
                Vocable::Facet => Code::UndeclaredFacet,
                Vocable::Value => Code::UndeclaredValue,
                Vocable::Post => Code::UndeclaredPost,
                Vocable::Tag => Code::UndeclaredTag,
                Vocable::Role => Code::UndeclaredRole,
                Vocable::Type => Code::UndeclaredType,
                Vocable::Attr => Code::UndeclaredAttr,
            },
            Fault::UnknownReference { .. } => Code::UnknownReference,
            Fault::MissingBoard => Code::MissingBoard,
            Fault::WrongSubject { .. } => Code::WrongSubject,
            Fault::WrongFacet { .. } => Code::WrongFacet,
            Fault::TwoMeasures { .. } => Code::TwoMeasures,
            Fault::ConflictingKeys { .. } => Code::ConflictingKeys,
            Fault::BestOverCounting { .. } => Code::BestOverCounting,
            Fault::Cycle { .. } => Code::Cycle,
            Fault::OverlappingValues { .. } => Code::OverlappingValues,
            Fault::BadReference { .. } => Code::BadReference,
            Fault::UnknownEntity { kind, .. } => match kind {
                Member => Code::UnknownMember,
                Sector => Code::UnknownSector,
                Committee => Code::UnknownCommittee,
                Group => Code::UnknownGroup,
                Unit => Code::UnknownUnit,
                Studio => Code::UnknownStudio,
            },
            Fault::UnknownCheck { .. } => Code::UnknownCheck,
            Fault::UndeclaredLink { .. } => Code::UndeclaredLink,
            Fault::WrongEnd { .. } => Code::WrongEnd,
            Fault::Encoding { .. } => Code::Encoding,
            Fault::CsvSyntax { .. } => Code::CsvSyntax,
            Fault::UnknownColumn { .. } => Code::UnknownColumn,
            Fault::DuplicateColumn { .. } => Code::DuplicateColumn,
            Fault::MissingColumn { .. } => Code::MissingColumn,
            Fault::MissingValue { .. } => Code::MissingValue,
            Fault::MissingMember => Code::MissingMember,
            Fault::AmbiguousEntity { kind, .. } => match kind {
                Member => Code::AmbiguousMember,
                Sector => Code::AmbiguousSector,
                Committee => Code::AmbiguousCommittee,
                Group => Code::AmbiguousGroup,
                Unit => Code::AmbiguousUnit,
                Studio => Code::AmbiguousStudio,
            },
            Fault::BadQuantity { .. } => Code::BadQuantity,
            Fault::BadScore { .. } => Code::BadScore,
            Fault::BadStatus { .. } => Code::BadStatus,
            Fault::DisagreeingRows { .. } => Code::DisagreeingRows,
            Fault::DuplicateMember { .. } => Code::DuplicateMember,
            Fault::DuplicateRecord { .. } => Code::DuplicateRecord,
            Fault::RecordRefused { .. } => Code::RecordRefused,
            Fault::BadPeriod { .. } => Code::BadPeriod,
            Fault::NotInForce { .. } => Code::NotInForce,
            Fault::UnknownFlow { .. } => Code::UnknownFlow,
            Fault::UnknownStep { .. } => Code::UnknownStep,
        }
    }
}

/// The known word that is spelt most like `word`, if one is near enough to be meant. Of very many words the first ten thousand are compared.
pub(crate) fn nearest<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<String> {
    let length = word.chars().count();
    // Nobody misspells a text of that length for a word, and comparing it would take long.
    if length > 60 {
        return None;
    }
    let near_enough = |candidate: &str| {
        let other = candidate.chars().count();
        let most = (1 + length.max(other) / 4).min(length.saturating_sub(1));
        (length.abs_diff(other) <= most).then_some(most)
    };
    known
        .into_iter()
        .take(10_000)
        .filter_map(|candidate| {
            near_enough(candidate).map(|most| (most, strsim::osa_distance(word, candidate), candidate))
        })
        .filter(|&(most, distance, _)| distance <= most)
        .min_by_key(|&(_, distance, _)| distance)
        .map(|(_, _, candidate)| candidate.to_owned())
}
