use std::fmt;

use lvzhi_conformance::generate::{self, Dice, Reduction, written};
use lvzhi_conformance::oracle::Case;
use proptest::prelude::*;
use proptest::strategy::{NewTree, ValueTree};
use proptest::test_runner::TestRunner;

/// A case, with dice for whatever is to be done with it.
#[derive(Clone)]
pub(crate) struct Made {
    pub(crate) case: Case,
    pub(crate) dice: Dice,
}

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", written(&self.case))
    }
}

/// Any case; one that fails is made as small as it can be.
#[derive(Debug)]
pub(crate) struct AnyCase;

/// A case, and the same dice for all that it is made smaller to.
pub(crate) struct Shrinking(Reduction, Dice);

impl Strategy for AnyCase {
    type Tree = Shrinking;
    type Value = Made;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let seed = runner.rng().next_u64();
        Ok(Shrinking(Reduction::new(&generate::case(seed)), Dice::new(seed)))
    }
}

impl ValueTree for Shrinking {
    type Value = Made;

    fn current(&self) -> Made {
        Made { case: self.0.tried(), dice: self.1.clone() }
    }

    fn simplify(&mut self) -> bool {
        self.0.shrink()
    }

    fn complicate(&mut self) -> bool {
        self.0.grow()
    }
}
