//! Cases made smaller: what a failed case does not need is taken out of its documents, piece by piece.

use serde_json::Value;

use super::run::Run;
use crate::oracle::Case;

/// A case that fails, and a smaller one that is being tried.
#[derive(Clone, Debug)]
pub struct Reduction {
    failing: Case,
    tried: Case,
    /// The way to each piece of the failing case that may yet be taken out, the largest first.
    pieces: Vec<Vec<usize>>,
    next: usize,
    /// Whether anything was taken out since the pieces were listed.
    smaller: bool,
    /// Whether the library takes the case; a smaller one must not differ in that.
    valid: bool,
}

impl Reduction {
    /// The case that fails.
    pub fn new(case: Case) -> Self {
        let valid = Run::of(&case).is_ok();
        Self { failing: case.clone(), pieces: pieces(&case), tried: case, next: 0, smaller: false, valid }
    }

    /// The case to be tried.
    pub fn tried(&self) -> &Case {
        &self.tried
    }

    /// The case tried fails as well: what is left of it is made smaller, if it can be.
    pub fn shrink(&mut self) -> bool {
        if self.next > 0 {
            self.smaller = true;
            self.failing = self.tried.clone();
        }
        self.try_next()
    }

    /// The case tried does not fail: another piece is taken out instead, if there is one.
    pub fn grow(&mut self) -> bool {
        self.try_next()
    }

    fn try_next(&mut self) -> bool {
        loop {
            let Some(piece) = self.pieces.get(self.next) else {
                if !self.smaller {
                    self.tried = self.failing.clone();
                    return false;
                }
                self.pieces = pieces(&self.failing);
                (self.next, self.smaller) = (0, false);
                continue;
            };
            let smaller = without(&self.failing, piece);
            self.next += 1;
            if let Some(smaller) = smaller.filter(|case| Run::of(case).is_ok() == self.valid) {
                self.tried = smaller;
                return true;
            }
        }
    }
}
