### Convert: data becomes code, a schema or another format.

## The head

convert-title = Convert
# Stands in the place of a file's name.
convert-untitled = untitled
convert-samples =
    { $count ->
        [one] { $count } sample
       *[other] { $count } samples
    }
convert-close = Close the input
# A menu: the tools that take the input, and under each what they do with it.
convert-open-in = Open in
convert-repair = Repair
convert-repair-about = the input, broken or not
convert-translate = Translate
convert-translate-about = the input, as a catalogue of texts
convert-diagram = Diagram
convert-diagram-about = the structure of the input, drawn
convert-download = Download
convert-copy = Copy

## Before there is an input

convert-empty-open = Open files
convert-empty-write = Write some here
convert-empty-note = Several files are samples of one type. Up to { $megabytes } MB each.
# $lead is the -lead message, in bold.
convert-fact-reading = { $lead }: optional and nullable told apart, unions, maps, enums, dates, integer widths, recursion.
convert-fact-reading-lead = Read closely
convert-fact-lossless = { $lead }: names that a language forbids are escaped with the original kept, numbers stay as they are written.
convert-fact-lossless-lead = Nothing is lost
# $command is a command line.
convert-fact-private = { $lead }: no model, no server. The same engine runs in a terminal: { $command }.
convert-fact-private-lead = Nothing leaves this tab

## Examples: what becomes what, and what it shows

convert-example-typescript = API response → TypeScript
convert-example-typescript-about = What may be missing and what may be null, told apart
convert-example-rust = Two webhooks → Rust
convert-example-rust-about = Several samples of one type: what differs is optional
convert-example-schema = YAML → JSON Schema
convert-example-schema-about = A deployment's configuration, checked from now on
convert-example-sql = CSV → SQL
convert-example-sql-about = Orders: columns with their types, nulls where cells are empty
convert-example-csv = JSON Lines → CSV
convert-example-csv-about = A service's log, narrowed to its errors with jq
convert-example-go = XML → Go
convert-example-go-about = A feed: elements and attributes as structs

## The input

convert-input = Input
convert-divider = Width of the input
convert-files = Files to convert
convert-sample-add = Add sample
convert-sample-add-about = Another sample of the same data: the types will fit them all
convert-sample-list = Samples
# Stands in the place of a file's name.
convert-sample-name = Sample { $number }
convert-sample-remove = Remove { $sample }
convert-editor-failed = The editor could not be loaded. The input is open and is converted all the same.
convert-format = Format of the input
convert-format-any = Any format
convert-format-detected = { $format }, detected
convert-query = jq expression that narrows the input
convert-query-clear = Clear the query
convert-query-nothing = It selects nothing of this input.
convert-query-selected =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    }

## Why there is no output

# A sentence follows, in English.
convert-problem-place = Line { $line }, column { $column }:
convert-problem-place-of = { $sample }, Line { $line }, column { $column }:
# $target is a language or format, $why a phrase in English.
convert-problem-target = { $target }: { $why }. Choose another target, or narrow the input with jq.
convert-problem-repair = Repair it
convert-lost-stopped = Stopped. Change the input or the options to convert again.
convert-lost-limit = This takes more time or memory than the page has, and was stopped. Narrow the input, or use the command line tool: ichiban json convert.
convert-lost-engine = The engine could not start: { $reason }. Reload the page.

## The options

convert-options = Options
# Stands before the button that names the target.
convert-into = Into
convert-target = Target: { $target }
convert-target-search = Search targets
convert-target-search-hint = Language, schema or format
convert-target-list = Targets
convert-target-none = No target of that name.
convert-group-code = Code
convert-group-schema = Schema
convert-group-data = Data
convert-label-minified = JSON, minified
convert-label-sorted = JSON, sorted
# The root type.
convert-root = Root
convert-root-about = The name of the root type

## Settings of targets: a label of a word or two, what it does, and some of what may be chosen

# Swift: who may use the types.
convert-setting-access = Access
convert-setting-access-about = Who may use the types
convert-setting-closed = Closed
convert-setting-closed-about = Refuse properties that the samples do not have
convert-setting-declaration = Declaration
convert-setting-declaration-about = Write object types as interfaces or as type aliases
convert-setting-derive = Derive
convert-setting-derive-about = Traits to derive besides Serialize and Deserialize
convert-setting-extra = Extra
convert-setting-extra-about = What is done with keys that the samples do not have
convert-setting-format-types = Format types
convert-setting-format-types-about = Use the language's types for dates, UUIDs and addresses instead of strings
convert-setting-frozen = Frozen
convert-setting-frozen-about = Make the dataclasses immutable
convert-setting-indent = Indent
convert-setting-indent-about = What a level is indented by
convert-setting-indent-tab = tab
convert-setting-map = Map
convert-setting-map-about = The type of maps
convert-setting-merged = Merged
convert-setting-merged-about = Write one type for objects of several kinds, though a field tells them apart
convert-setting-namespace = Namespace
convert-setting-namespace-about = The namespace
convert-setting-package = Package
convert-setting-package-about = The package's name
convert-setting-readonly = Readonly
convert-setting-readonly-about = Make every property readonly
# The root element of XML.
convert-setting-root = Root
convert-setting-root-about = The root element, where the data does not give one
convert-setting-separator = Separator
convert-setting-separator-about = What stands between cells
convert-setting-separator-comma = comma
convert-setting-separator-semicolon = semicolon
convert-setting-separator-tab = tab
convert-setting-unknown-keys = Unknown keys
convert-setting-unknown-keys-about = What is done with keys that the samples do not have
convert-setting-unknown-keys-strip = strip
convert-setting-unknown-keys-refuse = refuse
convert-setting-unknown-keys-keep = keep

## The output

convert-output = Output
# $size is a size with its unit.
convert-extent =
    { $lines ->
        [one] { $lines } line · { $size }
       *[other] { $lines } lines · { $size }
    }
convert-stale = Of an earlier input
convert-stale-about = The last input that could be converted
convert-output-failed = The editor could not be loaded. The output can be copied and downloaded all the same.
# A button follows: convert-download.
convert-cut-lines = The first { $shown } of { $lines } lines. Copy and download take all of it.
convert-cut-line = The beginning of a long line. Copy and download take all of it.

## The status line: a few words each

convert-converting = Converting…
convert-status-input = Input is not valid
convert-status-query = Query fails
convert-status-nothing = Query selects nothing
convert-status-target = Cannot be said in this target
convert-status-lost = Not converted
convert-status-done = Converted

## What happened

convert-said-converted = Converted to { $target }.
convert-said-nothing = There is nothing to convert.
convert-said-failed = The input cannot be converted as it is.
convert-saved = Saved { $file }.
convert-copied = Copied { $file }.
convert-link-unknown = The link is for a target that this page does not have.
