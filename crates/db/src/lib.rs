//! The only place that knows that there are two databases.
//!
//! Statements are written once, in the language that SQLite and PostgreSQL share, with `$1 … $n`
//! for values. They are `&'static str`, so none can be glued from input.

#![expect(
    clippy::disallowed_types,
    reason = "this is the place that knows that there are two databases"
)]

mod binds;
mod last;
mod record;
mod values;

use std::cell::Cell;
use std::net::IpAddr;
use std::path::Path;
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow, PgSslMode};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow,
    SqliteSynchronous,
};
use sqlx::{FromRow, PgPool, SqlitePool};

pub use binds::{Bind, Binds};
pub use last::{Last, Writing};
pub use record::Record;
pub use values::{Day, Time};

use last::Gathered;

/// How many prepared statements a connection remembers.
const STATEMENTS_KEPT: usize = 500;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");
/// What the engines must be told in words of their own: what they themselves refuse.
static LITE_GUARDS: Migrator = sqlx::migrate!("./guards/sqlite");
static PG_GUARDS: Migrator = sqlx::migrate!("./guards/postgres");

/// The one history of migrations, with an engine's guards at their places in it.
fn with(guards: &Migrator) -> Migrator {
    Migrator::with_migrations(MIGRATIONS.iter().chain(guards.iter()).cloned().collect())
}

tokio::task_local! {
    /// Statements run so far by a task that wants to know.
    static STATEMENTS: Cell<u64>;
}

/// Why the database did not do as it was told.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine refused or could not be reached.
    #[error(transparent)]
    Engine(#[from] sqlx::Error),
    /// The store could not be brought up to date.
    #[error(transparent)]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A value could not be handed to the engine.
    #[error("value not accepted: {0}")]
    Value(sqlx::error::BoxDynError),
}

/// An open database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db(Pool);

#[derive(Clone, Debug)]
enum Pool {
    Lite { readers: SqlitePool, writer: SqlitePool, folder: SqlitePool },
    Pg(PgPool),
}

/// One transaction, or a look at what is there. Dropped without [`Tx::commit`], it never happened.
#[derive(Debug)]
pub struct Tx {
    kind: Kind,
    gathered: Gathered,
}

