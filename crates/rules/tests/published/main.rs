//! The rules on CT-AIMH's own data: what is published, sentence by sentence, and what always holds.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod changes;
mod making;
mod properties;
mod renewal;
mod training;
mod work;
