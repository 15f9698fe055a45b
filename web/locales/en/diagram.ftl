### Diagram: Mermaid text, data and code are drawn as pictures.

## The head of the tool

diagram-title = Diagram
# The name of a diagram that came from no file.
diagram-untitled = untitled
diagram-close = Close this diagram
diagram-examples = Examples
diagram-compare = Compare
diagram-compare-earlier = With an earlier version
diagram-compare-earlier-about = what was added, removed, changed
diagram-compare-mermaid = With mermaid.js
diagram-compare-mermaid-about = both pictures of this text
diagram-copy = Copy
diagram-export = Export

## The menus Export and Copy: the name of a way, and below it what it is good for

diagram-export-svg-about = sharp at every size
diagram-export-svg-transparent = SVG, transparent
diagram-export-transparent-about = nothing behind the diagram
diagram-export-png-1-about = as large as on the screen
diagram-export-png-2-about = for sharp screens
diagram-export-png-3-about = for slides
diagram-export-png-4-about = for print
diagram-export-png-transparent = PNG 2×, transparent
diagram-export-text = Text
diagram-export-text-about = the diagram as .mmd
diagram-export-print = Print…
diagram-export-print-about = in black and white
diagram-copy-picture = Picture
diagram-copy-picture-about = PNG, for chats and documents
diagram-copy-svg-about = as text
diagram-copy-markdown-about = the text in a fence
diagram-copy-link = Link
diagram-copy-link-about = an address that holds the text
diagram-copied =
    { $what ->
        [link] Link copied.
        [markdown] Markdown copied.
       *[svg] SVG copied.
    }
diagram-copied-picture = Copied the picture.
# $name is that of a file, $size its size.
diagram-saved = Saved { $name }, { $size }.
diagram-export-none = There is no picture yet.
diagram-export-older = This is the picture of an earlier text: the one in the editor cannot be drawn.
# What a screen reader calls the picture that is printed.
diagram-printed = The diagram

## The options above the picture

diagram-lead = Mermaid text, data or code in; a picture out, while you type. What does not parse is fixed where that is safe.
diagram-options = Options
# Which of the two panes, text or picture, a phone shows.
diagram-in-view = In view
diagram-text = Text
diagram-picture = Picture
diagram-theme = Theme
diagram-theme-about = How the picture is coloured
diagram-theme-of-page = As the page
# Before a list of kinds of sources, such as SQL.
diagram-from = From
diagram-from-about = What the source is
diagram-from-detect = Detect it
diagram-from-detected = { $source }, detected

## The invitation, before there is a diagram

diagram-empty-open = Open files
diagram-empty-write = Write one here
diagram-files-to-draw = Files to draw
diagram-empty-note = Several files of one kind become one diagram.
# $head is diagram-empty-mended-head, in bold.
diagram-empty-mended = { $head }: what models and people get wrong is found with its line, and fixed where that changes no meaning.
diagram-empty-mended-head = Mended
# $head is diagram-empty-taken-away-head, in bold.
diagram-empty-taken-away = { $head }: SVG whose text stays text, PNG, Markdown, a link, paper. The picture never leaves this tab otherwise.
diagram-empty-taken-away-head = Yours to take away
# $all is a button: diagram-empty-all-examples.
diagram-empty-all = { $all }: every kind of diagram and every kind of source, to start from.
diagram-empty-all-examples = All { $count } examples

## The pane of the text

# What a screen reader calls the editor.
diagram-editor = Diagram text
diagram-editor-failed = The editor could not be loaded. The diagram is open and is drawn all the same.
diagram-format = Format
diagram-format-about = Indentation and spaces in one style; the diagram says the same
diagram-formatted = Formatted. The editor's undo takes it back.
diagram-formatted-already = The text is in that style already.
# The tab of the text that the diagram is made of.
diagram-source = Source
diagram-source-file = File of the source
diagram-in-editor = In the editor
diagram-undo = Undo
diagram-fix = Fix
diagram-fix-in-part = Fix in part
# Beside the button that fixes: how much it would change.
diagram-fix-changes =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
# $change is a sentence in English.
diagram-fix-change = Line { $line }: { $change }
diagram-fixed-by =
    { $count ->
        [one] Fixed by { $count } change
       *[other] Fixed by { $count } changes
    }
