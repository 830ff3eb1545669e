//! What one person may keep: nothing that is refused stays, and nobody fills disk or memory.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::evidence::{areas, person, training};
use crate::house::{House, read};
use crate::journey;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj";

/// Every file under the folder of documents.
fn files(house: &House) -> Vec<PathBuf> {
    fn under(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { under(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    under(&house.folder.path().join("files"), &mut found);
    found
}

journey! {
    /// A text beside a file is read as far as any may be, and refused in a sentence.
    async fn a_text_of_megabytes_beside_a_file_is_not_read(house: House) {
        let mut ana = house.applicant("Ana").await;
        let name = "n".repeat(5 << 20);

        let refused = ana.upload("/documents", &[("name", &name)], ("file", "a.pdf", PDF)).await;

        let refused = refused.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("Please shorten this"), "{}", read(&refused));
        assert!(refused.body.len() < 100_000, "{} bytes come back", refused.body.len());
    }
}

journey! {
    /// What is refused leaves nothing on disk, for whatever reason; what is kept is there once.
    async fn a_refused_upload_leaves_no_file(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut large = PDF.to_vec();
        large.resize(11 << 20, b'x');
        let nowhere = [("entry", "00000000-0000-7000-8000-000000000000")];
        for (fields, bytes) in
            [(&nowhere[..], PDF), (&[], &large[..]), (&[], b"<html>"), (&[("entry", "x")], PDF)]
        {
            let refused = ana.upload("/documents", fields, ("file", "a.pdf", bytes)).await.unwrap();
            assert_eq!(refused.status, 422);
            assert_eq!(files(&house), Vec::<PathBuf>::new());
        }

        for _ in 0..2 {
            let kept = ana.upload("/documents", &[], ("file", "a.pdf", PDF)).await.unwrap();
            assert_eq!(kept.status, 303);
        }
        assert_eq!(files(&house).len(), 1);

        let mut tx = house.app.db.write().await.unwrap();
        let grown = "update documents set size_bytes = $2 where person_id = $1";
        let who = person(&house, "Ana").await;
        tx.run(grown, (who, 250_i64 << 20)).await.unwrap();
        tx.commit().await.unwrap();
        let refused = ana.upload("/documents", &[], ("file", "b.pdf", b"%PDF-1.7 other")).await;
        let refused = refused.unwrap();
        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("more than 500 MB"), "{}", read(&refused));
        assert_eq!(files(&house).len(), 1);
    }
}

journey! {
    /// A document of many pieces comes back whole; one whose bytes are no longer what was kept is not
    /// handed out at all, and said to be our fault.
    async fn a_document_comes_back_as_it_was_or_not_at_all(house: House) {
        let mut ana = house.applicant("Ana").await;
        let mut large = PDF.to_vec();
        large.extend((0..500_000_u32).map(|it| it.to_le_bytes()[0] ^ it.to_le_bytes()[1]));
        ana.upload("/documents", &[], ("file", "a.pdf", &large)).await.unwrap();
        let page = ana.get("/documents").await.unwrap().html();
        let at = page.find("/documents/").unwrap();
        let path = page[at..at + "/documents/".len() + 36].to_owned();

        let given = ana.get(&path).await.unwrap();
        assert_eq!(given.body, large);
        assert_eq!(given.headers["content-length"], large.len().to_string());

        let kept = files(&house);
        large[400_000] ^= 1;
        std::fs::write(&kept[0], &large).unwrap();
        let damaged = ana.get(&path).await.unwrap();
        assert_eq!(damaged.status, 500);
        assert!(!damaged.body.windows(8).any(|it| it == &large[..8]), "it is handed out");
    }
}

journey! {
    /// A file that no document names goes after a day; one that a document names stays, removed or not.
    async fn files_that_nobody_names_are_swept(house: House) {
        let mut ana = house.applicant("Ana").await;
        let kept = ana.upload("/documents", &[], ("file", "a.pdf", PDF)).await.unwrap();
        let path = format!("/documents/{}", kept.new_id().unwrap());
        ana.did(&format!("{path}/removal"), &[]).await.unwrap();
        let shelf = house.folder.path().join("files").join("ab");
        std::fs::create_dir_all(&shelf).unwrap();
        let left = std::fs::File::create(shelf.join("cd".repeat(31))).unwrap();
        left.set_modified(house.dial.now().into()).unwrap();
        assert_eq!(files(&house).len(), 2);

        house.app.work().await.unwrap();
        assert_eq!(files(&house).len(), 2, "it is not old yet");
        house.it_is("2026-03-04T15:00:00Z");
        house.app.work().await.unwrap();

        assert_eq!(files(&house).len(), 1);
        ana.sign_in("ana@example.org", crate::house::PASSWORD).await.unwrap();
        ana.did(&format!("{path}/restoration"), &[]).await.unwrap();
        assert_eq!(&ana.get(&path).await.unwrap().body[..], PDF);
    }
}

journey! {
    /// A locker holds a thousand entries; one more comes back as it was typed, with a sentence.
    async fn a_full_locker_says_so(house: House) {
        let mut ana = house.applicant("Ana").await;
        let who = person(&house, "Ana").await;
        let body = training("Many", 60, &areas(&house)).to_string();
        let mut tx = house.app.db.write().await.unwrap();
        for _ in 0..999 {
            tx.run(
                "insert into entries (id, person_id, kind, body, version, created_at, changed_at)
                 values ($1, $2, 'training', $3, 1, $4, $4)",
                (Uuid::now_v7(), who, body.as_str(), house.dial.now()),
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
        let school = [
            ("degree", "master"),
            ("title", "MSW"),
            ("institution", "Sample University"),
            ("field", "Social work"),
            ("conferred", "2015-05-20"),
            ("transcript", "unofficial"),
        ];

        ana.did("/locker/education", &school).await.unwrap();
        let refused = ana.post("/locker/education", &school).await.unwrap();

        assert_eq!(refused.status, 422);
        assert!(read(&refused).contains("holds 1,000 entries"), "{}", read(&refused));
        assert!(refused.html().contains("Sample University"), "what was typed is gone");
    }
}
