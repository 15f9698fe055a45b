### What all tools tell of models: what happened where one could not be asked or did not answer, what to do, and
### where models are asked.
### $host is the address of a server, such as api.openai.com; where it has none, it is failures-endpoint.

## Pieces

failures-endpoint = The endpoint
failures-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
failures-minutes = { $count } minutes
failures-hours = { $count } hours
# A limit or a part of it. $count is written as it is.
failures-tokens = { $count } tokens
# What a server says, told after what happened.
failures-it-says = It says: { $words }
failures-two-sentences = { $first } { $second }

## The server cannot be reached

failures-offline = This device is offline.
failures-no-plain-http = The browser does not let this https page talk to { $host } over http.
failures-blocked = The browser could not reach { $host }, or may not read what it answers.
failures-cors = { $host } is there, and does not allow this page (CORS): the browser keeps its answer back.
failures-mixed-content = This page came by https, and the browser does not let it talk to { $host } over http (mixed content).
failures-not-permitted =
    { $space ->
        [device] The browser does not let this page reach apps on this device, and { $host } is one.
       *[network] The browser does not let this page reach devices on the local network, and { $host } is one.
    }
failures-asks-first =
    { $space ->
        [device] The browser asks first whether this page may reach apps on this device, and has no answer yet.
       *[network] The browser asks first whether this page may reach devices on the local network, and has no answer yet.
    }
failures-nobody-there = Nothing answers at { $host }: no such name, or nothing listens on that port.
failures-unsendable = The request cannot be sent: { $reason }.

