//! What others' programs find in a certificate: qpdf, poppler, a reader of QR codes.
//!
//! They come with Debian's packages `qpdf` and `poppler-utils`.

#[cfg(test)]
mod reading;

use documents::{Certificate, Error, Fact, Language, certificate, prints};
use jiff::civil::date;
use proptest::prelude::*;
use reading::{Opened, open};

fn fact(label: &str, text: &str) -> Fact {
    Fact { label: label.into(), text: text.into() }
}

fn sample() -> Certificate {
    Certificate {
        language: Language::Spanish,
        association: "Connecticut Association for Infant Mental Health".into(),
        title: "Certificado de acreditación".into(),
        lead: "Por el presente se certifica que".into(),
        holder: "María José O’Neill Ñandú".into(),
        statement: "cumple los requisitos como".into(),
        category: "Especialista en Salud Mental Infantil".into(),
        letters: "IMHS, IMH-E®".into(),
        awarded_on: date(2026, 3, 1),
        awarded: fact("Otorgado", "1 de marzo de 2026"),
        valid_until: Some(fact("Válido hasta", "31 de diciembre de 2026")),
        number: fact("Número de registro", "CT-26-004-1"),
        decided_by: Some(fact("Coordinación de acreditación", "Persona de Ejemplo")),
        notes: vec!["La acreditación no es una licencia para ejercer.".into()],
        check: "¿Es válido hoy? Consulte el registro:".into(),
        verify_url: "https://registry.example.org/verify/nT3kP0aWQ8mJ5uXyZ1bC7A".into(),
        qr_alt: "Código QR del registro".into(),
        credential: "{\"name\":\"María José\"}\n".into(),
        credential_label: "La credencial firmada".into(),
    }
}

fn of(holder: &str) -> Certificate {
    Certificate { holder: holder.into(), ..sample() }
}

#[test]
fn it_is_one_sound_page_of_us_letter_landscape() {
    let bytes = certificate(&sample()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let pdf = Opened::new(&bytes);
    pdf.qpdf(&["--check"]);
    let info = pdf.poppler("pdfinfo", &[]);
    assert_eq!(reading::field(&info, "Pages"), "1");
    assert_eq!(reading::field(&info, "Page size"), "792 x 612 pts (letter)");
}

#[test]
fn it_says_that_it_is_pdf_a_3a_and_pdf_ua_1_and_in_which_language() {
    let pdf = open(&sample());
    let meta = pdf.poppler("pdfinfo", &["-meta"]);
    for claim in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(meta.contains(claim), "{claim} is not in {meta}");
    }
    let source = pdf.source();
    assert!(source.contains("/Lang (es-US)"));
    assert!(source.contains("/DisplayDocTitle true"));
    let info = pdf.poppler("pdfinfo", &[]);
    assert_eq!(reading::field(&info, "Tagged"), "yes");
    assert_eq!(
        reading::field(&info, "Title"),
        "Certificado de acreditación – María José O’Neill Ñandú"
    );
    assert!(reading::field(&info, "CreationDate").contains("Mar  1 00:00:00 2026"));
}

#[test]
fn it_is_read_aloud_in_the_order_of_its_sense_with_one_heading() {
    let heard = open(&sample()).poppler("pdfinfo", &["-struct-text"]);
    let order = [
        "\"Connecticut Association for Infant Mental Health\"",
        "H1",
        "\"Certificado de acreditación\"",
        "\"María José O’Neill Ñandú\"",
        "\"Especialista en Salud Mental Infantil\"",
        "\"Otorgado\"",
        "\"1 de marzo de 2026\"",
        "\"Válido hasta\"",
        "\"CT-26-004-1\"",
        "Link",
        "Figure",
    ];
    assert_eq!(heard.matches("  H").count(), 1, "{heard}");
    let mut from = 0;
    for part in order {
        let at = heard[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part} is missing or out of order in {heard}"));
    }
}

#[test]
fn everything_on_it_can_be_copied_out() {
    let data = sample();
    let text = open(&data).text();
    let facts = [Some(&data.awarded), data.valid_until.as_ref(), data.decided_by.as_ref()];
    let facts = facts.into_iter().flatten().flat_map(|fact| [&fact.label, &fact.text]);
    for part in [&data.holder, &data.category, &data.letters, &data.verify_url, &data.notes[0]]
        .into_iter()
        .chain(facts)
    {
        assert!(text.contains(part.as_str()), "{part} is not in {text}");
    }
}

#[test]
fn what_is_not_known_is_not_on_it() {
    let text = open(&Certificate { valid_until: None, decided_by: None, ..sample() }).text();
    assert!(text.contains("Otorgado"));
    assert!(!text.contains("Válido hasta"));
    assert!(!text.contains("Coordinación"));
}