#[derive(Debug)]
enum Kind {
    Lite(sqlx::Transaction<'static, sqlx::Sqlite>),
    /// Only looks; each statement stands by itself.
    Look(PoolConnection<sqlx::Sqlite>),
    Pg(sqlx::Transaction<'static, sqlx::Postgres>),
}

/// A row both engines can fill. `#[derive(sqlx::FromRow)]` is all it takes.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}
impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

impl Db {
    /// Opens an embedded database in a file, making it and bringing it up to date.
    ///
    /// One connection writes, four read; a commit is on disk before it is acknowledged.
    ///
    /// # Errors
    ///
    /// When the file cannot be opened or a migration fails.
    pub async fn sqlite(file: &Path) -> Result<Self, Error> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(Duration::from_secs(10))
            // What is deleted or written over is gone from the file, spent secrets above all.
            .pragma("secure_delete", "on")
            // More than there are statements: none is prepared twice.
            .statement_cache_capacity(STATEMENTS_KEPT)
            // A page's rows come at once, not in parts of fifty.
            .row_buffer_size(1024)
            .foreign_keys(true);
        // A file does not hang up: a connection need not be tried before it is used.
        let pool = || SqlitePoolOptions::new().test_before_acquire(false);
        let writer = pool().max_connections(1).connect_with(options.clone()).await?;
        with(&LITE_GUARDS).run(&writer).await?;
        let readers = pool()
            .max_connections(4)
            .connect_with(options.clone().create_if_missing(false).read_only(true))
            .await?;
        // It never makes others wait for long.
        let patience = options.create_if_missing(false).busy_timeout(Duration::from_millis(50));
        let folder = pool().max_connections(1).connect_lazy_with(patience);
        Ok(Self(Pool::Lite { readers, writer, folder }))
    }

    /// Opens a PostgreSQL database by its address and brings it up to date.
    ///
    /// # Errors
    ///
    /// When it cannot be reached or a migration fails.
    pub async fn postgres(url: &str) -> Result<Self, Error> {
        let options = PgConnectOptions::from_str(url)?;
        let mode = tls(&options, url);
        let options = options
            .ssl_mode(mode)
            .statement_cache_capacity(STATEMENTS_KEPT)
            // No statement takes so long that compiling it would pay; guessing wrong takes 200 ms.
            .options([("jit", "off")]);
        let pool = PgPoolOptions::new().max_connections(8).connect_with(options).await?;
        with(&PG_GUARDS).run(&pool).await?;
        Ok(Self(Pool::Pg(pool)))
    }

    /// The row that one statement finds, if there is one; the statement stands by itself, in no
    /// transaction.
    ///
    /// # Errors
    ///
    /// When no connection is to be had, the engine refuses the statement or the row does not fit.
    pub async fn maybe<T: Row>(
        &self,
        sql: &'static str,
        binds: impl Binds,
    ) -> Result<Option<T>, Error> {
        count();
        Ok(match &self.0 {
            Pool::Lite { readers, .. } => {
                sqlx::query_as_with::<_, T, SqliteArguments>(sql, binds.lite()?)
                    .fetch_optional(readers)
                    .await?
            }
            Pool::Pg(pool) => {
                sqlx::query_as_with::<_, T, PgArguments>(sql, binds.pg()?)
                    .fetch_optional(pool)
                    .await?
            }
        })
    }

    /// Begins something that only looks. Each statement sees what is true when it is asked: that is
    /// what PostgreSQL gives here, and SQLite is spared the telling of a beginning and an end.
    ///
    /// # Errors
    ///
    /// When no connection is to be had.
    pub async fn read(&self) -> Result<Tx, Error> {
        Ok(Tx::new(match &self.0 {
            Pool::Lite { readers, .. } => Kind::Look(readers.acquire().await?),
            Pool::Pg(pool) => Kind::Pg(pool.begin_with("begin read only").await?),
        }))
    }

    /// Begins a transaction that may write. SQLite has one writer; this waits its turn.
    ///
    /// # Errors
    ///
    /// When no connection is to be had.
    pub async fn write(&self) -> Result<Tx, Error> {
        Ok(Tx::new(match &self.0 {
            Pool::Lite { writer, .. } => Kind::Lite(writer.begin_with("begin immediate").await?),
            Pool::Pg(pool) => Kind::Pg(pool.begin().await?),
        }))
    }

    /// Folds the write-ahead log into the file and empties it: what was written over is then gone
    /// from the disk. False if somebody was in the way; then it can be tried again. On PostgreSQL
    /// the server sees to its own log.
    ///
    /// # Errors
    ///
    /// When the engine refuses.
    pub async fn fold(&self) -> Result<bool, Error> {
        let Pool::Lite { folder, .. } = &self.0 else { return Ok(true) };
        let told: (i64, i64, i64) =
            sqlx::query_as_with("pragma wal_checkpoint(truncate)", SqliteArguments::default())
                .fetch_one(folder)
                .await?;
        Ok(told.0 == 0)
    }

    /// The pools of connections: the name of each, how many are open, how many of those nobody uses.
    #[must_use]
    pub fn connections(&self) -> Vec<(&'static str, i64, i64)> {
        let one = |name, open: u32, idle| (name, i64::from(open), i64::try_from(idle).unwrap_or(0));
        match &self.0 {
            Pool::Lite { readers, writer, .. } => vec![
                one("readers", readers.size(), readers.num_idle()),
                one("writer", writer.size(), writer.num_idle()),
            ],
            Pool::Pg(pool) => vec![one("all", pool.size(), pool.num_idle())],
        }
    }

    /// Which engine this is, for the log: `sqlite` or `postgres`.
    #[must_use]
    pub fn engine(&self) -> &'static str {
        match &self.0 {
            Pool::Lite { .. } => "sqlite",
            Pool::Pg(_) => "postgres",
        }
    }

    /// Closes every connection; on SQLite this folds the write-ahead log into the file.
    pub async fn close(&self) {
        match &self.0 {
            Pool::Lite { readers, writer, folder } => {
                folder.close().await;
                readers.close().await;
                writer.close().await;
            }
            Pool::Pg(pool) => pool.close().await,
        }
    }
}

/// How a server is reached: on this machine as the address says; on another one by TLS to a server
/// that shows a certificate for its name, unless the address itself says otherwise.
fn tls(options: &PgConnectOptions, url: &str) -> PgSslMode {
    let host = options.get_host();
    let is_here = options.get_socket().is_some()
        || host.starts_with('/')
        || host.eq_ignore_ascii_case("localhost")
        || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|it| it.is_loopback());
    let query = url.split_once('?').map(|it| it.1).unwrap_or_default();
    let says = query.split('&').any(|it| it.starts_with("sslmode=") || it.starts_with("ssl-mode="));
    if is_here || says { options.get_ssl_mode() } else { PgSslMode::VerifyFull }
}

impl Tx {
    fn new(kind: Kind) -> Self {
        Self { kind, gathered: Gathered::default() }
    }

