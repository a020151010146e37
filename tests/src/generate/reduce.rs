//! Cases made smaller: what a failed case does not need is taken out of its documents, piece by piece.

use serde_json::{Value, json};

use super::piece::{pieces, remove};
use super::run::Run;
use crate::oracle::Case;

/// A case that fails, and a smaller one that is to be tried.
#[derive(Clone, Debug)]
pub struct Reduction {
    failing: Value,
    tried: Value,
    /// The way to each piece of the failing case that may be taken out, the outer ones first.
    pieces: Vec<Vec<usize>>,
    /// The first piece that was not taken out yet.
    next: usize,
    /// Whether anything was taken out since the first piece was tried.
    smaller: bool,
    /// Whether the library takes the case, once that was asked; a smaller one must not differ in that.
    valid: Option<bool>,
}

impl Reduction {
    /// Begins with a case that may fail.
    pub fn new(case: &Case) -> Self {
        let whole = written(case);
        Self { failing: whole.clone(), tried: whole, pieces: Vec::new(), next: 0, smaller: true, valid: None }
    }

    /// The case to be tried.
    pub fn tried(&self) -> Case {
        Case::of(&self.tried)
    }

    /// The case tried fails: something more is taken out of it, if it can be.
    pub fn shrink(&mut self) -> bool {
        if self.tried != self.failing {
            self.smaller = true;
            self.failing = self.tried.clone();
            self.pieces = pieces(&self.failing);
            // What stood behind the piece that is gone has its place now.
            self.next = self.next.saturating_sub(1);
        }
        self.take_out()
    }

    /// The case tried does not fail: something else is taken out instead, if there is anything.
    pub fn grow(&mut self) -> bool {
        self.take_out()
    }

    fn take_out(&mut self) -> bool {
        let valid = *self.valid.get_or_insert_with(|| is_valid(&Case::of(&self.failing)));
        loop {
            while let Some(piece) = self.pieces.get(self.next) {
                self.next += 1;
                let mut smaller = self.failing.clone();
                remove(&mut smaller, piece);
                if is_valid(&Case::of(&smaller)) == valid {
                    self.tried = smaller;
                    return true;
                }
            }
            if !self.smaller {
                self.tried = self.failing.clone();
                return false;
            }
            (self.pieces, self.next, self.smaller) = (pieces(&self.failing), 0, false);
        }
    }
}

/// Whether the library takes the case, every row of it.
fn is_valid(case: &Case) -> bool {
    Run::of(case).is_ok_and(|run| run.intake.refused.is_empty())
}

/// A case as the vector that puts it.
pub fn written(case: &Case) -> Value {
    let Case { rulebook, roster, ledger, matters, period, as_of, history } = case;
    json!({
        "rulebook": rulebook, "roster": roster, "ledger": ledger, "matters": matters,
        "period": period, "as_of": as_of, "history": history,
    })
}
