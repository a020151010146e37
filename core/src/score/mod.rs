//! From records to totals, ranks, grades and notices: exactly, and with an account of every line.
//!
//! A [`Scorer`] is made once from a rulebook and a roster, and used for many ledgers and periods. What it gives is plain data: [`Scores`]
//! hold a [`Board`] for each kind of subject, and a board a [`Statement`] for each subject.

mod account;
mod assessment;
mod board;
mod clip;
mod counting;
mod grade;
mod line;
mod measure;
mod meet;
mod notice;
mod publish;
mod rank;
mod reason;
mod scorer;
mod scoring;
mod standing;
mod statement;
mod streak;
mod tree;
mod unscored;
mod worth;

pub use assessment::Assessment;
pub use board::{Board, Row};
pub use counting::{Counting, Step, Unit};
pub use reason::{Reason, Unscored};
pub use scorer::{Scorer, Scores};
pub use statement::{
    Cut, Entry, Given, Graded, Line, NodeFigure, Rank, RankIn, RecordRef, Statement, Struck, Unlisted, Windows,
};