diagram-fixed-changes = Changes of the fix
diagram-fixed-line = line { $line }
# Before a sentence in English that says what is wrong there.
diagram-place = Line { $line }, column { $column }:
diagram-lost-stopped = Stopped. Change the text to draw it.
diagram-lost-too-long = The layout took longer than 10 seconds and was stopped, so that the page stays quick. Leave edges out, split the diagram, or draw it at a terminal: ichiban mermaid render.
diagram-lost-too-much = The layout takes more time or memory than the page has, and was stopped. Leave edges out, or split the diagram.
diagram-lost-no-engine = The engine could not start: { $reason }. Reload the page.
diagram-unanswered = The engine was stopped before it answered. Try again.
diagram-unfound = Where this is written was not found in the text.
# Between the text and the picture, to a screen reader.
diagram-width = Width of the text

## What a diagram is made of

diagram-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
# A file without a name, by its place among others.
diagram-file = file { $number }
# Sentences in English follow.
diagram-left-out = Not in the diagram:
diagram-is-one = It is a diagram
diagram-is-one-about = Read the text as Mermaid
diagram-source-stopped = Stopped. Change the source or the options to read it again.
diagram-source-too-much = Reading this source takes more time or memory than the page has, and was stopped. Give less of it, or use the command line tool: ichiban mermaid from.
diagram-made-anew = The diagram was made anew of the source. In its tab, undo brings back what you changed.

## The pane of the picture

diagram-picture-older = Of an earlier text
diagram-size = Size
# In brackets stands the key that does the same, here and below.
diagram-smaller = Smaller
diagram-smaller-about = Smaller (−)
diagram-own-size = Its own size (1)
diagram-larger = Larger
diagram-larger-about = Larger (+)
diagram-fit = Fit
diagram-fit-about = All of it (0)
diagram-present = Present
diagram-present-about = The picture alone, on the full screen
diagram-present-end = End the presentation
diagram-present-end-about = End the presentation (Esc)
diagram-find = Search (/)
diagram-find-about = Search the picture
diagram-find-none = none
diagram-find-place = { $place } of { $total }
# What a screen reader says of the picture.
diagram-stage = Diagram. Arrow keys move it, plus and minus change its size, 0 fits it, slash searches, Enter edits the label that is selected.
# What is written in a part of the picture, to a screen reader.
diagram-label = Label
diagram-unshown = The browser could not show the picture. It can be saved all the same.
diagram-drawing = Drawing…
diagram-no-picture-blank = Write a diagram, and it is drawn while you type.
diagram-no-picture-wrong = There is no picture yet: the text beside says why.
diagram-no-picture-asking = It is drawn as it arrives.
diagram-no-picture-elsewhere = mermaid.js is loaded and draws it…

## The comparison with another diagram

diagram-compare-title = Compare with
diagram-compare-about = The earlier version of this diagram. What was added, removed and changed since is listed, and marked in the picture.
diagram-compare-text = Earlier version
diagram-compare-file = Earlier version as a file
diagram-comparing = Comparing…
diagram-not-compared = Not compared
diagram-no-differences = No differences
diagram-differences = Differences
diagram-differences-count =
    { $count ->
        [one] { $count } difference
       *[other] { $count } differences
    }
# After how many differences there are: from which file.
diagram-differences-from = from { $name }
diagram-differences-first = The first { $count } are listed.
diagram-differences-none = Both say the same, however they are written.
diagram-compare-end = End the comparison
# Before what was added, removed or changed, in a narrow column.
diagram-added = added
diagram-removed = removed
diagram-changed = changed

## Beside the picture of mermaid.js

