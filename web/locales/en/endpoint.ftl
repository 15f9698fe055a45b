### The settings of models: the endpoint that is asked, its key, limits, what was sent, and models on this device.

## The form of the endpoint

endpoint-head = Model endpoint
# The head above what is set of the page itself, and not of models.
endpoint-this-page = This page
endpoint-about = Any server that speaks one of these wires. Requests go from this page straight to it: there is nothing in between.
endpoint-fill-in = Fill in
# Names of servers follow.
endpoint-fill-in-for = Fill in for
endpoint-address = Address
# The protocol that the server speaks.
endpoint-wire = Wire
# A dialect of the protocol Chat Completions. $server is a name such as OpenRouter.
endpoint-wire-dialect = Chat Completions as { $server } has it
endpoint-key = Key
# In the empty field of the key.
endpoint-key-none-needed = none needed on this machine
endpoint-save = Save
endpoint-saving = Saving…
endpoint-test = Test
# The key stays encrypted in the browser, and is forgotten in this tab.
endpoint-lock = Lock the key
endpoint-remove = Remove

## Where requests go. $host is an address such as api.openai.com

endpoint-goes-to-page = Nothing leaves this device. The model is started by your first question, and takes some seconds.
endpoint-goes-to-browser = Nothing leaves this device. The first time, Chrome may have to download the model.
endpoint-goes-to-address = Nothing leaves this tab until you translate. Then the texts to translate go to the address above.
endpoint-goes-to-machine = When you translate, the texts go to { $host }, on this machine. They do not leave it.
endpoint-goes-to-host = When you translate, the texts and this key go to { $host }. Nothing goes anywhere else.
# Two sentences: $place is one of these above, $why one of these below.
endpoint-goes-and-why = { $place } { $why }
endpoint-http-by-wire = Only OpenAI Responses has a WebSocket: this wire asks over HTTP.
endpoint-http-by-key = A page can send no key over a WebSocket: with one, it asks over HTTP.

## The model's name, and the list of those that the endpoint has

endpoint-model = Model
# In the empty field.
endpoint-model-as-named = as the endpoint names it
endpoint-models-show = List models
endpoint-models-hide = Hide list
endpoint-models-list = Names at this endpoint
endpoint-models-asking = Asking for the list…
endpoint-models-none = It lists no model. Type the name yourself.
endpoint-models-there =
    { $count ->
        [one] { $count } model there.
       *[other] { $count } models there. Type to find one.
    }
endpoint-models-more = { $count } more: type to find them
# How much a model can read. $tokens is a short number, such as 128k.
endpoint-model-context = { $tokens } tokens

## The test of the endpoint

endpoint-test-asking = Asking for one word…
endpoint-test-answers = It answers.
endpoint-test-answers-as = It answers, as { $model }.
endpoint-test-unlisted = Its list of models does not hold “{ $model }”.
# $near are names that are like it.
endpoint-test-unlisted-near = Its list of models does not hold “{ $model }”. It has { $near }.

## Where the settings are kept: three ways, each with what that means

endpoint-keep = Keep these settings, key included
endpoint-keep-choice = Keep this choice
endpoint-keep-in-tab = for this tab
endpoint-keep-in-tab-about = gone when it is closed
endpoint-keep-in-browser = in this browser
endpoint-keep-in-browser-about = until you remove them; who uses this browser can read the key
endpoint-keep-choice-in-browser-about = until you remove it
endpoint-keep-sealed = in this browser, the key encrypted
endpoint-keep-sealed-about = a passphrase unlocks it, once in each tab
endpoint-passphrase = Passphrase
# In the empty field: the passphrase stays the one before.
endpoint-passphrase-as-it-was = as it was
endpoint-passphrase-about = Several words are better than one. Nobody can recover it; the key can be entered anew.
endpoint-passphrase-too-short = Enter a passphrase of at least { $count } characters.

## The encrypted key

