use super::{en, zh};
use crate::audit::Ratio;
use crate::roster::{Change, Named};
use crate::{Date, EntityKind, Lang};

/// A heading or a name of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    // Titles.
    Changes,
    Coverage,
    // Headings.
    Members,
    NewStudios,
    Seats,
    Bodies,
    Posts,
    Links,
    States,
    Studios,
    Sectors,
    Unplaced,
    // Columns and names of facts.
    Kind(EntityKind),
    Id,
    Name(EntityKind),
    Whose,
    BodyKind,
    Body,
    Change,
    Post,
    Link,
    FromEnd,
    ToEnd,
    Before,
    After,
    On,
    Along,
    Who,
    State,
    Seated,
    Placed,
    NotPlaced,
    Share,
    Size,
    StudioCount,
    OwnStudios,
    SectorsWithStudio,
    // In cells.
    Membership(Change),
    Seat(SeatTurn),
    Belonging(Change),
    Holding(Change),
    Joined(Change),
    NoRole,
}

/// What became of a member in a studio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SeatTurn {
    Came,
    Left,
    Roles,
}

/// A sentence, or a part of one, with what it speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sentence<'a> {
    /// The two days that are held against each other.
    Between(Date, Date),
    Day(Date),
    /// Someone or something, with the id.
    Named(&'a Named),
    /// How many of a kind.
    Many(u32, EntityKind),
    /// So many of so many, in percent.
    Of(Ratio, EntityKind),
    Percent(Ratio),
    Nothing,
    /// How changes are to be read; whether what follows from others is told with them.
    HowToRead {
        folded: bool,
    },
    /// What a member brought or took along: studios, or the other ends of links of a kind.
    Along {
        word: Word,
        link: &'a str,
        others: &'a str,
    },
    /// A studio was manned, or left.
    StudioTurned {
        change: Change,
        members: u32,
    },
    /// Who has a role in a studio; with the day, where it is not the same for all.
    InRole {
        role: &'a str,
        day: Option<Date>,
        members: &'a str,
    },
    // Captions: how many came and went, or how many there are.
    MembersCounted {
        came: usize,
        left: usize,
    },
    SeatsCounted {
        came: usize,
        left: usize,
        roles: usize,
    },
    /// Rows of changes that need no other word.
    Counted(usize),
    StudiosCounted(usize),
    SectorsCounted(usize),
    UnplacedCounted(usize),
    AllPlaced,
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
