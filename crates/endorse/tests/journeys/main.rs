//! Stories told through the front door, by people with roles, on both engines.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod account;
mod accounts;
mod advising;
mod again;
mod agreements;
mod applications;
mod archive;
mod audit;
mod canaries;
mod comparisons;
mod dates;
mod desk;
mod drafts;
mod emerging;
mod endorsements;
mod erasure;
mod evidence;
mod finder;
mod handed_in;
mod helping;
mod hosts;
mod house;
mod inbox;
mod invariants;
mod keeping;
mod languages;
mod last_ones;
mod late;
mod left_alone;
mod locker;
mod log;
mod matrix;
mod own_data;
mod passkeys;
mod payments;
mod pinning;
mod protection;
mod providers;
mod public;
mod races;
mod references;
mod registering;
mod registry;
mod renewals;
mod replay;
mod reviews;
mod roles;
mod roles_beside;
mod second_factor;
mod settings;
mod sharing;
mod sign_in;
mod sign_in_link;
mod simulation;
mod standing;
mod statements;
mod strangers;
mod trail;
mod uploads;

/// Makes two tests of a story: one on SQLite, one on PostgreSQL.
///
/// The second runs when `ENDORSE_TEST_POSTGRES` gives the address of a server; `make test` starts
/// one. It is a failure, not a skipped test, when it is set and cannot be reached.
#[macro_export]
macro_rules! journey {
    (of $associations:expr; $(#[$doc:meta])* async fn $name:ident($house:ident: House) $body:block) => {
        $(#[$doc])*
        async fn $name($house: $crate::house::House) $body

        mod $name {
            #[test]
            fn on_sqlite() {
                $crate::house::run_with(false, &$associations, super::$name);
            }

            #[test]
            fn on_postgres() {
                $crate::house::run_with(true, &$associations, super::$name);
            }
        }
    };
    ($(#[$doc:meta])* async fn $name:ident($house:ident: House) $body:block) => {
        $(#[$doc])*
        async fn $name($house: $crate::house::House) $body

        mod $name {
            #[test]
            fn on_sqlite() {
                $crate::house::run(false, super::$name);
            }

            #[test]
            fn on_postgres() {
                $crate::house::run(true, super::$name);
            }
        }
    };
}
