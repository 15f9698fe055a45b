### Docs: documentation becomes an API that can be called.

## Words of several places

docs-title = Docs
docs-copy = Copy
docs-stop = Stop
docs-reading = Reading…
# Of a parameter or a field, beside its name.
docs-required = required
docs-no-description = No description
# Of a request of HTTP.
docs-body = Body
docs-server = Server
docs-sections = Sections
# How sure the reading of an operation is, at least or just so.
docs-sure = { $percent } % sure
docs-percent = { $percent } %
docs-tokens = { $count } tokens
# Phrases, one after the other: text, 2 to 12 characters, required.
docs-list = { $before }, { $next }
docs-operations = Operations
docs-all-operations = All operations
# What a model has answered.
docs-answers = Answers
docs-document = Document
# Marks what a model has added: as short as it can be.
docs-model-mark = model
docs-model-mark-details = +{ $count } model

## The head

docs-bar-files = { $count } files
docs-bar-close = Close the files
docs-bar-more = More documentation to read
docs-bar-refine = Refine with a model
docs-bar-refine-about = Has a model look for what was missed: shows first what would be sent
docs-bar-refine-nothing = There is no documentation for a model to read
# A menu: the tools that take the document, and under each what they do with it.
docs-bar-open-in = Open in
docs-bar-diagram = Diagram
docs-bar-diagram-about = the API as classes or a sequence
docs-bar-convert = Convert
docs-bar-convert-about = its schemas as types of a language
docs-bar-download = Download
docs-bar-yaml = OpenAPI as YAML
docs-bar-json = OpenAPI as JSON
# The version of OpenAPI; with each thing stands where it is documented.
docs-bar-evidence = 3.1, with evidence
# Definitions of tools for a model; strict is a setting of theirs.
docs-bar-tools-openai = tools for OpenAI, strict
docs-bar-tools-anthropic = tools for Anthropic
docs-bar-tools-mcp = tools for MCP

## Before there is documentation

docs-empty-open = Open files
docs-empty-write = Read the first example
docs-empty-files = Documentation to read
docs-empty-note = Several files, or a ZIP archive, are read as one API. Texts up to 32 MB, recordings 100 MB, PDF 256 MB.
# $head is the -head message, in bold.
docs-empty-places = { $head }: each operation and parameter leads to the line or page that documents it, and says how sure it is.
docs-empty-places-head = Every claim has its place
docs-empty-yours = { $head }: names, types and words are edited in place, and stay when more is read.
docs-empty-yours-head = Yours to correct
# $open is a link, the -open message; $command is a command line.
docs-empty-folder = { $open }: nothing of it leaves this tab. The same engine runs in a terminal: { $command }.
docs-empty-folder-open = Open a folder
docs-empty-folder-files = Folder of documentation

## Examples: what each is, and what it shows

docs-example-markdown = Markdown reference
docs-example-markdown-about = Headings, tables and JSON: parameters with their types and defaults
docs-example-page = Web page
docs-example-page-about = Definition lists, anchors and nested bodies of a page that was saved
docs-example-har = Recorded traffic (HAR)
docs-example-har-about = Calls of a session: ids become parameters, secrets stay out
docs-example-curl = curl transcript
docs-example-curl-about = Commands from a terminal
docs-example-unfetched = The example could not be fetched. Try again.

## The row of options

docs-options = Options
docs-options-lead = Operations, parameters, bodies, answers and keys, each with the place that says so. Read here, without a model.
docs-options-ask = Ask
# A question as one may ask it.
docs-options-question = which endpoint cancels an order?
docs-options-find = Find
docs-options-server-about = Where the API is: in the document, the calls and the form
docs-options-undo =
    { $count ->
        [one] Undo the last edit
       *[other] Undo the last of { $count } edits
    }

## The document

docs-document-pane = Documentation
docs-document-headings = Go to a heading
docs-document-contents = Contents
docs-document-text = Text of the document
docs-document-nothing = There is nothing to show.
# Shows the part of the document before or after.
docs-document-earlier = Earlier
docs-document-later = Later
# The number of a page, in the margin.
docs-document-page = p. { $page }
# Of a line of the document. $operation is a method and a path.
docs-document-mark = Documents { $operation }
docs-document-mark-parameter = Documents { $name } of { $operation }
docs-divider = Width of the document
docs-leave = Leave this page?
docs-leave-to = This link leads to
docs-leave-stay = Stay
docs-leave-open = Open in a new tab

