use std::ops::Range;
use std::sync::Arc;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use super::spot::unquoted;
use super::{Document, Entry, Node, Value};
use crate::diagnostic::{Diagnostics, Fault, Limit, Place};

/// The JSON of RFC 8259 and nothing more.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

const COLLECT: CollectOptions = CollectOptions { comments: CommentCollectionStrategy::Off, tokens: false };

/// Reads JSON; a leading byte-order mark is skipped.
pub(super) fn read(text: &str) -> Result<Document, Diagnostics> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source: Arc<str> = text.into();
    let mut diagnostics = Diagnostics::new(source.clone());
    let mut fault = |fault, span: Range<usize>| {
        let stretch = text.get(span.clone()).unwrap_or("");
        diagnostics.push(fault, Place::within(text, String::new(), span.clone(), unquoted(stretch)));
    };
    match parse_to_ast(text, &COLLECT, &STRICT) {
        Ok(result) => {
            let root = result.value.as_ref().map(|value| node(value, &mut fault));
            let empty = root.is_none();
            let root = root.unwrap_or(Node { value: Value::Null, span: 0..0 });
            if empty {
                fault(Fault::JsonSyntax { message: "the text is empty".to_owned() }, 0..0);
            }
            if diagnostics.is_empty() { Ok(Document { source, root }) } else { Err(diagnostics) }
        }
        Err(error) => {
            let range = error.range();
            let what = match error.kind() {
                ParseErrorKind::NestingDepthExceeded => Fault::TooLarge { what: Limit::Levels },
                kind => Fault::JsonSyntax { message: kind.to_string() },
            };
            fault(what, range.start..range.end);
            Err(diagnostics)
        }
    }
}

fn node(value: &ast::Value<'_>, fault: &mut impl FnMut(Fault, Range<usize>)) -> Node {
    let range = value.range();
    let inner = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(lit) => Value::Boolean(lit.value),
        ast::Value::NumberLit(lit) => Value::Number(lit.value.to_owned()),
        ast::Value::StringLit(lit) => Value::Text(lit.value.to_string()),
        ast::Value::Array(array) => Value::List(array.elements.iter().map(|element| node(element, fault)).collect()),
        ast::Value::Object(object) => {
            let mut entries: Vec<Entry> = Vec::with_capacity(object.properties.len());
            let mut seen = std::collections::BTreeSet::new();
            for property in &object.properties {
                let range = property.name.range();
                let key = property.name.as_str().to_owned();
                if !seen.insert(key.clone()) {
                    fault(Fault::JsonSyntax { message: format!("the key `{key}` stands twice") }, range.start..range.end);
                }
                entries.push(Entry { key, key_span: range.start..range.end, node: node(&property.value, fault) });
            }
            Value::Table(entries)
        }
    };
    Node { value: inner, span: range.start..range.end }
}
