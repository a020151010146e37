use std::borrow::Cow;

use crate::{Date, Decimal};

/// One cell of a table, for tables that have types: text as it stands there, a date, a number, or nothing.
///
/// Text is trimmed when it is read, and is blank if nothing is left.
///
/// ```
/// use lvzhi::{Cell, Date};
/// let day: Date = "2023-03-02".parse()?;
/// let row = [Cell::Date(day), Cell::from("甲"), Cell::from(None)];
/// # assert_eq!(row.len(), 3);
/// # Ok::<(), lvzhi::BadDate>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cell<'t> {
    /// Nothing stands there.
    #[default]
    Blank,
    /// A text, whatever the column is of.
    Text(&'t str),
    /// A day, from a table that has a type for days.
    Date(Date),
    /// A number, from a table that has a type for exact numbers.
    Number(Decimal),
}

impl<'t> Cell<'t> {
    /// Whether nothing, or nothing but white space, stands there.
    pub(super) fn is_blank(self) -> bool {
        match self {
            Cell::Blank => true,
            Cell::Text(text) => text.trim().is_empty(),
            Cell::Date(_) | Cell::Number(_) => false,
        }
    }

    /// The cell as trimmed text.
    pub(super) fn text(self) -> Cow<'t, str> {
        match self {
            Cell::Blank => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text.trim()),
            Cell::Date(date) => Cow::Owned(date.to_string()),
            Cell::Number(number) => Cow::Owned(number.to_string()),
        }
    }
}

impl<'t> From<&'t str> for Cell<'t> {
    fn from(text: &'t str) -> Self {
        Cell::Text(text)
    }
}

impl<'t> From<Option<&'t str>> for Cell<'t> {
    fn from(text: Option<&'t str>) -> Self {
        text.map_or(Cell::Blank, Cell::Text)
    }
}

impl From<Date> for Cell<'_> {
    fn from(date: Date) -> Self {
        Cell::Date(date)
    }
}

impl From<Decimal> for Cell<'_> {
    fn from(number: Decimal) -> Self {
        Cell::Number(number)
    }
}