# $place is a host in bold.
endpoint-unlock-about = The key for { $place } is encrypted in this browser. It is unlocked for this tab, until the tab is closed, reloaded or locked.
endpoint-unlock = Unlock
endpoint-unlocking = Unlocking…
endpoint-unlocked = The key is unlocked.
endpoint-use-another = Use another endpoint
endpoint-forget-key = Forget the key
endpoint-key-forgotten = There is no encrypted key any more: another tab has forgotten it.
endpoint-vault-wrong-passphrase = This is not the passphrase that the key was encrypted with. Try again, or forget the key.
endpoint-vault-later-version = A later version of this page has encrypted the key: reload the page.
endpoint-vault-unreadable = What is kept in the key’s place cannot be read. Forget it, and enter the key again.
endpoint-vault-insecure = The browser encrypts only on pages that came by https or from this machine.
endpoint-browser-refused = The browser refused, and does not say why.

## Signing in with OpenRouter, in place of a key that is entered

endpoint-sign-in = Sign in with OpenRouter
endpoint-sign-in-about = You allow it there, and come back with a key of this page’s own. It is kept as chosen below.
endpoint-sign-in-fetching = Fetching the key from OpenRouter…
endpoint-sign-in-by-hand = Enter a key by hand.
endpoint-sign-in-insecure = Signing in needs a page that came by https or from this machine.
endpoint-signed-in = Signed in. The key is kept as you chose; choose a model, or leave it to OpenRouter.
endpoint-signed-in-passphrase = Signed in. Enter the passphrase to encrypt the key under, then save.
# $reason is what the browser says, in English.
endpoint-signed-in-unkept = Signed in, but the key is not kept: { $reason }.
endpoint-signed-in-unkept-about = It works until this page is closed.

## Another model for a tool

endpoint-tool-models = Another model for a tool
endpoint-tool-models-about = At this endpoint. Empty is the model above.

## Limits of what models may cost

endpoint-limits = Limits
endpoint-limits-dollars = US dollars
endpoint-limits-tokens = tokens
# The limit of one run, and of all of a day: heads of the rows below the two above.
endpoint-limits-run = a run
endpoint-limits-day = a day
# In an empty field: there is no limit.
endpoint-limit-none = none
endpoint-limit-run-dollars = Most US dollars a run
endpoint-limit-run-tokens = Most tokens a run
endpoint-limit-day-dollars = Most US dollars a day
endpoint-limit-day-tokens = Most tokens a day
endpoint-limit-wrong = A limit is an amount, such as 0.50 or 20000; empty is none.
endpoint-limits-about = A run stops there, and nothing is sent beyond. Where a model's price is not known, only tokens can be counted. This machine costs nothing.

## Recordings of runs

endpoint-replay = Replay a recording
endpoint-replay-about = A saved run answers in a model’s place: no key, no network. Save one below, where requests are listed, then ask in the tool it came from.
# $file is a name in bold, $stop a link that says endpoint-stop-replaying.
endpoint-replaying = { $file } answers what is asked of a model. Nothing is sent. { $stop }
endpoint-stop-replaying = Stop replaying
endpoint-recording = Recording
endpoint-recording-answers = The recording answers what is asked next.
# The name of the model of a recording that names none.
endpoint-recording-model = recording
# How fast it plays: four ways.
endpoint-pace = Pace
endpoint-pace-own = at its own pace
endpoint-pace-four = four times as fast
endpoint-pace-sixteen = sixteen times as fast
endpoint-pace-at-once = at once
# $reason is in English.
endpoint-no-recording = { $file } is no recording of this page: { $reason }.
endpoint-empty-recording = { $file } holds no recording.
endpoint-run-gone = This run is not held any more: only the last ones of this tab are.
endpoint-run-saved = Saved as { $file }. It holds what was asked and answered, no key of the endpoint; what looks like a secret is masked. Look at it before you pass it on.

## What was sent to models

# $summary is one of the two below, in small print, or endpoint-sent-nothing.
endpoint-sent = Sent from this browser { $summary }
endpoint-sent-nothing = nothing
# $count counts requests; $tokens is a number, with ≈ before an estimate.
endpoint-sent-summary =
    { $count ->
        [one] { $count } request, { $tokens } tokens, { $cost }
       *[other] { $count } requests, { $tokens } tokens, { $cost }
    }
