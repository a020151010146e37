//! Rust source as its tokens, so that a comment or a text never looks like code.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::{Outcome, workspace};

/// Every Rust file under `folder`.
pub(crate) fn files(folder: &Path) -> Outcome<impl Iterator<Item = PathBuf>> {
    let files = workspace::files(folder)?.into_iter();
    Ok(files.filter(|file| file.extension().is_some_and(|kind| kind == "rs")))
}

/// The tokens of one file.
pub(crate) fn read(path: &Path) -> Outcome<TokenStream> {
    let text = fs::read_to_string(path).map_err(|fault| format!("cannot read `{}`: {fault}", path.display()))?;
    text.parse().map_err(|fault: proc_macro2::LexError| {
        format!("{}:{}: this is not Rust: {fault}", path.display(), fault.span().start().line)
    })
}

/// The tokens of the product: those of one level without the items under `#[cfg(test)]`.
pub(crate) fn product(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let for_tests = is_punct(&token, '#') && tokens.peek().is_some_and(is_cfg_test);
        if for_tests {
            // The item ends with its block or its semicolon.
            tokens.by_ref().skip(1).find(|token| is_block(token) || is_punct(token, ';'));
        } else {
            kept.push(token);
        }
    }
    kept
}

pub(crate) fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_cfg_test(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.stream().to_string().replace(' ', "") == "cfg(test)")
}

fn is_block(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Brace)
}