diagram-beside-title = Compared with mermaid.js
diagram-beside-own = The diagram, drawn by Ichiban
diagram-beside-theirs = The diagram, drawn by mermaid.js
diagram-beside-about = mermaid.js runs in a frame of its own, which reaches nothing. Each time is that of one drawing, without what is fetched before it.
# $message is a sentence in English.
diagram-beside-wrong = Line { $line }, column { $column }: { $message }
diagram-beside-blank = There is no text.
diagram-beside-unshown = The browser could not show the picture.

## mermaid.js, which draws what the engine cannot

diagram-elsewhere-slow = mermaid.js is loaded and draws…
# $reason is a sentence in English: why the engine could not. $words say why mermaid.js could not.
diagram-elsewhere-failed = { $reason } mermaid.js could not draw it either: { $words }
diagram-elsewhere-unshown = Its drawing cannot be shown. { $reason }
diagram-elsewhere-unanswered = The engine was stopped before it answered.
diagram-mermaid-not-loaded = mermaid.js could not be loaded. Is there a connection?
diagram-mermaid-too-long = mermaid.js took longer than { $seconds } seconds and was stopped.
diagram-mermaid-nothing = mermaid.js answered nothing that can be shown.
diagram-mermaid-stopped = mermaid.js was stopped.

## A link within the diagram

diagram-leave-title = Leave this page?
# An address follows, on a line of its own.
diagram-leave-where = The diagram links to
diagram-leave-stay = Stay
diagram-leave-open = Open in a new tab

## Asking a model

diagram-ask = Ask a model
diagram-ask-field = Describe a diagram, or a change
diagram-ask-example = Describe a diagram: “how a parcel travels from the shop to my door”
diagram-ask-change-example = Describe a change: “add a retry after the payment fails”
diagram-ask-going = Asking…
diagram-ask-change = Change
diagram-ask-draw = Draw
diagram-ask-connect = Connect a model
diagram-ask-unconnected = No model is connected. Everything else here works without one.
# What goes along with the person's words: the diagram, a text, its source or its sources, or the diagram with them.
# $size is empty or diagram-ask-size, with the space before it.
diagram-ask-sends =
    { $what ->
        [with-sources] Sends your words, the diagram and its sources{ $size } to { $place }.
        [with-source] Sends your words, the diagram and its source{ $size } to { $place }.
        [diagram] Sends your words and the diagram to { $place }.
        [sources] Sends your words and its sources{ $size } to { $place }.
        [source] Sends your words and its source{ $size } to { $place }.
        [text] Sends your words and the text{ $size } to { $place }.
       *[words] Sends your words to { $place }.
    }
diagram-ask-reads =
    { $what ->
        [with-sources] Answered on this device: nothing leaves it. Reads your words, the diagram and its sources{ $size }.
        [with-source] Answered on this device: nothing leaves it. Reads your words, the diagram and its source{ $size }.
        [diagram] Answered on this device: nothing leaves it. Reads your words and the diagram.
        [sources] Answered on this device: nothing leaves it. Reads your words and its sources{ $size }.
        [source] Answered on this device: nothing leaves it. Reads your words and its source{ $size }.
        [text] Answered on this device: nothing leaves it. Reads your words and the text{ $size }.
       *[words] Answered on this device: nothing leaves it. Reads your words.
    }
diagram-ask-size = { " " }({ $size })
# In the ledger of what was sent: what of the input a request held.
diagram-ledger-held = the description, and the diagram's source

## How asking ended. $came says whether some of the answer, or none of it, had come

diagram-end-mended =
    { $count ->
        [one] { $count } mistake of the model mended.
       *[other] { $count } mistakes of the model mended.
    }
diagram-end-unchanged = The model changed nothing.
diagram-end-unchanged-hint = Say it in other words.
diagram-end-stopped =
    { $came ->
        [some] Stopped. What came is kept.
       *[none] Stopped. Nothing had come yet.
    }
