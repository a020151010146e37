//! From records to totals, ranks, grades and notices: exactly, and with an account of every line.
//!
//! A [`Scorer`] is made once from a rulebook and a roster, and used for many ledgers and periods. What it gives is plain data: [`Scores`]
//! hold a [`Board`] for each kind of subject, and a board a [`Statement`] for each subject.
//!
//! | File | What it holds |
//! | --- | --- |
//! | `assessment`, `scorer`, `meet` | what is asked; the one who is asked; whether rulebook and roster fit together |
//! | `scoring`, `standing` | one run, and where each subject stands after it |
//! | `account` with `tree`, `line`, `worth`, `measure`, `clip` | one subject's score, from its records up to the board |
//! | `rank`, `grade`, `notice`, `streak`, `profile` | what follows from the figures of all |
//! | `grouping`, `distribution` | who falls into which group, how many have which grade |
//! | `rollup` | the totals of a board, group by group |
//! | `unscored`, `reason` | why a record gave no line, why a line counts for less |
//! | `publish` to `board`, `statement/`, `counting` | from the inner form to the plain data that comes out |

mod account;
mod assessment;
mod board;
mod clip;
mod counting;
mod distribution;
mod grade;
mod grouping;
mod line;
mod measure;
mod meet;
mod notice;
mod profile;
mod publish;
mod rank;
mod reason;
mod rollup;
mod scorer;
mod scoring;
mod standing;
mod statement;
mod streak;
mod tree;
mod unscored;
mod worth;

pub use assessment::Assessment;
pub use board::Board;
pub use counting::Counting;
pub use distribution::GradeCount;
pub use profile::ProfileRow;
pub use reason::{Reason, UnknownReason, Unscored};
pub use rollup::{Rollup, RollupRow, Spread};
pub use scorer::{Scorer, Scores};
pub use statement::{
    Cut, Entry, Given, Graded, LeftOut, Line, NodeFigure, Rank, RankIn, RecordRef, Share, Split, Statement, Struck,
    Unlisted, Used, UsedBy, WindowClip, Windows,
};

pub use crate::rulebook::Unit;
pub use crate::rulebook::measure::Step;
