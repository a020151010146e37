//! The schema of what comes out, taken apart: what its definitions are, and the type of a value in the words of whoever writes it down.

use serde_json::{Map, Value};

/// How a writer says a type.
pub(super) trait Dialect {
    /// What stands between alternatives.
    const OR: &'static str;
    /// A type that has a definition.
    fn name(&self, name: &str) -> String;
    /// `string`, `integer`, `boolean`, `null`.
    fn simple(&self, name: &str) -> String;
    fn list(&self, of: &str) -> String;
    fn tuple(&self, of: &[String]) -> String;
    fn map(&self, to: &str) -> String;

    /// The type of a value.
    fn said(&self, schema: &Value) -> String {
        if let Some(name) = reference(schema) {
            return self.name(name);
        }
        if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
            return any.iter().map(|one| self.said(one)).collect::<Vec<_>>().join(Self::OR);
        }
        let types: Vec<&str> = match schema.get("type") {
            Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(one)) => vec![one],
            _ => Vec::new(),
        };
        let one = |one: &&str| match (*one, schema.get("prefixItems").and_then(Value::as_array)) {
            ("array", Some(items)) => self.tuple(&items.iter().map(|item| self.said(item)).collect::<Vec<_>>()),
            ("array", None) => self.list(&schema.get("items").map(|item| self.said(item)).unwrap_or_default()),
            ("object", _) => self.map(&schema.get("additionalProperties").map(|to| self.said(to)).unwrap_or_default()),
            (simple, _) => self.simple(simple),
        };
        types.iter().map(one).collect::<Vec<_>>().join(Self::OR)
    }
}

/// What a definition is.
pub(super) enum Shape<'s> {
    /// Text, a number …, or one of several things.
    Simple,
    /// A table of keys.
    Table,
    /// One of some words.
    Words(&'s [Value]),
    /// One of some tables, told apart by a word.
    Variants(&'s [Value]),
}

pub(super) fn shape(definition: &Value) -> Shape<'_> {
    let alternatives = definition.get("oneOf").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if definition.get("properties").is_some() {
        Shape::Table
    } else if alternatives.is_empty() {
        Shape::Simple
    } else if alternatives.iter().all(|one| one.get("const").is_some()) {
        Shape::Words(alternatives)
    } else {
        Shape::Variants(alternatives)
    }
}

/// The keys of a table, in order, with what stands under them.
pub(super) fn keys(table: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let names = table.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    names.filter_map(|name| Some((name, table.get("properties")?.get(name)?)))
}

/// The key and the word by which a variant is told apart.
pub(super) fn tag(variant: &Value) -> Option<(&str, &str)> {
    keys(variant).find_map(|(key, value)| Some((key, value.get("const")?.as_str()?)))
}

/// The definition that a schema refers to.
pub(super) fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.rsplit('/').next()
}

/// What the documentation says: without examples in Rust, and without links to other comments.
pub(super) fn about(schema: &Value) -> String {
    let text = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    let text = text.split("```").next().unwrap_or_default().trim_end();
    let (mut said, mut rest) = (String::new(), text);
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((word, after)) = link.split_once("`]") else { break };
        said.extend([before, "`", word, "`"]);
        rest = after.strip_prefix('(').and_then(|target| target.split_once(')')).map_or(after, |(_, after)| after);
    }
    said + rest
}

/// The schema of what comes out. Its keys are put in order, for whether they have one depends on what else is compiled.
pub(super) fn results() -> Value {
    sorted(lvzhi::schema::results().as_value())
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<(String, Value)> =
                map.iter().map(|(key, value)| (key.clone(), sorted(value))).collect();
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            Value::Object(entries.into_iter().collect())
        }
        Value::Array(values) => values.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

/// The definitions of a schema.
pub(super) fn definitions(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema.get("$defs").and_then(Value::as_object).into_iter().flat_map(Map::iter)
}
