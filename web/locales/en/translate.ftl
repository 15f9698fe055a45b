# Translate: a file of texts is translated value by value into one or more locales.

translate-title = Translate
translate-close = Close this file
translate-copy = Copy
translate-download = Download
translate-edit = Edit
translate-ask-again = Ask again
translate-accept = Accept
translate-undo = Undo
translate-remove = Remove
# A share, such as 80 %.
translate-percent = { $percent } %

## The files that are made, in the menus Copy and Download

# Every value has a translation.
translate-export-complete = complete
translate-export-rest =
    { $count ->
        [one] { $count } value in the source language
       *[other] { $count } values in the source language
    }
translate-export-all = All locales
translate-export-zip = one zip
# $name is the name of a file.
translate-saved = Saved { $name }.
translate-copied = Copied { $name }.

## Before there is a source

translate-empty-open = Open a file
translate-empty-write = Write one here
translate-empty-files = Locale file
translate-empty-note = JSON (i18next, Chrome, ARB, FormatJS, Xcode), YAML, PO, Android, Apple, Fluent, properties, CSV. Up to { $limit } MB.
# In each of the three facts $lead is the text of the message before it, in bold.
translate-fact-alone-lead = Without a model
translate-fact-alone = { $lead } you see what would be translated, which placeholders are kept, what is wrong in the file, and a pseudo-localisation.
translate-fact-model-lead = With one
translate-fact-model = { $lead }, each value is checked as it settles: placeholders, tags, ICU syntax, plural forms. What fails is asked once more, then shown to you.
translate-fact-private-lead = Nothing leaves this tab
translate-fact-private = { $lead } until you translate, and then only the texts, to the endpoint you name.
translate-example-i18next = A web shop: nested keys, plurals, tags
translate-example-icu = An inbox: plural, select, dates
translate-example-chrome = A browser extension: descriptions, $PLACEHOLDERS$

## The row of options

translate-options = Options
# Before the names of the languages to translate into.
translate-options-into = Into
translate-options-glossary = Glossary
translate-options-terms = Glossary · { $count }
translate-options-memory = Memory
translate-options-memory-about = Translations that you accepted or wrote
# Goes on from "Memory", for screen readers.
translate-options-memory-unkept = is not kept
translate-options-unchanged = Allow unchanged
translate-options-unchanged-about = Accept a translation that equals its source, as names and loan words do
translate-options-pseudo = Pseudo-localise
translate-options-pseudo-about = Accented, longer, bracketed: shows what is not translatable or too narrow. No model needed.
translate-options-remove = Remove { $language }
# The pseudo-localisation, in place of the name of a language.
translate-pseudo = Pseudo

## The list of locales

translate-picker-add = + locale
translate-picker-search = Search locales
translate-picker-hint = Language, region or tag
translate-picker-list = Locales
# $tag is an example.
translate-picker-none = No locale of that name. A BCP 47 tag such as { $tag } can be typed.

## A second file

translate-second-title = A translation of this file?
# $name is the name of the file or the message below it.
translate-second-lead =
    { $name } has { $shared } of the { $rows ->
        [one] { $rows } value
       *[other] { $rows } values
    } in this source. Taken as a translation, it is checked, and only what it lacks is asked for.
translate-second-text = The text
translate-second-locale = Its locale
translate-second-tag = A BCP 47 tag, such as fr or pt-BR
translate-second-use = Use as translation
translate-second-open = Open as a new source
translate-one-file = Drop one file at a time: first the source, then each translation that exists already.
translate-no-catalogue = What you pasted is no catalogue with texts in it. The source stays as it is.

## The pane of the source

translate-source = Source
translate-source-editor = Source JSON
translate-source-open = Open…
translate-source-file = Source or translated file
translate-source-width = Width of the source
translate-source-no-editor = The editor could not be loaded. The file is open and can be translated all the same.
# $format and $layout are in English.
translate-source-what =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    } · { $format } · { $layout }
translate-source-reading = reading…
translate-source-placeholders = Placeholders
translate-source-placeholders-about = What placeholders look like in this file
# $example is a placeholder, or "Placeholders".
translate-source-found = { $example } (found)
# Before a problem that the engine names.
translate-source-place = Line { $line }, column { $column }:
translate-source-stays = The table still shows the last text that could be read.

## The pane of the translations

translate-table = Translations
translate-table-done = { $done } of { $total }
translate-table-search = Search
translate-table-search-label = Search keys and texts
translate-table-key = Key
translate-table-source = Source text
# The keys that stand in no object.
translate-table-top = (top level)
translate-filters = Show
translate-filter-all = All
translate-filter-attention = Attention
translate-filter-missing = Missing
translate-filter-stale = Stale
translate-filter-orphaned = Orphaned
translate-none-invalid = The table fills when the source can be read.
translate-none-text = There is no text to translate in this file.
translate-none-found = Nothing found.
translate-none-attention = Nothing needs attention.
translate-none-stale = No source text has changed since it was translated.
translate-none-missing = Nothing is missing.

