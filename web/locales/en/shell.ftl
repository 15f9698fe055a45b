# The frame of the page: the rail, the foot, and what all tools have in common. It comes with the page's
# start: what is needed later belongs in another catalogue.

## The rail, and the names of the tools

shell-skip = Skip to work area
shell-tools = Tools
shell-favourites = Favourites
# The names of tools stand under small drawings on a phone: as short as they can be.
shell-translate = Translate
# What a tool is for, after its name and a colon.
shell-translate-about = JSON catalogues to other languages
shell-convert = Convert
shell-convert-about = JSON, YAML, CSV, XML to types and schemas
shell-repair = Repair
shell-repair-about = broken JSON fixed
shell-diagram = Diagram
shell-diagram-about = Mermaid, data and code to pictures
shell-docs = Docs
shell-docs-about = API documentation to OpenAPI
shell-running = running
# The star beside a tool.
shell-mark = Mark as a favourite
shell-unmark = No longer a favourite
# The same star to a screen reader, which says beside it whether it is set. $tool is the name of a tool.
shell-is-marked = { $tool } is a favourite
shell-search = Search
shell-search-about = Every command by name
shell-history = History
shell-settings = Settings
shell-theme = Theme
# $now and $next are the words for themes below.
shell-theme-about = Theme: { $now }. Click for { $next }.
shell-theme-system = System
shell-theme-light = Light
shell-theme-dark = Dark
shell-language = Language
# $language is the name of a language in that language, such as Deutsch.
shell-language-failed = The words in { $language } could not be fetched. Nothing was changed: look at the network, then choose again.

## What the tab of the browser says

shell-title-translate = Translate JSON · Ichiban
shell-title-convert = Convert JSON · Ichiban
shell-title-repair = Repair JSON · Ichiban
shell-title-diagram = Diagrams · Ichiban
shell-title-docs = Docs · Ichiban
shell-title-lost = Not found · Ichiban

## What a tool invites to, before it has anything to work on

# They are painted before the page is here (js/first.ts): text alone, without any place for something else.
shell-empty-translate = Drop a locale file
shell-empty-translate-lead = Its texts are translated value by value, as they arrive. Keys, placeholders, order and layout stay as they are.
shell-empty-convert = Drop data, get types
shell-empty-convert-lead = JSON, JSON Lines, JSON5, YAML, TOML, CSV or XML becomes code in ten languages, a schema, or the same data in another format, while you type.
shell-empty-repair = Drop JSON that does not parse
shell-empty-repair-lead = What was meant is worked out, and every change is listed with its place. A valid document comes back as it is.
shell-empty-diagram = Drop a diagram, or what it is made of
shell-empty-diagram-lead = Mermaid text is drawn while you type. SQL, JSON, code of five languages, manifests, pipelines, logs and more are made diagrams of.
shell-empty-docs = Drop API documentation, get an API you can call
shell-empty-docs-lead = Web pages, Markdown, PDF, Postman, HAR, curl transcripts or OpenAPI become one OpenAPI 3.1 document, with calls in eight languages, tool definitions for a model, and requests you can send from here.

## What stands around the work of a tool

# After the button that opens a file. $keys are keys to press.
shell-paste = or paste with { $keys }
# Above a list of examples.
shell-try-one = Or try one of these
# Over the work, while something is dragged over the page.
shell-drop = Drop it here
shell-open = Open…
shell-close = Close
shell-dismiss = Dismiss
shell-stop = Stop
shell-try-again = Try again
# The line between two panes.
shell-divider = Drag, or use the arrow keys. Double-click to reset.
shell-editor-opening = Opening the editor…
shell-part-failed = This part of the page could not be fetched. Nothing of yours is lost.
# At the foot of the page: no model is asked.
shell-engine-only = Engine only. Nothing leaves this tab.
# How long the last work took, such as 38 ms in the engine. $by is shell-in-engine or what stands for another program.
shell-took = { $number } { $unit } { $by }
shell-in-engine = in the engine

## Sizes of files

# Below 1000.
shell-bytes = { $count } bytes
shell-kilobytes = { $size } KB
shell-megabytes = { $size } MB
