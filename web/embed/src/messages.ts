// Made from crates/embed/src/message.rs: `ICHIBAN_WRITE_TYPES=1 cargo test -p ichiban-embed` writes it anew.

/** The version of the messages: the `v` of each. */
export const VERSION = 1;

/**
 * What the host says. It is never written, only read: it may hold the key of [`Model`].
 */
export type FromHost = { "type": "init", 
/**
 * The tool, as in the widget's address.
 */
tool: string, 
/**
 * Its options.
 */
options?: { [key in string]: string }, 
/**
 * Its colours.
 */
theme?: Theme, 
/**
 * What it opens.
 */
value?: string, 
/**
 * The name of the file that the value is, which may tell its format.
 */
name?: string, 
/**
 * The model that the host pays for. It is kept in memory, for this visit alone.
 */
model?: Model, } | { "type": "load", 
/**
 * The text.
 */
value: string, 
/**
 * The name of the file that it is.
 */
name?: string, } | { "type": "options", 
/**
 * The options; those that are not named are as if never chosen.
 */
options?: { [key in string]: string }, 
/**
 * The colours.
 */
theme?: Theme, } | { "type": "run", 
/**
 * By what.
 */
with: With, 
/**
 * What a model is asked for, where a tool takes words.
 */
wish?: string, } | { "type": "stop", } | { "type": "export", 
/**
 * One of the formats that `ready` names.
 */
format: string, };

/**
 * What the widget says. Nothing of it is the person's own but what is open in the tool.
 */
export type FromWidget = { "type": "ready", 
/**
 * What it can do.
 */
tools: Array<Tool>, 
/**
 * Its version.
 */
version: string, } | { "type": "change", 
/**
 * All of it.
 */
value: string, 
/**
 * The name of the file that it is.
 */
name?: string, } | { "type": "artifact", 
/**
 * What it is: one of the formats that `ready` names, or that of an option.
 */
kind: string, 
/**
 * What its file may be called.
 */
name: string, 
/**
 * All of it.
 */
value: string, 
/**
 * Whether nothing more comes unless the input changes.
 */
complete: boolean, } | { "type": "diagnostic", 
/**
 * In the order of the text.
 */
diagnostics: Array<Finding>, } | { "type": "resize", 
/**
 * In CSS pixels.
 */
height: number, } | { "type": "export", 
/**
 * The format.
 */
format: string, 
/**
 * What the file may be called.
 */
name: string, 
/**
 * How `data` is written.
 */
encoding: Encoding, 
/**
 * The file.
 */
data: string, } | { "type": "error", 
/**
 * What kind of trouble it is.
 */
code: Code, 
/**
 * What is wrong and what to do, for a developer.
 */
message: string, 
/**
 * The format, if it is about an export.
 */
format?: string, };

/**
 * How the widget is coloured.
 */
export type Theme = "auto" | "light" | "dark";

/**
 * What does the work.
 */
export type With = "engine" | "model";

/**
 * A model that the host pays for.
 */
export type Model = { 
/**
 * The API's root.
 */
baseUrl: string, 
/**
 * The wire's name, as in docs/wires.md.
 */
wire: string, 
/**
 * The model's name.
 */
model: string, 
/**
 * The key, if one is wanted.
 */
key?: string, };

/**
 * What a tool can do.
 */
export type Tool = { 
/**
 * Its name, as in the widget's address.
 */
name: string, 
/**
 * The names of its options; one that ends in `.` begins the names of many.
 */
options: Array<string>, 
/**
 * The formats that it exports; none if they follow from its options.
 */
formats: Array<string>, 
/**
 * Whether a model is of use to it.
 */
model: boolean, };

/**
 * One thing that is wrong.
 */
export type Finding = { 
/**
 * `info`, `warning` or `error`.
 */
severity: "info" | "warning" | "error", 
/**
 * A stable name of the rule.
 */
code: string, 
/**
 * Where in the structure, as a JSON Pointer; empty for the whole.
 */
path: string, 
/**
 * The line, from 1.
 */
line: number, 
/**
 * The column in characters, from 1.
 */
column: number, 
/**
 * What is wrong.
 */
message: string, 
/**
 * What to do about it; empty if nothing needs to be done.
 */
hint: string, };

/**
 * How the data of an export is written.
 */
export type Encoding = "text" | "base64";

/**
 * Why something was not done.
 */
export type Code = "refused" | "malformed" | "unknown-version" | "unknown-type" | "unknown-tool" | "unknown-option" | "unknown-format" | "not-now" | "too-many" | "too-large" | "no-model" | "not-allowed" | "nothing" | "failed";
