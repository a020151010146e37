use std::sync::Arc;

use super::read::{Reading, apart, count, text};
use super::require::{applies_to, duties};
use super::{Board, Cite, Duty, For, Grouping, number};
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Expected, Fault, Noun};
use crate::document::Spot;
use crate::{Decimal, EntityKind};

/// `[[grade]]` 等次
#[derive(Debug, Clone)]
pub(crate) struct Grade {
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    /// The label where no id is written.
    pub(crate) id: Arc<str>,
    pub(crate) label: Arc<str>,
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    pub(crate) cite: Cite,
    pub(crate) applies: For,
    pub(crate) at_least: Option<Decimal>,
    pub(crate) top_share: Option<Decimal>,
    pub(crate) top_count: Option<u32>,
    /// The first k of n bands.
    pub(crate) band: Option<(u32, u32)>,
    pub(crate) require: Vec<Idx<Duty>>,
    pub(crate) quota: Option<Quota>,
    pub(crate) color: Option<Arc<str>>,
}

/// How many may have a grade.
#[derive(Debug, Clone)]
pub(crate) struct Quota {
    pub(crate) seats: Seats,
    /// Equals who do not all fit come in whole, if one seat is left.
    pub(crate) ties_in: bool,
    pub(crate) among: Vec<Grouping>,
}

/// The seats of a quota in one partition.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Seats {
    /// A share of those ranked, rounded down.
    Share(Decimal),
    Count(u32),
}

/// A grade as a rule names it: one of the board's list, or one that only a veto gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum GradeName {
    Listed(Idx<Grade>),
    Veto(Arc<str>),
}

impl Grade {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Grade> {
        let fields = spot.fields(&mut reading.faults)?;
        let board = reading.board(&fields, "board");
        let subject = board.and_then(|board| reading.names.boards.subject(board.place()));
        let faults = &mut reading.faults;
        let (id_at, label_at) = (fields.optional("id"), fields.required("label", faults));
        let id: Option<Arc<str>> = id_at.and_then(|id| id.slug(faults)).map(|id| id.as_str().into());
        let label = text(label_at, faults);
        let cite = Cite::read(&fields, faults);
        let at_least = number::points(fields.optional("at_least"), faults);
        let top_share = number::part(fields.optional("top_share"), faults);
        let top_count = fields.optional("top_count").and_then(|n| count(n, 0, faults));
        let band = fields.optional("band").and_then(|band| read_band(band, faults));
        let color = text(fields.optional("color"), faults);
        let [applies, require, quota] = ["for", "require", "quota"].map(|key| fields.optional(key));
        fields.finish(faults);
        let quota = quota.and_then(|quota| Quota::read(quota, subject, faults));

        let (board, label) = (board?, label?);
        let id = if id_at.is_some() { id? } else { Arc::clone(&label) };
        let first = reading.tree.grade(board, &id).map(|grade| reading.names.grades.start(grade));
        if let Some(at) = id_at.or(label_at).filter(|_| first.is_some_and(|first| first != spot.start())) {
            at.fault(faults, Fault::DuplicateId { id: id.to_string() });
        }
        let applies = applies_to(applies, subject, reading);
        let require = duties(require, subject, reading);
        Some(Grade { id, label, cite, applies: applies?, at_least, top_share, top_count, band, require, quota, color })
    }
}

