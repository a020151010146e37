//! Every word and sentence of changes and coverage in English.

use super::words::{SeatTurn, Sentence, Word};
use crate::EntityKind;
use crate::roster::Change;
use crate::say::phrase::en::{date, many, named, nouns};
use crate::say::phrase::percent;

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Changes => "Changes in the roster",
        Word::Coverage => "Members in studios",
        Word::Members | Word::Size | Word::Who => "Members",
        Word::NewStudios => "Studios manned and left",
        Word::Seats => "Seats in studios",
        Word::Bodies => "Sectors, committees and groups",
        Word::Posts => "Posts",
        Word::Links => "Links",
        Word::States => "States of studios",
        Word::Studios | Word::StudioCount => "Studios",
        Word::Sectors => "Sectors",
        Word::Unplaced => "Members in no studio",
        Word::Kind(EntityKind::Member) => "Member",
        Word::Kind(EntityKind::Sector) => "Sector",
        Word::Kind(EntityKind::Committee) => "Committee",
        Word::Kind(EntityKind::Group) => "Group",
        Word::Kind(EntityKind::Unit) => "Unit",
        Word::Kind(EntityKind::Studio) => "Studio",
        Word::Id => "Id",
        Word::Name(_) | Word::Body => "Name",
        Word::Whose => "Member or studio",
        Word::BodyKind => "Body",
        Word::Change => "Change",
        Word::Post => "Post",
        Word::Link => "Link",
        Word::FromEnd => "From",
        Word::ToEnd => "To",
        Word::Before => "Before",
        Word::After => "Now",
        Word::On => "Day",
        Word::Along => "Along with it",
        Word::State => "State",
        Word::Seated => "Seated",
        Word::Placed => "In a studio",
        Word::NotPlaced => "In none",
        Word::Share => "Share",
        Word::OwnStudios => "Studios of its own",
        Word::SectorsWithStudio => "Sectors with a studio",
        Word::Membership(Change::Began) => "came",
        Word::Seat(SeatTurn::Came) | Word::Belonging(Change::Began) => "joined",
        Word::Membership(Change::Ended) | Word::Seat(SeatTurn::Left) | Word::Belonging(Change::Ended) => "left",
        Word::Seat(SeatTurn::Roles) => "other role",
        Word::Holding(Change::Began) => "gained",
        Word::Holding(Change::Ended) => "lost",
        Word::Joined(Change::Began) => "began",
        Word::Joined(Change::Ended) => "ended",
        Word::NoRole => "no role",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Between(from, to) => format!("{} compared with {}", date(to), date(from)),
        Sentence::Day(day) => date(day),
        Sentence::Named(one) => named(&one.name, &one.id),
        Sentence::Many(count, kind) => many(count, nouns(kind)),
        Sentence::Of(ratio, kind) => {
            format!("{} of {}, {}%", ratio.part, many(ratio.whole, nouns(kind)), percent(ratio.part, ratio.whole))
        }
        Sentence::Percent(ratio) => format!("{}%", percent(ratio.part, ratio.whole)),
        Sentence::Nothing => "Nothing is different.".to_owned(),
        Sentence::HowToRead { folded } => {
            let told = if folded {
                " The seats and links of members who came or left, and the members of studios manned or left, are told in their rows alone."
            } else {
                ""
            };
            format!(
                "The day is the first of what began, the last of what ended. What came and went in between does not show.{told}"
            )
        }
        Sentence::Along { word, link: "", others } => format!("{} {others}", self::word(word)),
        Sentence::Along { word, link, others } => format!("{} “{link}”: {others}", self::word(word)),
        Sentence::StudioTurned { change: Change::Began, members } => {
            format!("manned by {}", many(members, nouns(EntityKind::Member)))
        }
        Sentence::StudioTurned { change: Change::Ended, members } => {
            format!("left by all of its {}", many(members, nouns(EntityKind::Member)))
        }
        Sentence::InRole { role, day: None, members } => format!("{role}: {members}"),
        Sentence::InRole { role, day: Some(day), members } => format!("{role} ({}): {members}", date(day)),
        Sentence::MembersCounted { came, left } => format!("{came} came, {left} left"),
        Sentence::SeatsCounted { came, left, roles } => format!("{came} joined, {left} left, {roles} with other roles"),
        Sentence::Counted(1) => "1 change".to_owned(),
        Sentence::Counted(count) => format!("{count} changes"),
        Sentence::StudiosCounted(1) => "1 studio".to_owned(),
        Sentence::StudiosCounted(count) => format!("{count} studios"),
        Sentence::SectorsCounted(1) => "1 sector".to_owned(),
        Sentence::SectorsCounted(count) => format!("{count} sectors"),
        Sentence::UnplacedCounted(1) => "1 member".to_owned(),
        Sentence::UnplacedCounted(count) => format!("{count} members"),
        Sentence::AllPlaced => "Every member who sits is in a studio.".to_owned(),
    }
}
