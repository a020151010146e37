use std::sync::Arc;

use super::category::BEST;
use super::measure::{self, Measure};
use super::read::{Reading, WINDOWS, apart, rising, text};
use super::require::{self, applies_to};
use super::{Any, Award, Board, Cite, Duty, For, Parent, Share, Times, When, number, tree};
use crate::arena::Idx;
use crate::diagnostic::Diagnostics;
use crate::document::{Fields, Spot};
use crate::{Cadence, Date, Decimal, Slug};

/// `[[item]]` 项目: a leaf of the score tree.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of its own that is there or not")]
pub(crate) struct Item {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) parent: Parent,
    /// The board at the top.
    pub(crate) board: Idx<Board>,
    pub(crate) when: When,
    pub(crate) applies: For,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
    /// Whether `from`, `until` look at the work's first record.
    pub(crate) dated_by_work: bool,
    pub(crate) award: Award,
    pub(crate) times: Vec<Times>,
    /// Whether a line is multiplied by the record's quantity.
    pub(crate) per_quantity: bool,
    pub(crate) share: Share,
    pub(crate) require: Vec<Idx<Duty>>,
    pub(crate) measure: Measure,
    pub(crate) window: Option<Windowed>,
    pub(crate) cap: Option<Decimal>,
    pub(crate) floor: Option<Decimal>,
    /// `best = "work"`.
    pub(crate) best: bool,
    /// The nearest one up the tree; 0 without any.
    pub(crate) shift_months: i32,
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    /// Meant to add to another item on the same record.
    pub(crate) adds: bool,
}

/// `window`: the measure is taken in each calendar window, each clamped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Windowed {
    pub(crate) cadence: Cadence,
    pub(crate) cap: Option<Decimal>,
    pub(crate) floor: Option<Decimal>,
}

impl Item {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Item> {
        let above = reading.tree.above(spot);
        let subject = above.and_then(|above| reading.names.boards.subject(above.board.place()));
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let id = fields.required("id", faults).and_then(|id| id.slug(faults));
        let label = text(fields.required("label", faults), faults);
        let cite = Cite::read(&fields, faults);
        // What it hangs on, and the shift that holds for it, are known to the tree.
        fields.optional("in");
        tree::shift(fields.optional("shift_months"), faults);
        let from = fields.optional("from").and_then(|day| day.date(faults));
        let last = fields.optional("until");
        let until = last.and_then(|day| day.date(faults));
        rising(from, until, last, faults);
        let work = [("record", false), ("work", true)];
        let dated_by_work = fields.optional("dated_by").and_then(|by| by.word(&work, faults)).unwrap_or_default();
        let quantity = [("record", false), ("quantity", true)];
        let per_quantity = fields.optional("per").and_then(|per| per.word(&quantity, faults)).unwrap_or_default();
        let (cap, floor) =
            (number::cap(fields.optional("cap"), faults), number::floor(fields.optional("floor"), faults));
        let window = Windowed::read(&fields, faults);
        let best = fields.optional("best").and_then(|best| best.word(&BEST, faults)).is_some();
        let adds = fields.optional("adds").and_then(|adds| adds.boolean(faults)).unwrap_or_default();
        let [applies, times, share, require] = ["for", "times", "share", "require"].map(|key| fields.optional(key));

        let when = Item::when(&fields, reading);
        let measure = Measure::read(&fields, subject, reading);
        let award = Award::read(&fields, subject, reading);
        fields.finish(&mut reading.faults);
        let applies = applies_to(applies, subject, reading);
        let times = Times::on_item(times, subject, reading);
        let share = share.map_or(Some(Share::Full), |share| Share::read(share, reading));
        let require = require::duties(require, subject, reading);
        let above = above?;
        Some(Item {
            id: id?,
            label: label?,
            cite,
            parent: above.parent,
            board: above.board,
            when: when?,
            applies: applies?,
            from,
            until,
            dated_by_work,
            award: award?,
            times,
            per_quantity,
            share: share?,
            require,
            measure: measure?,
            window,
            cap,
            floor,
            best,
            shift_months: above.shift_months,
            adds,
        })
    }

