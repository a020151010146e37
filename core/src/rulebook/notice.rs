use std::sync::Arc;

use super::names::reference;
use super::read::{Reading, apart, count, text};
use super::require::{applies_to, duty};
use super::{Board, Cite, Duty, For, GradeName, When, number};
use crate::arena::Idx;
use crate::diagnostic::Noun;
use crate::document::{Fields, Spot};
use crate::{Cadence, Decimal, EntityKind, Slug};

/// `[[notice]]` 提醒, 约谈
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    /// Who gives it.
    pub(crate) by: Option<Arc<str>>,
    pub(crate) applies: For,
    pub(crate) condition: Condition,
    /// In how many consecutive periods, this one included.
    pub(crate) periods: u32,
    pub(crate) instead_of: Vec<Idx<Notice>>,
}

/// When a notice is given.
#[derive(Debug, Clone)]
pub(crate) enum Condition {
    Below(Decimal),
    Grade(GradeName),
    BottomShare(Decimal),
    BottomCount(u32),
    /// Missed in some window.
    Duty(Idx<Duty>),
    /// At least so many matching records in the year or the term (`window` is one of these two).
    Count {
        when: When,
        at_least: u32,
        window: Cadence,
    },
}

/// The keys of the conditions.
const CONDITIONS: [&str; 6] = ["below", "grade", "bottom_share", "bottom_count", "duty", "count"];

/// The words for the window of a count.
const WINDOWS: [(&str, Cadence); 2] = [("year", Cadence::Year), ("term", Cadence::Term)];

impl Notice {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Notice> {
        let fields = spot.fields(&mut reading.faults)?;
        let board = reading.board(&fields, "board");
        let subject = board.and_then(|board| reading.names.boards.subject(board.place()));
        let faults = &mut reading.faults;
        let id = fields.required("id", faults).and_then(|id| id.slug(faults));
        let label = text(fields.required("label", faults), faults);
        let cite = Cite::read(&fields, faults);
        let by = text(fields.optional("by"), faults);
        let periods = fields.optional("periods").map_or(Some(1), |n| count(n, 1, faults));
        let [applies, instead_of] = ["for", "instead_of"].map(|key| fields.optional(key));
        let condition = Condition::read(&fields, board, subject, reading);
        fields.finish(&mut reading.faults);

        let instead_of = instead_of.map(Spot::list_or_one).unwrap_or_default();
        let mut replaced = |id| reference(id, Noun::Notice, &reading.names.notices, &mut reading.faults).map(Idx::new);
        let instead_of = instead_of.into_iter().filter_map(&mut replaced).collect();
        let applies = applies_to(applies, subject, reading);
        Some(Notice {
            id: id?,
            label: label?,
            cite,
            by,
            applies: applies?,
            condition: condition?,
            periods: periods?,
            instead_of,
        })
    }
}