    /// Every row that the statement finds.
    ///
    /// # Errors
    ///
    /// When the engine refuses the statement or a row does not fit.
    pub async fn all<T: Row>(
        &mut self,
        sql: &'static str,
        binds: impl Binds,
    ) -> Result<Vec<T>, Error> {
        count();
        Ok(match &mut self.kind {
            Kind::Lite(tx) => {
                sqlx::query_as_with::<_, T, SqliteArguments>(sql, binds.lite()?)
                    .fetch_all(&mut **tx)
                    .await?
            }
            Kind::Look(look) => {
                sqlx::query_as_with::<_, T, SqliteArguments>(sql, binds.lite()?)
                    .fetch_all(&mut **look)
                    .await?
            }
            Kind::Pg(tx) => {
                sqlx::query_as_with::<_, T, PgArguments>(sql, binds.pg()?)
                    .fetch_all(&mut **tx)
                    .await?
            }
        })
    }

    /// The row that the statement finds, if there is one.
    ///
    /// # Errors
    ///
    /// When the engine refuses the statement or the row does not fit.
    pub async fn maybe<T: Row>(
        &mut self,
        sql: &'static str,
        binds: impl Binds,
    ) -> Result<Option<T>, Error> {
        count();
        Ok(match &mut self.kind {
            Kind::Lite(tx) => {
                sqlx::query_as_with::<_, T, SqliteArguments>(sql, binds.lite()?)
                    .fetch_optional(&mut **tx)
                    .await?
            }
            Kind::Look(look) => {
                sqlx::query_as_with::<_, T, SqliteArguments>(sql, binds.lite()?)
                    .fetch_optional(&mut **look)
                    .await?
            }
            Kind::Pg(tx) => {
                sqlx::query_as_with::<_, T, PgArguments>(sql, binds.pg()?)
                    .fetch_optional(&mut **tx)
                    .await?
            }
        })
    }

    /// Does as told; says how many rows it touched.
    ///
    /// # Errors
    ///
    /// When the engine refuses the statement.
    pub async fn run(&mut self, sql: &'static str, binds: impl Binds) -> Result<u64, Error> {
        count();
        Ok(match &mut self.kind {
            Kind::Lite(tx) => {
                sqlx::query_with(sql, binds.lite()?).execute(&mut **tx).await?.rows_affected()
            }
            // The connection can only read: the engine refuses.
            Kind::Look(look) => {
                sqlx::query_with(sql, binds.lite()?).execute(&mut **look).await?.rows_affected()
            }
            Kind::Pg(tx) => {
                sqlx::query_with(sql, binds.pg()?).execute(&mut **tx).await?.rows_affected()
            }
        })
    }

    /// Adds to what is gathered of a kind, to be written right before the commit.
    pub fn lastly<L: Last + Default>(&mut self, add: impl FnOnce(&mut L)) {
        self.gathered.add(add);
    }

    /// Makes everything done in this transaction true, and durable; what was gathered is written
    /// first.
    ///
    /// # Errors
    ///
    /// When the engine could not; then nothing of it happened.
    pub async fn commit(mut self) -> Result<(), Error> {
        for it in self.gathered.take() {
            it.write(&mut self).await?;
        }
        match self.kind {
            Kind::Lite(tx) => tx.commit().await?,
            Kind::Look(_) => {}
            Kind::Pg(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// The statement for this transaction's engine, where the two must differ.
    #[must_use]
    pub fn either(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self.kind {
            Kind::Lite(_) | Kind::Look(_) => sqlite,
            Kind::Pg(_) => postgres,
        }
    }
}

/// Does some work and says how many statements it ran: for tests and the benchmark. Work that it
/// hands to other tasks is not counted.
pub async fn counted<F: Future>(work: F) -> (F::Output, u64) {
    let counting = async {
        let done = work.await;
        (done, STATEMENTS.with(Cell::get))
    };
    STATEMENTS.scope(Cell::new(0), counting).await
}

fn count() {
    let _ = STATEMENTS.try_with(|so_far| so_far.set(so_far.get() + 1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_machine_is_reached_by_tls_unless_the_address_says_otherwise() {
        let mode = |url: &str| {
            let options = PgConnectOptions::from_str(url).unwrap_or_default();
            tls(&options, url)
        };

        for far in [
            "postgres://a:b@db.example.org/x",
            "postgres://a@10.0.0.7:5432/x?statement-cache-capacity=9",
        ] {
            assert!(matches!(mode(far), PgSslMode::VerifyFull), "{far}");
        }
        let said = mode("postgres://a@db.example.org/x?sslmode=disable");
        assert!(matches!(said, PgSslMode::Disable));
        for near in
            ["postgres://a@localhost/x", "postgres://a@127.0.0.1:5432/x", "postgres://a@[::1]/x"]
        {
            assert!(!matches!(mode(near), PgSslMode::VerifyFull), "{near}");
        }
    }
}
