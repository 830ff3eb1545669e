//! What is kept of people, and in which tables: the notice is drawn from it, and a test holds it
//! against the migrations, so that a new table cannot be forgotten. `docs/privacy.md` says the same
//! table by table.

/// One kind of what is kept. Its words are `consents-held-…` and what becomes of it with an erasure
/// is `consents-then-…`.
#[derive(Clone, Copy, Debug)]
pub struct Holding {
    /// The end of its keys.
    pub key: &'static str,
    /// Where it is.
    #[expect(dead_code, reason = "a test of the layout reads it as text")]
    pub tables: &'static [&'static str],
}

/// Everything, in the order of the notice.
pub const HOLDINGS: &[Holding] = &[
    Holding { key: "account", tables: &["people", "address_changes"] },
    Holding {
        key: "signing-in",
        tables: &[
            "sessions",
            "half_sessions",
            "mailed_links",
            "second_factors",
            "recovery_codes",
            "sign_in_failures",
            "passkeys",
            "passkey_questions",
            "identities",
            "provider_trips",
        ],
    },
    Holding {
        key: "locker",
        tables: &["entries", "entry_versions", "documents", "drafts", "kept_answers", "helpings"],
    },
    Holding {
        key: "applications",
        tables: &[
            "applications",
            "application_steps",
            "submissions",
            "decisions",
            "legal_holds",
            "file_openings",
            "advisings",
            "advising_contacts",
        ],
    },
    Holding { key: "references", tables: &["reference_requests"] },
    Holding { key: "reviews", tables: &["review_assignments", "review_findings"] },
    Holding { key: "agreements", tables: &["signatures", "consents"] },
    Holding { key: "money", tables: &["charges", "memberships", "membership_claims"] },
    Holding { key: "exams", tables: &["exam_results"] },
    Holding {
        key: "endorsements",
        tables: &[
            "endorsements",
            "endorsement_intervals",
            "former_names",
            "credentials",
            "registry_words",
            "renewals",
            "revoked_badges",
        ],
    },
    Holding { key: "messages", tables: &["messages", "jobs"] },
    Holding {
        key: "roles",
        tables: &[
            "roles",
            "role_invitations",
            "retention_terms",
            "association_settings",
            "association_dates",
            "association_notices",
        ],
    },
    Holding { key: "record", tables: &["audit_events", "data_requests", "erasures"] },
];

/// Tables that hold nothing of any person.
#[expect(dead_code, reason = "a test of the layout reads it as text")]
pub const OF_NOBODY: &[&str] = &[
    "associations",
    "counters",
    "agreement_texts",
    "consent_texts",
    "policy_versions",
    "audit_heads",
    "retention_rounds",
];

/// What an association can set a term for. The words are `consents-class-…`, and from when it runs
/// is `consents-from-…`.
pub const CLASSES: &[&str] =
    &["drafts", "closed-files", "documents", "sign-ins", "letters", "exam-results", "register"];
