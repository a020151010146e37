use crate::Date;

/// A value that holds from a day to a day, both included; an end that is none is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dated<T> {
    pub(crate) value: T,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl<T> Dated<T> {
    /// A value that holds on every day.
    pub(crate) fn always(value: T) -> Self {
        Dated { value, from: None, to: None }
    }

    /// Another value that holds on the same days.
    pub(crate) fn with<U>(&self, value: U) -> Dated<U> {
        Dated { value, from: self.from, to: self.to }
    }

    /// A day on which both hold: their first, if there is a first.
    pub(crate) fn shared_day<U>(&self, other: &Dated<U>) -> Option<Date> {
        let from = self.from.max(other.from);
        let to = self.to.into_iter().chain(other.to).min();
        match (from, to) {
            (Some(from), Some(to)) if to < from => None,
            _ => from.or(to).or_else(|| Date::new(1900, 1, 1)),
        }
    }

    pub(crate) fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The values that one thing has had, each with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Timeline<T>(pub(crate) Vec<Dated<T>>);

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Timeline(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// The values that hold on a day.
    pub(crate) fn on(&self, day: Date) -> impl Iterator<Item = &T> {
        self.0.iter().filter(move |dated| dated.holds_on(day)).map(|dated| &dated.value)
    }
}
