//! Serves the built site: precompressed files where the browser takes them, and the page itself
//! for every address that is one of its views.

use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::thread;

use anyhow::Result;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::any_service;
use tower_http::services::{ServeDir, ServeFile};

use super::{block_on, headers};
use crate::build::Base;
use crate::model;

/// A folder with a built site.
pub(crate) struct Site {
    folder: PathBuf,
    base: Base,
}

impl Site {
    /// What is in a folder, built to begin at a path of its host.
    pub(crate) fn new(folder: PathBuf, base: Base) -> Self {
        Self { folder, base }
    }

    /// Serves the site until the process ends.
    pub(crate) fn serve(&self, listener: TcpListener) -> Result<()> {
        let router = self.router();
        block_on(async {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            Ok(axum::serve(listener, router).await?)
        })
    }

    /// Serves the site on a thread of its own for as long as the process lives.
    pub(crate) fn serve_aside(self) -> Result<SocketAddr> {
        let listener = super::listen(0)?;
        let address = listener.local_addr()?;
        thread::spawn(move || {
            if let Err(error) = self.serve(listener) {
                eprintln!("the site's server stopped: {error:#}");
            }
        });
        Ok(address)
    }

    fn router(&self) -> Router {
        let page = ServeFile::new(self.folder.join("index.html")).precompressed_br();
        let files = ServeDir::new(&self.folder).precompressed_br();
        // A file that is missing is an error, and must not be answered with the page: only what
        // does not look like a file is a view.
        let views = any_service(page).layer(middleware::from_fn(refuse_files));
        // Weights are in no build: `cargo xtask model` puts them there.
        let models = ServeDir::new(model::folder());
        let site = Router::new()
            .nest_service("/models", models)
            .fallback_service(files.fallback(views))
            .layer(middleware::from_fn(with_headers));
        // A router is put below a path, and not below the root.
        match self.base.address("") {
            root if root.is_empty() => site,
            path => Router::new().nest_service(&path, site),
        }
    }
}

async fn refuse_files(request: Request, next: Next) -> Result<Response, Infallible> {
    let last = request.uri().path().rsplit('/').next();
    if last.is_some_and(|name| name.contains('.')) {
        return Ok(StatusCode::NOT_FOUND.into_response());
    }
    Ok(next.run(request).await)
}

async fn with_headers(request: Request, next: Next) -> Response {
    let cache = headers::cache_control(request.uri().path());
    let own = headers::of(request.uri().path());
    let mut response = next.run(request).await;
    let found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    for (name, value) in own {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    let cache = if found { cache } else { "no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}
