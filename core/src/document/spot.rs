use std::fmt::Display;
use std::ops::Range;

use super::{Document, Entry, Fields, Node, Value};
use crate::diagnostic::{Diagnostics, Expected, Fault, NumberRule, Place};
use crate::{BadDecimal, Date, Decimal, Period, Slug, Window};

/// A value in a document, on its way to being read: every question either answers or reports a fault at the exact place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot<'d> {
    pub(super) document: &'d Document,
    pub(super) node: &'d Node,
    /// The key under which it stands, also for what stands in a list under a key.
    pub(super) holder: Option<&'d Entry>,
}

impl<'d> Spot<'d> {
    /// The whole document.
    pub(crate) fn top(document: &'d Document) -> Self {
        Spot { document, node: &document.root, holder: None }
    }

    pub(crate) fn document(self) -> &'d Document {
        self.document
    }

    pub(crate) fn node(self) -> &'d Node {
        self.node
    }

    /// Where the value stands in the text: what orders siblings.
    pub(crate) fn start(self) -> usize {
        self.node.span.start
    }

    /// The place of the value; its text is without quotes, and empty for a list.
    pub(crate) fn place(self) -> Place {
        match self.node.value {
            Value::Table(_) => self.holder_place(),
            Value::List(_) => self.at(self.node.span.clone(), ""),
            _ => {
                let raw = self.raw(&self.node.span);
                let written = if matches!(self.node.value, Value::Text(_)) { unquoted(raw) } else { raw };
                self.at(self.node.span.clone(), written)
            }
        }
    }

    /// The place of the table: its header with the brackets, or the key that holds it.
    pub(crate) fn holder_place(self) -> Place {
        let header = self.raw(&self.node.span);
        if matches!(self.node.value, Value::Table(_)) && header.starts_with('[') {
            return self.at(self.node.span.clone(), header);
        }
        match self.holder {
            Some(entry) => self.at(entry.key_span.clone(), self.written(entry)),
            None => self.at(0..0, ""),
        }
    }

    /// A key as it stands in the text, without quotes: escapes are not resolved.
    pub(super) fn written(self, entry: &Entry) -> &'d str {
        unquoted(self.raw(&entry.key_span))
    }

    fn at(self, bytes: Range<usize>, text: &str) -> Place {
        self.document.source.place(self.path(), bytes, text)
    }

    fn raw(self, span: &Range<usize>) -> &'d str {
        self.document.source.get(span.clone()).unwrap_or("")
    }

    /// The way from the top; looked for only when a fault is reported.
    fn path(self) -> String {
        /// The steps to `wanted`, the last first.
        fn find(from: &Node, wanted: &Node) -> Option<Vec<String>> {
            if std::ptr::eq(from, wanted) {
                return Some(Vec::new());
            }
            let step = |inside: &Node, step: &dyn Fn() -> String| {
                let mut steps = find(inside, wanted)?;
                steps.push(step());
                Some(steps)
            };
            // The items of a list stand in the order of the text, each before all that is inside it: one alone can hold it.
            let nth = from.items().partition_point(|item| item.span.start <= wanted.span.start).checked_sub(1);
            let item = nth.and_then(|nth| step(from.items().get(nth)?, &|| format!("[{nth}]")));
            let entry = |entry: &Entry| step(&entry.node, &|| format!(".{}", entry.key));
            item.or_else(|| from.entries().iter().find_map(entry))
        }
        let steps = find(&self.document.root, self.node).unwrap_or_default();
        let path: String = steps.into_iter().rev().collect();
        path.strip_prefix('.').map(str::to_owned).unwrap_or(path)
    }

    /// Reports a fault at the value.
    pub(crate) fn fault(self, faults: &mut Diagnostics, fault: Fault) {
        faults.push(fault, self.place());
    }

    /// Reports a fault at the table's header, or at the key that holds the value.
    pub(crate) fn holder_fault(self, faults: &mut Diagnostics, fault: Fault) {
        faults.push(fault, self.holder_place());
    }

    /// What type of value stands here.
    pub(crate) fn found(self) -> Expected {
        match &self.node.value {
            Value::Null => Expected::Nothing,
            Value::Boolean(_) => Expected::Boolean,
            Value::Number(_) => Expected::Number,
            Value::Text(_) => Expected::Text,
            Value::Date(_) => Expected::Date,
            Value::List(_) => Expected::List,
            Value::Table(_) => Expected::Table,
        }
    }

    /// Reports `wrong-type`, and answers nothing.
    pub(crate) fn expected<T>(self, expected: Expected, faults: &mut Diagnostics) -> Option<T> {
        self.fault(faults, Fault::WrongType { expected, found: self.found() });
        None
    }

    /// The table, if it is one; asks without reporting.
    pub(crate) fn as_fields(self) -> Option<Fields<'d>> {
        match &self.node.value {
            Value::Table(entries) => Some(Fields::new(self, entries)),
            _ => None,
        }
    }

    pub(crate) fn fields(self, faults: &mut Diagnostics) -> Option<Fields<'d>> {
        self.as_fields().or_else(|| self.expected(Expected::Table, faults))
    }

    pub(crate) fn is_table(self) -> bool {
        matches!(self.node.value, Value::Table(_))
    }

    pub(crate) fn is_list(self) -> bool {
        matches!(self.node.value, Value::List(_))
    }

    /// The values of a list.
    pub(crate) fn list(self, faults: &mut Diagnostics) -> Option<Vec<Spot<'d>>> {
        match &self.node.value {
            Value::List(_) => Some(self.list_or_one()),
            _ => self.expected(Expected::List, faults),
        }
    }

    /// The values of a list; a bare value is a list of one.
    pub(crate) fn list_or_one(self) -> Vec<Spot<'d>> {
        match &self.node.value {
            Value::List(items) => items.iter().map(|node| Spot { node, ..self }).collect(),
            _ => vec![self],
        }
    }

    /// The text, if it is one; asks without reporting.
    pub(crate) fn as_text(self) -> Option<&'d str> {
        match &self.node.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn text(self, faults: &mut Diagnostics) -> Option<&'d str> {
        self.as_text().or_else(|| self.expected(Expected::Text, faults))
    }

    /// The truth value, if it is one; asks without reporting.
    pub(crate) fn as_boolean(self) -> Option<bool> {
        match self.node.value {
            Value::Boolean(truth) => Some(truth),
            _ => None,
        }
    }

    pub(crate) fn boolean(self, faults: &mut Diagnostics) -> Option<bool> {
        self.as_boolean().or_else(|| self.expected(Expected::Boolean, faults))
    }

    pub(crate) fn date(self, faults: &mut Diagnostics) -> Option<Date> {
        match &self.node.value {
            Value::Text(text) | Value::Date(text) => {
                let date = text.parse().ok();
                if date.is_none() {
                    self.fault(faults, Fault::BadDate { value: text.clone() });
                }
                date
            }
            _ => self.expected(Expected::Date, faults),
        }
    }

    /// A period: a text as `2023-Q2`, or a table of its first and last day.
    pub(crate) fn period(self, faults: &mut Diagnostics) -> Option<Period> {
        if self.is_table() {
            let fields = self.fields(faults)?;
            let (from, to) = (fields.required("from", faults), fields.required("to", faults));
            fields.finish(faults);
            let (first, last) = (from.and_then(|spot| spot.date(faults))?, to.and_then(|spot| spot.date(faults))?);
            if first > last {
                to?.fault(faults, Fault::BadPeriod { value: format!("{first}..{last}") });
                return None;
            }
            return Some(Window { from: first, to: last }.into());
        }
        let text = self.text(faults)?;
        let period = text.parse().ok();
        if period.is_none() {
            self.fault(faults, Fault::BadPeriod { value: text.to_owned() });
        }
        period
    }

    /// An id of a rulebook.
    pub(crate) fn slug(self, faults: &mut Diagnostics) -> Option<Slug> {
        let text = self.text(faults)?;
        let slug = text.parse().ok();
        if slug.is_none() {
            self.fault(faults, Fault::BadId { value: text.to_owned() });
        }
        slug
    }

    /// One of a closed list of words.
    pub(crate) fn word<T: Copy>(self, words: &[(&str, T)], faults: &mut Diagnostics) -> Option<T> {
        let text = self.text(faults)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known = words.iter().map(|(word, _)| *word);
            let fault = Fault::BadValue {
                value: text.to_owned(),
                allowed: known.clone().map(str::to_owned).collect(),
                near: faults.nearest(text, known),
            };
            self.fault(faults, fault);
        }
        found
    }

    /// A decimal of up to four places from `low` to `high`, as a number or as a text.
    pub(crate) fn decimal(self, low: i32, high: i32, faults: &mut Diagnostics) -> Option<Decimal> {
        let range = NumberRule::Range { low: low.to_string(), high: high.to_string() };
        self.number(Expected::Number, NumberRule::Places, range, faults, |number, range| {
            (Decimal::from(low)..=Decimal::from(high)).contains(&number).then_some(number).ok_or(range)
        })
    }

    /// A whole number from `low` to `high`.
    pub(crate) fn whole(self, low: i64, high: i64, faults: &mut Diagnostics) -> Option<i64> {
        let range = NumberRule::Range { low: low.to_string(), high: high.to_string() };
        self.number(Expected::Whole, NumberRule::Whole, range, faults, |number, range| {
            let whole = number.whole().ok_or(NumberRule::Whole)?;
            (low..=high).contains(&whole).then_some(whole).ok_or(range)
        })
    }

    /// A number of the kind that is `expected`, written as a number or as a text; `judged` says what it is worth, or which rule it breaks.
    fn number<T>(
        self,
        expected: Expected,
        too_fine: NumberRule,
        range: NumberRule,
        faults: &mut Diagnostics,
        judged: impl FnOnce(Decimal, NumberRule) -> Result<T, NumberRule>,
    ) -> Option<T> {
        let (Value::Number(text) | Value::Text(text)) = &self.node.value else {
            return self.expected(expected, faults);
        };
        let rule = match text.parse::<Decimal>() {
            Ok(number) => match judged(number, range) {
                Ok(value) => return Some(value),
                Err(rule) => rule,
            },
            Err(BadDecimal::Places) => too_fine,
            Err(BadDecimal::Range) => range,
            Err(BadDecimal::NotANumber) if matches!(self.node.value, Value::Text(_)) => {
                return self.expected(expected, faults);
            }
            Err(BadDecimal::NotANumber) => NumberRule::Finite,
        };
        self.fault(faults, Fault::BadNumber { value: text.clone(), rule });
        None
    }

    /// The first value deeper than `levels` tables and lists.
    pub(super) fn deeper_than(self, levels: usize) -> Option<Spot<'d>> {
        if levels == 0 {
            return (self.is_table() || self.is_list()).then_some(self);
        }
        self.children().find_map(|child| child.deeper_than(levels - 1))
    }

    /// The first table after the first `count` of them.
    pub(super) fn nth_table(self, count: usize) -> Option<Spot<'d>> {
        fn walk<'d>(spot: Spot<'d>, left: &mut usize) -> Option<Spot<'d>> {
            if spot.is_table() {
                match left.checked_sub(1) {
                    Some(fewer) => *left = fewer,
                    None => return Some(spot),
                }
            }
            spot.children().find_map(|child| walk(child, left))
        }
        let mut left = count.saturating_add(1);
        walk(self, &mut left)
    }

    fn children(self) -> impl Iterator<Item = Spot<'d>> {
        let entries =
            self.node.entries().iter().map(move |entry| Spot { node: &entry.node, holder: Some(entry), ..self });
        entries.chain(self.node.items().iter().map(move |node| Spot { node, ..self }))
    }
}

/// A text or a key without the quotes around it.
pub(crate) fn unquoted(raw: &str) -> &str {
    ["\"\"\"", "'''", "\"", "'"].iter().find_map(|quote| raw.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(raw)
}

/// Reports a range whose upper end lies below its lower; the fault stands at the upper.
pub(crate) fn rising<T: PartialOrd + Display>(
    low: Option<T>,
    high: Option<T>,
    at: Option<Spot<'_>>,
    faults: &mut Diagnostics,
) {
    if let (Some(low), Some(high), Some(at)) = (low, high, at)
        && low > high
    {
        at.fault(faults, Fault::EmptyRange { low: low.to_string(), high: high.to_string() });
    }
}