impl Condition {
    /// Reads the one condition of a notice.
    fn read(
        fields: &Fields<'_>,
        board: Option<Idx<Board>>,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Option<Condition> {
        let faults = &mut reading.faults;
        apart(fields, &CONDITIONS, faults);
        let [below, grade, share, least, missed, counted] = CONDITIONS.map(|key| fields.optional(key));
        if let Some(below) = below {
            return number::points(Some(below), faults).map(Condition::Below);
        }
        if let Some(share) = share {
            return number::part(Some(share), faults).map(Condition::BottomShare);
        }
        if let Some(least) = least {
            return count(least, 0, faults).map(Condition::BottomCount);
        }
        if let Some(missed) = missed {
            return duty(missed, subject, reading).map(Condition::Duty);
        }
        if let Some(grade) = grade {
            return GradeName::read(grade, board?, reading).map(Condition::Grade);
        }
        if let Some(counted) = counted {
            return Condition::count(counted, reading);
        }
        fields.required("below", faults);
        None
    }

    fn count(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Condition> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let [when, least] = ["when", "at_least"].map(|key| fields.required(key, faults));
        let window = fields.optional("window");
        fields.finish(faults);
        let at_least = least.and_then(|n| count(n, 0, faults));
        let window = window.map_or(Some(Cadence::Year), |window| reading.cadence(window, &WINDOWS));
        let when = When::read(when?, reading);
        Some(Condition::Count { when: when?, at_least: at_least?, window: window? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused, refused_whole};

    fn notice(lines: &str) -> String {
        format!("[[notice]]\nid = \"talk\"\nlabel = \"约谈\"\n{lines}\n")
    }

    #[test]
    fn a_notice_has_one_condition() {
        accepted(&notice("below = 60\nperiods = 2\nby = \"召集人\"\nfor = { post = \"standing\" }"));
        accepted(&notice("bottom_share = 0.1"));
        accepted(&notice("bottom_count = 5"));
        refused("missing-key", &notice("").replace("[[notice]]", "«[[notice]]»"));
        refused("conflicting-keys", &notice("below = 60\n«bottom_count» = 5"));
        refused(
            "conflicting-keys",
            &notice("count = { when = { kind = \"meeting\" }, at_least = 1 }\n«below» = 60\n«bottom_share» = 0.1"),
        );
        refused("bad-number", &notice("below = «100000.1»"));
        refused("bad-number", &notice("bottom_share = «2»"));
        refused("bad-number", &notice("bottom_count = «1.5»"));
        refused("bad-number", &notice("below = 60\nperiods = «0»"));
        refused("unknown-key", &notice("below = 60\n«period» = 2"));
    }

    #[test]
    fn a_notice_names_a_grade_that_can_be_got() {
        let grades = "[[grade]]\nid = \"a\"\nlabel = \"合格\"\n[[veto]]\nlabel = \"甲\"\nwhen = { kind = \"meeting\" }\ngrade = \"不称职\"\n";
        accepted(&format!("{grades}{}", notice("grade = \"a\"")));
        accepted(&format!("{grades}{}", notice("grade = \"不称职\"")));
        refused("unknown-reference", &format!("{grades}{}", notice("grade = \"«合格»\"")));
    }

    #[test]
    fn a_notice_counts_in_the_year_or_the_term() {
        accepted(&notice("count = { when = { kind = \"meeting\" }, at_least = 3, window = \"year\" }"));
        refused("bad-value", &notice("count = { when = { kind = \"meeting\" }, at_least = 3, window = \"«month»\" }"));
        refused("missing-key", &notice("«count» = { when = { kind = \"meeting\" } }"));
        refused("missing-key", &notice("«count» = { at_least = 3 }"));
        refused("bad-number", &notice("count = { when = { kind = \"meeting\" }, at_least = «1.5» }"));
        refused("undeclared-kind", &notice("count = { when = { kind = \"«metting»\" }, at_least = 3 }"));
        let term = "\nformat = 1\nid = \"a\"\ntitle = \"甲\"\n[kinds]\nmeeting = \"会议\"\n[[board]]\nid = \"m\"\ntitle = \"甲\"\nsubject = \"member\"\n";
        let count = notice("count = { when = { kind = \"meeting\" }, at_least = 3, window = \"term\" }");
        refused_whole("missing-key", &format!("«[rulebook]»{term}{count}"));
    }

    #[test]
    fn a_notice_names_duties_and_notices() {
        let duty =
            "[[duty]]\nid = \"d\"\nlabel = \"甲\"\nsubject = \"studio\"\nwhen = { kind = \"meeting\" }\nat_least = 1\n";
        refused("wrong-subject", &format!("{duty}{}", notice("duty = \"«d»\"")));
        accepted(&format!("{}{}", duty.replace("studio", "member"), notice("duty = \"d\"")));
        refused("unknown-reference", &notice("duty = \"«d»\""));
        refused("unknown-reference", &notice("below = 60\ninstead_of = [\"«tolk»\"]"));
        refused("duplicate-id", &format!("{}{}", notice("below = 60"), notice("below = 50").replace("talk", "«talk»")));
    }
}
