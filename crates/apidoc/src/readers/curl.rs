//! curl commands as people paste them: one or many, over several lines, with any shell's quotes.

use std::borrow::Cow;

use serde_json::Value;

use crate::api::Method;
use crate::exchange::{self, Answer, Exchange};
use crate::extract::route;

/// Options that take a value which says nothing about the API.
const VALUED: [&str; 34] = [
    "-o",
    "--output",
    "-A",
    "--user-agent",
    "-e",
    "--referer",
    "-m",
    "--max-time",
    "-w",
    "--write-out",
    "-x",
    "--proxy",
    "--connect-timeout",
    "--retry",
    "-E",
    "--cert",
    "--key",
    "--cacert",
    "--capath",
    "-K",
    "--config",
    "-c",
    "--cookie-jar",
    "-D",
    "--dump-header",
    "--resolve",
    "--interface",
    "-r",
    "--range",
    "-y",
    "-Y",
    "--unix-socket",
    "--limit-rate",
    "--pass",
];

/// A command in a text, with what it printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// The byte where it starts.
    pub start: usize,
    /// The byte where it ends, or its answer if that is shown.
    pub end: usize,
    /// What it sends, and what came back.
    pub exchange: Exchange,
}

/// All curl commands in a text, and their answers where these follow them: with a status line
/// (`curl -i`), as `curl -v` writes it, or a JSON document alone, whose status is then not known.
/// Other lines are passed over.
pub fn read(text: &str) -> Vec<Command> {
    let mut found: Vec<Command> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(start) = next_command(rest) else {
            break;
        };
        let (words, length) = shell_words(&rest[start..]);
        let end = at + start + length.max(4);
        if let Some(exchange) = exchange(&words) {
            found.push(Command {
                start: at + start,
                end,
                exchange,
            });
        }
        at = end;
    }
    let mut until = text.len();
    for command in found.iter_mut().rev() {
        let printed = text.get(command.end..until).unwrap_or_default();
        until = command.start;
        // The prompt of the next command is not a part of it.
        let printed =
            printed.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '$' | '#' | '>'));
        if let Some(answer) = printed_answer(printed) {
            command.end += printed.len();
            command.exchange.answer = Some(answer);
        }
    }
    found
}

/// The answer that a command printed.
fn printed_answer(printed: &str) -> Option<Answer> {
    let shown = printed.trim_start();
    let traced = shown.lines().any(|line| line.starts_with("< HTTP/"));
    let plain = if traced {
        Cow::Owned(without_trace(shown))
    } else {
        Cow::Borrowed(shown)
    };
    if plain.starts_with("HTTP/") {
        let mut answer = exchange::answer(&plain)?;
        // `100 Continue`, a redirect that was followed, a proxy: the last one is the answer.
        while let Some(next) = answer
            .body
            .as_deref()
            .filter(|body| body.starts_with("HTTP/"))
        {
            answer = exchange::answer(next)?;
        }
        return Some(answer);
    }
    let mut documents = serde_json::Deserializer::from_str(&plain).into_iter::<Value>();
    let is_document = matches!(
        documents.next(),
        Some(Ok(Value::Object(_) | Value::Array(_)))
    );
    let length = documents.byte_offset();
    let body = plain.get(..length).filter(|_| is_document)?;
    Some(Answer {
        status: None,
        media_type: Some("application/json".to_owned()),
        body: Some(body.to_owned()),
    })
}

/// What `curl -v` prints without its remarks and what it sent.
fn without_trace(printed: &str) -> String {
    let kept = printed.lines().filter_map(|line| match line.as_bytes() {
        [b'*' | b'>', b' ', ..] | [b'*' | b'>'] | [b'{' | b'}', b' ', b'[', ..] => None,
        [b'<', b' ', ..] => line.get(2..),
        [b'<'] => Some(""),
        _ => Some(line),
    });
    kept.collect::<Vec<_>>().join("\n")
}

/// Where the next `curl` stands as a command.
fn next_command(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find("curl") {
        let at = from + found;
        let before = text[..at].chars().next_back();
        let after = text[at + 4..].chars().next();
        let opens = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '$' | '(' | '`' | '|' | ';' | '&' | '>')
        });
        if opens && after.is_some_and(|c| c.is_whitespace() || c == '\\') {
            return Some(at);
        }
        from = at + 4;
    }
    None
}

