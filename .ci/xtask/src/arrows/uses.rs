//! What a file reaches through the root of its crate.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

use crate::source::{self, is_punct};

/// A name behind `crate::`, or behind as many `super::` as lead to the crate.
pub(super) struct Use {
    pub(super) line: usize,
    pub(super) name: String,
}

impl Use {
    fn of(name: &Ident) -> Self {
        Self { line: name.span().start().line, name: name.to_string() }
    }
}

/// Collects the uses in a module that stands `depth` times `super` below the crate.
pub(super) fn collect(tokens: TokenStream, depth: usize, uses: &mut Vec<Use>) {
    let tokens = source::product(tokens);
    let mut rest = tokens.as_slice();
    while let [token, after @ ..] = rest {
        rest = after;
        match token {
            TokenTree::Ident(name) if name == "crate" => rest = rooted(after, uses),
            TokenTree::Ident(name) if name == "super" => rest = climb(rest, depth, uses),
            // An inline module is one `super` further down.
            TokenTree::Ident(name) if name == "mod" => {
                if let [_, TokenTree::Group(body), after @ ..] = after {
                    collect(body.stream(), depth + 1, uses);
                    rest = after;
                }
            }
            TokenTree::Group(group) => collect(group.stream(), depth, uses),
            _ => {}
        }
    }
}

/// Follows `super::super::…`, of which the first `super` has been read.
fn climb<'tokens>(mut rest: &'tokens [TokenTree], depth: usize, uses: &mut Vec<Use>) -> &'tokens [TokenTree] {
    let mut climbed = 1;
    while let Some([TokenTree::Ident(name), after @ ..]) = path(rest) {
        if name != "super" {
            break;
        }
        climbed += 1;
        rest = after;
    }
    if climbed >= depth { rooted(rest, uses) } else { rest }
}

/// What follows the root: a name, or a group of paths that each begin with one. Returns what is left to read.
fn rooted<'tokens>(rest: &'tokens [TokenTree], uses: &mut Vec<Use>) -> &'tokens [TokenTree] {
    match path(rest) {
        Some([TokenTree::Ident(name), after @ ..]) => {
            uses.push(Use::of(name));
            after
        }
        Some([TokenTree::Group(group), after @ ..]) => {
            uses.extend(heads(group));
            after
        }
        _ => rest,
    }
}

/// What stands behind `::`, if that is what comes next.
fn path(rest: &[TokenTree]) -> Option<&[TokenTree]> {
    match rest {
        [one, two, after @ ..] if is_punct(one, ':') && is_punct(two, ':') => Some(after),
        _ => None,
    }
}

/// The first names of the paths in `{a::b, c::{d, e}}`.
fn heads(group: &Group) -> Vec<Use> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let paths = tokens.split(|token| is_punct(token, ','));
    let heads = paths.filter_map(|path| match path.first() {
        Some(TokenTree::Ident(name)) => Some(Use::of(name)),
        _ => None,
    });
    heads.collect()
}
