//! The vectors of `lvzhi`: one set of cases for every host, and what runs them through the Rust one.

mod answer;
mod audit;
mod compare;
pub mod generate;
pub mod oracle;
mod search;
mod vector;

pub use search::{Search, search};
pub use vector::Vector;
