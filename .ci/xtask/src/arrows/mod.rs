//! The architecture of the core: `.ci/layers.toml` lists its storeys, and no module may use one above it.

mod uses;

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use toml::de::{DeTable, DeValue};

use self::uses::Use;
use crate::source::{self, is_punct};
use crate::{Outcome, workspace};

const LAYERS: &str = ".ci/layers.toml";

/// Holds every file of the core against the storeys.
pub(crate) fn check() -> Outcome {
    let text = workspace::text(LAYERS)?;
    let source = workspace::root().join("core/src");
    let storeys = Storeys {
        names: names(&workspace::table(LAYERS, &text)?)?,
        homes: homes(source::read(&source.join("lib.rs"))?),
    };
    let mut faults = Vec::new();
    for file in source::files(&source)? {
        if let Some(place) = Place::of(file.strip_prefix(&source).unwrap_or(&file)) {
            faults.extend(storeys.faults(&place, source::read(&file)?));
        }
    }
    workspace::none(&faults)
}

/// The modules that the file of storeys names, from the ground up.
fn names(table: &DeTable<'_>) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    let storeys = workspace::value(table, &["storeys"]).and_then(DeValue::as_array);
    for storey in storeys.into_iter().flatten() {
        for name in storey.get_ref().as_array().into_iter().flatten() {
            names.extend(name.get_ref().as_str().map(str::to_owned));
        }
    }
    if names.is_empty() {
        return Err(format!("`{LAYERS}` has no list of lists of names at `storeys`"));
    }
    Ok(names)
}

/// What the crate's root re-exports, each name with the module it comes from.
fn homes(root: TokenStream) -> BTreeMap<String, String> {
    let mut homes = BTreeMap::new();
    let tokens = source::product(root);
    for statement in tokens.split(|token| is_punct(token, ';')) {
        let mut before = statement.iter();
        if before.any(|token| matches!(token, TokenTree::Ident(word) if word == "use")) {
            let mut words = words(before.cloned().collect());
            words.retain(|word| word != "crate" && word != "self");
            if let [module, names @ ..] = words.as_slice() {
                homes.extend(names.iter().map(|name| (name.clone(), module.clone())));
            }
        }
    }
    homes
}

/// Every word of a path, in whatever groups it stands.
fn words(path: TokenStream) -> Vec<String> {
    let words = path.into_iter().flat_map(|token| match token {
        TokenTree::Ident(word) => vec![word.to_string()],
        TokenTree::Group(group) => words(group.stream()),
        _ => Vec::new(),
    });
    words.collect()
}

/// The modules of the core.
struct Storeys {
    /// From the ground up.
    names: Vec<String>,
    /// Where the names live that the crate's root re-exports.
    homes: BTreeMap<String, String>,
}

impl Storeys {
    fn height(&self, module: &str) -> Option<usize> {
        self.names.iter().position(|name| name == module)
    }

    /// What the file at `place` uses and may not.
    fn faults(&self, place: &Place, tokens: TokenStream) -> Vec<String> {
        let (path, module) = (&place.path, &place.module);
        let Some(height) = self.height(module) else {
            return vec![format!("core/src/{path}: `{LAYERS}` has no module `{module}`; give it a storey")];
        };
        let mut uses = Vec::new();
        uses::collect(tokens, place.depth, &mut uses);
        let faults = uses.into_iter().filter_map(|Use { line, name }| {
            let home = self.homes.get(&name).unwrap_or(&name);
            let fault = match self.height(home) {
                None => format!("`{name}` is in no module that `{LAYERS}` names; give its module a storey"),
                Some(above) if above > height => {
                    format!("`{module}` stands below `{home}` and may not use it; move what both need down")
                }
                Some(_) => return None,
            };
            Some(format!("core/src/{path}:{line}: {fault}"))
        });
        faults.collect()
    }
}

/// Where a file stands in the core.
struct Place {
    path: String,
    /// The module just under the crate that the file belongs to.
    module: String,
    /// How many `super` lead from the file's own module to the crate.
    depth: usize,
}

