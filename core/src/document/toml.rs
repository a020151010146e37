use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Document, Entry, Node, Value};
use crate::diagnostic::{Diagnostics, Fault, Limit, Source};

/// Reads TOML and keeps going after a syntax fault, so that all of them are reported.
pub(super) fn read(text: &str) -> Result<Document, Diagnostics> {
    let source = Source::from(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let root = Node { value: table_value(table.get_ref(), text), span: 0..0 };
    let mut impossible = Vec::new();
    let mut diagnostics = Diagnostics::new(source.clone());
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let stretch = text.get(span.clone()).unwrap_or("");
        let fault = if error.message().contains("recursion") {
            Fault::TooLarge { what: Limit::Levels }
        } else if has_date_at(&root, &span) {
            impossible.push(span);
            continue;
        } else {
            Fault::TomlSyntax { message: error.message().to_owned() }
        };
        diagnostics.push(fault, source.place(String::new(), span.clone(), stretch));
    }
    let document = Document { source, root, impossible };
    if diagnostics.is_empty() {
        return Ok(document);
    }
    document.impossible_days(&mut diagnostics);
    Err(diagnostics.sorted())
}

/// A day that no calendar has (30 February) is read as a date, so that it hides nothing else.
fn has_date_at(node: &Node, span: &Range<usize>) -> bool {
    match &node.value {
        Value::Date(_) => node.span == *span,
        Value::List(items) => items.iter().any(|item| has_date_at(item, span)),
        Value::Table(entries) => entries.iter().any(|entry| has_date_at(&entry.node, span)),
        _ => false,
    }
}

fn table_value(table: &DeTable<'_>, text: &str) -> Value {
    let entry = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let key: &Spanned<std::borrow::Cow<'_, str>> = key;
        Entry { key: key.get_ref().to_string(), key_span: key.span(), node: node(value, text) }
    };
    Value::Table(table.iter().map(entry).collect())
}

fn node(value: &Spanned<DeValue<'_>>, text: &str) -> Node {
    let inner = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(truth) => Value::Boolean(*truth),
        DeValue::Float(number) => Value::Number(number.as_str().to_owned()),
        DeValue::Integer(number) => Value::Number(match number.radix() {
            10 => number.as_str().to_owned(),
            radix => {
                i64::from_str_radix(number.as_str(), radix).map_or_else(|_| "inf".to_owned(), |whole| whole.to_string())
            }
        }),
        DeValue::Datetime(_) => Value::Date(text.get(value.span()).unwrap_or("").to_owned()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(item, text)).collect()),
        DeValue::Table(table) => table_value(table, text),
    };
    Node { value: inner, span: value.span() }
}