## The list of operations

# How many of all operations are listed.
docs-operations-some = { $some } of { $all }
# A group of operations.
docs-operations-new = Found by the model
docs-operations-other = Other
docs-operations-search = Search operations
docs-operations-search-short = Search
docs-operations-confidence = Confidence
docs-operations-confidence-about = Show operations that are at least so sure
docs-operations-all = All
docs-operations-more = And { $count } more: search for them.
docs-operations-by-model = Added by the model, with the words that prove it
docs-operations-unsure = How sure the reading is
docs-operations-none-like-that = No operation is like that.
# Says what an operation looks like.
docs-operations-none = No operation was found: a method and a path, such as GET /users/{ "{id}" }, in a heading, a table, code or a sentence.
docs-operations-show-all = Show all
# For a screen reader.
docs-operations-found =
    { $count ->
        [one] Found { $count } operation.
       *[other] Found { $count } operations.
    }
docs-remarks = Worth knowing
docs-remarks-lost-edits = { $count } of your edits are about something that is not there any more.
# $way is English: HTTP bearer, or a key in the header, X-Key.
docs-remarks-security = Calls are authenticated by { $way }.

## What a question has found

docs-passages = Passages
docs-passages-none = No passage has these words. Ask with the words of the documentation.
# For a screen reader.
docs-passages-found = { $count } passages found.
docs-answers-and-passages = Answers and passages
docs-answers-forget = Forget the answers

## One operation in full

docs-detail-views = Views of the operation
# Tabs: short.
docs-detail-contract = Contract
docs-detail-calls = Calls
docs-detail-tools = Tools
docs-detail-trial = Try it
docs-detail-operation = Operation
docs-detail-summary = Summary
docs-detail-no-summary = No summary: write one
docs-detail-description = Description
docs-detail-deprecated = Deprecated
# A link to the place in the document; if there are more, they follow: and 2, and 3.
docs-detail-place = Where it says so
docs-detail-place-more = and { $number }
docs-detail-parameters = Parameters
docs-detail-no-parameters = None that is documented.
# Of the API.
docs-detail-responses = Answers
docs-detail-method = Method
docs-detail-path = Path
docs-detail-group = Group
docs-detail-no-group = No group
docs-detail-example = Example
docs-detail-example-copied = Example copied.
docs-detail-types = As types
docs-detail-types-about = Open the example in Convert, as types of a language
docs-detail-cut = There is more than is shown: the schema is long, or refers to itself.
# Fields of a row, for a screen reader. $name is the name of a parameter.
docs-row-name = Name of { $name }
docs-row-place = Place of { $name }
docs-row-type = Type of { $name }
docs-row-is-required = { $name } is required
docs-row-description = Description of { $name }
# Any type.
docs-row-any = any
docs-row-show = Show where it is documented
docs-row-show-quote = Show where it says so

## A call that is sent from here

# $kind is where the key goes: Authorization: Bearer.
docs-trial-key = Key ({ $kind })
docs-trial-key-about = In this tab alone: kept nowhere, and in no copied call.
docs-trial-form = Form
docs-trial-body-as = The body as
# Stands where the name of a field does in docs-trial-how, docs-trial-add-to and docs-trial-add-member-to.
docs-trial-the-body = the body
docs-trial-how = How { $name } is given
docs-trial-how-body = How the body is given
# How a field is given.
docs-trial-given = given
docs-trial-left-out = left out
docs-trial-empty-text = empty text
docs-trial-as-json = as JSON
docs-trial-such-as = Such as { $value }
docs-trial-add = Add
docs-trial-add-to = Add to { $name }
docs-trial-remove = Remove { $name }
# A member of an object of JSON.
docs-trial-add-member = Add a member
docs-trial-add-member-to = Add a member to { $name }
docs-trial-member-name = Name of member { $number }
docs-trial-member-value = Value of member { $number }
docs-trial-remove-member = Remove member { $number }
docs-trial-remove-it = Remove
docs-trial-name = name
docs-trial-unfit =
    { $count ->
        [one] { $count } thing is not what the document says. Nothing was sent.
       *[other] { $count } things are not what the document says. Nothing was sent.
    }
