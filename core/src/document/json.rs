use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use super::spot::unquoted;
use super::{Document, Entry, Node, Value};
use crate::diagnostic::{Diagnostics, Fault, Source};

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

/// Reads JSON; a leading byte-order mark is skipped. `too_deep` is the fault of what is nested more deeply than the parser goes.
pub(super) fn read(text: &str, too_deep: Fault) -> Result<Document, Diagnostics> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let source = Source::from(text);
    let mut diagnostics = Diagnostics::new(source.clone());
    let mut fault = |fault, span: Range<usize>| {
        let stretch = text.get(span.clone()).unwrap_or("");
        diagnostics.push(fault, source.place(String::new(), span.clone(), unquoted(stretch)));
    };
    match parse_to_ast(text, &COLLECT, &STRICT) {
        Ok(result) => {
            let root = result.value.as_ref().map(|value| node(value, &mut fault));
            let empty = root.is_none();
            let root = root.unwrap_or(Node { value: Value::Null, span: 0..0 });
            if empty {
                fault(Fault::JsonSyntax { message: "the text is empty".to_owned() }, 0..0);
            }
            if let Some(stray) = stray(text) {
                fault(
                    Fault::JsonSyntax {
                        message: "a character that must be escaped, or is no white space here".to_owned(),
                    },
                    stray,
                );
            }
            if diagnostics.is_empty() {
                Ok(Document { source, root, impossible: Vec::new() })
            } else {
                Err(diagnostics)
            }
        }
        Err(error) => {
            let range = error.range();
            let what = match error.kind() {
                ParseErrorKind::NestingDepthExceeded => too_deep,
                kind => Fault::JsonSyntax { message: kind.to_string() },
            };
            fault(what, range.start..range.end);
            Err(diagnostics)
        }
    }
}

/// The first character that the parser lets pass and JSON does not: white space other than the four of JSON, and a bare control character
/// in a text.
fn stray(text: &str) -> Option<Range<usize>> {
    let (mut inside, mut escaped) = (false, false);
    for (at, character) in text.char_indices() {
        let allowed = if inside {
            character >= ' '
        } else {
            !character.is_whitespace() || matches!(character, ' ' | '\t' | '\n' | '\r')
        };
        if !allowed {
            return Some(at..at + character.len_utf8());
        }
        inside ^= character == '"' && !escaped;
        escaped = inside && character == '\\' && !escaped;
    }
    None
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
                    fault(
                        Fault::JsonSyntax { message: format!("the key `{key}` stands twice") },
                        range.start..range.end,
                    );
                }
                entries.push(Entry { key, key_span: range.start..range.end, node: node(&property.value, fault) });
            }
            Value::Table(entries)
        }
    };
    Node { value: inner, span: range.start..range.end }
}