/// Reads `[k, n]`: the first k of n bands.
fn read_band(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<(u32, u32)> {
    let list = spot.list(faults)?;
    let [k, n] = list.as_slice() else { return spot.expected(Expected::Pair, faults) };
    let n = count(*n, 1, faults);
    let k = k.whole(1, n.unwrap_or(u32::MAX).into(), faults).and_then(|k| u32::try_from(k).ok());
    k.zip(n)
}

impl Quota {
    fn read(spot: Spot<'_>, subject: Option<EntityKind>, faults: &mut Diagnostics) -> Option<Quota> {
        let fields = spot.fields(faults)?;
        apart(&fields, &["share", "count"], faults);
        let seats = match fields.optional("count") {
            Some(seats) => count(seats, 0, faults).map(Seats::Count),
            None => number::part(fields.required("share", faults), faults).map(Seats::Share),
        };
        fields.optional("share");
        let ties_in = fields
            .optional("ties")
            .and_then(|ties| ties.word(&[("out", false), ("in", true)], faults))
            .unwrap_or_default();
        let among = Grouping::read(&fields, subject, faults);
        fields.finish(faults);
        Some(Quota { seats: seats?, ties_in, among })
    }
}

impl GradeName {
    /// Reads the name of a grade that subjects of that board can get: by its list, or by a veto.
    pub(super) fn read(spot: Spot<'_>, board: Idx<Board>, reading: &mut Reading<'_>) -> Option<GradeName> {
        let name = spot.text(&mut reading.faults)?;
        if let Some(grade) = reading.tree.grade(board, name) {
            return Some(GradeName::Listed(grade));
        }
        if reading.tree.vetoes_to(board, name) {
            return Some(GradeName::Veto(name.into()));
        }
        let near = reading.faults.nearest(name, reading.tree.grade_names(board));
        spot.fault(&mut reading.faults, Fault::UnknownReference { what: Noun::Grade, name: name.to_owned(), near });
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    const DUTIES: &str = "[[duty]]\nid = \"own\"\nlabel = \"甲\"\nsubject = \"member\"\nwhen = { kind = \"meeting\" }\nat_least = 1\n\
                          [[duty]]\nid = \"alien\"\nlabel = \"乙\"\nsubject = \"studio\"\nwhen = { kind = \"meeting\" }\nat_least = 1\n";

    fn grade(lines: &str) -> String {
        format!("{DUTIES}[[grade]]\nlabel = \"优秀\"\n{lines}\n")
    }

    #[test]
    fn every_condition_is_checked() {
        accepted(&grade(
            "at_least = 85\ntop_share = 0.1\ntop_count = 5\nrequire = \"own\"\ncolor = \"#2e7d32\"\nfor = { post = \"standing\" }",
        ));
        refused("bad-number", &grade("at_least = «100001»"));
        refused("bad-number", &grade("top_share = «1.5»"));
        refused("bad-number", &grade("top_count = «1.5»"));
        refused("bad-number", &grade("top_count = «-1»"));
        refused("unknown-reference", &grade("require = [\"own\", \"«owm»\"]"));
        refused("wrong-subject", &grade("require = [\"own\", \"«alien»\"]"));
        refused("wrong-subject", &grade("for = { «region» = true }"));
        refused("unknown-key", &grade("«at_lest» = 85"));
        refused("missing-key", "«[[grade]]»\nat_least = 5\n");
    }

    #[test]
    fn a_band_is_the_first_of_so_many() {
        accepted(&grade("band = [7, 7]"));
        refused("bad-number", &grade("band = [«8», 7]"));
        refused("bad-number", &grade("band = [«0», 7]"));
        refused("bad-number", &grade("band = [1, «0»]"));
        refused("wrong-type", &grade("band = «»[1]"));
        refused("wrong-type", &grade("band = «1»"));
    }

    #[test]
    fn a_quota_has_seats() {
        accepted(&grade("quota = { share = 0.3, ties = \"in\", among = [\"class\", \"sector\"] }"));
        accepted(&grade("quota = { count = 5 }"));
        refused("missing-key", &grade("«quota» = { ties = \"in\" }"));
        refused("missing-key", &grade("«[grade.quota]»\nties = \"in\""));
        refused("conflicting-keys", &grade("quota = { count = 5, «share» = 0.3 }"));
        refused("conflicting-keys", &grade("quota = { share = 0.3, «count» = 5 }"));
        refused("bad-number", &grade("quota = { share = «1.01» }"));
        refused("bad-number", &grade("quota = { count = «0.5» }"));
        refused("bad-value", &grade("quota = { count = 5, ties = \"«out »\" }"));
        refused("bad-value", &grade("quota = { count = 5, among = \"«tag»\" }"));
    }

    #[test]
    fn a_grade_is_known_by_its_id_or_else_by_its_label() {
        accepted("[[grade]]\nid = \"a\"\nlabel = \"合格\"\n[[grade]]\nid = \"b\"\nlabel = \"合格\"\n");
        refused("duplicate-id", "[[grade]]\nlabel = \"合格\"\nat_least = 60\n[[grade]]\nlabel = \"«合格»\"\n");
        refused(
            "duplicate-id",
            "[[grade]]\nid = \"a\"\nlabel = \"合格\"\n[[grade]]\nlabel = \"不合格\"\nid = \"«a»\"\n",
        );
        refused("bad-id", "[[grade]]\nid = \"«合格»\"\nlabel = \"合格\"\n");
        let two = "[[board]]\nid = \"two\"\ntitle = \"乙\"\nsubject = \"studio\"\n";
        accepted(&format!(
            "{two}[[grade]]\nlabel = \"合格\"\nboard = \"two\"\n[[grade]]\nlabel = \"合格\"\nboard = \"member\"\n"
        ));
        refused("missing-board", &format!("{two}«[[grade]]»\nlabel = \"合格\"\n"));
        refused("unknown-reference", &format!("{two}[[grade]]\nlabel = \"合格\"\nboard = \"«tow»\"\n"));
    }

    #[test]
    fn a_quota_is_split_by_what_the_subjects_have() {
        refused(
            "wrong-subject",
            "[[board]]\nid = \"studio\"\ntitle = \"乙\"\nsubject = \"studio\"\n[[grade]]\nlabel = \"合格\"\nboard = \"studio\"\nquota = { count = 1, «among» = \"party\" }\n",
        );
    }
}
