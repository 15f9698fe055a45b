### Answers in words: in Docs, and beside a diagram.

## What is done with an answer

# Before the words of a question, for screen readers.
answer-to = Answer to: { $question }
answer-stop = Stop
answer-ask-again = Ask again
answer-connect = Connect a model
answer-copy = Copy
answer-copy-markdown = Copy as Markdown
answer-copied = Copied.
# $reason is in English: why not, and what to do.
answer-not-copied = Not copied: { $reason }.
answer-unfetched = What shows answers could not be fetched. Check the connection and reload the page; copying works.

## Code in an answer

# In the place of the name of a language, where the code has none.
answer-code = code
# Said to a screen reader in the place of the code.
answer-code-lines =
    { $lines ->
        [one] Code of { $lines } line.
       *[other] Code of { $lines } lines.
    }
# Names of tools, as in the list of tools.
answer-open-in-diagram = Open in Diagram
answer-open-in-repair = Open in Repair
answer-open-in-convert = Open in Convert

## How an answer stands. $place is where a model was asked: a host, or a device

answer-asking = Asking { $place }…
# $message is a sentence: what went wrong.
answer-waiting = { $message } Trying again.
answer-loading = Chrome downloads its model: { $percent } %

## How an answer ended. $begun says whether any of it had come

answer-stopped =
    { $begun ->
        [yes] Stopped: this is not the whole answer. What came is kept.
       *[no] Stopped: this is not the whole answer.
    }
answer-declined = The model declined to answer.
# $message and $hint are sentences: what went wrong, and what to do.
answer-failed =
    { $begun ->
        [yes] This is not the whole answer. { $message } { $hint } What came is kept.
       *[no] { $message } { $hint }
    }
answer-cut-off = The answer stopped in the middle.
answer-try-again = Try again.
answer-exhausted = The model wanted to look up more than it may.
answer-exhausted-hint = Ask for less at once.
answer-ask-again-hint = Ask again.
answer-reader-ended = What reads the answer was ended.
answer-reader-ended-hint = Ask again. If that does not help, reload the page.

## The same, said to a screen reader

answer-said-whole = The answer is whole.
answer-said-stopped = Stopped.
answer-said-declined = The model declined.

## The status line

answer-from-answering = { $place } answers
answer-from = From { $place }
answer-from-stopped = From { $place }, stopped
answer-from-declined = { $place } declined
answer-from-not-whole = From { $place }, not whole
# $number is a number in bold, $unit the unit of a time.
answer-first-token = { $number } { $unit } to first token
answer-first-paint = { $number } { $unit } to first paint
# Tokens in a second.
answer-speed = { $number } tok/s
# $counted says whether the provider has told the number; else it is estimated.
answer-tokens =
    { $counted ->
        [yes] { $number } tokens
       *[no] about { $number } tokens
    }

## Docs: what would be sent with a question

answer-docs-offer = Ask a model
# $sections of the documents, $tokens in all, and how many $earlier questions go along.
answer-docs-could =
    A model can answer this from { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }, about { $tokens } tokens{ $earlier ->
        [0] { "" }
        [1] , with the question before and its answer
       *[other] , with the { $earlier } questions before and their answers
    }.
answer-docs-here =
    Answered in this browser from { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }, about { $tokens } tokens{ $earlier ->
        [0] { "" }
        [1] , with the question before and its answer
       *[other] , with the { $earlier } questions before and their answers
    }.
answer-docs-goes-to =
    The question goes to { $place } with { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }, about { $tokens } tokens{ $earlier ->
        [0] { "" }
        [1] , with the question before and its answer
       *[other] , with the { $earlier } questions before and their answers
    }.
answer-docs-ask = Ask the model
answer-docs-looks-up = It may look up more in these documents while it answers
answer-docs-contents = What is sent
answer-docs-operations =
    { $count ->
        [one] { $count } operation by name
       *[other] { $count } operations by name
    }
# After the names of operations: those for which there was no room.
answer-docs-unsent = and { $count } more, not sent
answer-docs-left-out =
    { $count ->
        [one] { $count } section with words of the question fits no more.
       *[other] { $count } sections with words of the question fit no more.
    }
answer-docs-show = Show in the document
answer-docs-tokens = { $count } tokens

## Docs: what the model has looked up

answer-docs-looked-up =
    { $count ->
        [one] The model looked up { $count } thing
       *[other] The model looked up { $count } things
    }
# $words are those that were looked for, $titles those of the sections that were found.
answer-docs-sections = Sections about “{ $words }”: { $titles } ({ $tokens } tokens)
answer-docs-no-sections = Sections about “{ $words }”: nothing
# $name is an operation of an API, as GET /pets.
answer-docs-operation = The operation “{ $name }”: { $titles } ({ $tokens } tokens)
answer-docs-no-operation = The operation “{ $name }”: nothing
# An operation was chosen in an answer.
answer-docs-unlisted = { $name } is not in the list.

## Docs: why a question has no answer

answer-docs-ended = The reader was ended.
answer-docs-read-again = Read the files again, then ask.
answer-docs-moved = The endpoint was changed while the model was looking things up.

## Docs: calls and definitions, written

answer-docs-languages = Languages
# Whose models definitions are for: OpenAI, Anthropic, MCP.
answer-docs-houses = Houses
answer-docs-written = Written call
answer-docs-text-copied = Text copied.

## Diagram: what a model says of the diagram

answer-explain = Explain
# Beside that button, in a narrow line: what it sends, or what a model on this device reads.
answer-explain-sends = Explaining sends the diagram’s source, about { $tokens } tokens.
answer-explain-reads = Explaining reads the diagram’s source, about { $tokens } tokens.
# The pane. On a phone its tab, which is short.
answer-explain-title = Explanation
answer-explain-close = Back to the text
answer-explain-forget = Forget the answers
answer-explain-answers = Answers
answer-explain-field = Ask about this diagram
answer-explain-put = Ask
answer-explain-unconnected = A model can answer questions about this diagram.
# $tokens in all, and how many $earlier questions go along.
answer-explain-question-sends =
    A question goes to { $place } with the diagram’s source{ $earlier ->
        [0] { "" }
        [1] , the question before and its answer
       *[other] , the { $earlier } questions before and their answers
    }: about { $tokens } tokens.
answer-explain-question-reads =
    Answered in this browser from the diagram’s source{ $earlier ->
        [0] { "" }
        [1] , the question before and its answer
       *[other] , the { $earlier } questions before and their answers
    }: about { $tokens } tokens.
# In the place of a question, where none was asked.
answer-explain-whole = Explain this diagram
answer-explain-older = The diagram has changed since.
# $name is what is written in a part of the diagram: it was chosen in an answer.
answer-explain-not-drawn = { $name } is not in the picture.
# For screen readers.
answer-explain-selected = { $name } is selected in the picture.
# An address follows, on a line of its own.
answer-explain-leads = The answer links to
answer-explain-ended = The engine was stopped before the question was asked.
answer-explain-moved = The endpoint was changed before the question was asked.
# In the ledger of what was sent: what of the input a request held.
answer-explain-held = the diagram's source
answer-explain-held-question = a question, what was said before, and the diagram's source
