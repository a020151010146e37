//! The classes of plain data in Python, from the schema of what the core gives: one frozen class for a struct, one for each variant of an
//! enum with fields, a `Literal` for an enum of words.

use std::fmt::Write;

use serde_json::Value;

use super::Page;
use super::shape::{self, Dialect, Shape, about, definitions, keys, reference, shape, tag};

/// What the core writes as text, and Python has a type for.
const SCALARS: [(&str, &str); 4] =
    [("Amount", "Fraction"), ("Date", "date"), ("Decimal", "Decimal"), ("Figure", "Decimal")];

/// What can be asked for words, by handing it back, and the class that asks.
const WORDED: [(&str, &str); 7] = [
    ("Audit", "AuditWords"),
    ("Changes", "Words"),
    ("Coverage", "Words"),
    ("Finding", "FindingWords"),
    ("Rollup", "RollupWords"),
    ("Statement", "Words"),
    ("Todo", "TodoWords"),
];

pub(super) fn page() -> Page {
    let results = shape::results();
    let mut module = Module::new(&results);
    for (name, definition) in definitions(&results) {
        module.define(name, definition);
    }
    let Module { words, classes, unions, variants, .. } = module;
    let text = format!("{HEAD}\n{words}\n{classes}\n\n{unions}\n{VARIANTS}{variants}}}\n");
    Page { path: "bindings-python/python/lvzhi/data.py".to_owned(), text }
}

/// The module being written: words first, then classes, then the names of unions, which need the classes.
struct Module<'s> {
    schema: &'s Value,
    words: String,
    classes: String,
    unions: String,
    variants: String,
}

impl<'s> Module<'s> {
    fn new(schema: &'s Value) -> Self {
        let [words, classes, unions, variants] = [(); 4].map(|()| String::new());
        Module { schema, words, classes, unions, variants }
    }

    fn define(&mut self, name: &str, definition: &Value) {
        let (class, about) = (class(name), about(definition));
        match shape(definition) {
            Shape::Simple if self.scalar(name).is_some() => {}
            Shape::Simple => {
                let meaning = self.said(definition);
                named(&mut self.unions, class, &about, &meaning);
            }
            Shape::Table => self.class(class, &about, definition),
            Shape::Words(words) => {
                let words: Vec<String> = words.iter().filter_map(|word| Some(word.get("const")?.to_string())).collect();
                named(&mut self.words, class, &about, &format!("Literal[{}]", words.join(", ")));
            }
            Shape::Variants(variants) => {
                let names: Vec<String> = variants.iter().filter_map(|variant| self.variant(class, variant)).collect();
                named(&mut self.unions, class, &about, &names.join(" | "));
            }
        }
    }

    /// The class of a variant.
    fn variant(&mut self, parent: &str, variant: &Value) -> Option<String> {
        let (_, tag) = tag(variant)?;
        let name = format!("{parent}{}", pascal(tag));
        let inner = reference(variant);
        let mut whole = variant.clone();
        if let Some(inner) = inner.and_then(|inner| self.schema.get("$defs")?.get(inner)) {
            merge(&mut whole, inner);
        }
        self.class(&name, &about(variant), &whole);
        // A variant that is a struct of its own is written under that struct's name.
        for written in [Some(parent), inner].into_iter().flatten() {
            let _ = writeln!(self.variants, "    (\"{}\", \"{tag}\"): {name},", class(written));
        }
        Some(name)
    }

    fn class(&mut self, name: &str, text: &str, definition: &Value) {
        let base = WORDED.iter().find(|(worded, _)| *worded == name);
        let base = base.map(|(_, words)| format!("({words})")).unwrap_or_default();
        let mut class =
            format!("\n\n@dataclass(frozen=True, slots=True)\nclass {name}{base}:\n{}", docstring(text, "    "));
        for (field, value) in keys(definition) {
            let annotation = match value.get("const") {
                Some(word) => format!("Literal[{word}]"),
                None => self.said(value),
            };
            // Writing to a `String` cannot fail.
            let _ = write!(class, "\n    {}: {annotation}\n{}", safe(field), docstring(&about(value), "    "));
        }
        self.classes += &class;
    }

    /// What Python has for something that is written as text.
    fn scalar(&self, name: &str) -> Option<&'static str> {
        let known = SCALARS.iter().find(|(scalar, _)| *scalar == name).map(|(_, python)| *python);
        let text = || (self.schema.get("$defs")?.get(name)?.get("type")? == "string").then_some("str");
        known.or_else(text)
    }
}

impl Dialect for Module<'_> {
    const OR: &'static str = " | ";

    fn name(&self, name: &str) -> String {
        self.scalar(name).unwrap_or(class(name)).to_owned()
    }

    fn simple(&self, name: &str) -> String {
        let python = match name {
            "string" => "str",
            "integer" => "int",
            "boolean" => "bool",
            "null" => "None",
            _ => "object",
        };
        python.to_owned()
    }

    fn list(&self, of: &str) -> String {
        format!("tuple[{of}, ...]")
    }

    fn tuple(&self, of: &[String]) -> String {
        format!("tuple[{}]", of.join(", "))
    }

    fn map(&self, to: &str) -> String {
        format!("dict[str, {to}]")
    }
}

/// The name of a type that is no class.
fn named(to: &mut String, name: &str, about: &str, meaning: &str) {
    let _ = writeln!(to, "{name}: TypeAlias = {meaning}\n{}", docstring(about, ""));
}

/// Adds to a variant the fields of the struct that it is.
fn merge(variant: &mut Value, inner: &Value) {
    for key in ["properties", "required"] {
        match (variant.get_mut(key), inner.get(key)) {
            (Some(Value::Object(to)), Some(Value::Object(from))) => to.extend(from.clone()),
            (Some(Value::Array(to)), Some(Value::Array(from))) => to.extend(from.clone()),
            _ => {}
        }
    }
}

/// The name of a class: of what is generic in Rust, without its parameters.
fn class(name: &str) -> &str {
    name.split_once("_of_").map_or(name, |(name, _)| name)
}

fn pascal(words: &str) -> String {
    let capital =
        |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    words.split('-').map(capital).collect()
}

/// A field that is not a keyword of Python.
fn safe(field: &str) -> String {
    if ["from", "is", "in", "class", "global"].contains(&field) { format!("{field}_") } else { field.to_owned() }
}

fn docstring(text: &str, indent: &str) -> String {
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "\\\"\"\"");
    let lines: Vec<&str> = text.lines().collect();
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indent}\"\"\"{line}\"\"\"\n"),
        [first, rest @ ..] => {
            let mut text = format!("{indent}\"\"\"{first}\n");
            for line in rest {
                text.push_str(if line.is_empty() { "" } else { indent });
                let _ = writeln!(text, "{line}");
            }
            let _ = writeln!(text, "{indent}\"\"\"");
            text
        }
    }
}

const HEAD: &str = "\
\"\"\"Plain data: what comes back from the core, as frozen classes.

Generated from the core's own types; `cargo xtask pages` writes it anew. Published figures and rules' numbers are `decimal.Decimal`, exact
amounts `fractions.Fraction`, days `datetime.date`, lists tuples.
\"\"\"

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from ._words import AuditWords, FindingWords, RollupWords, TodoWords, Words
";

const VARIANTS: &str = "\
# The class of each variant, by the name under which the core writes it and its tag.
VARIANTS: dict[tuple[str, str], type] = {
";
