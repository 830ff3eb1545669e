//! The rules on CT-AIMH's own data: what is published, sentence by sentence, and what always holds.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod asked;
mod buckets;
mod changes;
mod levels;
mod lockers;
mod making;
mod mentor;
mod names;
mod nearness;
mod properties;
mod renewal;
mod renewing;
mod steps;
mod training;
mod work;
