//! What a transaction does last.

use std::any::Any;
use std::fmt::Debug;
use std::pin::Pin;

use crate::{Error, Tx};

/// What is gathered during a transaction and written right before it is committed.
///
/// A row that everybody needs is so locked last and for a moment only: nobody who holds it waits for
/// another lock, and nobody waits long.
pub trait Last: Any + Debug + Send + Sync {
    /// Writes it. If that fails, nothing of the transaction happened.
    fn write(self: Box<Self>, tx: &mut Tx) -> Writing<'_>;
}

/// Writing what was gathered.
pub type Writing<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>;

/// What was gathered so far, of each kind.
#[derive(Debug, Default)]
pub(crate) struct Gathered(Vec<Box<dyn Last>>);

impl Gathered {
    /// Adds to what there is of a kind, or to an empty one.
    pub(crate) fn add<L: Last + Default>(&mut self, add: impl FnOnce(&mut L)) {
        for it in &mut self.0 {
            let it: &mut dyn Any = it.as_mut();
            if let Some(it) = it.downcast_mut() {
                return add(it);
            }
        }
        let mut new = L::default();
        add(&mut new);
        self.0.push(Box::new(new));
    }

    pub(crate) fn take(&mut self) -> Vec<Box<dyn Last>> {
        std::mem::take(&mut self.0)
    }
}
