//! The server: a thread a connection, and scenarios carried out byte by byte.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::framing::{Answer, Wire};
use crate::gzip::Gzip;
use crate::http::{Request, write_chunk, write_head};
use crate::scenario::{End, Instead, Middle, Scenario};
use crate::{fault, gzip, script, socket};

/// How to start a server.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The port; 0 for any that is free.
    pub port: u16,
    /// The folder with recorded streams (one payload a line), for `recording=`.
    pub recordings: Option<PathBuf>,
}

/// A running server. It stops when dropped; what hangs then is let go.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    accepting: Option<thread::JoinHandle<()>>,
}

/// A request that was sent to a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// The path behind the scenario.
    pub path: String,
    /// Header names (lower-case) and values.
    pub headers: Vec<(String, String)>,
    /// The body, parsed; null if it is no JSON.
    pub body: Value,
}

#[derive(Debug, Default)]
pub(crate) struct State {
    stopping: AtomicBool,
    recordings: Option<PathBuf>,
    sent: Mutex<HashMap<String, Vec<Sent>>>,
}

impl Server {
    /// Starts a server on loopback.
    pub fn start(options: &Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        let address = listener.local_addr()?;
        let state = Arc::new(State {
            recordings: options.recordings.clone(),
            ..State::default()
        });
        let shared = Arc::clone(&state);
        let accepting = thread::Builder::new().spawn(move || accept(&listener, &shared))?;
        Ok(Self {
            address,
            state,
            accepting: Some(accepting),
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL of a scenario (without the wire's own `/v1` or such), as in `slow,delay=20`.
    pub fn url(&self, scenario: &str) -> String {
        format!("http://{}/{scenario}", self.address)
    }

    /// What was sent to the scenario of that name.
    pub fn sent(&self, name: &str) -> Vec<Sent> {
        self.state.sent(name)
    }

    /// Waits until the server stops, which it does not by itself.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            // A thread that panicked has said so itself.
            let _ = accepting.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state.stopping.store(true, Ordering::Relaxed);
        // Wakes the thread that accepts.
        let _ = TcpStream::connect(self.address);
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl State {
    fn sent(&self, name: &str) -> Vec<Sent> {
        let sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        sent.get(name).cloned().unwrap_or_default()
    }

    /// Notes a request, and tells which of its scenario it is, from 1.
    pub(crate) fn note(&self, name: &str, request: Sent) -> usize {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        let of_scenario = sent.entry(name.to_owned()).or_default();
        of_scenario.push(request);
        of_scenario.len()
    }

    /// Waits, but not beyond the server's end.
    pub(crate) fn sleep(&self, wait: Duration) {
        let step = Duration::from_millis(20);
        let mut left = wait;
        while !left.is_zero() && !self.stopping.load(Ordering::Relaxed) {
            thread::sleep(left.min(step));
            left = left.saturating_sub(step);
        }
    }
}

fn accept(listener: &TcpListener, state: &Arc<State>) {
    for stream in listener.incoming() {
        if state.stopping.load(Ordering::Relaxed) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let state = Arc::clone(state);
        // A connection that breaks is the client's choice; nobody else is told.
        let _ = thread::Builder::new().spawn(move || answer(&stream, &state));
    }
}

/// How long to hang: longer than any test waits.
pub(crate) const FOR_EVER: Duration = Duration::from_hours(1);

fn answer(stream: &TcpStream, state: &State) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let Some(request) = Request::read(stream)? else {
        return Ok(());
    };
    let path = request.path.trim_start_matches('/');
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    if first == "requests" {
        return tell_requests(stream, state, rest);
    }
    let scenario = match Scenario::parse(&first.replace("%2C", ",").replace("%3D", "=")) {
        Ok(scenario) => scenario,
        Err(problem) => return reply(stream, 400, &[cors()], &error("bad_scenario", &problem)),
    };
    let exchange = Exchange {
        stream,
        state,
        scenario: &scenario,
    };
    if request.method == "OPTIONS" {
        return exchange.preflight(&request);
    }
    let path = format!("/{rest}");
    let is_upgrade = request.header("upgrade").is_some();
    if is_upgrade && Wire::of_path(&path) == Some(Wire::OpenAiResponses) {
        return socket::converse(&exchange, &request, &path);
    }
    exchange.respond(&request, &path)
}

fn tell_requests(stream: &TcpStream, state: &State, name: &str) -> io::Result<()> {
    let sent = state.sent(name).into_iter().map(|sent| {
        let headers = sent
            .headers
            .into_iter()
            .map(|(name, value)| (name, json!(value)));
        json!({"path": sent.path, "headers": Value::Object(headers.collect()), "body": sent.body})
    });
    reply(stream, 200, &[cors()], &Value::Array(sent.collect()))
}

fn cors() -> (&'static str, String) {
    ("access-control-allow-origin", "*".to_owned())
}

pub(crate) fn error(code: &str, message: &str) -> Value {
    json!({"error": {"code": code, "message": message}})
}

pub(crate) fn reply(
    mut stream: &TcpStream,
    status: u16,
    headers: &[(&str, String)],
    body: &Value,
) -> io::Result<()> {
    let body = body.to_string();
    let mut all = headers.to_vec();
    all.push(("content-type", "application/json".to_owned()));
    all.push(("content-length", body.len().to_string()));
    write_head(stream, status, &all)?;
    stream.write_all(body.as_bytes())
}

/// One request to a scenario, and its response.
pub(crate) struct Exchange<'a> {
    pub(crate) stream: &'a TcpStream,
    pub(crate) state: &'a State,
    pub(crate) scenario: &'a Scenario,
}

impl Exchange<'_> {
    fn headers(&self) -> Vec<(&'static str, String)> {
        if self.scenario.cors {
            let exposed = "retry-after, retry-after-ms".to_owned();
            vec![cors(), ("access-control-expose-headers", exposed)]
        } else {
            Vec::new()
        }
    }

    fn preflight(&self, request: &Request) -> io::Result<()> {
        let mut headers = self.headers();
        if self.scenario.cors {
            let asked = request
                .header("access-control-request-headers")
                .unwrap_or_default();
            headers.push(("access-control-allow-headers", asked.to_owned()));
            headers.push(("access-control-allow-methods", "GET, POST".to_owned()));
            headers.push(("access-control-allow-private-network", "true".to_owned()));
        }
        write_head(self.stream, 204, &headers)
    }

    fn respond(&self, request: &Request, path: &str) -> io::Result<()> {
        let scenario = self.scenario;
        let body = serde_json::from_slice(&request.body).unwrap_or(Value::Null);
        let nth = self.state.note(
            &scenario.name,
            Sent {
                path: path.to_owned(),
                headers: request.headers.clone(),
                body: body.clone(),
            },
        );
        self.state.sleep(scenario.first);
        if let Some(key) = &scenario.key
            && !has_key(request, key)
        {
            let problem = error("invalid_api_key", "Incorrect API key provided.");
            return reply(self.stream, 401, &self.headers(), &problem);
        }
        let fails = scenario.fails(nth);
        if scenario.instead == Some(Instead::Silence) && fails {
            self.state.sleep(FOR_EVER);
            return Ok(());
        }
        if let (Some(status), true) = (scenario.status, fails) {
            let mut headers = self.headers();
            headers.extend(scenario.retry_after.clone());
            let problem = error("scripted", "The scenario asks for this error.");
            return reply(self.stream, status, &headers, &problem);
        }
        if scenario.instead == Some(Instead::WebPage) && fails {
            let page = "<!doctype html><html><head><title>Welcome</title></head></html>";
            let mut headers = self.headers();
            headers.push(("content-type", "text/html".to_owned()));
            headers.push(("content-length", page.len().to_string()));
            write_head(self.stream, 200, &headers)?;
            let mut stream = self.stream;
            return stream.write_all(page.as_bytes());
        }
        if path.ends_with("models") {
            let models = json!({"object": "list", "data": [{"id": "replay", "object": "model"}]});
            return reply(self.stream, 200, &self.headers(), &models);
        }
        let Some(wire) = Wire::of_path(path) else {
            let problem = error("not_found", "No wire of this server has that path.");
            return reply(self.stream, 404, &self.headers(), &problem);
        };
        match self.frames(wire, &body) {
            Ok(frames) => self.stream_body(wire, frames, fails),
            Err(problem) => {
                let problem = error("bad_scenario", &problem);
                reply(self.stream, 400, &self.headers(), &problem)
            }
        }
    }

    /// The answer's events.
    pub(crate) fn frames(&self, wire: Wire, request: &Value) -> Result<Vec<Vec<u8>>, String> {
        if let Some(name) = &self.scenario.recording {
            return self.recording(wire, name);
        }
        let model = request
            .get("model")
            .and_then(Value::as_str)
            .unwrap_or("replay");
        let name = &*self.scenario.model;
        let answer = if name == "call" {
            Answer {
                text: String::new(),
                call: script::first_tool(request),
            }
        } else {
            let script = script::by_name(name).ok_or_else(|| format!("`{name}` is no model"))?;
            Answer {
                text: script(&script::read_question(request)),
                call: None,
            }
        };
        Ok(wire.frames(&answer, model))
    }

    fn recording(&self, wire: Wire, name: &str) -> Result<Vec<Vec<u8>>, String> {
        let folder = self
            .state
            .recordings
            .as_ref()
            .ok_or("no folder of recordings was given")?;
        let is_inside = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !is_inside {
            return Err(format!("`{name}` is no recording"));
        }
        let file = folder.join(format!("{name}.chunks.txt"));
        let payloads =
            std::fs::read_to_string(&file).map_err(|error| format!("{name}: {error}"))?;
        let payloads = payloads.lines().filter(|payload| !payload.is_empty());
        Ok(payloads
            .map(|payload| match wire {
                Wire::Ollama => format!("{payload}\n").into_bytes(),
                _ => format!("data: {payload}\n\n").into_bytes(),
            })
            .collect())
    }

    /// The events as the scenario would have them.
    pub(crate) fn spoilt(&self, wire: Wire, mut frames: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
        if let Some(middle) = self.scenario.middle {
            frames.insert(
                frames.len() / 2,
                match middle {
                    Middle::Malformed => b"data: {\"choices\":[{]\n\n".to_vec(),
                    Middle::BadUtf8 => b"data: \xff\xfe\n\n".to_vec(),
                    Middle::Error => wire.error(),
                },
            );
            if middle == Middle::Error {
                frames.truncate(frames.len() / 2 + 1);
            }
        }
        self.disturb(wire, &mut frames);
        frames
    }

    fn stream_body(&self, wire: Wire, mut frames: Vec<Vec<u8>>, fails: bool) -> io::Result<()> {
        if fails {
            frames = self.spoilt(wire, frames);
        }
        let mut headers = self.headers();
        headers.push(("content-type", wire.media_type().to_owned()));
        let mut gzip = self.scenario.gzip.then(Gzip::new);
        if gzip.is_some() {
            headers.push(("content-encoding", "gzip".to_owned()));
        }
        headers.push(("cache-control", "no-cache".to_owned()));
        headers.push(("transfer-encoding", "chunked".to_owned()));
        if self.scenario.trailer {
            headers.push(("trailer", "x-checksum".to_owned()));
        }
        write_head(self.stream, 200, &headers)?;
        let end = if fails { self.scenario.end } else { End::Whole };
        let mut left = fault::until(&frames, end);
        let mut until_stall = left / 2;
        if gzip.is_some() {
            write_chunk(self.stream, &gzip::HEAD)?;
        }
        for piece in self.pieces(frames) {
            let piece = piece.get(..left).unwrap_or(&piece);
            if piece.is_empty() {
                break;
            }
            left -= piece.len();
            self.state.sleep(self.scenario.delay);
            if piece.len() > until_stall && !self.scenario.stall.is_zero() {
                self.state.sleep(self.scenario.stall);
                until_stall = usize::MAX;
            }
            until_stall = until_stall.saturating_sub(piece.len());
            match &mut gzip {
                Some(gzip) => write_chunk(self.stream, &gzip.piece(piece))?,
                None => write_chunk(self.stream, piece)?,
            }
        }
        match end {
            End::Cut(_) => return self.stream.shutdown(Shutdown::Both),
            End::Hang(_) => {
                self.state.sleep(FOR_EVER);
                return Ok(());
            }
            End::Whole | End::Stop(_) => {}
        }
        if let Some(gzip) = gzip {
            write_chunk(self.stream, &gzip.end())?;
        }
        let mut stream = self.stream;
        if self.scenario.trailer {
            stream.write_all(b"0\r\nx-checksum: none\r\n\r\n")
        } else {
            stream.write_all(b"0\r\n\r\n")
        }
    }

    /// What the scenario does to the events on their way.
    fn disturb(&self, wire: Wire, frames: &mut Vec<Vec<u8>>) {
        if let Some(nth) = self.scenario.reorder {
            fault::reorder(frames, nth);
        }
        if let Some(nth) = self.scenario.duplicate {
            fault::duplicate(frames, nth);
        }
        if let Some(bytes) = self.scenario.pad {
            fault::pad(frames, wire, bytes);
        }
    }

    fn pieces(&self, frames: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
        match self.scenario.chunk {
            None => frames,
            Some(size) => frames.concat().chunks(size).map(<[u8]>::to_vec).collect(),
        }
    }
}

/// Whether a request carries the key, in any header that a wire puts it into.
fn has_key(request: &Request, key: &str) -> bool {
    let bearer = request
        .header("authorization")
        .and_then(|value| value.strip_prefix("Bearer "));
    let others = ["x-api-key", "api-key", "x-goog-api-key"];
    let mut given = others
        .iter()
        .filter_map(|name| request.header(name))
        .chain(bearer);
    given.any(|given| given == key)
}