failures-connect = Connect to a network, then try again; what had settled is kept.
failures-connect-and-test = Connect to a network, then test again. A model on this machine works without one.
failures-connect-and-ask = Connect to a network, then ask again.
failures-give-https = Give the address with https://, or open this page from the same network over http.
failures-check-own-server = Check that the server is running, that it allows the origin { $origin } (CORS; for Ollama set OLLAMA_ORIGINS={ $origin }).
failures-check-own-server-and-permission = Check that the server is running, that it allows the origin { $origin } (CORS; for Ollama set OLLAMA_ORIGINS={ $origin }) and that this page may reach the local network (the browser's site settings).
failures-check-address-and-origin = Check the address. If it is right, the server does not allow the origin { $origin } (CORS): allow it there, or use an endpoint that does.
failures-allow-by-ollama = Start Ollama with `OLLAMA_ORIGINS={ $origin }` in its environment, then test again.
failures-allow-by-lm-studio = Switch on CORS in LM Studio's server settings, or start it with `lms server start --cors`.
failures-allow-by-vllm = Start vLLM with `--allowed-origins '["{ $origin }"]'`, then test again.
failures-allow-by-gateway = Allow the origin { $origin } at the server or its gateway, or use an endpoint that lets pages ask. Some providers allow pages for some keys or addresses alone.
failures-allow-by-server = Have the server allow the origin { $origin }: Ollama by `OLLAMA_ORIGINS={ $origin }`, vLLM by `--allowed-origins`; llama.cpp's `llama-server` allows every origin, unless a proxy before it does not.
failures-avoid-mixed-content = Give the address with https://, put the server behind a proxy with a certificate, or run it on this machine: http://localhost is allowed.
failures-permit = Allow it: the icon left of the address bar, then “Local network access” (or “Apps on device”), then reload the page.
failures-answer-the-browser = Test again and choose “Allow” when the browser asks. If it does not ask, allow “Local network access” by the icon left of the address bar.
failures-look-for-a-slip = Check the address for a slip: there may be no such name. A firewall, a proxy or an ad blocker can be in the way, too.
failures-start-ollama = Start Ollama (`ollama serve`), and check the port: it is 11434 if nobody changed it.
failures-start-lm-studio = Start the server in LM Studio (Developer, or `lms server start`), and check the port: it is 1234 if nobody changed it.
failures-start-vllm = Start vLLM (`vllm serve MODEL`), and check the port: it is 8000 if nobody changed it.
failures-start-own-server = Start the server, and check the port: llama.cpp's is `llama-server -m MODEL.gguf --port 8081` for 8081.
failures-listen-for-others = Check that the server runs and listens for other devices: `--host 0.0.0.0` for llama.cpp, `OLLAMA_HOST=0.0.0.0` for Ollama; and that its firewall lets them in.
failures-look-for-stray-characters = Check the address and the key for stray characters.

## The server does not do what it is asked for
## $status is a status code of HTTP.

failures-key-refused = { $host } does not accept the key.
failures-key-missing = { $host } asks for a key, and none is set.
failures-key-not-allowed = { $host } does not allow this key to do that (HTTP 403).
failures-out-of-credit = The account at { $host } has no credit or quota left.
failures-too-large = The question is longer than the model at { $host } can take.
failures-rate-limited = { $host } takes no more requests for now (HTTP 429).
failures-web-page = { $host } answered with a web page (HTTP { $status }), not as a model's API.
failures-model-unknown = { $host } does not know that model (HTTP { $status }).
failures-nothing-there = { $host } has nothing at this address (HTTP { $status }).
failures-gave-up = { $host } gave up waiting (HTTP { $status }).
failures-server-failed = { $host } failed (HTTP { $status }).
failures-moved = { $host } answers that the API is elsewhere (HTTP { $status }).
failures-not-taken = { $host } does not take this request (HTTP { $status }).
failures-reported = { $host } reported an error.
failures-no-wire = There is no wire `{ $wire }`.
failures-question-unreadable = The question cannot be read.

failures-check-key = Check the key: whole, not expired, and of this provider.
failures-enter-key = Enter a key for this endpoint.
failures-use-other-key = Use a key that may use this model, or another model.
failures-add-credit = Add credit at the provider, or use another endpoint.
failures-ask-less-or-larger = Ask for less at a time, or choose a model with a larger context.
# $wait is a span of time, such as failures-minutes.
failures-wait-for = Try again in { $wait }; what had settled is kept.
failures-wait = Wait a little, then try again; what had settled is kept.
failures-check-root = Check the base address: it is the API's root, often ending in /v1, not the website.
failures-choose-listed-model = Choose a model from the endpoint's list.
failures-check-base-and-wire = Check the base address (it usually ends in /v1) and the wire.
failures-ask-less = Try again; if it happens again, ask for less at a time.
failures-in-a-moment = Try again in a moment; what had settled is kept.
failures-check-base = Check the base address.
failures-check-abilities = Check the wire and the model's abilities (strict output, tools) in the settings.
failures-choose-wire = Choose one of { $wires } in the settings.
failures-reload-mixed-page = Reload the page: it mixes two versions of the app.

## The list of a server's models
## $address is the address of the API, such as https://api.openai.com/v1.

failures-no-list = This server offers no list of its models (HTTP { $status }).
failures-list-too-long = What { $address } answered as its list of models is too long.
failures-list-unreadable = What { $address } answered as its list of models cannot be read.

failures-by-hand = Type the model's name yourself, as the server knows it.
failures-by-hand-or-check = Type the model's name yourself, as the server knows it. If that fails too, check the address and the wire.
failures-check-address-and-wire = Check the address and the wire.

## The answer came, and is not what it should be
## $wait is a span of time, such as failures-minutes; $words are whole sentences in English.

failures-went-silent = { $host } went silent for { $wait } in the middle of its answer.
failures-not-begun = { $host } has not begun to answer within { $wait }.
failures-length = The answer reached its token limit before it was finished.
failures-declined = The model declined to answer.
failures-cut-off = The answer of { $host } stopped in the middle.
failures-stopped = Stopped.
failures-not-an-api = { $words }
failures-bad-answer = { $words }
# $reason is in English.
failures-question-lost = The question was lost: { $reason }.
failures-question-lost-to-restart = The question was lost: it stopped answering and was started anew.

failures-give-it-time = Try again; what had settled is kept. A server that still loads its model needs time.
failures-raise-length = Raise the limit, or ask for less at a time; what had settled is kept.
failures-look-at-question = Look at what was asked, or try another model.
failures-ask-the-rest = Try again: what had settled is kept, and only the rest is asked for.
failures-kept = What had settled is kept.
failures-check-base-or-wire = Check the base address and the wire.
failures-other-model = Try again, or choose another model in the settings; what had settled is kept.
failures-check-wire = Try again; if it happens again, check the wire in the settings.
failures-ask-again-or-reload = Ask again. If that does not help, reload the page.

## Limits of what models may cost
## $limit, $left and $next are amounts: dollars, or failures-tokens.

failures-price-unknown =
    { $span ->
        [day] The price of this model is not known, so the limit of { $limit } a day cannot be held. Nothing was sent.
       *[run] The price of this model is not known, so the limit of { $limit } a run cannot be held. Nothing was sent.
    }
failures-beyond-limit =
    { $span ->
        [day] This would go beyond the limit of { $limit } a day: { $left } of it is left, and the question alone is about { $next }. It was not sent.
       *[run] This would go beyond the limit of { $limit } a run: { $left } of it is left, and the question alone is about { $next }. It was not sent.
    }
failures-limit-reached =
    { $span ->
        [day] Stopped: the limit of { $limit } a day is reached.
       *[run] Stopped: the limit of { $limit } a run is reached.
    }

failures-limit-in-tokens = Set a limit in tokens instead, in the settings, or take a model whose price is known.
failures-raise-limit = Raise the limit in the settings, or ask for less; what had settled is kept.
failures-raise-limit-or-wait = Raise the limit in the settings, or go on tomorrow; what had settled is kept.

## Signing in with OpenRouter
## “Sign in with OpenRouter” is the button endpoint-sign-in.

failures-sign-in-not-begun = This tab has not begun to sign in with OpenRouter, so nothing was taken from the address.
failures-sign-in-of-another = The answer of the sign-in is not to the question of this tab, so it was not used.
failures-sign-in-denied = You did not allow it at OpenRouter. There is no key.
failures-sign-in-refused = OpenRouter refused: { $words }.
failures-sign-in-cancelled = The sign-in was cancelled. There is no key.
failures-sign-in-no-key = OpenRouter gave no key (HTTP { $status }).

failures-begin-sign-in = Begin again here: “Sign in with OpenRouter”.
failures-begin-sign-in-warily = Begin again here: “Sign in with OpenRouter”. If you did not follow a link from there, somebody else made it.
failures-sign-in-and-allow = Sign in again and allow it, or enter a key by hand.
failures-try-or-enter-key = Try again, or enter a key by hand.
failures-sign-in-or-enter-key = Sign in again, or enter a key by hand.
failures-sign-in-anew = The code was used already or has expired: sign in again.

## Where models are asked, as all tools tell it

# The button that opens the settings.
failures-chip-settings = Model endpoint: open settings
failures-chip-unlock = Unlock the key
failures-chip-connect = Connect a model
# In the place of a host.
failures-this-device = this device
# What a small model writes there is a draft.
failures-this-device-draft = this device (draft)

## What is wrong with an endpoint as it was entered

failures-no-address = Enter the address of the API, such as https://api.openai.com/v1.
failures-not-http = An address begins with https:// or wss://, on this machine with http:// or ws:// too.
failures-not-a-root = Only the API's root goes here: no user name, no “?”, no “#”. A key goes in its own field.
failures-key-in-the-clear = Over http:// and ws:// the key could be read on the way. Use https://, or leave the key out.
failures-no-model = Enter the name of a model, as the endpoint knows it.

## The model on this device: what it is doing, in the place of failures-this-device

failures-device-loading = loading the model
failures-device-reading = reading the question
# $share is a share in per cent.
failures-device-reading-share = reading the question, { $share } %
failures-device-writing = writing a draft

## The model on this device: what went wrong. A full stop is put after it, unless there is one of Japanese

failures-device-no-model = There is no model on this device yet: fetch one in the settings
failures-device-removed = The browser has removed the model to make room: fetch it again in the settings
failures-device-question-too-long = The question is too long for the model in this page, which sees { $tokens } tokens
# $reason is in English, or one of the two below it.
failures-device-not-loaded = The model could not be loaded: { $reason }
failures-device-llama-failed = llama.cpp failed: { $reason }
failures-device-unsaid = llama.cpp did not say why
failures-device-no-script = its script could not be fetched
failures-device-no-translator = This browser has no translator built in
failures-device-translates-only = Chrome’s translator translates texts and does nothing else
# $source and $target are codes of languages, such as en.
failures-device-no-pair = Chrome cannot translate from { $source } to { $target } on this device
failures-device-source-unknown = Chrome’s translator must know the language of the source: name the file after it, such as en.json
failures-device-no-language-model = This browser has no language model built in
failures-device-click-needed = Chrome downloads its model only right after a click: press Translate once more
failures-device-no-language = Chrome does not have this language on this device
failures-device-texts-too-long = The texts are too long for the model on this device
failures-device-failed = Chrome’s own model failed: { $reason }
