//! A PDF as programs by others see it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// The certificate that is made of the data.
pub fn open(data: &documents::Certificate) -> Opened {
    Opened::new(&documents::certificate(data).unwrap())
}

/// A PDF in a folder of its own.
pub struct Opened {
    folder: TempDir,
}

impl Opened {
    pub fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("it.pdf"), bytes).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, package: &str, program: &str, arguments: &[&str]) -> String {
        let ran = Command::new(program).args(arguments).current_dir(&self.folder).output();
        let ran = ran.unwrap_or_else(|_| {
            panic!("{program} is needed: it comes with Debian's package {package}")
        });
        let problems = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "{program}: {problems}");
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    /// What a program of poppler's prints about it.
    pub fn poppler(&self, program: &str, arguments: &[&str]) -> String {
        self.run("poppler-utils", program, &[arguments, &["it.pdf"]].concat())
    }

    /// What qpdf prints about it.
    pub fn qpdf(&self, arguments: &[&str]) -> String {
        self.run("qpdf", "qpdf", &[arguments, &["it.pdf"]].concat())
    }

    /// Its objects as text.
    pub fn source(&self) -> String {
        self.run("qpdf", "qpdf", &["--qdf", "--object-streams=disable", "it.pdf", "out.pdf"]);
        String::from_utf8_lossy(&fs::read(self.path("out.pdf")).unwrap()).into_owned()
    }

    /// The text that can be copied out of it.
    pub fn text(&self) -> String {
        self.run("poppler-utils", "pdftotext", &["it.pdf", "-"])
    }

    /// Its words with the left, top, right and bottom of each, in points from the upper left.
    pub fn words(&self) -> Vec<(String, [f64; 4])> {
        let page = self.run("poppler-utils", "pdftotext", &["-bbox", "it.pdf", "-"]);
        let words: Vec<_> = page.split("<word ").skip(1).map(word).collect();
        assert!(words.len() > 10, "{page}");
        words
    }

    /// A file inside it.
    pub fn attached(&self, name: &str) -> Vec<u8> {
        let list = self.poppler("pdfdetach", &["-list"]);
        assert!(list.contains(&format!("1: {name}")), "{list}");
        self.poppler("pdfdetach", &["-save", "1", "-o", "attached"]);
        fs::read(self.path("attached")).unwrap()
    }

    /// What the one QR code on it says, from a picture at 150 dots per inch.
    pub fn qr_code(&self) -> String {
        let arguments = ["-gray", "-r", "150", "-singlefile", "it.pdf", "page"];
        self.run("poppler-utils", "pdftoppm", &arguments);
        let picture = fs::read(self.path("page.pgm")).unwrap();
        // P5, width and height, the value of white; then a byte for each pixel.
        let head: Vec<&[u8]> = picture.splitn(4, |byte| *byte == b'\n').collect();
        assert_eq!((head[0], head[2]), (&b"P5"[..], &b"255"[..]));
        let size = std::str::from_utf8(head[1]).unwrap();
        let (width, height) = size.split_once(' ').unwrap();
        let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            head[3][y * width + x]
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }
}

/// A line of pdfinfo's.
pub fn field<'a>(info: &'a str, name: &str) -> &'a str {
    let start = format!("{name}:");
    let found = info.lines().find_map(|line| line.strip_prefix(&start));
    found.unwrap_or_else(|| panic!("{name} is not in {info}")).trim()
}

fn word(rest: &str) -> (String, [f64; 4]) {
    let number = |name: &str| -> f64 {
        let (_, after) = rest.split_once(&format!("{name}=\"")).unwrap();
        after.split_once('"').unwrap().0.parse().unwrap()
    };
    let (_, after) = rest.split_once('>').unwrap();
    let (text, _) = after.split_once("</word>").unwrap();
    (text.to_owned(), [number("xMin"), number("yMin"), number("xMax"), number("yMax")])
}