## A cell of the table, and what is said below its text

translate-cell-field = Translation
translate-cell-keys = Enter keeps it, Shift Enter breaks the line, Esc drops it
translate-cell-stale = The source has changed since.
translate-cell-fits = It still fits: keep it
translate-cell-all-the-same = Accepted all the same.
# More findings than the one that is shown.
translate-cell-more =
    { $count ->
       *[other] And { $count } more.
    }
# A check fails, and it is in the file.
translate-cell-in-file = The file has it all the same.
translate-cell-earlier = The file keeps the translation there was.
translate-cell-source = The file keeps the source text.
# Where a translation comes from.
translate-origin-accepted = accepted
translate-origin-model = from the model
translate-origin-memory = from memory
translate-origin-memory-accepted = from memory, accepted
translate-origin-file = from the file
translate-origin-file-accepted = from the file, accepted
translate-origin-person = yours
translate-origin-verbatim = nothing to translate

## Existing translations, and values that the source lacks

translate-existing = Existing translations
# $number is the number in bold, $count the same for the form of the words.
translate-existing-missing =
    { $count ->
       *[other] { $number } missing
    }
translate-existing-missing-about = Values that this file does not have
translate-existing-stale =
    { $count ->
       *[other] { $number } stale
    }
translate-existing-stale-about = Values whose source text has changed since they were translated
translate-existing-orphaned =
    { $count ->
       *[other] { $number } orphaned
    }
translate-existing-orphaned-about = Values of this file that the source no longer has
translate-existing-current = { $number } up to date
# $tag is a locale such as pt-BR.
translate-orphans-kept =
    { $count ->
        [one] { $count } value in { $tag } that the source does not have. The file that is made keeps them until you remove them.
       *[other] { $count } values in { $tag } that the source does not have. The file that is made keeps them until you remove them.
    }
translate-orphans-left-out =
    { $count ->
        [one] { $count } value in { $tag } that the source does not have. The file that is made has no place for them: they are left out.
       *[other] { $count } values in { $tag } that the source does not have. The file that is made has no place for them: they are left out.
    }
translate-orphans-keep-all = Keep all
translate-orphans-remove-all = Remove all
translate-orphan-remove = Remove { $path }, line { $line }
translate-orphan-undo = Undo the removal of { $path }, line { $line }

## Findings of checks, below the table

translate-findings =
    { $count ->
        [one] { $count } finding in the translation you gave
       *[other] { $count } findings in the translations you gave
    }
translate-findings-show = Show
translate-findings-hide = Hide
translate-findings-more = And { $count } more. They are listed once these are mended.
translate-findings-go = Go to this value

## The review, one value at a time

translate-review = Review
translate-review-about = Go through the translations one by one
translate-review-progress = Progress of the review
translate-review-close = Close
translate-review-in-source = Show it in the source
translate-review-checks = Checks
translate-review-glossary = Glossary
translate-review-memory = Memory
# In place of the translation of a term.
translate-review-kept = kept as it is
translate-review-use = Use
translate-review-keep = Keep
translate-review-drop = Drop
translate-review-next = Next
translate-review-previous = Previous
translate-review-skip = Skip
# No longer accept it.
translate-review-take-back = Take back
translate-review-over = That was the last one
translate-review-nothing = There is no translation to look at yet.
translate-review-accepted =
    { $accepted ->
        [one] { $accepted } value is accepted.
       *[other] { $accepted } values are accepted.
    }
translate-review-accepted-attention =
    { $accepted ->
        [one] { $accepted } value is accepted.
       *[other] { $accepted } values are accepted.
    } { $attention ->
        [one] { $attention } value still needs attention.
       *[other] { $attention } values still need attention.
    }
translate-review-back = Back to the table
# How a value stands.
translate-standing-empty = not translated
translate-standing-pending = being translated
translate-standing-stale = its source has changed
translate-standing-attention = needs attention
translate-standing-verbatim = as in the source

## The glossary

translate-glossary-title = Glossary
translate-glossary-lead = Models are told these terms, and every translation is checked against them. A translation left empty leaves the term open.
translate-glossary-term = Term
translate-glossary-keep = Keep as it is
translate-glossary-keep-term = Keep “{ $term }” as it is
translate-glossary-keep-this = Keep this term as it is
translate-glossary-delete = Delete
translate-glossary-delete-term = Delete “{ $term }”
translate-glossary-delete-this = Delete this term
translate-glossary-translation = { $term } in { $language }
translate-glossary-add = + term
translate-glossary-save = Save
translate-glossary-cancel = Cancel
translate-glossary-import = Import CSV
translate-glossary-export = Export CSV
translate-glossary-file = Glossary as CSV
translate-glossary-read =
    { $count ->
        [one] { $count } term read.
       *[other] { $count } terms read.
    }
