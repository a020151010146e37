//! The native half of the Python package `lvzhi`: it converts at its edge and holds no rule.
//!
//! | File | What it holds |
//! | --- | --- |
//! | `rulebook`, `roster`, `ledger`, `matters`, `scorer`, `scores`, `board` | the handles: what Python holds on to without looking inside |
//! | `object` | everything else, from plain data of the core to frozen classes |
//! | `source`, `day`, `choice` | documents, days, periods and choices as Python writes them |
//! | `heading`, `cell`, `dicts`, `arrow` | tables on their way in |
//! | `table` | tables on their way out |
//! | `words` | what plain data says when it is asked for words |
//! | `error` | the faults of a document as an exception |
//! | `hint` | what stubs say of all this |

mod arrow;
mod board;
mod cell;
mod choice;
mod day;
mod dicts;
mod error;
mod heading;
mod hint;
mod ledger;
mod matters;
mod object;
mod roster;
mod rulebook;
mod scorer;
mod scores;
mod source;
mod table;
mod words;

/// The native half of `lvzhi`. Everything in it is found in the package itself.
#[pyo3::pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;

    use crate::object::Plain;

    #[pymodule_export]
    use crate::board::Board;
    #[pymodule_export]
    use crate::ledger::Ledger;
    #[pymodule_export]
    use crate::matters::Matters;
    #[pymodule_export]
    use crate::roster::Roster;
    #[pymodule_export]
    use crate::rulebook::Rulebook;
    #[pymodule_export]
    use crate::scorer::Scorer;
    #[pymodule_export]
    use crate::scores::Scores;
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::words::{audit_table, said, todo};

    /// The ids of the rulebooks that come with the package.
    ///
    /// >>> "tongcheng" in lvzhi.gallery()
    /// True
    #[pyfunction]
    fn gallery() -> Plain<Vec<&'static str>> {
        Plain(lvzhi::gallery::ids().collect())
    }
}
