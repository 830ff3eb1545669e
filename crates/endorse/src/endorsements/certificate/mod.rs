//! The certificate: one page as PDF, with the signed badge inside the file.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};
use documents::{Certificate, Fact, Language};
use uuid::Uuid;

use super::of_person;
use super::rows::{self, Credential, Endorsement};
use crate::app::App;
use crate::error::Error;
use crate::identity::{Applicant, Signed};
use crate::page;
use crate::routing::{Path, Routes, get};

pub(super) fn routes() -> Routes {
    Routes::new().route("/endorsements/{id}/certificate.pdf", get(certificate))
}

/// `GET /endorsements/{id}/certificate.pdf`, in the language of the page it was asked from; of what is
/// not in force there is none.
async fn certificate(
    State(app): State<App>,
    me: Applicant,
    Path(id): Path<Uuid>,
) -> Result<Response, Error> {
    let mut tx = app.db.read().await?;
    let it = of_person(&mut tx, me.association(), (me.id, id)).await?.ok_or(Error::NotFound)?;
    if !super::is_valid(&mut tx, &it, me.today()).await? {
        return page::see(me.lang, &format!("/endorsements/{id}"));
    }
    let credential = rows::credential(&mut tx, it.id).await?.ok_or(Error::NotFound)?;
    drop(tx);
    // Setting one takes some ten megabytes: a crowd waits.
    let _place = app.places.certificate().await.ok_or(Error::TooMany(30))?;
    let sheet = sheet(&app, &me, &it, credential);
    let written = tokio::task::spawn_blocking(move || documents::certificate(&sheet)).await;
    let bytes = written.map_err(anyhow::Error::from)?.map_err(anyhow::Error::from)?;
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (CONTENT_DISPOSITION, format!("inline; filename=\"certificate-{}.pdf\"", it.number)),
        (CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// Everything that stands on it.
fn sheet(app: &App, me: &Signed, it: &Endorsement, credential: Credential) -> Certificate {
    let lang = me.lang;
    let say = |key: &str| lang.say(key).into_owned();
    let fact = |key: &str, text: String| Fact { label: say(key), text };
    let verify = lang.href(&format!("/verify/{}", it.public_id));
    Certificate {
        language: if lang.is_spanish() { Language::Spanish } else { Language::English },
        association: me.program.association.name.get(lang).to_owned(),
        title: say("certificate-title"),
        lead: say("certificate-lead"),
        holder: it.name.clone(),
        statement: say("certificate-statement"),
        category: it.category_name(me.program, lang).to_owned(),
        letters: it.letters(me.program),
        awarded_on: it.awarded_on.0,
        awarded: fact("endorsement-awarded", lang.day(it.awarded_on)),
        valid_until: Some(fact("endorsement-valid-until", lang.day(it.valid_until))),
        number: fact("endorsement-number", it.number.clone()),
        decided_by: None,
        notes: vec![say("certificate-note")],
        check: say("certificate-check"),
        verify_url: format!("{}{verify}", app.url),
        qr_alt: say("certificate-qr"),
        credential: credential.body.into_bytes(),
        credential_label: say("certificate-credential"),
    }
}
