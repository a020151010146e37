//! Dice: every choice of a case comes from one number.

use serde_json::{Map, Value};

/// A stream of choices, the same for the same seed.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits (`SplitMix64`).
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`; nought where `n` is.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.roll() % n).unwrap_or(0)
    }

    /// A number from `low` to `high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// Yes, once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of the list, which is not empty.
    pub(super) fn pick<T: Clone + Default>(&mut self, list: &[T]) -> T {
        let place = self.below(list.len());
        list.get(place).cloned().unwrap_or_default()
    }

    /// From `low` to `high` different ones of the list, in any order.
    pub(super) fn several<T: Clone>(&mut self, list: &[T], low: usize, high: usize) -> Vec<T> {
        let mut list = list.to_vec();
        self.shuffle(&mut list);
        list.truncate(self.between(low, high));
        list
    }

    /// Brings a list into any order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }

    /// What is made, once in `n` times.
    pub(super) fn some<T>(&mut self, n: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(n).then(|| make(self))
    }
}

/// A table of the keys that have a value.
pub(super) fn table<const N: usize>(keys: [(&str, Option<Value>); N]) -> Value {
    let there = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(there.collect::<Map<_, _>>())
}

/// Puts a key into a table.
pub(super) fn put(table: &mut Value, key: &str, value: impl Into<Value>) {
    if let Value::Object(table) = table {
        table.insert(key.to_owned(), value.into());
    }
}

/// Puts the keys of one table into another.
pub(super) fn join(table: &mut Value, other: Value) {
    if let (Value::Object(table), Value::Object(other)) = (table, other) {
        table.extend(other);
    }
}
