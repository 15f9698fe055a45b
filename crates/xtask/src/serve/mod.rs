//! Builds the page and serves it on the loopback interface.

mod dev;
pub(crate) mod headers;
mod site;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};

use anyhow::{Context, Result, anyhow};

pub(crate) use site::Site;

use crate::build::{self, Base, Mode};

/// Builds the page and serves it on the loopback interface
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build quickly, watch the sources, and reload the page when they change
    #[arg(long, conflicts_with = "base")]
    dev: bool,
    /// The path at which the site is to begin, such as `/tools/`
    #[arg(long, default_value_t)]
    base: Base,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    // First, so that a port that is taken is told before the minutes of a build.
    let listener = listen(args.port)?;
    if args.dev {
        return dev::run(listener);
    }
    let site = Site::new(build::site(Mode::Release, &args.base)?, args.base.clone());
    println!(
        "\nIchiban is at http://{}{}",
        listener.local_addr()?,
        args.base
    );
    println!("Stop it with Ctrl+C.");
    site.serve(listener)
}

/// Binds a port of the loopback interface.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => anyhow!(
            "port {port} is taken by another program: stop that one, or choose another port with \
             `--port {}`",
            if port == u16::MAX { 8080 } else { port + 1 }
        ),
        io::ErrorKind::PermissionDenied => anyhow!(
            "this account may not listen on port {port}: choose one above 1023 with `--port 8080`"
        ),
        _ => anyhow::Error::new(error).context(format!("cannot listen on {address}")),
    })
}

/// Runs a future on this thread.
fn block_on<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start the server's runtime")?
        .block_on(future)
}