docs-trial-send = Send
docs-trial-send-anyway = Send anyway
docs-trial-send-about = Goes from this page to the server above, and nowhere before you press Send.
docs-trial-waiting = Waiting for { $address }…
docs-trial-offline = There is no network.
docs-trial-hidden = The browser shows no answer. Either nothing is at this address, or the server does not let pages of other origins read its answers (CORS): then it answers a shell, but no page. The call may have arrived all the same.
# $error is English.
docs-trial-no-answer = There is no answer: { $error }.
docs-trial-curl = Copy as curl
docs-trial-curl-copied = curl command copied.
docs-trial-came = Answer
docs-trial-came-body = Body of the answer
# Of an answer that is too long to be shown.
docs-trial-cut = The beginning of it.
docs-trial-headers = { $count } headers that the server lets a page see

## What a field takes, in a few words: whole number, at least 1

docs-hint-text = text
docs-hint-whole-number = whole number
docs-hint-number = number
docs-hint-boolean = true or false
docs-hint-choice = one of those
docs-hint-list = list
docs-hint-object = object
docs-hint-file = file
docs-hint-json-several = JSON, of several kinds
docs-hint-json-recursive = JSON: its schema refers to itself
docs-hint-json-too-much = JSON: its schema goes on
docs-hint-at-least = at least { $number }
docs-hint-at-most = at most { $number }
docs-hint-more-than = more than { $number }
docs-hint-less-than = less than { $number }
docs-hint-characters = { $count } characters
docs-hint-characters-between = { $least } to { $most } characters
docs-hint-characters-at-least = at least { $count } characters
docs-hint-characters-at-most = at most { $count } characters
docs-hint-entries = { $count } entries
docs-hint-entries-between = { $least } to { $most } entries
docs-hint-entries-at-least = at least { $count } entries
docs-hint-entries-at-most = at most { $count } entries

## What would be sent to a model

docs-plan-of-run = Sections of this run
docs-plan-close = Close
# $place is what is asked: this device, or a server.
docs-plan-where-here = The sections below are read by { $place }.
docs-plan-where = The text of the sections below goes to { $place }, model { $model }.
docs-plan-change = Change
docs-plan-lead = It looks for operations and parameters that were missed. What it adds must be quoted from the section, word for word; anything else is dropped and counted.
docs-plan-sections =
    { $count ->
        [one] { $count } section
       *[other] { $count } sections
    }
# Which sections are chosen: all, none, or those that are likely to document something.
docs-plan-all = All
docs-plan-none = None
docs-plan-likely = Likely
docs-plan-likely-about = Those that name a path, a method or a parameter
# In the place of the heading of a section that has none.
docs-plan-beginning = Beginning
docs-plan-known =
    { $count ->
        [one] { $count } operation known
       *[other] { $count } operations known
    }
# Where a section is.
docs-plan-being-read = being read
docs-plan-no-whole-answer = no whole answer
docs-plan-read = read
docs-plan-read-before = read before
# The numbers are in bold: $count is that of $requests. $money is an amount in whatever currency: $cost
# is none, little (less than $money) or some.
docs-plan-estimate =
    { $requests ->
        [one] { $count } request
       *[other] { $count } requests
    }, about { $input } tokens sent and at most { $output } back{ $cost ->
        [none] { "" }
        [little] , for about less than { $money }
       *[some] , for about { $money }
    }
docs-plan-prices = Prices for a million tokens
# Of tokens.
docs-plan-sent = sent
docs-plan-back = back
docs-plan-cancel = Cancel
docs-plan-start = Start

## A run of a model

docs-run = What the model adds
docs-run-loading = Chrome downloads its model: { $percent } %
# $place is what is asked: this device, or a server.
docs-run-going = { $done } of { $all } sections read by { $place }
docs-run-paused = Paused after { $done } of { $all } sections
docs-run-interrupted = Interrupted after { $done } of { $all } sections
docs-run-stopped = Stopped after { $done } of { $all } sections
docs-run-finished =
    { $count ->
        [one] { $count } section read by { $place }
       *[other] { $count } sections read by { $place }
    }