# $message and $hint are sentences in English.
translate-glossary-line = Line { $line }: { $message } { $hint }
translate-glossary-unkept = The glossary lasts until this page is closed: { $reason }.

## The translation memory

translate-memory-title = Translation memory
translate-memory-lead = What you accept or write is remembered in this browser, and fills in before a model is asked.
translate-memory-empty = Nothing is remembered yet.
translate-memory-all =
    { $count ->
        [one] { $count } translation
       *[other] { $count } translations
    }
translate-memory-found = { $found } of { $total }
translate-memory-unkept = The memory lasts until this page is closed: { $reason }.
translate-memory-search = Search
translate-memory-search-label = Search the memory
translate-memory-list = Remembered translations
translate-memory-more = Show more
translate-memory-import = Import TMX
translate-memory-export = Export TMX
translate-memory-file = Translation memory as TMX
translate-memory-forget-all = Forget all
translate-memory-forget-sure =
    { $count ->
        [one] Forget { $count } translation
       *[other] Forget { $count } translations
    }
# Not forget all.
translate-memory-keep = Keep
translate-memory-forget = Forget it
translate-memory-forget-text = Forget “{ $text }”
# In place of a translation.
translate-memory-forgotten = forgotten
translate-memory-imported =
    { $count ->
        [one] { $count } translation taken over.
       *[other] { $count } translations taken over.
    }
translate-memory-imported-some =
    { $count ->
        [one] { $count } translation taken over.
       *[other] { $count } translations taken over.
    } { $passed ->
        [one] { $passed } unit was without a text or a language passed over.
       *[other] { $passed } units were without a text or a language passed over.
    }

## The status line

translate-status-alone = Engine only. Nothing has left this tab.
translate-status-translate = Translate
translate-status-continue = Continue
translate-status-stop = Stop
translate-status-choose = Choose a locale to translate into.
translate-status-connect = No model connected yet: Translate asks where to send the texts.
translate-status-nothing-left = Nothing left to translate.
# $place is a host, a file, or "this device".
translate-status-asking = Asking { $place }…
translate-status-from = From { $place }
translate-status-finished = Finished, from { $place }
translate-status-download = Chrome downloads its model: { $percent } %
# $failure is a sentence.
translate-status-again = { $failure } Trying again.
translate-status-stopped =
    { $count ->
        [one] Stopped. { $count } value left.
       *[other] Stopped. { $count } values left.
    }
translate-status-interrupted =
    { $count ->
        [one] Interrupted. { $count } value left.
       *[other] Interrupted. { $count } values left.
    }
# What a run will do. $host is an address.
translate-status-sends =
    { $count ->
        [one] Sends { $count } value to { $host }
       *[other] Sends { $count } values to { $host }
    }
translate-status-sends-stale =
    { $count ->
        [one] Sends { $count } value whose source has changed to { $host }
       *[other] Sends { $count } values whose source has changed to { $host }
    }
translate-status-sends-both = Sends { $count } values: { $missing } missing, { $stale } changed to { $host }
translate-status-device =
    { $count ->
        [one] Translates { $count } value on this device
       *[other] Translates { $count } values on this device
    }
translate-status-device-stale =
    { $count ->
        [one] Translates { $count } value whose source has changed on this device
       *[other] Translates { $count } values whose source has changed on this device
    }
translate-status-device-both = Translates { $count } values: { $missing } missing, { $stale } changed on this device
# $unit is ms, s or min.
translate-status-first-token = { $number } { $unit } to first token
translate-status-first-paint = { $number } { $unit } to first paint
translate-status-speed = { $number } tok/s
translate-status-tokens = { $number } tokens
translate-status-part = { $number } %
translate-status-progress = Progress
translate-status-invalid = Source is not valid
translate-status-attention =
    { $count ->
        [one] { $count } needs attention
       *[other] { $count } need attention
    }
translate-status-good = All checks pass

## A run that failed

translate-failed-nothing = Nothing was changed.
translate-failed-kept =
    { $count ->
        [one] One translation is kept. Retry asks for the rest only.
       *[other] { $count } translations are kept. Retry asks for the rest only.
    }
translate-failed-retry = Retry
translate-failed-settings = Open settings
translate-engine-anew = The engine stopped answering and was started anew. What was translated is kept: translate again for the rest.
translate-engine-lost = The engine could not start: { $reason }. Reload the page.

## Said to screen readers

translate-said-begun = Translating.
translate-said-progress = { $done } of { $total } values translated
translate-said-finished = Translation finished.
translate-said-attention =
    { $count ->
        [one] Translation finished. { $count } value needs attention.
       *[other] Translation finished. { $count } values need attention.
    }
translate-said-stopped = Translation stopped. What was translated is kept.

## What a request held, in the list of requests

translate-held = texts of { $name }
translate-held-unnamed = texts of the catalogue
