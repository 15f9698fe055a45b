//! How the server behaves, as said in a path.

use std::time::Duration;

/// A scenario: a name, which keeps tests apart, and settings, each with a comma before it.
///
/// | setting | what it does |
/// | --- | --- |
/// | `chunk=N` | writes the body in pieces of N bytes (default: one event each) |
/// | `delay=MS` | waits before each piece |
/// | `first=MS` | waits before the response's head |
/// | `status=N` | answers with that error status |
/// | `retry-after=V` | with that header (also `retry-after-ms=V`) |
/// | `times=N` | fails the first N requests only, then answers well |
/// | `cut=P` | closes the connection after P percent of the body, without its end |
/// | `stop=P` | ends the body properly after P percent: cut by a proxy that pretends |
/// | `hang=P` | goes silent after P percent of the body; `hang=head` before the head |
/// | `cut-after=N` | closes the connection after N events, without the body's end |
/// | `stop-after=N` | ends the body properly after N events |
/// | `stall=MS` | waits in the middle of the body |
/// | `duplicate=N` | sends the Nth event twice |
/// | `reorder=N` | sends the Nth event behind the next one |
/// | `pad=N` | sends an event of N bytes that says nothing |
/// | `gzip` | sends the body in gzip |
/// | `html` | answers 200 with a web page |
/// | `malformed` | puts a broken payload into the middle of the stream |
/// | `bad-utf8` | puts bytes that are no UTF-8 into the middle |
/// | `error` | puts an error object into the middle of the stream |
/// | `no-cors` | sends no CORS headers, and refuses preflights |
/// | `key=K` | wants that key; 401 otherwise |
/// | `model=M` | who answers: see [`script`](crate::script) |
/// | `recording=F` | answers with a recorded stream, such as `openai-chat/openai-text` |
/// | `trailer` | ends the body with a trailer field |
/// | `no-socket` | refuses WebSockets with 404 |
/// | `forgets` | knows of no answer before, when a turn over a WebSocket comes |
///
/// Over a WebSocket an event is a message: one is sent whole or not at all, and `status` is that of an error
/// message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    pub(crate) name: String,
    pub(crate) chunk: Option<usize>,
    pub(crate) delay: Duration,
    pub(crate) first: Duration,
    pub(crate) status: Option<u16>,
    pub(crate) retry_after: Option<(&'static str, String)>,
    pub(crate) times: Option<usize>,
    pub(crate) end: End,
    pub(crate) instead: Option<Instead>,
    pub(crate) middle: Option<Middle>,
    pub(crate) cors: bool,
    pub(crate) key: Option<String>,
    pub(crate) model: String,
    pub(crate) recording: Option<String>,
    pub(crate) trailer: bool,
    pub(crate) stall: Duration,
    pub(crate) duplicate: Option<usize>,
    pub(crate) reorder: Option<usize>,
    pub(crate) pad: Option<usize>,
    pub(crate) gzip: bool,
    pub(crate) socket: Sockets,
}

/// How turns over a WebSocket are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sockets {
    Served,
    Refused,
    Forgotten,
}

/// How a body ends: after a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Whole,
    Cut(Part),
    Stop(Part),
    Hang(Part),
}

/// A part of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Percent of its bytes.
    Percent(usize),
    /// So many events.
    Events(usize),
}

/// What comes in place of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Instead {
    Silence,
    WebPage,
}

/// What is put into the middle of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Middle {
    Malformed,
    BadUtf8,
    Error,
}

impl Scenario {
    /// Reads a scenario. The error names the setting that is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut parts = text.split(',');
        let mut scenario = Self {
            name: parts.next().unwrap_or_default().to_owned(),
            chunk: None,
            delay: Duration::ZERO,
            first: Duration::ZERO,
            status: None,
            retry_after: None,
            times: None,
            end: End::Whole,
            instead: None,
            middle: None,
            cors: true,
            key: None,
            model: "accents".to_owned(),
            recording: None,
            trailer: false,
            stall: Duration::ZERO,
            duplicate: None,
            reorder: None,
            pad: None,
            gzip: false,
            socket: Sockets::Served,
        };
        for setting in parts {
            scenario.set(setting)?;
        }
        Ok(scenario)
    }

    fn set(&mut self, setting: &str) -> Result<(), String> {
        let (name, value) = setting.split_once('=').unwrap_or((setting, ""));
        let number = || {
            value
                .parse::<usize>()
                .map_err(|_| format!("`{setting}` needs a number"))
        };
        let wait = || number().map(|wait| Duration::from_millis(u64::try_from(wait).unwrap_or(0)));
        match name {
            "chunk" => self.chunk = Some(number()?.max(1)),
            "delay" => self.delay = wait()?,
            "first" => self.first = wait()?,
            "status" => {
                let status = u16::try_from(number()?).ok();
                self.status = Some(status.ok_or_else(|| format!("`{setting}` is no status"))?);
            }
            "retry-after" => self.retry_after = Some(("retry-after", value.to_owned())),
            "retry-after-ms" => self.retry_after = Some(("retry-after-ms", value.to_owned())),
            "times" => self.times = Some(number()?),
            "cut" => self.end = End::Cut(Part::Percent(number()?)),
            "stop" => self.end = End::Stop(Part::Percent(number()?)),
            "cut-after" => self.end = End::Cut(Part::Events(number()?)),
            "stop-after" => self.end = End::Stop(Part::Events(number()?)),
            "stall" => self.stall = wait()?,
            "duplicate" => self.duplicate = Some(number()?),
            "reorder" => self.reorder = Some(number()?),
            "pad" => self.pad = Some(number()?),
            "gzip" => self.gzip = true,
            "hang" if value == "head" => self.instead = Some(Instead::Silence),
            "hang" => self.end = End::Hang(Part::Percent(number()?)),
            "html" => self.instead = Some(Instead::WebPage),
            "malformed" => self.middle = Some(Middle::Malformed),
            "bad-utf8" => self.middle = Some(Middle::BadUtf8),
            "error" => self.middle = Some(Middle::Error),
            "no-cors" => self.cors = false,
            "key" => self.key = Some(value.to_owned()),
            "model" => value.clone_into(&mut self.model),
            "recording" => self.recording = Some(value.replace("%2F", "/")),
            "trailer" => self.trailer = true,
            "no-socket" => self.socket = Sockets::Refused,
            "forgets" => self.socket = Sockets::Forgotten,
            _ => return Err(format!("`{setting}` is no setting")),
        }
        Ok(())
    }

    /// Whether a request is to fail, being the `nth` of this scenario, from 1.
    pub(crate) fn fails(&self, nth: usize) -> bool {
        self.times.is_none_or(|times| nth <= times)
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Part, Scenario};

    #[test]
    fn a_path_says_how_the_server_behaves() {
        let scenario = Scenario::parse("mine,chunk=7,cut=50,status=429,retry-after=1,times=2");
        let scenario = scenario.unwrap();
        assert_eq!(scenario.name, "mine");
        let half = End::Cut(Part::Percent(50));
        assert_eq!((scenario.chunk, scenario.end), (Some(7), half));
        assert!(scenario.fails(2) && !scenario.fails(3));
    }

    #[test]
    fn a_setting_that_is_none_is_named() {
        assert_eq!(
            Scenario::parse("x,slow"),
            Err("`slow` is no setting".to_owned())
        );
        assert!(Scenario::parse("x,delay=soon").is_err());
    }
}