diagram-end-too-long = The answer reached its limit and was cut off. What came is kept.
diagram-end-too-long-hint = Ask for a smaller diagram, or a model that may write more.
diagram-end-cut-off = The answer stopped in the middle.
diagram-end-cut-off-hint =
    { $came ->
        [some] Try again. What came is kept.
       *[none] Try again. Nothing had come yet.
    }
# $hint is a sentence: what to do about a failure.
diagram-end-failed-hint =
    { $came ->
        [some] { $hint } What came is kept.
       *[none] { $hint } Nothing had come yet.
    }
diagram-end-broken = The model was asked twice, and what it wrote is no diagram.
diagram-end-broken-change = Your diagram is as it was.
diagram-end-broken-open = Open what it wrote
diagram-end-broken-diagram = What it wrote is in the editor, with its mistakes.
diagram-end-declined = The model declined to answer.
diagram-end-declined-saying = The model declined: { $words }
diagram-end-accepted = The change is in the diagram.
diagram-change-undone = The change was undone.

## What a model would change

diagram-proposed = Proposed changes
diagram-proposed-changes =
    { $count ->
        [one] Proposed: { $count } change
       *[other] Proposed: { $count } changes
    }
diagram-proposed-same = Proposed: the same, written anew
# It is not known what differs.
diagram-proposed-unknown = Proposed
diagram-proposed-partial = as far as it came; the rest is as it was
diagram-proposed-unread = The diagram as it was cannot be read, so it is not known what differs. The picture shows what is proposed.
diagram-discard = Discard
diagram-accept = Accept

## The status line

diagram-status-elsewhere = Drawn by mermaid.js, here. Nothing leaves this tab.
# After a time, such as “38 ms”: where it was spent.
diagram-status-in-mermaid = in mermaid.js
# $place is where a model was asked: a host, or a device.
diagram-status-from = From { $place }
diagram-status-loading = Chrome downloads its model: { $percent } %
# $reason is a sentence: what went wrong.
diagram-status-waiting = { $reason } Trying again.
diagram-status-asking = Asking { $place }…
diagram-status-undrawn = From { $place }. Its layout takes long: it is drawn once it is whole.
diagram-status-second = From { $place }, asked to mend a mistake
# $number is a number in bold, $unit the unit of a time.
diagram-status-first-token = { $number } { $unit } to first token
diagram-status-first-paint = { $number } { $unit } to first paint
# Tokens in a second.
diagram-status-speed = { $number } tok/s
diagram-status-tokens = { $number } tokens
# How often a diagram was drawn that grew. $number is $count in bold.
diagram-status-frames =
    { $count ->
        [one] { $number } frame drawn
       *[other] { $number } frames drawn
    }
diagram-status-drawing-elsewhere = mermaid.js draws…
diagram-status-drawn = Drawn
diagram-status-drawn-by = Drawn by mermaid.js { $version }
diagram-status-unmade = No diagram of this source
diagram-status-wrong = Not a diagram yet
diagram-status-too-large = Too large to draw
diagram-status-undrawable = Not drawn

## What a screen reader is told

diagram-drawing-stopped = Drawing was stopped.
diagram-said-drawn = The diagram is drawn.
diagram-said-undrawn = The diagram cannot be drawn. The last picture stays.
diagram-said-elsewhere = mermaid.js draws the diagram.
diagram-said-unmade = No diagram could be made of the source.
diagram-said-fixed = Fixed.
diagram-said-unfixed = The fix was undone.
diagram-said-asking = Asking { $place }.
diagram-said-changed = The changed diagram is there to be decided on.
diagram-said-whole = The diagram is whole.
diagram-said-stopped = Stopped.
diagram-said-too-long = The answer was cut off.
diagram-said-broken = What the model wrote is no diagram.
diagram-said-declined = The model declined.
diagram-said-accepted = Accepted.
diagram-said-discarded = Discarded.

## The kinds of diagrams, in the gallery and in the editor

