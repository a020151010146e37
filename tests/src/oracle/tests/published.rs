//! Published rules, and cases that were worked out elsewhere.

use super::agrees;

#[track_caller]
fn published(text: &str) {
    agrees(&serde_json::from_str(text).unwrap_or_default());
}

#[test]
fn tongcheng() {
    published(include_str!("cases/e01-tongcheng.json"));
}

#[test]
fn jinan() {
    published(include_str!("cases/e04-jinan-2015.json"));
}

#[test]
fn duties() {
    published(include_str!("cases/v22-duties.json"));
}

#[test]
fn quota_in_partitions() {
    published(include_str!("cases/v64-quota-partition.json"));
}