/// Splits a command into words as a POSIX shell does, up to an unescaped line break, and gives the
/// length of what was read.
fn shell_words(text: &str) -> (Vec<String>, usize) {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        match c {
            '\'' => {
                let word = word.get_or_insert_default();
                for (_, c) in chars.by_ref() {
                    if c == '\'' {
                        break;
                    }
                    word.push(c);
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                while let Some((_, c)) = chars.next() {
                    match c {
                        '"' => break,
                        '\\' => match chars.next() {
                            Some((_, escaped @ ('"' | '\\' | '$' | '`'))) => word.push(escaped),
                            Some((_, '\n')) | None => {}
                            Some((_, other)) => {
                                word.push('\\');
                                word.push(other);
                            }
                        },
                        c => word.push(c),
                    }
                }
            }
            '\\' | '^' | '`'
                if chars
                    .peek()
                    .is_some_and(|(_, next)| matches!(next, '\n' | '\r'))
                    || (c == '\\' && rest_is_blank(&text[index + 1..])) =>
            {
                // The command goes on in the next line.
                for (_, c) in chars.by_ref() {
                    if c == '\n' {
                        break;
                    }
                }
                words.extend(word.take());
            }
            '\\' => {
                if let Some((_, escaped)) = chars.next() {
                    word.get_or_insert_default().push(escaped);
                }
            }
            '\n' => {
                // Some leave the backslash out: an option on the next line belongs here.
                let next = text[index + 1..].trim_start_matches([' ', '\t']);
                if next.starts_with("-H")
                    || next.starts_with("-d")
                    || next.starts_with("-X")
                    || next.starts_with("--")
                    || next.starts_with("-F")
                {
                    words.extend(word.take());
                    continue;
                }
                words.extend(word.take());
                return (words, index);
            }
            '|' | ';' | '>' if word.is_none() => {
                let end = text[index..]
                    .find('\n')
                    .map_or(text.len(), |end| index + end);
                return (words, end);
            }
            c if c.is_whitespace() => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    (words, text.len())
}

fn rest_is_blank(text: &str) -> bool {
    text.split('\n')
        .next()
        .unwrap_or_default()
        .trim()
        .is_empty()
        && text.contains('\n')
}

fn exchange(words: &[String]) -> Option<Exchange> {
    let mut exchange = Exchange::default();
    let mut data: Vec<String> = Vec::new();
    let mut as_query = false;
    let mut head = false;
    let mut upload = false;
    let mut target = None;
    let mut words = words.iter().skip(1).map(String::as_str);
    while let Some(word) = words.next() {
        let (option, glued) = match word.split_once('=') {
            Some((option, value)) if option.starts_with("--") => (option, Some(value.to_owned())),
            _ => split_glued(word),
        };
        let mut value = || glued.clone().or_else(|| words.next().map(str::to_owned));
        match option {
            "-X" | "--request" => exchange.method = value().as_deref().and_then(Method::parse),
            "-H" | "--header" => {
                if let Some((name, value)) =
                    value().as_deref().and_then(|header| header.split_once(':'))
                {
                    exchange
                        .headers
                        .push((name.trim().to_owned(), value.trim().to_owned()));
                }
            }
            "-d" | "--data" | "--data-raw" | "--data-binary" | "--data-ascii" => {
                data.extend(value());
            }
            "--json" => {
                data.extend(value());
                exchange
                    .headers
                    .push(("Content-Type".to_owned(), "application/json".to_owned()));
            }
            "--data-urlencode" => data.extend(value()),
            "-F" | "--form" | "--form-string" => {
                if let Some((name, value)) =
                    value().as_deref().and_then(|pair| pair.split_once('='))
                {
                    exchange.form.push((name.to_owned(), value.to_owned()));
                }
            }
            "-u" | "--user" => {
                let _ = value();
                exchange.basic = true;
            }
            "-b" | "--cookie" => {
                if let Some(cookie) = value() {
                    exchange.headers.push(("Cookie".to_owned(), cookie));
                }
            }
            "-G" | "--get" => as_query = true,
            "-I" | "--head" => head = true,
            "-T" | "--upload-file" => {
                let _ = value();
                upload = true;
            }
            "--url" => target = value(),
            "--oauth2-bearer" => {
                let _ = value();
                exchange
                    .headers
                    .push(("Authorization".to_owned(), "Bearer".to_owned()));
            }
            option if VALUED.contains(&option) => {
                let _ = value();
            }
            option if option.starts_with('-') && option.len() > 1 => {
                as_query |= !option.starts_with("--") && option.contains('G');
                head |= !option.starts_with("--") && option.contains('I');
            }
            _ => {
                if target.is_none() {
                    target = Some(word.to_owned());
                }
            }
        }
    }
    if !exchange.set_target(&target?) {
        return None;
    }
    let multipart = !exchange.form.is_empty();
    if as_query {
        for part in &data {
            exchange.query.extend(route::query_pairs(part));
        }
    } else if !data.is_empty() && !multipart {
        let whole = data.join("&");
        let json = whole.trim_start().starts_with(['{', '[']) || whole.starts_with('@');
        if json {
            exchange.body = Some(whole);
        } else {
            let pairs = route::query_pairs(&whole);
            if pairs.is_empty() {
                exchange.body = Some(whole);
            } else {
                exchange.form = pairs;
            }
        }
    }
    let sends = !as_query && (!data.is_empty() || multipart);
    exchange.method = exchange.method.or(Some(match (head, upload, sends) {
        (true, _, _) => Method::Head,
        (_, true, _) => Method::Put,
        (_, _, true) => Method::Post,
        _ => Method::Get,
    }));
    if multipart {
        exchange
            .headers
            .push(("Content-Type".to_owned(), "multipart/form-data".to_owned()));
    }
    Some(exchange)
}

/// `-XPOST` is `-X POST`.
fn split_glued(word: &str) -> (&str, Option<String>) {
    for option in ["-X", "-H", "-d", "-F", "-u"] {
        if let Some(rest) = word.strip_prefix(option).filter(|rest| !rest.is_empty())
            && !word.starts_with("--")
        {
            return (option, Some(rest.to_owned()));
        }
    }
    (word, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Exchange {
        let mut found = read(text);
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0).exchange
    }

    #[test]
    fn what_a_command_printed_is_its_answer() {
        let text = "$ curl -i https://api.test/a\nHTTP/1.1 100 Continue\n\nHTTP/2 201 Created\ncontent-type: application/json; charset=utf-8\n\n{\"id\": 1}\n\n$ curl https://api.test/b\n[{\"id\": 2}]\n\nand so on\n# curl https://api.test/c -v\n* Connected\n> GET /c HTTP/1.1\n>\n< HTTP/1.1 404 Not Found\n< Content-Type: text/plain\n<\n{ [9 bytes data]\nnot here\n$ curl https://api.test/d\n";
        let found = read(text);
        let answers: Vec<_> = found
            .iter()
            .map(|command| {
                let answer = command.exchange.answer.as_ref()?;
                Some((answer.status, answer.body.as_deref()?))
            })
            .collect();
        assert_eq!(
            answers,
            [
                Some((Some(201), "{\"id\": 1}")),
                Some((None, "[{\"id\": 2}]")),
                Some((Some(404), "not here")),
                None
            ],
        );
        assert!(
            found
                .iter()
                .zip(found.iter().skip(1))
                .all(|(one, next)| one.end < next.start)
        );
    }

    #[test]
    fn commands_over_lines_are_one_request() {
        let exchange = one(
            "$ curl -X POST \\\n  'https://api.test/v1/a?x=1' \\\n  -H \"Authorization: Bearer t\" \\\n  -d '{\"a\":\n 1}'\n",
        );
        assert_eq!(exchange.method, Some(Method::Post));
        assert_eq!(exchange.path, "/v1/a");
        assert_eq!(exchange.host.as_deref(), Some("https://api.test"));
        assert_eq!(exchange.json(), Some(serde_json::json!({"a": 1})));
    }

    #[test]
    fn the_method_follows_from_the_options() {
        assert_eq!(one("curl -I http://h/x").method, Some(Method::Head));
        assert_eq!(one("curl -T f http://h/x").method, Some(Method::Put));
        assert_eq!(one("curl localhost:80/x -d a=b").method, Some(Method::Post));
        let get = one("curl -G http://h/x --data-urlencode 'a=b'");
        assert_eq!(get.method, Some(Method::Get));
        assert_eq!(get.query, [("a".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn several_commands_are_several_requests() {
        assert_eq!(read("curl http://h/a\n\ncurl http://h/b | jq .\n").len(), 2);
    }
}
