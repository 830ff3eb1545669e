//! The server as a process: started, watched through `/proc`, stopped.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use anyhow::Context as _;

/// A server of its own.
pub struct Server {
    child: Child,
    /// `127.0.0.1:port`.
    pub address: String,
    /// Milliseconds from its start until it served.
    pub started_in: f64,
}

impl Server {
    /// Starts one on a free port.
    pub fn start(binary: &Path, data: &Path) -> anyhow::Result<Self> {
        // Pages of staff are measured with a password alone, and one address asks for all of them.
        let settings = data.join("bench.toml");
        let text = "second_factor = \"offered\"\n[limits]\nlookups = 4000000000\n";
        std::fs::write(&settings, text)?;
        let begun = Instant::now();
        let mut child = Command::new(binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .arg("--config")
            .arg(settings)
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| binary.display().to_string())?;
        let out = child.stdout.take().context("no output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let started_in = begun.elapsed().as_secs_f64() * 1e3;
        let address = line.trim().strip_prefix("READY http://").context("not READY")?.to_owned();
        Ok(Self { child, address, started_in })
    }

    /// What it holds in memory.
    pub fn resident_megabytes(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|it| it.starts_with("VmRSS:")).context("no VmRSS")?;
        let kilobytes: f64 = line.split_whitespace().nth(1).context("no figure")?.parse()?;
        Ok(kilobytes / 1024.0)
    }

    /// Has all its threads run on one core from now on, or again on any.
    pub fn keep_to(&self, cores: Cores) -> anyhow::Result<()> {
        keep_to(&self.child.id().to_string(), cores)
    }

    /// What it has used of processors, all its threads together.
    pub fn processor_nanoseconds(&self) -> anyhow::Result<u64> {
        nanoseconds(&self.child.id().to_string())
    }
}

/// Where a process may run. On more than one core, handing a statement to the thread that runs it wakes
/// a core that sleeps, which can take longer than the statement and says more about the machine. With
/// whoever asks on the same core, that core is never idle, as where many ask.
#[derive(Clone, Copy)]
pub enum Cores {
    One,
    All,
}

/// Has all threads of this process run on one core from now on, or again on any.
pub fn keep_this_to(cores: Cores) -> anyhow::Result<()> {
    keep_to(&std::process::id().to_string(), cores)
}

fn keep_to(process: &str, cores: Cores) -> anyhow::Result<()> {
    let cores = match cores {
        Cores::One => "0".to_owned(),
        Cores::All => std::fs::read_to_string("/sys/devices/system/cpu/online")?.trim().to_owned(),
    };
    let mut told = Command::new("taskset");
    told.args(["--all-tasks", "--cpu-list", "--pid", &cores, process]).stdout(Stdio::null());
    anyhow::ensure!(told.status().context("taskset, of util-linux")?.success(), "taskset refused");
    Ok(())
}

/// What this process itself has used of processors.
pub fn own_nanoseconds() -> anyhow::Result<u64> {
    nanoseconds("self")
}

fn nanoseconds(process: &str) -> anyhow::Result<u64> {
    let mut sum = 0;
    for task in std::fs::read_dir(format!("/proc/{process}/task"))? {
        let spent = std::fs::read_to_string(task?.path().join("schedstat"))?;
        sum += spent.split_whitespace().next().context("no figure")?.parse::<u64>()?;
    }
    Ok(sum)
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
