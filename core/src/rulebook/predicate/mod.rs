//! 条件: what a rule asks of a record (`when`) and of a subject (`for`).

mod mention;
mod people;
mod record;
mod subject;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub(crate) use mention::Mention;
pub(super) use mention::Mentions;
pub(crate) use people::People;
pub(crate) use record::RecordTest;
pub(super) use record::WHEN_KEYS;
pub(crate) use subject::SubjectTest;

use crate::diagnostic::Diagnostics;
use crate::document::{Fields, Spot};

/// An array of tables of which one must hold; of a table every test must hold. A bare table is an array of one.
#[derive(Debug, Clone)]
pub(crate) struct Any<T>(pub(crate) Vec<Vec<T>>);

/// `when`: about a record and the subject's participation in it.
pub(crate) type When = Any<RecordTest>;

/// `for`: about the subject.
pub(crate) type For = Any<SubjectTest>;

/// What may stand beside the tests where the table is one of an array, as in every table of an array.
const ASIDES: [&str; 4] = ["label", "clause", "note", "source"];

impl<T> Any<T> {
    /// What holds always: one table without a test. It stands for a `when` or `for` that is not written.
    pub(crate) fn always() -> Self {
        Any(vec![Vec::new()])
    }

    /// Whether one of the tables has only tests that hold.
    pub(crate) fn holds(&self, mut test: impl FnMut(&T) -> bool) -> bool {
        self.0.iter().any(|table| table.iter().all(&mut test))
    }

    /// Reads a table, or an array of tables; `tests` reads the keys of one.
    fn tables(
        spot: Spot<'_>,
        faults: &mut Diagnostics,
        mut tests: impl FnMut(&Fields<'_>, &mut Diagnostics) -> Vec<T>,
    ) -> Option<Self> {
        let read = |table: Spot<'_>| table.fields(faults).map(|fields| tests(&fields, faults));
        let tables: Vec<_> = spot.list_or_one().into_iter().map(read).collect();
        tables.into_iter().collect::<Option<_>>().map(Any)
    }
}

/// What a value must be; `not` turns the whole test round, also for a missing value.
#[derive(Debug, Clone)]
pub(crate) struct Test<T> {
    pub(crate) not: bool,
    pub(crate) want: Want<T>,
}

/// The values that are wanted.
#[derive(Debug, Clone)]
pub(crate) enum Want<T> {
    /// `true`: any value.
    Present,
    /// `false`: no value.
    Absent,
    /// One of these; a missing value is none of them.
    OneOf(Vec<T>),
}

/// Whether a key may ask for presence, with `true` and `false`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Presence {
    Asked,
    Never,
}

impl<T> Test<T> {
    /// Reads a value, a list of values, `true` or `false`, or `{ not = … }` of them; `value` reads one.
    fn read(
        spot: Spot<'_>,
        presence: Presence,
        faults: &mut Diagnostics,
        mut value: impl FnMut(Spot<'_>, &mut Diagnostics) -> Option<T>,
    ) -> Option<Self> {
        let (mut not, mut spot) = (false, spot);
        while spot.is_table() {
            spot = turned(spot, faults)?;
            not = !not;
        }
        let want = match spot.as_boolean() {
            Some(true) if presence == Presence::Asked => Want::Present,
            Some(false) if presence == Presence::Asked => Want::Absent,
            _ => {
                let values: Vec<_> = spot.list_or_one().into_iter().map(|one| value(one, faults)).collect();
                Want::OneOf(values.into_iter().collect::<Option<_>>()?)
            }
        };
        Some(Test { not, want })
    }
}

/// What stands inside `{ not = … }`.
fn turned<'d>(spot: Spot<'d>, faults: &mut Diagnostics) -> Option<Spot<'d>> {
    let fields = spot.fields(faults)?;
    let inside = fields.required("not", faults);
    fields.finish(faults);
    inside
}

/// A value that the roster knows, or that is free text.
fn text(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Arc<str>> {
    spot.text(faults).map(Arc::from)
}

impl<T: PartialEq> Test<T> {
    /// Whether the test holds for what there is: no value, one, or several of which one is enough.
    pub(crate) fn holds<'v>(&self, values: impl IntoIterator<Item = &'v T>) -> bool
    where
        T: 'v,
    {
        let mut values = values.into_iter();
        let plain = match &self.want {
            Want::Present => values.next().is_some(),
            Want::Absent => values.next().is_none(),
            Want::OneOf(wanted) => values.any(|value| wanted.contains(value)),
        };
        plain != self.not
    }
}
