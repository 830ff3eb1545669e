//! What an association asks, and what a person has: pure, total, without clock, file or language.
//!
//! A [`Locker`], a [`Policy`] and a day go in, an [`Assessment`] comes out. Nothing here can fail,
//! and nothing here decides: the engine explains, a person decides.

#![no_std]

extern crate alloc;

pub mod assess;
pub mod assessment;
pub mod change;
pub mod hours;
pub mod intervals;
pub mod lifecycle;
pub mod locker;
pub mod nearness;
pub mod pinning;
pub mod policy;
pub mod renewal;
pub mod simulation;
pub mod standing;

pub use assess::assess;
pub use assessment::{
    Assessment, Counted, EmergingStanding, Excluded, Finding, Reason, Status, Step, Unit,
};
pub use hours::{Hours, NotHours};
pub use locker::{EntryId, Locker, Problem};
pub use nearness::{Compared, Nearness, nearest_first};
pub use policy::{Confidence, Policy, Requirement, RequirementId, Slot, Stage};
pub use renewal::{Holder, Volunteered, assess_renewal, assess_renewals};

/// The number of the engine's format: raised whenever it may say something else of the same locker,
/// version and day, or say it in another shape. Decisions keep the number that they were made by.
pub const ENGINE: u32 = 2;
