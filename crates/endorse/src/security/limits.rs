//! How often one address may try.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::Error;

/// Limits per address for what strangers can do.
#[derive(Clone, Debug)]
pub struct Limits {
    signing_in: Arc<DefaultKeyedRateLimiter<IpAddr>>,
    mailing: Arc<DefaultKeyedRateLimiter<IpAddr>>,
}

impl Default for Limits {
    fn default() -> Self {
        let per_minute = |n| Quota::per_minute(NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN));
        Self {
            signing_in: Arc::new(RateLimiter::keyed(per_minute(20))),
            mailing: Arc::new(RateLimiter::keyed(per_minute(10))),
        }
    }
}

impl Limits {
    /// For passwords typed.
    ///
    /// # Errors
    ///
    /// [`Error::TooMany`] when it was too often.
    pub fn signing_in(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.signing_in, from)
    }

    /// For everything that sends mail on a stranger's word.
    ///
    /// # Errors
    ///
    /// [`Error::TooMany`] when it was too often.
    pub fn mailing(&self, from: Option<IpAddr>) -> Result<(), Error> {
        check(&self.mailing, from)
    }
}

/// Without an address the request comes from inside this process.
fn check(limit: &DefaultKeyedRateLimiter<IpAddr>, from: Option<IpAddr>) -> Result<(), Error> {
    let Some(from) = from else { return Ok(()) };
    limit.check_key(&from).map_err(|until| {
        Error::TooMany(until.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    })
}