endpoint-sent-summary-unpriced =
    { $count ->
        [one] { $count } request, { $tokens } tokens, { $cost } and what has no known price
       *[other] { $count } requests, { $tokens } tokens, { $cost } and what has no known price
    }
endpoint-sent-none = Nothing yet. Every request to a model will stand here: when, to whom, how much, what of yours was in it.
endpoint-sent-filter = Filter
endpoint-sent-filter-about = Filter requests
endpoint-sent-copy = Copy JSON
endpoint-sent-copied = Copied as JSON.
endpoint-sent-download = Download CSV
endpoint-sent-forget = Forget
endpoint-sent-list = Requests, the newest first
endpoint-sent-none-found = No request has these words.
# $reason is what the browser says, in English.
endpoint-sent-unkept = Not kept after this tab: { $reason }.
endpoint-sent-unfetched = Not kept after this tab: the part of the page that keeps them could not be fetched.

# The facts of a request, with dots between.
endpoint-sent-bytes = { $count } bytes
endpoint-sent-tokens = { $input } in, { $output } out
endpoint-sent-no-price = price unknown
# $time is a span, such as 38 ms.
endpoint-sent-byte = { $time } to first byte
endpoint-sent-token = { $time } to first token
endpoint-sent-paint = { $time } to first paint
# Tokens in a second.
endpoint-sent-rate = { $rate } tok/s
endpoint-sent-save = Save run
# What was in a request of these settings.
endpoint-sent-test = a test question, nothing of yours
endpoint-sent-models = the list of models, nothing of yours
# How a request ended.
endpoint-sent-complete = complete
endpoint-sent-length = length
endpoint-sent-refused = refused
endpoint-sent-cut-off = cut-off
endpoint-sent-stopped = stopped

# A table: how fast answers came.
endpoint-latency = Latency
endpoint-latency-byte = to first byte
endpoint-latency-token = to first token
endpoint-latency-paint = to first paint
endpoint-latency-rate = tokens a second

## A file of settings names an endpoint that cannot be taken

endpoint-left-out-no-model = Model endpoint is left out: this browser has no such model built in.
endpoint-left-out-no-wire = Model endpoint is left out: this version of the page does not know its wire.
# $fault is a sentence that says what to do.
endpoint-left-out-fault = Model endpoint is left out. { $fault }

## What answers on this device, and what each does well

endpoint-on-device = On this device
# In place of one on this device.
endpoint-an-endpoint = An endpoint
endpoint-translator = Chrome’s translator
endpoint-translator-about = Fast, and good at sentences. It knows nothing of a glossary or of plural forms: what it gets wrong is marked.
endpoint-language-model = Chrome’s language model
endpoint-language-model-about = Slower. It follows the glossary and the notes; it knows few languages.
endpoint-llama = A model in this page
endpoint-llama-about = llama.cpp, in this page. Small models write drafts: short, held to their form, and often wrong; the tools do the work. It needs no key, and no network once the model is here.

## Models for llama.cpp in this page: files that are fetched and kept

