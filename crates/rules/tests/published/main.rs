//! The rules on CT-AIMH's own data: what is published, sentence by sentence, and what always holds.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod asked;
mod buckets;
mod changes;
mod checked;
mod levels;
mod making;
mod mentor;
mod names;
mod nearness;
mod papers;
mod properties;
mod reading;
mod renewal;
mod renewing;
mod simulation;
mod steps;
mod supervision;
mod training;
mod weighing;
mod work;