docs-run-finished-in-part =
    { $count ->
        [one] { $count } section read by { $place }, { $failed } without a whole answer
       *[other] { $count } sections read by { $place }, { $failed } without a whole answer
    }
docs-run-earlier = Continued from an earlier run: { $done } of { $all } sections read
docs-run-progress = Sections read
docs-run-pause = Pause
docs-run-resume = Resume
docs-run-try-again = Try again
docs-run-continue = Continue
docs-run-forget = Forget
docs-run-forget-about = Takes back what the model has added, here and in what is kept
docs-run-settings = Settings
# $failure is a sentence or two: what happened.
docs-run-trying-again = { $failure } Trying again.
docs-run-fault = The endpoint says: { $fault }
docs-run-no-answer = The answer did not come.
docs-run-kept = What was accepted is kept.
docs-run-filter = Lists only operations of which the model has something
docs-run-added =
    { $operations ->
        [one] { $operations } operation
       *[other] { $operations } operations
    } and { $details ->
        [one] { $details } detail
       *[other] { $details } details
    } added
docs-run-added-and-corrected =
    { $operations ->
        [one] { $operations } operation
       *[other] { $operations } operations
    } and { $details ->
        [one] { $details } detail
       *[other] { $details } details
    } added, { $corrected } corrected
# $money is an amount in whatever currency: $cost is none, little (less than $money) or some.
docs-run-tokens =
    { $count } tokens{ $cost ->
        [none] { "" }
        [little] , about less than { $money }
       *[some] , about { $money }
    }
docs-run-dropped = { $count } dropped
# Why something was dropped, each after the number of those.
docs-run-dropped-not-found = quoted words that are not in the section
docs-run-dropped-not-said = quoted words that do not say what is claimed
docs-run-dropped-malformed = no method, path or name
docs-run-dropped-of-dropped = part of an operation that was dropped
# For a screen reader.
docs-run-said =
    { $stage ->
        [paused] Paused
        [interrupted] Interrupted
        [stopped] Stopped
        [finished] Finished
       *[going] Going on
    }. The model added { $operations } operations and { $details } details.

## The line at the foot

# Where what is shown comes from. $place is what is asked: this device, or a server.
docs-status-from = Engine, and { $place }
docs-status-going = Sections go to { $place }
docs-status-paused = Paused. Nothing is sent.
docs-status-interrupted = { $place } does not answer as it should
# $count is $number, in bold.
docs-status-additions =
    { $number ->
       *[other] { $count } additions
    }
# $count is a number, in bold.
docs-status-tokens = { $count } tokens
# For a screen reader.
docs-status-reading =
    Reading, { $done } of { $all } { $unit ->
        [page] pages
        [section] sections
       *[file] files
    }
docs-status-progress =
    { $done } of { $all } { $unit ->
        [page] pages
        [section] sections
       *[file] files
    }
docs-status-so-far =
    { $count ->
        [one] { $count } operation so far
       *[other] { $count } operations so far
    }
docs-status-found =
    { $count ->
        [one] { $count } operation
       *[other] { $count } operations
    }
docs-status-partial =
    { $count ->
        [one] Stopped: { $count } operation in what was read
       *[other] Stopped: { $count } operations in what was read
    }
docs-status-none = No operation found
docs-status-stopped = Stopped
# ichiban apidoc is a command.
docs-status-too-much = Too much for this page: use ichiban apidoc
# The reader is the part of the page that reads documents. $reason is English.
docs-status-no-reader = The reader is not there: { $reason }

## Messages that pass

# $operation is a method and a path.
docs-edit-taken = { $operation } is there already.
docs-edit-unfit = This edit does not fit the document and was left out: the name is taken or empty, perhaps.
docs-copied = OpenAPI document copied.
docs-saved = Saved { $name }, { $size }.
docs-folder-unread = The folder could not be read. Drop it again.
# In the place of a file's name.
docs-pasted = pasted text
# It could not be kept. $error is English.
docs-unkept = What the model added is lost with this tab: { $error }.
docs-reader-ended = The reader was ended. Read the files again.
# $refused is an English sentence: why a file was not read.
docs-refused-several = { $refused } And { $more } more, listed below the operations.
# What of the documents a request has held, in the list of all requests.
docs-held = a section of the documents