endpoint-local = Models in this page
endpoint-local-none = This site offers no model. Bring one yourself:
endpoint-local-pick = GGUF file from disk…
endpoint-local-address = Address of a GGUF file
# In the empty field, beside the button above.
endpoint-local-or-address = or its address: https://…/model.gguf
endpoint-local-look = Look it up
endpoint-local-looking = Looking…
endpoint-local-advice = A coder model of 0.5 to 1.5 billion parameters is worth its download, such as Qwen2.5-Coder-1.5B-Instruct as Q4_K_M (1 GB).
endpoint-local-agree = Agree and download
endpoint-local-download = Download
endpoint-local-resume = Resume
endpoint-local-cancel = Cancel
endpoint-local-use = Use
endpoint-local-remove = Remove
endpoint-local-test = Smoke-test model: it shows that everything works. What it answers is valid, and of no use.
# The name of a model that has none.
endpoint-local-unnamed = A model
endpoint-local-no-licence = licence not told: see where it is published
endpoint-local-from = from { $host }
endpoint-local-from-disk = from disk
# $done and $all are sizes, such as 1.1 MB.
endpoint-local-fetching = { $done } of { $all }
endpoint-local-unfinished = { $done } of { $all } are here
endpoint-local-asked = Nothing was fetched yet but the file’s beginning.
endpoint-local-checking = Checking that it is whole and what was promised…
endpoint-local-in-memory = In memory, until this tab is closed.
endpoint-local-forbidden = This browser keeps nothing for this page (a private window, or a frame that may not store): models are held in memory until this tab is closed.
endpoint-local-no-room = The browser has no room to keep this model: it is held in memory until this tab is closed.

## Why a model could not be had. These have no full stop at the end

endpoint-local-unfetched = This part of the page could not be fetched. Open the settings again.
endpoint-local-unreachable = { $host } could not be reached, or does not let other sites’ pages fetch from it. Download the file yourself, and pick it from disk
endpoint-local-unreachable-kept = { $host } could not be reached, or does not let other sites’ pages fetch from it. What had come is kept
# $status is a status of HTTP, such as 404 Not Found.
endpoint-local-answered = { $host } answered { $status }
endpoint-local-no-gguf-there = What { $host } has at this address is no GGUF file
endpoint-local-no-size = { $host } does not say how large the file is. Download it yourself, and pick it from disk
endpoint-local-no-address = This is no address: one begins with https://
endpoint-local-only-https = A model is fetched over https:// only, so that nobody can exchange it on the way
endpoint-local-none-picked = No file was picked
endpoint-local-no-gguf = { $file } is no GGUF file, which is what llama.cpp reads
endpoint-local-pick-again = Pick the file again: the page cannot open it by itself
# $got and $promised are numbers of bytes.
endpoint-local-wrong-length = The server sent { $got } bytes, and { $promised } were to come
endpoint-local-broken-off = The connection broke off. What had come is kept: go on when you like
endpoint-local-not-gguf = This is no GGUF file, which is what llama.cpp reads. It was thrown away
endpoint-local-wrong-digest = What was fetched is not what was promised: its SHA-256 is another one. It was thrown away; try again, and if it happens again, tell whoever offers it
endpoint-local-other-tab = Another tab is fetching this model: wait for that one, or stop it
endpoint-local-full = The browser has no room for the rest. Remove another model, or free some of the disk, and go on
# $reason is in English.
endpoint-local-failed = The download failed: { $reason }
endpoint-local-refused = The browser refuses: { $reason }

## What is wrong with the list of models that this site offers, which its operator writes.
## $model and $part are numbers. No full stops

endpoint-list-no-object = This site’s list of models cannot be read: it is not an object
endpoint-list-no-models = This site’s list of models is not one: “models” is missing
endpoint-list-no-model = This site’s list of models cannot be read: model { $model } is not an object
endpoint-list-no-part = This site’s list of models cannot be read: model { $model }, part { $part } is not an object
endpoint-list-no-files = In this site’s list of models, model { $model } has no files
endpoint-list-no-digest = In this site’s list of models, the SHA-256 of model { $model }, part { $part } is not 64 hexadecimal digits
endpoint-list-no-bytes = In this site’s list of models, the bytes of model { $model }, part { $part } are not a number
endpoint-list-missing-of-model =
    { $what ->
        [licence] This site’s list of models cannot be read: the licence of model { $model } is missing
        [template] This site’s list of models cannot be read: the chat template of model { $model } is missing
       *[name] This site’s list of models cannot be read: the name of model { $model } is missing
    }
endpoint-list-missing-of-part =
    { $what ->
        [digest] This site’s list of models cannot be read: the SHA-256 of model { $model }, part { $part } is missing
       *[address] This site’s list of models cannot be read: the address of model { $model }, part { $part } is missing
    }
