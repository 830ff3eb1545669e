//! The rules on CT-AIMH's own data: what is published, sentence by sentence, and what always holds.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod making;
mod nearness;
mod properties;
mod renewal;
mod training;
mod work;
