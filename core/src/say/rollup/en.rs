//! Every word and sentence of roll-ups in English.

use super::words::{Sentence, Word};
use crate::say::phrase::en::{date, many, nouns, span, window};
use crate::{EntityKind, Grouping};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Totals => "Totals",
        Word::Grades => "Grades",
        Word::Period => "Period",
        Word::AsOf => "As of",
        Word::Assessed => "Assessed",
        Word::Id => "Id",
        Word::Group(Grouping::Class) => "Class",
        Word::Group(Grouping::Sector) => "Sector",
        Word::Group(Grouping::Committee) => "Committee",
        Word::Group(Grouping::Group) => "Group",
        Word::Group(Grouping::Studio) => "Studio",
        Word::Group(Grouping::Party) => "Party",
        Word::Number(_) => "Number",
        Word::Mean => "Mean",
        Word::Lowest => "Lowest",
        Word::LowerQuartile => "Lower quartile",
        Word::Median => "Median",
        Word::UpperQuartile => "Upper quartile",
        Word::Highest => "Highest",
        Word::NoGrade => "no grade",
        Word::InNone(Grouping::Class) => "in no class",
        Word::InNone(Grouping::Sector) => "in no sector",
        Word::InNone(Grouping::Committee) => "in no committee",
        Word::InNone(Grouping::Group) => "in no group",
        Word::InNone(Grouping::Studio) => "in no studio",
        Word::InNone(Grouping::Party) => "in no party",
        Word::Whole => "whole board",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Title { board, by } => format!("{board} by {by}"),
        Sentence::Subtitle { rulebook, period } => format!("{rulebook}, {}", window(period)),
        Sentence::Window(days) => span(days),
        Sentence::Day(day) => date(day),
        Sentence::Many(count, kind) => many(count, nouns(kind)),
        Sentence::TotalsOf(kind) => format!("How the totals of the {} lie", nouns(kind).1),
        Sentence::GradesOf(EntityKind::Member) => "How many members have each grade".to_owned(),
        Sentence::GradesOf(kind) => format!("How many {} have each grade", nouns(kind).1),
        Sentence::Nobody(kind) => format!("No {} is assessed.", nouns(kind).0),
        Sentence::WhoCounts { kind, day, .. } => {
            format!("Only assessed {} count, each where it belonged on {}.", nouns(kind).1, date(day))
        }
        Sentence::Several { many: 1, kind, by } => {
            let kind = nouns(kind).0;
            format!("One {kind} is in more than one {by} and counts in each: the rows add up to more than the board.")
        }
        Sentence::Several { many, kind, by } => {
            let kind = nouns(kind).1;
            format!("{many} {kind} are in more than one {by} and count in each: the rows add up to more than the board.")
        }
        Sentence::HowToRead => {
            "The median and the quartiles split the totals, lowest first, in four equal parts; between two totals they lie in proportion."
                .to_owned()
        }
    }
}