#[test]
fn all_fonts_are_in_the_file() {
    let fonts = open(&of("Мария محمد")).poppler("pdffonts", &[]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(rows.len() >= 4, "{fonts}");
    for row in rows {
        // The last columns: embedded, subset, with Unicode map, object, generation.
        let columns: Vec<&str> = row.split_whitespace().rev().collect();
        assert_eq!(columns[2..5], ["yes", "yes", "yes"], "{row}");
    }
}

#[test]
fn equal_data_give_equal_bytes_and_other_data_others() {
    let first = certificate(&sample()).unwrap();
    assert_eq!(first, certificate(&sample()).unwrap());
    assert_ne!(first, certificate(&of("María José O’Neill Nandú")).unwrap());
}

#[test]
fn the_credential_comes_out_byte_for_byte_as_the_source_of_the_page() {
    let credential: Vec<u8> = (0..=u8::MAX).cycle().take(40_000).collect();
    let pdf = open(&Certificate { credential: credential.clone(), ..sample() });
    assert_eq!(pdf.attached("credential.json"), credential);
    assert!(pdf.source().contains("/AFRelationship /Source"));
}

#[test]
fn the_qr_code_leads_to_the_page_that_checks_it_and_has_words_for_it() {
    let data = sample();
    let pdf = open(&data);
    assert_eq!(pdf.qr_code(), data.verify_url);
    assert_eq!(pdf.source().matches("/S /Figure").count(), 1);
    assert!(pdf.source().contains("/Alt"));
    assert!(pdf.source().contains(&format!("/URI ({})", data.verify_url)));
}

#[test]
fn no_name_fails_or_leaves_the_frame() {
    let names = [
        String::new(),
        "W".repeat(200),
        "Ww ".repeat(66),
        "Maximiliana-Fernández de la ".repeat(8).chars().take(200).collect(),
        "□".repeat(200),
        "e\u{301}\u{302}\u{303}\u{323}".repeat(40),
        format!("A{}", "\u{301}".repeat(199)),
        "#read(\"/etc/passwd\") $x$ *b* _i_ `r` <l> @r // \\ ] ) } \" ' = - + /".into(),
        "Иван Ελένη שָׁלוֹם محمد".repeat(8),
        "名前 किरण ไทย 한국 😀👩🏽‍👩‍👧🏳️‍🌈".repeat(5),
        "]]> <b>&amp; \u{0}\u{7}\u{1b}[31m\r\n\u{2028}\u{feff}\u{fffe}\u{e000}\u{f8ff}\u{10ffff}"
            .into(),
    ];
    for name in &names {
        let pdf = open(&of(name));
        pdf.qpdf(&["--check"]);
        for (word, [left, top, right, bottom]) in pdf.words() {
            assert!(
                left >= 60.0 && right <= 732.0 && top >= 24.0 && bottom <= 588.0,
                "{word} of {name} is out of the frame: {left} {top} {right} {bottom}"
            );
        }
    }
}

#[test]
fn a_character_without_a_glyph_is_a_box_on_the_page_and_itself_in_the_title() {
    assert!(!prints("Ana 名"));
    let pdf = open(&of("Ana 名"));
    assert!(pdf.text().contains("Ana □"));
    assert!(reading::field(&pdf.poppler("pdfinfo", &[]), "Title").ends_with("Ana 名"));
}

#[test]
fn a_name_that_prints_is_printed_in_full() {
    for name in ["Zoë Łukaszewska-Đặng", "Σοφία Παππά", "Щукина Юлия", "N\u{303}andu", "Ngũgĩ"]
    {
        assert!(prints(name), "{name}");
        assert!(open(&of(name)).text().contains(name), "{name}");
    }
}

#[test]
fn a_hidden_change_of_direction_is_taken_out() {
    let text = open(&of("Ana \u{202e}zepoL\u{202c}")).text();
    assert!(text.contains("Ana zepoL"), "{text}");
    assert!(!text.contains('\u{202e}'));
}

#[test]
fn texts_that_cannot_fit_are_refused() {
    let notes = vec!["Una línea más.".to_owned(); 60];
    assert!(matches!(certificate(&Certificate { notes, ..sample() }), Err(Error::TooLong)));
    let verify_url = format!("https://example.org/{}", "x".repeat(3000));
    assert!(matches!(certificate(&Certificate { verify_url, ..sample() }), Err(Error::Address)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_makes_a_certificate(holder in "\\PC{0,200}", category in any::<String>()) {
        let made = certificate(&Certificate { category, ..of(&holder) });
        prop_assert!(made.is_ok(), "{:?}", made.err());
    }
}