    /// Reads `when`, which an item must have if its measure reads records, and may not have if it reads none.
    fn when(fields: &Fields<'_>, reading: &mut Reading<'_>) -> Option<When> {
        if let Some(key) = measure::key(fields.spot()).filter(|key| !measure::reads_records(key)) {
            apart(fields, &["when", key], &mut reading.faults);
            fields.optional("when");
            return Some(Any::always());
        }
        let when = fields.required("when", &mut reading.faults);
        When::read(when?, reading)
    }
}

impl Windowed {
    fn read(fields: &Fields<'_>, faults: &mut Diagnostics) -> Option<Windowed> {
        let (cap, floor) = (
            number::cap(fields.optional("window_cap"), faults),
            number::floor(fields.optional("window_floor"), faults),
        );
        let clamped = fields.has("window_cap") || fields.has("window_floor");
        let window = if clamped { fields.required("window", faults) } else { fields.optional("window") };
        let cadence = window?.word(&WINDOWS, faults)?;
        Some(Windowed { cadence, cap, floor })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn item(lines: &str) -> String {
        format!("[[item]]\nid = \"a\"\nlabel = \"甲\"\nwhen = {{ kind = \"proposal\" }}\npoints = 1\n{lines}\n")
    }

    #[test]
    fn every_key_is_checked() {
        accepted(&item(
            "in = \"member\"\nfor = { post = \"standing\" }\nfrom = 2023-07-01\nuntil = \"2023-12-31\"\ndated_by = \"work\"\nper = \"quantity\"\n\
             share = \"equal\"\nbest = \"work\"\nadds = true\ncap = 10\nfloor = -10\nclause = \"第二条\"\nnote = \"甲\"\nsource = \"乙\"",
        ));
        refused("unknown-key", &item("«pionts» = 2"));
        refused("unknown-key", &item("«weight» = 2"));
        refused("bad-value", &item("dated_by = \"«works»\""));
        refused("bad-value", &item("per = \"«hour»\""));
        refused("bad-value", &item("best = \"«record»\""));
        refused("wrong-type", &item("adds = «\"yes\"»").replace("«\"yes\"»", "\"«yes»\""));
        refused("empty-range", &item("from = 2023-07-01\nuntil = «2023-06-30»"));
        refused("bad-date", &item("until = \"«2023-02-29»\""));
        refused("bad-number", &item("cap = «-1»"));
        refused("bad-number", &item("floor = «1»"));
        refused("wrong-type", &item("cap = «[]»").replace("«[]»", "«»[]"));
        refused("missing-key", "«[[item]]»\nid = \"a\"\nwhen = { kind = \"proposal\" }\npoints = 1\n");
        refused("missing-key", "«[[item]]»\nlabel = \"甲\"\nwhen = { kind = \"proposal\" }\npoints = 1\n");
        refused("duplicate-id", &format!("{}{}", item(""), item("").replace("\"a\"", "\"«a»\"")));
        refused("duplicate-id", &item("").replace("\"a\"", "\"«member»\""));
        refused("wrong-subject", &item("for = { «type» = \"regional\" }"));
    }

    #[test]
    fn a_window_is_inside_a_period() {
        accepted(&item("window = \"half\"\nwindow_cap = 5\nwindow_floor = -5"));
        refused("bad-value", &item("window = \"«term»\""));
        refused("missing-key", &item("window_cap = 5").replace("[[item]]", "«[[item]]»"));
        refused("missing-key", &item("window_cap = 5\nwindow_floor = 0").replace("[[item]]", "«[[item]]»"));
        refused("bad-number", &item("window = \"month\"\nwindow_cap = «-5»"));
        refused("bad-number", &item("window = \"month\"\nwindow_floor = «5»"));
    }

    #[test]
    fn all_faults_are_found_at_once() {
        let faults = super::super::trial::read(
            "[[item]]\nid = \"A\"\nlabel = \"甲\"\nwhen = { kind = \"x\" }\npoints = 1e9\ncap = -1\nshare = \"half\"\ntimes = [{ by = 11 }]\nbest = 1\nnew = 2\n",
        );
        let codes: Vec<_> = faults.err().iter().flatten().map(|fault| fault.code().as_str()).collect();
        assert_eq!(
            codes,
            [
                "bad-id",
                "undeclared-kind",
                "bad-number",
                "bad-number",
                "bad-value",
                "bad-number",
                "wrong-type",
                "unknown-key"
            ]
        );
    }
}
