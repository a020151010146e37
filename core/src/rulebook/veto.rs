use std::sync::Arc;

use super::read::{Reading, text};
use super::require::applies_to;
use super::{Cite, For, GradeName, When};
use crate::document::Spot;

/// `[[veto]]` 一票否决
#[derive(Debug, Clone)]
pub(crate) struct Veto {
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) when: When,
    pub(crate) applies: For,
    pub(crate) grade: Option<GradeName>,
    /// Whether the total becomes nought.
    pub(crate) zero: bool,
}

impl Veto {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Veto> {
        let fields = spot.fields(&mut reading.faults)?;
        let board = reading.board(&fields, "board");
        let subject = board.and_then(|board| reading.names.boards.subject(board.place()));
        let faults = &mut reading.faults;
        let label = text(fields.required("label", faults), faults);
        let cite = Cite::read(&fields, faults);
        let (when, applies) = (fields.required("when", faults), fields.optional("for"));
        // What a veto gives need not be in the list.
        let grade = text(fields.optional("grade"), faults);
        let zero = fields.optional("zero").and_then(|zero| zero.boolean(faults)).unwrap_or_default();
        fields.finish(faults);
        let when = when.and_then(|when| When::read(when, reading));
        let applies = applies_to(applies, subject, reading);
        let board = board?;
        let grade =
            grade.map(|grade| reading.tree.grade(board, &grade).map_or(GradeName::Veto(grade), GradeName::Listed));
        Some(Veto { label: label?, cite, when: when?, applies: applies?, grade, zero })
    }
}

#[cfg(test)]
mod tests {
    use super::super::GradeName;
    use super::super::trial::{accepted, refused};

    #[test]
    fn a_veto_may_give_a_grade_that_is_not_listed() {
        let rulebook = accepted(
            "[[grade]]\nlabel = \"合格\"\n[[veto]]\nlabel = \"甲\"\nwhen = { kind = \"meeting\" }\ngrade = \"合格\"\n[[veto]]\nlabel = \"乙\"\nwhen = { kind = \"meeting\" }\ngrade = \"不合格\"\nzero = true\n",
        );
        let grades: Vec<_> =
            rulebook.rules().vetoes.iter().map(|veto| matches!(veto.grade, Some(GradeName::Listed(_)))).collect();
        assert_eq!(grades, [true, false]);
    }

    #[test]
    fn a_veto_says_on_which_records() {
        refused("missing-key", "«[[veto]]»\nlabel = \"甲\"\n");
        refused("missing-key", "«[[veto]]»\nwhen = { kind = \"meeting\" }\n");
        refused("undeclared-kind", "[[veto]]\nlabel = \"甲\"\nwhen = { kind = \"«violation»\" }\n");
        refused(
            "wrong-subject",
            "[[veto]]\nlabel = \"甲\"\nwhen = { kind = \"meeting\" }\nfor = { «type» = \"regional\" }\n",
        );
        refused("wrong-type", "[[veto]]\nlabel = \"甲\"\nwhen = { kind = \"meeting\" }\nzero = «1»\n");
        refused(
            "unknown-reference",
            "[[veto]]\nlabel = \"甲\"\nwhen = { kind = \"meeting\" }\nboard = \"«members»\"\n",
        );
        refused("unknown-key", "[[veto]]\n«id» = \"a\"\nlabel = \"甲\"\nwhen = { kind = \"meeting\" }\n");
    }
}