diagram-kind-flowchart = Flowchart
diagram-kind-sequence = Sequence
diagram-kind-class = Class
diagram-kind-state = State
diagram-kind-er = Entity relationship
diagram-kind-gitgraph = Git graph
diagram-kind-architecture = Architecture
diagram-kind-c4 = C4 context
diagram-kind-c4-container = C4 container
diagram-kind-block = Block
diagram-kind-packet = Packet
diagram-kind-requirement = Requirement
diagram-kind-gantt = Gantt
diagram-kind-timeline = Timeline
diagram-kind-journey = User journey
diagram-kind-kanban = Kanban
diagram-kind-pie = Pie
diagram-kind-xychart = XY chart
diagram-kind-quadrant = Quadrant
diagram-kind-sankey = Sankey
diagram-kind-radar = Radar
diagram-kind-treemap = Treemap
diagram-kind-mindmap = Mind map
# Kinds of sources. Others go by the names of formats.
diagram-source-state-table = State table
diagram-source-stack-trace = Stack trace
diagram-source-log = Log

## The gallery of examples: its groups, and what each example shows

diagram-group-software = Software
diagram-group-time = Time and work
diagram-group-numbers = Numbers
diagram-group-ideas = Ideas
diagram-group-data = From data
diagram-group-code = From code
diagram-group-projects = From projects
diagram-group-text = From text
diagram-example-flowchart = A release, with its decisions
diagram-example-sequence = Sign-in by mail, with alternatives
diagram-example-class = Orders and payments
diagram-example-state = From draft to archive
diagram-example-er = Bookings of a hotel
diagram-example-gitgraph = A feature, a merge, a hotfix
diagram-example-architecture = Services and stores in a cloud
diagram-example-c4 = People and systems
diagram-example-block = A layout in columns
diagram-example-packet = The head of TCP
diagram-example-requirement = What satisfies what
diagram-example-gantt = A release in six weeks
diagram-example-timeline = How the web grew
diagram-example-journey = Renting a bicycle
diagram-example-kanban = A board
diagram-example-pie = Where a request spends its time
diagram-example-xychart = Signups a month
diagram-example-quadrant = What to build next
diagram-example-sankey = From visitor to customer
diagram-example-radar = Two databases
diagram-example-treemap = What a bundle holds
diagram-example-mindmap = Onboarding
diagram-example-json = Its structure as classes
diagram-example-json-schema = Types and references
diagram-example-openapi = Schemas and operations
diagram-example-graphql = Types of a schema
diagram-example-protobuf = Messages and services
diagram-example-sql = Tables, keys and cardinality
diagram-example-prisma = Models and relations
diagram-example-csv = A chart of its columns
diagram-example-state-machine = A state machine
diagram-example-classes = Classes and calls
diagram-example-rust = Types, traits and calls
diagram-example-go = Types, interfaces and calls
diagram-example-cargo = Packages and dependencies
diagram-example-dependencies = Dependencies
diagram-example-go-mod = Modules
diagram-example-docker-compose = Services, networks, volumes
diagram-example-kubernetes = What selects and mounts what
diagram-example-terraform = Resources and references
diagram-example-github-actions = Jobs and what they need
diagram-example-gitlab-ci = Stages and jobs
diagram-example-git-log = Branches and merges
diagram-example-calls = Calls, as a sequence
diagram-example-markdown = Its outline as a mind map
diagram-example-unfetched = The example could not be fetched. Try again.

## Settings of what a diagram is made of: a label of a word, what it does, and some of what may be chosen

