//! Documents of any size, in every format: collections of things that can be listed, made, read
//! and removed, each with its parameters, as a generator of documentation would write them.
#![allow(dead_code)]

use std::fmt::Write as _;

use serde_json::json;

/// A format and how to make a document of it.
pub(crate) struct Format {
    /// What it is called.
    pub(crate) name: &'static str,
    /// A file name that tells it.
    pub(crate) file: &'static str,
    /// Makes a document of about so many bytes.
    pub(crate) make: fn(usize) -> Vec<u8>,
}

/// All formats.
pub(crate) const FORMATS: &[Format] = &[
    Format {
        name: "html",
        file: "a.html",
        make: html,
    },
    Format {
        name: "markdown",
        file: "a.md",
        make: markdown,
    },
    Format {
        name: "flat",
        file: "flat.md",
        make: flat,
    },
    Format {
        name: "rst",
        file: "a.rst",
        make: rst,
    },
    Format {
        name: "text",
        file: "a.txt",
        make: text,
    },
    Format {
        name: "asciidoc",
        file: "a.adoc",
        make: asciidoc,
    },
    Format {
        name: "curl",
        file: "a.curl.txt",
        make: curl,
    },
    Format {
        name: "har",
        file: "a.har",
        make: har,
    },
    Format {
        name: "postman",
        file: "a.json",
        make: postman,
    },
    Format {
        name: "openapi",
        file: "a.json",
        make: openapi,
    },
    Format {
        name: "pdf",
        file: "a.pdf",
        make: pdf,
    },
];

/// Collections until there are `bytes`.
fn until(bytes: usize, mut write: impl FnMut(&mut String, usize)) -> Vec<u8> {
    let mut out = String::with_capacity(bytes + 4096);
    let mut number = 0;
    while out.len() < bytes {
        write(&mut out, number);
        number += 1;
    }
    out.into_bytes()
}

fn html(bytes: usize) -> Vec<u8> {
    let mut out = b"<!doctype html><html><body><h1>Things</h1>\n".to_vec();
    out.extend(until(bytes, |out, n| {
        let _ = write!(
            out,
            "<h2 id=\"list-{n}\">List things {n}</h2>\n<p><code>GET /v1/things{n}</code></p>\n\
             <table><tr><th>Parameter</th><th>Type</th><th>Description</th></tr>\n\
             <tr><td>limit</td><td>integer</td><td>How many. Optional.</td></tr></table>\n\
             <h2 id=\"read-{n}\">Read a thing {n}</h2>\n<p><code>GET /v1/things{n}/{{thing_id}}</code></p>\n\
             <p>Takes the same parameters as <a href=\"#list-{n}\">listing</a>.</p>\n"
        );
    }));
    out
}

fn markdown(bytes: usize) -> Vec<u8> {
    until(bytes, |out, n| {
        let _ = write!(
            out,
            "## Make a thing {n}\n\n`POST /v1/things{n}`\n\n| Name | Type | Required | Description |\n|--|--|--|--|\n\
             | `name` | string | yes | Its name. |\n| `tags` | array | no | Its [tags](#tags-{n}). |\n\n\
             ```json\n{{\"name\": \"a\", \"tags\": [\"x\"]}}\n```\n\n\
             ## Remove a thing {n}\n\n`DELETE /v1/things{n}/{{id}}`\n\nSee also `GET /v1/things{n}/7`.\n\n\
             ### Tags {n}\n\n- `name` (string): what it is called\n\n"
        );
    })
}

/// Lists of routes without a heading between them.
fn flat(bytes: usize) -> Vec<u8> {
    until(bytes, |out, n| {
        let _ = write!(
            out,
            "GET /v1/things{n}\n\nPOST /v1/things{n}/{{id}}\n\n- `depth` (integer): how deep\n\n"
        );
    })
}

fn rst(bytes: usize) -> Vec<u8> {
    until(bytes, |out, n| {
        let _ = write!(
            out,
            ".. http:get:: /v1/things{n}/{{id}}\n\n   Reads a thing.\n\n   :query integer depth: how deep\n   \
             :param id: the thing's id\n   :>json string name: its name\n   :statuscode 200: it is there\n\n"
        );
    })
}

fn text(bytes: usize) -> Vec<u8> {
    until(bytes, |out, n| {
        let _ = write!(
            out,
            "THINGS {n}\n\nGET /v1/things{n}/{{id}}\n\n    Reads a thing.\n\n    Parameters:\n      \
             depth (integer)  how deep\n      fields (string)  which members\n\n"
        );
    })
}

fn asciidoc(bytes: usize) -> Vec<u8> {
    until(bytes, |out, n| {
        let _ = write!(
            out,
            "== Read a thing {n}\n\n`GET /v1/things{n}/{{id}}`\n\n[cols=\"1,1,2\"]\n|===\n|Parameter |Type |Description\n\n\
             |depth |integer |How deep.\n|fields |string |Which members.\n|===\n\n"
        );
    })
}

