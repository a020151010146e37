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

/// The pages of the book for those who embed the library: what they show is run with the documentation examples.
#[cfg(doctest)]
mod book {
    #[doc = include_str!("../../docs/src/rust.md")]
    mod zh {}
    #[doc = include_str!("../../docs/src/en/rust.md")]
    mod en {}
}
