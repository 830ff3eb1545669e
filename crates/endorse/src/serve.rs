//! Answering on a socket: with deadlines for slow and silent clients, and a calm end.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::CONNECTION;
use axum::http::{Request, StatusCode};
use axum::response::{IntoResponse as _, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tower::Service as _;
use tracing_subscriber::EnvFilter;

use crate::installation::Installation;
use crate::{jobs, security};

/// How long a client may take. Whoever is slower loses the connection, and its place with it.
#[derive(Clone, Copy, Debug)]
pub struct Deadlines {
    /// For its headers, and for its silence before the first request and between two.
    pub headers: Duration,
    /// For the rest of a request, and for us to answer it. Ten megabytes over a slow line fit in.
    pub request: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self { headers: Duration::from_secs(10), request: Duration::from_secs(120) }
    }
}

/// How long requests under way may take to end once the process is told to stop.
const ENDING_WITHIN: Duration = Duration::from_secs(10);

/// Logs as JSON, one line an event, to standard error. `RUST_LOG` says how much.
pub fn log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}

/// Takes an address to listen on; 127.0.0.1:8080 unless told otherwise.
///
/// # Errors
///
/// When somebody else has it.
pub async fn listen(on: Option<SocketAddr>) -> anyhow::Result<TcpListener> {
    let on = on.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    TcpListener::bind(on).await.map_err(|error| anyhow::anyhow!("{on}: {error}"))
}

/// Answers until the process is told to stop; then lets requests under way end.
///
/// # Errors
///
/// When signals cannot be heard.
pub async fn serve(house: Installation, listener: TcpListener) -> anyhow::Result<()> {
    serve_within(Deadlines::default(), house, listener).await
}

/// The same with other deadlines.
///
/// # Errors
///
/// When signals cannot be heard.
pub async fn serve_within(
    deadlines: Deadlines,
    house: Installation,
    listener: TcpListener,
) -> anyhow::Result<()> {
    let worker = tokio::spawn(jobs::keep_working(house.clone()));
    let graceful = GracefulShutdown::new();
    let service = house.service();
    let settings = house.first().settings.clone();
    let mut stop = std::pin::pin!(told_to_stop());
    loop {
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            stopped = &mut stop => {
                stopped?;
                break;
            }
        };
        let (service, settings) = (service.clone(), settings.clone());
        let answer = hyper::service::service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            let answer = service.clone().call(request.map(Body::new));
            let settings = settings.clone();
            async move {
                match tokio::time::timeout(deadlines.request, answer).await {
                    Ok(answer) => answer,
                    Err(_) => Ok(security::guarded(&settings, too_late())),
                }
            }
        });
        let mut builder = Builder::new(TokioExecutor::new()).http1_only();
        builder.http1().timer(TokioTimer::new()).header_read_timeout(deadlines.headers);
        let connection = builder.serve_connection(TokioIo::new(stream), answer).into_owned();
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            let _ = connection.await;
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(ENDING_WITHIN, graceful.shutdown()).await;
    worker.abort();
    house.first().db.close().await;
    Ok(())
}

/// What a client hears that did not send its whole request in time. Whatever was begun for it is
/// not committed.
fn too_late() -> Response {
    (StatusCode::REQUEST_TIMEOUT, [(CONNECTION, "close")]).into_response()
}

async fn told_to_stop() -> anyhow::Result<()> {
    let mut term = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = term.recv() => {}
    }
    Ok(())
}