fn curl(bytes: usize) -> Vec<u8> {
    until(bytes, |out, n| {
        let _ = write!(
            out,
            "curl -X POST https://api.test/v1/things{n}/7/marks{n} -H 'Content-Type: application/json' -d '{{\"name\": \"a{n}\"}}'\n\n\
             curl 'https://api.test/v1/labels/l{n}/values?limit=3'\n\n"
        );
    })
}

fn har(bytes: usize) -> Vec<u8> {
    let mut entries = Vec::new();
    let mut length = 0;
    let mut n = 0;
    while length < bytes {
        for url in [
            format!("https://api.test/v1/things{0}/marks{0}?page={n}", n / 4),
            format!("https://api.test/v1/users/{n}/posts"),
        ] {
            let entry = json!({"request": {"method": "GET", "url": url, "headers": [{"name": "Accept", "value": "*/*"}]},
                "response": {"status": 200, "content": {"mimeType": "application/json", "text": format!("{{\"id\": {n}, \"name\": \"a\"}}")}}});
            length += entry.to_string().len();
            entries.push(entry);
        }
        n += 1;
    }
    json!({"log": {"entries": entries}})
        .to_string()
        .into_bytes()
}

fn postman(bytes: usize) -> Vec<u8> {
    let mut items = Vec::new();
    let mut length = 0;
    let mut n = 0;
    while length < bytes {
        let item = json!({"name": format!("Read {n}"), "request": {"method": "GET", "header": [], "url": {
            "raw": format!("https://api.test/v1/things{n}/:id/marks{n}?depth=2"), "host": ["api", "test"], "path": ["v1", format!("things{n}"), ":id", format!("marks{n}")],
            "query": [{"key": "depth", "value": "2", "description": "How deep"}], "variable": [{"key": "id", "value": "7"}]}}});
        length += item.to_string().len();
        items.push(item);
        n += 1;
    }
    json!({"info": {"name": "Things"}, "item": items})
        .to_string()
        .into_bytes()
}

fn openapi(bytes: usize) -> Vec<u8> {
    let mut paths = serde_json::Map::new();
    let mut schemas = serde_json::Map::new();
    let mut length = 0;
    let mut n = 0;
    while length < bytes {
        let operation = json!({"get": {"operationId": format!("read{n}"), "parameters": [
            {"name": "id", "in": "path", "required": true, "type": "string"}, {"name": "depth", "in": "query", "type": "integer"}],
            "responses": {"200": {"description": "It", "schema": {"$ref": format!("#/definitions/Thing{n}")}}}}});
        let schema = json!({"type": "object", "properties": {"id": {"type": "string"}, "next": {"$ref": format!("#/definitions/Thing{n}")}}});
        length += operation.to_string().len() + schema.to_string().len() + 40;
        paths.insert(format!("/things{n}/{{id}}"), operation);
        schemas.insert(format!("Thing{n}"), schema);
        n += 1;
    }
    json!({"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": paths, "definitions": schemas})
        .to_string()
        .into_bytes()
}

/// 74, 288 and 1,000 pages for 1, 4 and more megabytes: what a page weighs says nothing.
fn pdf(bytes: usize) -> Vec<u8> {
    paper(match bytes / 1_000_000 {
        0 | 1 => 74,
        2..=4 => 288,
        _ => 1000,
    })
}

/// A PDF of so many pages of text, written by hand so that nothing of it is compressed.
pub(crate) fn paper(pages: usize) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
    ];
    let mut kids = Vec::new();
    for page in 0..pages {
        let lines = [
            (20, 1, format!("Thing {page}")),
            (12, 2, format!("GET /things{page}/{{id}}")),
            (12, 1, "Reads a thing.".to_owned()),
            (12, 1, "Parameters:".to_owned()),
            (12, 1, "limit (integer): how many".to_owned()),
        ];
        let mut content = String::from("BT 72 760 Td\n");
        for (size, font, line) in lines {
            let _ = writeln!(content, "/F{font} {size} Tf ({line}) Tj 0 -40 Td");
        }
        content += "ET";
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
        let stream = objects.len();
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"));
        kids.push(format!("{} 0 R", objects.len()));
    }
    if let Some(root) = objects.get_mut(1) {
        *root = format!(
            "<< /Type /Pages /Kids [{}] /Count {pages} >>",
            kids.join(" ")
        );
    }
    assemble(&objects, "")
}

/// A PDF of objects, the first of which is the catalogue; `trailer` is added to the trailer.
pub(crate) fn assemble(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = out.len();
    let _ = write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(out, "{offset:010} 00000 n ");
    }
    let _ = write!(
        out,
        "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    out.into_bytes()
}
