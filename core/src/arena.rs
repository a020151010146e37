use std::fmt;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A place in one [`Column`] or [`Arena`]. What a document names by id, the checked form holds by place.
pub(crate) struct Idx<T>(u32, PhantomData<fn() -> T>);

impl<T> Idx<T> {
    pub(crate) fn new(place: usize) -> Self {
        // Documents are limited far below four thousand million entries.
        Idx(u32::try_from(place).unwrap_or(u32::MAX), PhantomData)
    }

    pub(crate) fn place(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Idx<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Idx<T> {}
impl<T> PartialEq for Idx<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Idx<T> {}
impl<T> PartialOrd for Idx<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Idx<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> fmt::Debug for Idx<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// A list whose places are typed by `K`, so that the place of a duty cannot be used to look up a board.
#[derive(Debug, Clone)]
pub(crate) struct Column<K, T>(Vec<T>, PhantomData<fn() -> K>);

/// A column whose entries are what its places are places of.
pub(crate) type Arena<T> = Column<T, T>;

impl<K, T> Default for Column<K, T> {
    fn default() -> Self {
        Column(Vec::new(), PhantomData)
    }
}

impl<K, T> From<Vec<T>> for Column<K, T> {
    fn from(list: Vec<T>) -> Self {
        Column(list, PhantomData)
    }
}

impl<K, T> Column<K, T> {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry at a place that was not made by this column.
    pub(crate) fn nth(&self, place: usize) -> Option<&T> {
        self.0.get(place)
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Every place, in order.
    pub(crate) fn places(&self) -> impl DoubleEndedIterator<Item = Idx<K>> + use<K, T> {
        (0..self.0.len()).map(Idx::new)
    }

    /// Every entry with its place, in order.
    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = (Idx<K>, &T)> {
        self.0.iter().enumerate().map(|(place, entry)| (Idx::new(place), entry))
    }

    /// Adds an entry at the end and gives its place.
    pub(crate) fn push(&mut self, entry: T) -> Idx<K> {
        self.0.push(entry);
        Idx::new(self.0.len() - 1)
    }
}

impl<K, T> Index<Idx<K>> for Column<K, T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "a place is made only for an entry of the column it belongs to")]
    fn index(&self, idx: Idx<K>) -> &T {
        &self.0[idx.place()]
    }
}

impl<K, T> IndexMut<Idx<K>> for Column<K, T> {
    #[expect(clippy::indexing_slicing, reason = "a place is made only for an entry of the column it belongs to")]
    fn index_mut(&mut self, idx: Idx<K>) -> &mut T {
        &mut self.0[idx.place()]
    }
}
