//! How long a file may be: `.ci/budgets.toml`, in lines that carry code.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream, TokenTree};
use toml::de::{DeTable, DeValue};

use crate::source::{self, is_punct};
use crate::{Outcome, workspace};

const BUDGETS: &str = ".ci/budgets.toml";

/// Holds every Rust file of the checkout against its budget.
pub(crate) fn check() -> Outcome {
    let text = workspace::text(BUDGETS)?;
    let budgets = Budgets::read(&workspace::table(BUDGETS, &text)?)?;
    let root = workspace::root();
    let mut faults = Vec::new();
    let mut unused: BTreeSet<&str> = budgets.exceptions.iter().map(|(path, _)| path.as_str()).collect();
    for file in source::files(&root)? {
        let path = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        unused.remove(path.as_str());
        faults.extend(budgets.fault(&path, code_lines(source::read(&file)?)));
    }
    faults.extend(
        unused.iter().map(|path| format!("`{BUDGETS}` excepts `{path}`, which is not there; take the line out")),
    );
    workspace::none(&faults)
}

struct Budgets {
    most: usize,
    exceptions: Vec<(String, usize)>,
}

impl Budgets {
    fn read(table: &DeTable<'_>) -> Outcome<Self> {
        let most = workspace::value(table, &["lines", "most"]).and_then(count);
        let most = most.ok_or_else(|| format!("`{BUDGETS}` has no whole number at `lines.most`"))?;
        let mut exceptions = Vec::new();
        if let Some(table) = workspace::value(table, &["lines", "exceptions"]).and_then(DeValue::as_table) {
            for (path, exception) in table {
                let exception = exception.get_ref().as_table();
                let most = exception.and_then(|table| workspace::value(table, &["most"])).and_then(count);
                let reason = exception.and_then(|table| workspace::value(table, &["reason"]));
                let (Some(most), Some(_)) = (most, reason.and_then(DeValue::as_str)) else {
                    let path = path.get_ref();
                    return Err(format!("`{BUDGETS}`: the exception for `{path}` needs `most` and a `reason`"));
                };
                exceptions.push((path.get_ref().to_string(), most));
            }
        }
        Ok(Self { most, exceptions })
    }

    /// What is wrong with a file of so many lines, if anything is.
    fn fault(&self, path: &str, lines: usize) -> Option<String> {
        let most = self.most;
        match self.exceptions.iter().find(|(excepted, _)| excepted == path) {
            None if lines > most => Some(format!(
                "`{path}` has {lines} lines of code, the most is {most}: find the idea in it that is a file of its own"
            )),
            Some((_, raised)) if lines > *raised => {
                Some(format!("`{path}` has {lines} lines of code, its exception allows {raised}"))
            }
            Some(_) if lines <= most => {
                Some(format!("`{path}` has {lines} lines of code again; take its exception out of `{BUDGETS}`"))
            }
            _ => None,
        }
    }
}

fn count(value: &DeValue<'_>) -> Option<usize> {
    let integer = value.as_integer()?;
    usize::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Lines with at least one token of the product on them. Documentation is an attribute to the compiler; not here.
fn code_lines(tokens: TokenStream) -> usize {
    let mut lines = BTreeSet::new();
    collect(tokens, &mut lines);
    lines.len()
}

fn collect(tokens: TokenStream, lines: &mut BTreeSet<usize>) {
    let mut tokens = source::product(tokens).into_iter().peekable();
    while let Some(token) = tokens.next() {
        if is_punct(&token, '#') {
            tokens.next_if(|token| is_punct(token, '!'));
            if tokens.next_if(is_doc).is_some() {
                continue;
            }
        }
        match token {
            TokenTree::Group(group) => {
                mark(group.span_open(), lines);
                collect(group.stream(), lines);
                mark(group.span_close(), lines);
            }
            token => mark(token.span(), lines),
        }
    }
}

fn mark(span: Span, lines: &mut BTreeSet<usize>) {
    lines.extend(span.start().line..=span.end().line);
}

fn is_doc(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == "doc")
}

#[cfg(test)]
mod tests {
    use super::{Budgets, code_lines};
    use crate::{Outcome, workspace};

    fn lines(text: &str) -> usize {
        text.parse().map_or(0, code_lines)
    }

    #[test]
    fn comments_documentation_and_blank_lines_are_free() {
        let text =
            "//! The page.\n#![doc = \"more\"]\n\n/// A fn.\n// why\n/* and\n how */\nfn f() {\n    // nothing\n}\n";
        assert_eq!(lines(text), 2);
    }

    #[test]
    fn a_text_counts_every_line_it_spans() {
        assert_eq!(lines("const T: &str = \"a\n// b\nc\";\n"), 3);
    }

    #[test]
    fn tests_are_free() {
        assert_eq!(lines("fn f() {}\n#[cfg(test)]\nmod tests {\n    fn g() {}\n}\nfn h() {}\n"), 2);
    }

    #[test]
    fn other_attributes_count() {
        assert_eq!(lines("#[derive(Clone)]\nstruct S;\n"), 2);
    }

    fn budgets(text: &str) -> Outcome<Budgets> {
        Budgets::read(&workspace::table("budgets", text)?)
    }

    #[test]
    fn a_budget_is_a_ceiling() -> Outcome {
        let budgets =
            budgets("[lines]\nmost = 10\n[lines.exceptions]\n\"a.rs\" = { most = 20, reason = \"a match\" }\n")?;
        assert_eq!(budgets.fault("b.rs", 10), None);
        assert!(budgets.fault("b.rs", 11).is_some_and(|fault| fault.contains("11 lines")));
        assert_eq!(budgets.fault("a.rs", 20), None);
        assert!(budgets.fault("a.rs", 21).is_some_and(|fault| fault.contains("allows 20")));
        assert!(budgets.fault("a.rs", 10).is_some_and(|fault| fault.contains("take its exception out")));
        Ok(())
    }

    #[test]
    fn an_exception_needs_its_reason() {
        let text = "[lines]\nmost = 10\n[lines.exceptions]\n\"a.rs\" = { most = 20 }\n";
        assert!(budgets(text).is_err_and(|fault| fault.contains("`reason`")));
    }
}
