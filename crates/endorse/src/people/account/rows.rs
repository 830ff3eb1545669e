//! What is kept of an account.

use db::{Error, Time, Tx};
use uuid::Uuid;

use crate::i18n::Lang;

/// What the page of an account shows beside what every page knows.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Known {
    /// Of letters.
    pub language: String,
    /// Not known of passwords that were chosen before this was kept.
    pub password_changed_at: Option<Time>,
    /// Since when a second factor is asked for.
    pub second_factor_at: Option<Time>,
    /// Recovery codes not used.
    pub codes: i64,
}

pub(super) async fn known(tx: &mut Tx, person: Uuid) -> Result<Option<Known>, Error> {
    tx.maybe(
        "select p.language, p.password_changed_at, f.confirmed_at as second_factor_at,
             (select count(*) from recovery_codes c
                 where c.person_id = p.id and c.used_at is null) as codes
         from people p left join second_factors f on f.person_id = p.id
         where p.id = $1",
        (person,),
    )
    .await
}

/// Sets what a person is called from now on; what was issued keeps the name that it was issued with.
pub(super) async fn set_details(
    tx: &mut Tx,
    person: Uuid,
    name: &str,
    lang: Lang,
) -> Result<(), Error> {
    tx.run(
        "update people set name = $2, language = $3
         where id = $1 and erased_at is null",
        (person, name, lang.code()),
    )
    .await?;
    Ok(())
}
