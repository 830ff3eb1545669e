//! Figures for whoever watches over an installation, in the text format of Prometheus, on a listener
//! of their own. They hold templates of addresses and numbers: no person, no id, nothing typed.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use jiff::Timestamp;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use tokio::net::TcpListener;
use tower::Service as _;

use crate::app::App;
use crate::jobs;

/// Up to how many seconds an answer took, for the histogram.
const SECONDS: [f64; 9] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0];

/// How long a watcher may take for its headers.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    path: String,
    status: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct At {
    path: String,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct What {
    what: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Order {
    kind: String,
    state: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Connections {
    pool: &'static str,
    state: &'static str,
}

/// What has been counted since the start. Cheap to clone.
#[derive(Clone, Default)]
pub struct Metrics(Arc<Counted>);

struct Counted {
    answered: Family<Asked, Counter>,
    seconds: Family<At, Histogram, fn() -> Histogram>,
    refused: Family<What, Counter>,
}

impl Default for Counted {
    fn default() -> Self {
        let seconds: fn() -> Histogram = || Histogram::new(SECONDS);
        Self {
            answered: Family::default(),
            seconds: Family::new_with_constructor(seconds),
            refused: Family::default(),
        }
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

impl Metrics {
    /// A request to an address of that template was answered.
    pub fn answered(&self, method: &'static str, path: &str, status: StatusCode, took: Duration) {
        let status = match status.as_u16() {
            200..300 => "2xx",
            300..400 => "3xx",
            400..500 => "4xx",
            _ => "5xx",
        };
        let path = path.to_owned();
        self.0.seconds.get_or_create(&At { path: path.clone() }).observe(took.as_secs_f64());
        self.0.answered.get_or_create(&Asked { method, path, status }).inc();
    }

    /// Somebody was refused something.
    pub fn refused(&self, what: &'static str) {
        self.0.refused.get_or_create(&What { what }).inc();
    }
}

/// Everything there is to say just now.
///
/// # Errors
///
/// When the database refuses.
async fn text(app: &App) -> anyhow::Result<String> {
    let mut registry = Registry::with_prefix("endorse");
    let counted = &app.metrics.0;
    registry.register("requests", "Requests answered", counted.answered.clone());
    let took = counted.seconds.clone();
    registry.register_with_unit("request", "Time until the answer", Unit::Seconds, took);
    registry.register("refused", "Refusals, by what was refused", counted.refused.clone());

    let version = [("version".into(), env!("CARGO_PKG_VERSION").into())];
    let built = registry.sub_registry_with_labels(version.into_iter());
    let one = Gauge::<i64>::default();
    one.set(1);
    built.register("build", "The program that runs", one);

    let orders = Family::<Order, Gauge>::default();
    let oldest = Gauge::<i64>::default();
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    for it in jobs::waiting(&mut tx).await? {
        let states = [("waiting", it.waiting), ("failing", it.failing), ("given-up", it.given_up)];
        for (state, n) in states {
            orders.get_or_create(&Order { kind: it.kind.clone(), state }).set(n);
        }
        let due = it.oldest.map(Timestamp::from).filter(|due| *due <= now);
        let late = due.map_or(0, |due| now.duration_since(due).as_secs());
        oldest.set(oldest.get().max(late));
    }
    drop(tx);
    registry.register("orders", "Jobs, letters among them, by kind and state", orders);
    let late = "How long the oldest job that is due has waited";
    registry.register_with_unit("order_oldest", late, Unit::Seconds, oldest);

    let pools = Family::<Connections, Gauge>::default();
    for (pool, open, idle) in app.db.connections() {
        pools.get_or_create(&Connections { pool, state: "idle" }).set(idle);
        pools.get_or_create(&Connections { pool, state: "used" }).set(open - idle);
    }
    registry.register("connections", "Connections to the database", pools);
    if let Some(bytes) = memory() {
        let resident = Gauge::<i64>::default();
        resident.set(bytes);
        let help = "Memory that the process holds";
        registry.register_with_unit("resident_memory", help, Unit::Bytes, resident);
    }
    let mut text = String::new();
    encode(&mut text, &registry)?;
    Ok(text)
}

/// What the process holds in memory, in bytes, where the system tells (Linux).
fn memory() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?;
    let kilobytes: i64 = line.split_whitespace().next()?.parse().ok()?;
    kilobytes.checked_mul(1024)
}

async fn metrics(State(app): State<App>) -> Response {
    match text(&app).await {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(CONTENT_TYPE, kind)], text).into_response()
        }
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "no figures");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Begins to answer `GET /metrics` at an address of its own, and nothing else there; says where.
///
/// # Errors
///
/// When somebody else has the address.
pub async fn begin(app: &App, on: SocketAddr) -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind(on).await.with_context(|| format!("metrics: {on}"))?;
    let on = listener.local_addr()?;
    let service = Router::new().route("/metrics", get(metrics)).with_state(app.clone());
    tokio::spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            };
            let service = service.clone();
            let answer = hyper::service::service_fn(move |request: Request<Incoming>| {
                service.clone().call(request.map(Body::new))
            });
            let mut builder = Builder::new(TokioExecutor::new()).http1_only();
            builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADERS_WITHIN);
            let connection = builder.serve_connection(TokioIo::new(stream), answer).into_owned();
            tokio::spawn(async move {
                let _ = connection.await;
            });
        }
    });
    Ok(on)
}
