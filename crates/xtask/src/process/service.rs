//! A program that runs beside this one and does not outlive it.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::{create, log_path, program, show_tail};

/// A server, stopped when this value is dropped. Should this program be killed instead, a server
/// that reads its standard input sees the end of it.
pub(crate) struct Service {
    what: String,
    child: Child,
    /// Where it listens, such as `http://127.0.0.1:4000`.
    pub(crate) address: String,
}

impl Service {
    /// Starts a server that prints `listening on ADDRESS` once it can be asked. The rest of its
    /// output goes to its log.
    pub(crate) fn announced(what: &str, command: &mut Command, patience: Duration) -> Result<Self> {
        let mut service = Self::spawn(what, command.stdout(Stdio::piped()))?;
        let (line, lines) = mpsc::channel();
        if let Some(stdout) = service.child.stdout.take() {
            // Reads on to the end, so that the server never waits for a reader.
            thread::spawn(move || {
                for text in BufReader::new(stdout).lines().map_while(Result::ok) {
                    // Nobody listens any more once the address is known.
                    let _ = line.send(text);
                }
            });
        }
        let started = Instant::now();
        while started.elapsed() < patience {
            match lines.recv_timeout(Duration::from_millis(200)) {
                Ok(text) => {
                    if let Some(address) = text.strip_prefix("listening on ") {
                        address.trim().clone_into(&mut service.address);
                        return Ok(service);
                    }
                }
                Err(mpsc::RecvTimeoutError::Timeout) => service.check_runs()?,
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    service.check_runs()?;
                    thread::sleep(Duration::from_millis(50));
                }
            }
        }
        service.give_up(patience)
    }

    /// Starts a server that is told where to listen, and waits until it does.
    pub(crate) fn at(
        what: &str,
        command: &mut Command,
        address: SocketAddr,
        patience: Duration,
    ) -> Result<Self> {
        let log = create(&log_path(what))?;
        let mut service = Self::spawn(what, command.stdout(log))?;
        service.address = format!("http://{address}");
        let started = Instant::now();
        while started.elapsed() < patience {
            if TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_ok() {
                return Ok(service);
            }
            service.check_runs()?;
            thread::sleep(Duration::from_millis(50));
        }
        service.give_up(patience)
    }

    /// Waits for its end, which is that of a person's patience.
    pub(crate) fn wait(&mut self) -> Result<()> {
        // Not by `Child::wait`, which closes the standard input first.
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("the {} ended ({status})", self.what);
            }
            thread::sleep(Duration::from_millis(200));
        }
    }

    fn spawn(what: &str, command: &mut Command) -> Result<Self> {
        let log = log_path(&format!("{what} errors"));
        let child = command
            .stdin(Stdio::piped())
            .stderr(create(&log)?)
            .spawn()
            .with_context(|| format!("cannot start {}", program(command)))?;
        Ok(Self {
            what: what.to_owned(),
            child,
            address: String::new(),
        })
    }

    fn check_runs(&mut self) -> Result<()> {
        if let Some(status) = self.child.try_wait()? {
            let log = log_path(&format!("{} errors", self.what));
            show_tail(&log);
            bail!(
                "the {} ended before it could be asked ({status}); see {}",
                self.what,
                log.display()
            );
        }
        Ok(())
    }

    fn give_up(&self, patience: Duration) -> Result<Self> {
        let log = log_path(&format!("{} errors", self.what));
        show_tail(&log);
        bail!(
            "the {} did not start within {} s; see {}",
            self.what,
            patience.as_secs(),
            log.display()
        )
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port of the loopback interface that nobody listens on, for a program that must be told one.
pub(crate) fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?)
}
