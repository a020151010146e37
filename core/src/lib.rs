//! `lvzhi` 履职: rulebooks, rosters and scoring for the member studios of China's consultative committees.

mod arena;
mod audit;
mod date;
pub mod diagnostic;
mod document;
mod entity;
mod facts;
mod id;
mod lang;
mod ledger;
mod points;
mod roster;
mod rulebook;
mod score;

pub use date::{BadDate, BadPeriod, Cadence, Date, Period, Term, Window};
pub use diagnostic::{Diagnostic, Diagnostics};
pub use entity::EntityKind;
pub use id::{BadSlug, Id, Slug};
pub use lang::{Lang, UnknownLang};
pub use points::{Amount, BadDecimal, Decimal, Figure, Points, Rounding};
pub use roster::Roster;
pub use rulebook::Rulebook;
pub use ledger::Ledger;
pub use score::{Assessment, Board, Row, Scorer, Scores, Statement};
