use std::sync::Arc;

use super::read::{Reading, text};
use super::{Board, Child, Cite, Parent, Times, number, tree};
use crate::arena::Idx;
use crate::document::Spot;
use crate::{Decimal, Slug};

/// `[[category]]` 类别: an inner node.
#[derive(Debug, Clone)]
pub(crate) struct Category {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) parent: Parent,
    /// The board at the top.
    pub(crate) board: Idx<Board>,
    pub(crate) cap: Option<Decimal>,
    pub(crate) floor: Option<Decimal>,
    pub(crate) weight: Decimal,
    pub(crate) times: Vec<Times>,
    /// `best = "work"`.
    pub(crate) best: bool,
    /// Its own `shift_months`; what holds for an item is in [`Item::shift_months`](super::Item::shift_months).
    pub(crate) shift_months: Option<i32>,
    /// In the order of the document.
    pub(crate) children: Vec<Child>,
}

impl Category {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Category> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let id = fields.required("id", faults).and_then(|id| id.slug(faults));
        let label = text(fields.required("label", faults), faults);
        let cite = Cite::read(&fields, faults);
        let (cap, floor) =
            (number::cap(fields.optional("cap"), faults), number::floor(fields.optional("floor"), faults));
        let weight = number::factor(fields.optional("weight"), faults);
        let best = fields.optional("best").and_then(|best| best.word(&BEST, faults)).is_some();
        let shift_months = tree::shift(fields.optional("shift_months"), faults);
        let times = fields.optional("times");
        // What it hangs on is known, and checked, by the tree.
        fields.optional("in");
        fields.finish(faults);

        let above = reading.tree.above(spot);
        let subject = above.and_then(|above| reading.names.boards.subject(above.board.place()));
        let times = Times::on_node(times, subject, reading);
        let (above, children) = (above?, reading.tree.below(spot).children);
        Some(Category {
            id: id?,
            label: label?,
            cite,
            parent: above.parent,
            board: above.board,
            cap,
            floor,
            weight: weight.unwrap_or(Decimal::ONE),
            times,
            best,
            shift_months,
            children,
        })
    }
}

/// The word of `best`: of all lines on one work only the best counts.
pub(super) const BEST: [(&str, ()); 1] = [("work", ())];

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn category(lines: &str) -> String {
        format!("[[category]]\nid = \"a\"\nlabel = \"甲\"\n{lines}\n")
    }

    #[test]
    fn every_value_is_checked() {
        accepted(&category(
            "cap = 25\nfloor = 0\nweight = 0.5\nbest = \"work\"\nshift_months = -1\ntimes = [{ for = { post = \"standing\" }, by = 1.5 }]",
        ));
        refused("bad-number", &category("weight = «-0.5»"));
        refused("bad-number", &category("weight = «10.5»"));
        refused("bad-number", &category("cap = «-1»"));
        refused("bad-number", &category("floor = «0.5»"));
        refused("bad-number", &category("shift_months = «0.5»"));
        refused("bad-number", &category("shift_months = «1201»"));
        refused("bad-value", &category("best = \"«works»\""));
        refused("wrong-type", &category("best = «true»"));
        refused("unknown-key", &category("«when» = { kind = \"proposal\" }"));
        refused("missing-key", "«[[category]]»\nid = \"a\"\n");
    }

    #[test]
    fn its_factors_ask_only_the_subject() {
        refused("unknown-key", &category("times = [{ «when» = { kind = \"proposal\" }, by = 2 }]"));
        refused("unknown-key", &category("times = [{ «from» = 2023-01-01, by = 2 }]"));
        refused("undeclared-post", &category("times = [{ for = { post = \"«chair»\" }, by = 2 }]"));
    }
}
