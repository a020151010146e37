#![doc = include_str!("../../README.md")]
//!
//! # The map of the crate
//!
//! Three handles come in, plain data comes out.
//!
//! | Noun | 中文 | Where |
//! | --- | --- | --- |
//! | [`Rulebook`] | 办法 | the rules, read and checked; [`gallery`] has published ones |
//! | [`Roster`] | 名册 | who and what there is, every relation dated; [`roster`] holds what it answers |
//! | [`Ledger`] | 履职台账 | who did what on which day; [`ledger`] tells of the [`Intake`] |
//! | [`Scorer`] | | rulebook and roster brought together; [`score`] holds all that comes out of it |
//! | [`Scores`], [`Board`], [`Statement`] | 积分榜, 明白账 | the result, line by line |
//! | [`Rollup`], [`Grouping`] | 分组统计, 分组 | a board's totals by sector, studio, committee … |
//! | [`Audit`], [`Matters`] | 对照检查, 事项 | duties, bounds, standards, states of studios, cases; [`audit`] |
//! | [`Diagnostics`] | | every fault of a document at once; [`diagnostic`] |
//! | [`Points`], [`Figure`] | 分 | exact numbers; [`points`] |
//! | [`Date`], [`Period`], [`Window`] | 考核期, 时段 | days and spans; [`date`] |

mod arena;
pub mod audit;
pub mod date;
pub mod diagnostic;
mod document;
mod entity;
mod facts;
mod field;
#[cfg(feature = "gallery")]
pub mod gallery;
mod id;
mod lang;
pub mod ledger;
pub mod points;
mod proof;
mod ratio;
pub mod roster;
mod rulebook;
mod say;
#[cfg(feature = "schema")]
pub mod schema;
pub mod score;
mod severity;
mod text;

pub use audit::{Audit, Matters};
pub use date::{BadDate, BadPeriod, Cadence, Date, Period, Term, Window};
pub use diagnostic::{Diagnostic, Diagnostics};
pub use entity::{BadEntityRef, EntityKind, EntityRef, UnknownEntityKind};
pub use id::{BadSlug, Id, Slug};
pub use lang::{Lang, UnknownLang};
pub use ledger::{Cell, Encoding, Intake, Ledger, Refusal, UnknownEncoding};
pub use points::{Amount, BadDecimal, Decimal, Figure, Points, Rounding};
pub use proof::{Difference, Proof};
pub use ratio::Ratio;
pub use roster::Roster;
pub use rulebook::{Grouping, Rulebook, UnknownGrouping};
pub use score::{Assessment, Board, Rollup, Scorer, Scores, Statement};
pub use severity::Severity;
