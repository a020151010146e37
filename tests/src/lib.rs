//! Stub.

pub mod oracle;
