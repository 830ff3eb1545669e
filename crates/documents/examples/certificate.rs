//! Writes a sample certificate: `cargo run -p documents --example certificate -- out.pdf [es]`.
//! With a number in place of the language it makes as many and says how long that took.

use std::error::Error;
use std::io::Write as _;
use std::time::Instant;

use documents::{Certificate, Fact, Language, certificate};
use jiff::civil::date;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| "certificate.pdf".to_owned());
    let second = arguments.next().unwrap_or_default();
    let mut sample = if second == "es" { spanish() } else { english() };
    if let Some(name) = arguments.next() {
        sample.holder = name;
    }
    let start = Instant::now();
    std::fs::write(&path, certificate(&sample)?)?;
    let mut out = std::io::stdout();
    writeln!(out, "{path}: {:.1} ms, fonts included", start.elapsed().as_secs_f64() * 1e3)?;
    if let Ok(times) = second.parse::<u32>() {
        let start = Instant::now();
        for nth in 0..times {
            sample.number.text = format!("CT-{nth:06}");
            certificate(&sample)?;
        }
        let each = start.elapsed().as_secs_f64() / f64::from(times);
        writeln!(out, "{times} more: {:.1} ms each, {:.0} a second", each * 1e3, 1.0 / each)?;
    }
    Ok(())
}

fn fact(label: &str, text: &str) -> Fact {
    Fact { label: label.to_owned(), text: text.to_owned() }
}

fn english() -> Certificate {
    Certificate {
        language: Language::English,
        association: "Connecticut Association for Infant Mental Health".into(),
        title: "Certificate of Endorsement".into(),
        lead: "This certifies that".into(),
        holder: "Sample Mentor".into(),
        statement: "has met the requirements for endorsement as".into(),
        category: "Infant Mental Health Mentor – Clinical".into(),
        letters: "IMHM-C, IMH-E®".into(),
        awarded_on: date(2019, 5, 14),
        awarded: fact("Awarded", "May 14, 2019"),
        valid_until: Some(fact("Valid until", "December 31, 2026")),
        number: fact("Registry number", "CT-19-002-7"),
        decided_by: Some(fact("Endorsement coordinator", "Sample Coordinator")),
        notes: vec!["Endorsement is not a license to practice.".into()],
        check: "Is it valid today? Ask the registry:".into(),
        verify_url: "https://registry.example.org/verify/nT3kP0aWQ8mJ5uXyZ1bC7A".into(),
        qr_alt: "QR code that opens the registry’s page about this certificate".into(),
        credential: br#"{"type":["VerifiableCredential","OpenBadgeCredential"]}"#.to_vec(),
        credential_label: "The signed credential (Open Badges 3.0)".into(),
    }
}

fn spanish() -> Certificate {
    Certificate {
        language: Language::Spanish,
        title: "Certificado de acreditación".into(),
        lead: "Por el presente se certifica que".into(),
        holder: "María José Ñandú Güiraldes".into(),
        statement: "cumple los requisitos de la acreditación (Endorsement®) como".into(),
        category: "Mentora de Salud Mental Infantil – Clínica".into(),
        awarded: fact("Otorgado", "14 de mayo de 2019"),
        valid_until: Some(fact("Válido hasta", "31 de diciembre de 2026")),
        number: fact("Número de registro", "CT-19-002-7"),
        decided_by: Some(fact("Coordinación de acreditación", "Persona de Ejemplo")),
        notes: vec!["La acreditación no es una licencia para ejercer.".into()],
        check: "¿Es válido hoy? Consulte el registro:".into(),
        qr_alt: "Código QR que abre la página del registro sobre este certificado".into(),
        credential_label: "La credencial firmada (Open Badges 3.0)".into(),
        ..english()
    }
}
