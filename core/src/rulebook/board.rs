use std::sync::Arc;

use super::names::{Named, unique};
use super::read::{Reading, SUBJECTS, text};
use super::{Child, Cite, For, Notice, Rank, Times, Veto, grade::Grade, number};
use crate::arena::Idx;
use crate::document::Spot;
use crate::{Decimal, EntityKind, Slug};

/// `[[board]]` 积分榜: whom it assesses and how they are ranked; the root of a score tree.
#[derive(Debug, Clone)]
pub(crate) struct Board {
    pub(crate) id: Slug,
    pub(crate) title: Arc<str>,
    pub(crate) cite: Cite,
    /// Never a unit.
    pub(crate) subject: EntityKind,
    pub(crate) applies: For,
    pub(crate) cap: Option<Decimal>,
    pub(crate) floor: Option<Decimal>,
    /// Factors by subject: only `for` and `by` are set.
    pub(crate) times: Vec<Times>,
    pub(crate) rank: Rank,
    pub(crate) classes: Vec<Class>,
    /// In the order of the document.
    pub(crate) children: Vec<Child>,
    pub(crate) grades: Vec<Idx<Grade>>,
    pub(crate) vetoes: Vec<Idx<Veto>>,
    pub(crate) notices: Vec<Idx<Notice>>,
}

/// One of a board's `classes`.
#[derive(Debug, Clone)]
pub(crate) struct Class {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) applies: For,
}

impl Board {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Board> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let id = fields.required("id", faults).and_then(|id| id.slug(faults));
        let title = text(fields.required("title", faults), faults);
        let subject = fields.required("subject", faults).and_then(|subject| subject.word(&SUBJECTS, faults));
        let cite = Cite::read_labelled(&fields, faults);
        let (cap, floor) =
            (number::cap(fields.optional("cap"), faults), number::floor(fields.optional("floor"), faults));
        let [applies, times, rank, classes] = ["for", "times", "rank", "classes"].map(|key| fields.optional(key));
        fields.finish(faults);

        let own = reading.names.boards.0.iter().position(|(board, _)| board.start() == spot.start());
        let times = Times::on_node(times, subject, reading);
        let rank =
            rank.map_or_else(|| Some(Rank::default()), |rank| Rank::read(rank, Idx::new(own?), subject, reading));
        let subject = subject?;
        let classes = Class::list(classes, subject, reading);
        let applies = For::optional(applies, subject, reading)?;
        let below = reading.tree.below(spot);
        Some(Board {
            id: id?,
            title: title?,
            cite,
            subject,
            applies,
            cap,
            floor,
            times,
            rank: rank?,
            classes,
            children: below.children,
            grades: below.grades,
            vetoes: below.vetoes,
            notices: below.notices,
        })
    }
}

impl Class {
    fn list(spot: Option<Spot<'_>>, subject: EntityKind, reading: &mut Reading<'_>) -> Vec<Class> {
        let list = spot.map(Spot::list_or_one).unwrap_or_default();
        unique([&Named::of(list.clone())], &mut reading.faults);
        list.into_iter().filter_map(|class| Class::read(class, subject, reading)).collect()
    }

    fn read(spot: Spot<'_>, subject: EntityKind, reading: &mut Reading<'_>) -> Option<Class> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let id = fields.required("id", faults).and_then(|id| id.slug(faults));
        let label = text(fields.required("label", faults), faults);
        Cite::read(&fields, faults);
        let applies = fields.optional("for");
        fields.finish(faults);
        let applies = For::optional(applies, subject, reading)?;
        Some(Class { id: id?, label: label?, applies })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn board(lines: &str) -> String {
        format!("[[board]]\nid = \"studio\"\ntitle = \"工作室积分\"\nsubject = \"studio\"\n{lines}\n")
    }

    #[test]
    fn a_board_says_whom_it_assesses() {
        refused("bad-value", "[[board]]\nid = \"a\"\ntitle = \"甲\"\nsubject = \"«unit»\"\n");
        refused("missing-key", "«[[board]]»\nid = \"a\"\ntitle = \"甲\"\n");
        refused("missing-key", "«[[board]]»\nid = \"a\"\nsubject = \"group\"\n");
        refused("bad-id", "[[board]]\nid = \"«A»\"\ntitle = \"甲\"\nsubject = \"group\"\n");
        refused("duplicate-id", "[[board]]\nid = \"«member»\"\ntitle = \"甲\"\nsubject = \"group\"\n");
        refused("wrong-subject", &board("for = { «post» = \"standing\" }"));
        refused("unknown-key", &board("«weight» = 2"));
        accepted(&board("cap = 120\nfloor = -5\nlabel = \"工作室\"\nnote = \"试行\""));
    }

    #[test]
    fn caps_are_not_negative_and_floors_not_positive() {
        refused("bad-number", &board("cap = «-1»"));
        refused("bad-number", &board("floor = «1»"));
        refused("bad-number", &board("cap = «100000.5»"));
    }

    #[test]
    fn classes_are_told_apart_by_their_ids() {
        accepted(&board(
            "classes = [{ id = \"a\", label = \"甲\", for = { type = \"regional\" } }, { id = \"b\", label = \"乙\" }]",
        ));
        refused(
            "duplicate-id",
            &board("classes = [\n{ id = \"a\", label = \"甲\" },\n{ id = \"«a»\", label = \"乙\" }]"),
        );
        refused("missing-key", &board("«classes» = [{ id = \"a\" }]"));
        refused("undeclared-type", &board("classes = [{ id = \"a\", label = \"甲\", for = { type = \"«region»\" } }]"));
        refused("wrong-subject", &board("classes = [{ id = \"a\", label = \"甲\", for = { «tag» = \"young\" } }]"));
    }
}
