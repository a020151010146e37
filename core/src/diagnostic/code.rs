use std::fmt;
use std::str::FromStr;

macro_rules! codes {
    ($($name:ident = $text:literal,)*) => {
        /// The code of a fault: part of the interface, kebab-case, stable. Each has a page: what it means, a wrong and a right example.
        ///
        /// ```
        /// use lvzhi::diagnostic::Code;
        /// assert_eq!(Code::UnknownKey.as_str(), "unknown-key");
        /// assert!(Code::ALL.iter().all(|code| code.as_str().parse() == Ok(*code)));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = include_str!(concat!("codes/", $text, ".md"))] $name,)*
        }

        impl Code {
            /// Every code, in the order of the pages.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as text.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $text,)*
                }
            }

            /// The code's page, as Markdown.
            pub const fn page(self) -> &'static str {
                match self {
                    $(Code::$name => include_str!(concat!("codes/", $text, ".md")),)*
                }
            }
        }
    };
}

codes! {
    TomlSyntax = "toml-syntax",
    JsonSyntax = "json-syntax",
    UnsupportedFormat = "unsupported-format",
    UnknownKey = "unknown-key",
    MissingKey = "missing-key",
    WrongType = "wrong-type",
    BadValue = "bad-value",
    BadNumber = "bad-number",
    BadDate = "bad-date",
    BadId = "bad-id",
    BadLadder = "bad-ladder",
    EmptyRange = "empty-range",
    DuplicateId = "duplicate-id",
    DuplicateName = "duplicate-name",
    ReservedName = "reserved-name",
    UndeclaredKind = "undeclared-kind",
    UndeclaredFacet = "undeclared-facet",
    UndeclaredValue = "undeclared-value",
    UndeclaredPost = "undeclared-post",
    UndeclaredTag = "undeclared-tag",
    UndeclaredRole = "undeclared-role",
    UndeclaredType = "undeclared-type",
    UndeclaredAttr = "undeclared-attr",
    UnknownReference = "unknown-reference",
    MissingBoard = "missing-board",
    WrongSubject = "wrong-subject",
    WrongFacet = "wrong-facet",
    TwoMeasures = "two-measures",
    ConflictingKeys = "conflicting-keys",
    BestOverCounting = "best-over-counting",
    Cycle = "cycle",
    TooLarge = "too-large",
    OverlappingValues = "overlapping-values",
    BadReference = "bad-reference",
    UnknownMember = "unknown-member",
    UnknownSector = "unknown-sector",
    UnknownCommittee = "unknown-committee",
    UnknownGroup = "unknown-group",
    UnknownUnit = "unknown-unit",
    UnknownStudio = "unknown-studio",
    UnknownCheck = "unknown-check",
    UndeclaredLink = "undeclared-link",
    WrongEnd = "wrong-end",
    Encoding = "encoding",
    CsvSyntax = "csv-syntax",
    UnknownColumn = "unknown-column",
    DuplicateColumn = "duplicate-column",
    MissingColumn = "missing-column",
    MissingValue = "missing-value",
    MissingMember = "missing-member",
    AmbiguousMember = "ambiguous-member",
    AmbiguousStudio = "ambiguous-studio",
    AmbiguousUnit = "ambiguous-unit",
    AmbiguousGroup = "ambiguous-group",
    AmbiguousCommittee = "ambiguous-committee",
    AmbiguousSector = "ambiguous-sector",
    BadQuantity = "bad-quantity",
    BadScore = "bad-score",
    BadStatus = "bad-status",
    DisagreeingRows = "disagreeing-rows",
    DuplicateMember = "duplicate-member",
    DuplicateRecord = "duplicate-record",
    RecordRefused = "record-refused",
    BadPeriod = "bad-period",
    NotInForce = "not-in-force",
    UnknownFlow = "unknown-flow",
    UnknownStep = "unknown-step",
}

/// A text that is no code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown code `{0}`")]
pub struct UnknownCode(String);

impl FromStr for Code {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Code::ALL.iter().copied().find(|code| code.as_str() == text).ok_or_else(|| UnknownCode(text.to_owned()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

crate::text::as_text!(Code: "The code of a fault, as `unknown-key`.");
