### Repair: broken JSON is mended, and each change listed.

## The head

repair-title = Repair
# Stands in the place of a file's name.
repair-untitled = untitled
repair-close = Close this text
# A menu: the tools that take the repaired text, and under each what they do with it.
repair-open-in = Open in
repair-convert = Convert
repair-convert-about = types and formats of the repaired text
repair-translate = Translate
repair-translate-about = the repaired text as a catalogue
repair-diagram = Diagram
repair-diagram-about = the structure of the repaired text, drawn
repair-copy = Copy
repair-download = Download
repair-undo = Undo repair
repair-apply = Apply
repair-apply-about = Put the repaired text in place of the broken one
repair-lead = Commas, quotes, comments, constants of other languages, fences, what was cut off: mended, and each change listed. All else stays to the byte.

## Before there is a text

repair-empty-open = Open a file
repair-empty-write = Write some here
repair-empty-note = Any text that holds JSON. Up to { $megabytes } MB.
# $lead is the -lead message, in bold.
repair-fact-mended = { $lead }: commas, colons, quotes, brackets, escapes, comments, numbers, constants, concatenations, what was cut off.
repair-fact-mended-lead = What is mended
repair-fact-removed = { $lead }: fences, prose, calls such as JSONP and MongoDB's. Several documents become one array.
repair-fact-removed-lead = What is taken off
repair-fact-kept = { $lead }: layout, order, the writing of numbers and strings. Nothing leaves this tab.
repair-fact-kept-lead = What stays

## Examples: where it comes from, and what is wrong with it

repair-example-answer = A model's answer
repair-example-answer-about = A fence and prose around it, cut off in the middle
repair-example-python = A Python dict
repair-example-python-about = Single quotes, True and None, a trailing comma
repair-example-config = A hand-written config
repair-example-config-about = Comments, bare keys, missing commas and quotes

## The broken text

repair-text = Text
repair-divider = Width of the broken text
repair-file = File to repair
repair-editor = Broken text
repair-editor-failed = The editor could not be loaded. The text is open and is repaired all the same.
# A sentence follows, in English.
repair-problem-place = Line { $line }, column { $column }:
repair-lost-stopped = Stopped. Change the text to repair it again.
repair-lost-limit = This takes more time or memory than the page has, and was stopped. Use the command line tool: ichiban json repair.
repair-lost-engine = The engine could not start: { $reason }. Reload the page.

## The repaired text

repair-repaired = Repaired
repair-reader = Repaired text
repair-reader-failed = The editor could not be loaded. The repaired text can be copied and downloaded all the same.
# $size is a size with its unit.
repair-extent =
    { $lines ->
        [one] { $lines } line · { $size }
       *[other] { $lines } lines · { $size }
    }
repair-stale = Of an earlier text
# Copy, download and Apply are buttons. A button follows: repair-download.
repair-cut-lines = The first { $shown } of { $lines } lines. Copy, download and Apply take all of it.
repair-cut-line = The beginning of a long line. Copy, download and Apply take all of it.

## The changes

repair-changes = Changes
repair-changes-none = No changes
repair-changes-count =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
repair-changes-valid = This is valid JSON. It stays as it is, byte for byte.
repair-changes-stale = None for the text as it is.
repair-changes-more = Show { $count } more
repair-changes-first = The first { $count } are listed; all are made.

## What was changed at a place: a short phrase

repair-change-bracket = Added a missing bracket
repair-change-colon = Added a missing colon
repair-change-comma = Added a missing comma
repair-change-comment = Removed a comment
repair-change-concatenation = Joined strings
repair-change-control-character = Escaped a control character
repair-change-ellipsis = Removed an ellipsis
repair-change-escape = Mended an escape
repair-change-extra-bracket = Removed or replaced a bracket that closes nothing
repair-change-extra-comma = Removed an extra comma
repair-change-fence = Removed a code fence
repair-change-literal = Replaced a constant of another language
repair-change-lines = Put values into an array
repair-change-number = Mended a number
repair-change-prose = Removed text around the document
repair-change-quote-in-string = Escaped a quote within a string
repair-change-quote-missing = Added missing quotes
repair-change-quote-style = Replaced quotes by double quotes
repair-change-truncated = Completed what was cut off
repair-change-value-missing = Added null for a missing value
repair-change-white-space = Replaced white space that JSON does not have
repair-change-wrapper = Removed a call or parentheses around a value

## The status line: a few words each

repair-repairing = Repairing…
repair-status-valid = Valid JSON
repair-status-repaired =
    { $count ->
        [one] Repaired by { $count } change
       *[other] Repaired by { $count } changes
    }
repair-status-beyond = Cannot be repaired
repair-status-lost = Not repaired

## What happened

repair-said-valid = This is valid JSON.
repair-said-repaired =
    { $count ->
        [one] Repaired by { $count } change.
       *[other] Repaired by { $count } changes.
    }
repair-said-beyond = This cannot be repaired.
repair-said-lost = The repair was stopped.
repair-said-applied = Repair applied.
repair-said-undone = Repair undone.
repair-saved = Saved { $file }.
repair-copied = Copied { $file }.
repair-one-file = Repair takes one file at a time.