impl Place {
    /// None for `lib.rs`, which stands outside the storeys, and for files of tests.
    fn of(path: &Path) -> Option<Self> {
        let path = path.to_string_lossy().replace('\\', "/");
        let mut segments: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
        segments.pop_if(|last| *last == "mod");
        if segments == ["lib"] || segments.contains(&"tests") {
            return None;
        }
        Some(Self { module: (*segments.first()?).to_owned(), depth: segments.len(), path: path.clone() })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Place, Storeys, homes};

    /// The faults of `text` as the file `path`, in a house of three storeys.
    fn faults(path: &str, text: &str) -> Vec<String> {
        let root = "mod points;\npub use points::{Points, Rounding as Mode};\npub use crate::score::Board;";
        let storeys = Storeys {
            names: ["points", "ledger", "score"].map(str::to_owned).into(),
            homes: root.parse().map(homes).unwrap_or_default(),
        };
        match (Place::of(Path::new(path)), text.parse()) {
            (Some(place), Ok(tokens)) => storeys.faults(&place, tokens),
            (None, _) => Vec::new(),
            (_, Err(fault)) => vec![fault.to_string()],
        }
    }

    const UPWARD: &str =
        "core/src/points/mod.rs:1: `points` stands below `score` and may not use it; move what both need down";

    #[test]
    fn downward_arrows_are_what_a_house_is_made_of() {
        let text = "use crate::points::Points;\npub(crate) fn f(points: crate::points::Points) {}";
        assert!(faults("score/mod.rs", text).is_empty());
        assert!(faults("points/mod.rs", text).is_empty());
    }

    #[test]
    fn an_upward_arrow_is_caught() {
        assert_eq!(faults("points/mod.rs", "use crate::score::Board;"), [UPWARD]);
    }

    #[test]
    fn an_upward_arrow_is_caught_in_an_expression() {
        assert_eq!(faults("points/mod.rs", "fn f() { let board = crate::score::board(); }"), [UPWARD]);
    }

    #[test]
    fn an_upward_arrow_is_caught_in_a_group() {
        assert_eq!(faults("points/mod.rs", "use crate::{points::{Points, Ticks}, score::Board};"), [UPWARD]);
    }

    #[test]
    fn an_upward_arrow_is_caught_over_super() {
        assert_eq!(faults("points/mod.rs", "use super::score::Board;"), [UPWARD]);
        assert_eq!(faults("points/mod.rs", "mod inner { use super::super::score::Board; }"), [UPWARD]);
        assert!(faults("points/amount.rs", "use super::super::score::Board;").len() == 1);
        assert!(faults("points/amount.rs", "use super::score;").is_empty());
    }

    #[test]
    fn every_upward_arrow_has_its_own_line() {
        let found = faults("points.rs", "use crate::ledger::Ledger;\n\nuse crate::score::Board;");
        let lines: Vec<&str> = found.iter().map(|fault| fault.split(": ").next().unwrap_or_default()).collect();
        assert_eq!(lines, ["core/src/points.rs:1", "core/src/points.rs:3"]);
    }

    #[test]
    fn comments_texts_and_tests_point_where_they_like() {
        let text = "//! See [`crate::score`].\n/// [`crate::score`]\nconst T: &str = \"crate::score\"; // crate::score\n#[cfg(test)]\nmod tests { use crate::score::Board; }";
        assert!(faults("points.rs", text).is_empty());
        assert!(faults("points/tests.rs", "use crate::score::Board;").is_empty());
        assert!(faults("points/tests/large.rs", "use crate::score::Board;").is_empty());
    }

    #[test]
    fn the_map_of_the_crate_stands_outside() {
        assert!(faults("lib.rs", "pub use crate::score::Board;").is_empty());
    }

    #[test]
    fn a_name_of_the_root_counts_as_its_home() {
        assert_eq!(faults("points/mod.rs", "use crate::Board;"), [UPWARD]);
        assert!(faults("ledger/mod.rs", "use crate::{Mode, Points};").is_empty());
        let unknown = faults("ledger/mod.rs", "use crate::Roof;");
        assert!(unknown.iter().any(|fault| fault.contains("`Roof` is in no module")));
    }

    #[test]
    fn a_new_module_needs_a_storey() {
        assert!(faults("roof.rs", "").iter().any(|fault| fault.contains("no module `roof`; give it a storey")));
    }
}
