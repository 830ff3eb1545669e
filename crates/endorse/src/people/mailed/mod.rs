//! Links in letters: kept as a hash, used up once by a button, never by opening them.

mod rows;

pub(super) use rows::{Link, add, find, since, use_up, use_up_all, use_up_of};
