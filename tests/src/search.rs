use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Vector;

/// What was found below a folder.
#[derive(Debug, Default)]
pub struct Search {
    /// The vectors, by path.
    pub vectors: Vec<Vector>,
    /// Files that should be vectors and are none, with the reason.
    pub faults: Vec<(PathBuf, String)>,
}

/// Finds every vector below a folder, at any depth: each `vector.json`, and each other `*.json` whose top level has `"vector": 1`.
/// Rulebooks, rosters and ledgers that a vector names are left alone.
pub fn search(folder: &Path) -> Search {
    let mut search = Search::default();
    search.visit(folder);
    search.leave_named();
    search
}

impl Search {
    fn visit(&mut self, path: &Path) {
        if path.is_file() {
            return self.file(path);
        }
        match fs::read_dir(path) {
            Ok(entries) => {
                let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
                paths.sort();
                for path in paths {
                    if path.is_dir() || path.extension().is_some_and(|extension| extension == "json") {
                        self.visit(&path);
                    }
                }
            }
            Err(error) => self.faults.push((path.to_owned(), error.to_string())),
        }
    }

    fn file(&mut self, path: &Path) {
        let must = path.file_name().is_some_and(|name| name == "vector.json");
        match Vector::read(path) {
            Ok(Some(vector)) => self.vectors.push(vector),
            Ok(None) if must => {
                self.faults.push((path.to_owned(), "it is no vector: its top level has no `\"vector\": 1`".to_owned()));
            }
            Ok(None) => {}
            Err(fault) => self.faults.push((path.to_owned(), fault)),
        }
    }

    /// Takes out what another vector names: whatever it looks like, it is an input.
    fn leave_named(&mut self) {
        let place = |path: &Path| fs::canonicalize(path).ok();
        let others = |vector: &Vector| {
            vector
                .named()
                .filter_map(|path| place(&path))
                .filter(|path| place(&vector.file).as_ref() != Some(path))
                .collect::<Vec<_>>()
        };
        let named: BTreeSet<PathBuf> = self.vectors.iter().flat_map(others).collect();
        let is_named = |path: &Path| place(path).is_some_and(|path| named.contains(&path));
        self.vectors.retain(|vector| !is_named(&vector.file));
        self.faults.retain(|(path, _)| !is_named(path));
    }
}