diagram-setting-arguments = Arguments
diagram-setting-arguments-about = What fields take
diagram-setting-arguments-shown = shown
diagram-setting-arguments-hidden = hidden
# How much is told of each node.
diagram-setting-detail = Detail
diagram-setting-detail-about = How much of each node: every member, keys and what is public, or its name
diagram-setting-detail-full = full
diagram-setting-detail-keys = keys
diagram-setting-detail-names = names
diagram-setting-gitlab-ci-detail-about = How much of each box: what it is, what it runs too, or its name
diagram-setting-kubernetes-detail-about = How much of each box: what it is, what it runs too, or its name
diagram-setting-direction = Direction
diagram-setting-direction-about = Where edges lead: top to bottom, left to right, or the other way
diagram-setting-direction-auto = auto
diagram-setting-exclude = Exclude
diagram-setting-exclude-about = No nodes of these names, separated by commas; `*` stands for any text
diagram-setting-csv-exclude-about = No rows with a cell of these texts, separated by commas; `*` stands for any text
diagram-setting-git-log-exclude-about = No branches of these names, save the first, from which others begin; `*` stands for any text
diagram-setting-markdown-exclude-about = No headings and items of these texts, nor what is under them, separated by commas; `*` stands for any text
diagram-setting-group = Group
diagram-setting-group-about = Frame what lies together, do not, or draw it as one
diagram-setting-group-auto = auto
diagram-setting-group-frame = frame
diagram-setting-group-none = none
diagram-setting-group-collapse = collapse
diagram-setting-graphql-group-about = Of what begins with the same word or is used by the same: drawn as one if all would be too much, framed, never, or always drawn as one
diagram-setting-json-schema-group-about = Of what begins with the same word or is used by the same: drawn as one if all would be too much, framed, never, or always drawn as one
diagram-setting-openapi-group-about = Of what begins with the same word or is used by the same: drawn as one if all would be too much, framed, never, or always drawn as one
diagram-setting-prisma-group-about = Of tables in one schema or whose names begin with the same word: drawn as one if all would be too much, never, or always
diagram-setting-sql-group-about = Of tables in one schema or whose names begin with the same word: drawn as one if all would be too much, never, or always
diagram-setting-include = Include
diagram-setting-include-about = Only nodes of these names, separated by commas; `*` stands for any text
diagram-setting-csv-include-about = Only rows with a cell of these texts, separated by commas; `*` stands for any text
diagram-setting-git-log-include-about = Only branches of these names besides the first, separated by commas; `*` stands for any text
diagram-setting-markdown-include-about = Only headings and items of these texts, with what is above and under them, separated by commas; `*` stands for any text
# Of a log: info, warning, error.
diagram-setting-level = Level
diagram-setting-level-about = The least level that is drawn
diagram-setting-level-all = all
diagram-setting-limit = Limit
diagram-setting-limit-about = The most edges, messages, branches or rows that are drawn, up to 500
diagram-setting-lists = Lists
diagram-setting-lists-about = Draw the items of lists, too
diagram-setting-lists-shown = shown
diagram-setting-lists-hidden = hidden
# What a package needs.
diagram-setting-needs = Needs
diagram-setting-needs-about = What is needed to run, or also to develop, build and test
diagram-setting-needs-all = all
diagram-setting-needs-run = run
diagram-setting-operation = Operation
diagram-setting-operation-about = Only the operations of these ids, tags or paths, separated by commas
diagram-setting-request = Request
diagram-setting-request-about = Only the lines of this request, trace or correlation id
diagram-setting-steps = Steps
diagram-setting-steps-about = Draw the steps of each job, too
diagram-setting-title = Title
diagram-setting-title-about = The chart's title
# Of Terraform.
diagram-setting-values = Values
diagram-setting-values-about = Variables, locals and outputs
diagram-setting-values-shown = shown
diagram-setting-values-hidden = hidden
diagram-setting-versions = Versions
diagram-setting-versions-about = Write the versions that are needed
# As what it is drawn. `auto` and `calls` are the choices below; the others are words of Mermaid.
diagram-setting-view = View
diagram-setting-view-about = The classes, or which function calls which; `auto` draws classes if there are any
diagram-setting-view-auto = auto
diagram-setting-view-calls = calls
diagram-setting-csv-view-about = The chart; `auto` tells it from the columns
diagram-setting-json-view-about = The classes of the objects, or the document as a mind map
diagram-setting-openapi-view-about = The classes of the schemas, or what happens in each operation
# Of Docker Compose.
diagram-setting-volumes = Volumes
diagram-setting-volumes-about = Named volumes
diagram-setting-volumes-shown = shown
diagram-setting-volumes-hidden = hidden
