//! 结果的格式: every type that comes out, its keys and what they mean, from the schema of the core.

use std::fmt::Write;

use serde_json::Value;

use super::Page;
use super::shape::{self, Dialect, Shape, about, definitions, keys, reference, shape, tag};

/// The page, and the schema itself.
pub(super) fn pages() -> Vec<Page> {
    let results = shape::results();
    let mut text = HEAD.to_owned();
    for (name, definition) in definitions(&results) {
        define(&mut text, name, definition);
    }
    let schema = format!("{results:#}\n");
    vec![
        Page { path: "docs/src/results.md".to_owned(), text },
        Page { path: "docs/src/results.schema.json".to_owned(), text: schema },
    ]
}

fn define(text: &mut String, name: &str, definition: &Value) {
    // Writing to a `String` cannot fail.
    let _ = write!(text, "\n## {name}\n");
    let said = line(definition);
    if !said.is_empty() {
        let _ = write!(text, "\n{said}\n");
    }
    match shape(definition) {
        Shape::Simple => {
            let _ = write!(text, "\n{}\n", Links.said(definition));
        }
        Shape::Table => table(text, definition),
        Shape::Words(words) => {
            text.push_str("\n| | |\n| --- | --- |\n");
            for word in words {
                let _ = writeln!(text, "| `{}` | {} |", word.get("const").unwrap_or(&Value::Null), line(word));
            }
        }
        Shape::Variants(variants) => {
            for variant in variants {
                let (key, word) = tag(variant).unwrap_or_default();
                let _ = write!(text, "\n**`{key}`: `\"{word}\"`** {}\n", line(variant));
                table(text, variant);
            }
        }
    }
}

/// The keys of a table, but not the one whose only value has been said.
fn table(text: &mut String, table: &Value) {
    if let Some(inner) = reference(table) {
        let _ = write!(text, "\n{}\n", Links.name(inner));
    }
    let mut rows = keys(table).filter(|(_, value)| value.get("const").is_none()).peekable();
    if rows.peek().is_some() {
        text.push_str("\n| | | |\n| --- | --- | --- |\n");
    }
    for (name, value) in rows {
        let _ = writeln!(text, "| `{name}` | {} | {} |", Links.said(value), line(value));
    }
}

/// What the documentation says, in one line of a table.
fn line(schema: &Value) -> String {
    about(schema).replace('\n', " ").replace('|', "\\|")
}

/// Types for a reader, each with a link to where it is defined.
struct Links;

impl Dialect for Links {
    const OR: &'static str = " / ";

    fn name(&self, name: &str) -> String {
        format!("[{name}](#{})", name.to_lowercase())
    }

    fn simple(&self, name: &str) -> String {
        name.to_owned()
    }

    fn list(&self, of: &str) -> String {
        format!("[{of} …]")
    }

    fn tuple(&self, of: &[String]) -> String {
        format!("[{}]", of.join(", "))
    }

    fn map(&self, to: &str) -> String {
        format!("{{ … : {to} }}")
    }
}

const HEAD: &str = "\
# 结果的格式

算出来的一切都能写成 JSON（`serde`），也能照样读回来。准确的数（`Decimal`、`Figure`、`Amount`）和日期（`Date`）是文字，绝不是浮点数；没有的写 `null`，键都在。\
以后可能添键，不改已有的键。JSON Schema 在 [results.schema.json](results.schema.json)，特性 `schema` 的 `lvzhi::schema::results()` 也给出它。

Everything that comes out can be written as JSON, and most of it read back. Exact numbers and days are text, never floats; what is not there is `null`, and every key stands. \
Keys may be added; those that are there stay.
";
