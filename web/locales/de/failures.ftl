### What all tools tell of models: what happened where one could not be asked or did not answer, what to do, and
### where models are asked.
### $host is the address of a server, such as api.openai.com; where it has none, it is failures-endpoint.

## Pieces

failures-endpoint = Der Endpunkt
failures-seconds =
    { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
failures-minutes = { $count } Minuten
failures-hours = { $count } Stunden
# A limit or a part of it. $count is written as it is.
failures-tokens = { $count } Token
# What a server says, told after what happened.
failures-it-says = Der Server meldet: { $words }
failures-two-sentences = { $first } { $second }

## The server cannot be reached

failures-offline = Dieses Gerät ist offline.
failures-no-plain-http = Der Browser lässt nicht zu, dass diese https-Seite über http mit { $host } spricht.
failures-blocked = Der Browser konnte { $host } nicht erreichen oder darf die Antwort nicht lesen.
failures-cors = { $host } ist da, erlaubt aber diese Seite nicht (CORS): Der Browser hält die Antwort zurück.
failures-mixed-content = Diese Seite kam über https, und der Browser lässt sie nicht über http mit { $host } sprechen (gemischte Inhalte).
failures-not-permitted =
    { $space ->
        [device] Der Browser lässt diese Seite keine Apps auf diesem Gerät erreichen, und { $host } gehört dazu.
       *[network] Der Browser lässt diese Seite keine Geräte im lokalen Netzwerk erreichen, und { $host } gehört dazu.
    }
failures-asks-first =
    { $space ->
        [device] Der Browser fragt erst, ob diese Seite Apps auf diesem Gerät erreichen darf, und hat noch keine Antwort.
       *[network] Der Browser fragt erst, ob diese Seite Geräte im lokalen Netzwerk erreichen darf, und hat noch keine Antwort.
    }
failures-nobody-there = Unter { $host } antwortet nichts: Der Name existiert nicht, oder an diesem Port lauscht niemand.
failures-unsendable = Die Anfrage lässt sich nicht senden: { $reason }.

failures-connect = Mit einem Netzwerk verbinden und erneut versuchen; Fertiges bleibt erhalten.
failures-connect-and-test = Mit einem Netzwerk verbinden und erneut testen. Ein Modell auf diesem Rechner kommt ohne aus.
failures-connect-and-ask = Mit einem Netzwerk verbinden und erneut fragen.
failures-give-https = Die Adresse mit https:// angeben oder diese Seite aus demselben Netzwerk über http öffnen.
failures-check-own-server = Prüfen, ob der Server läuft und den Ursprung { $origin } erlaubt (CORS; bei Ollama OLLAMA_ORIGINS={ $origin } setzen).
failures-check-own-server-and-permission = Prüfen, ob der Server läuft, den Ursprung { $origin } erlaubt (CORS; bei Ollama OLLAMA_ORIGINS={ $origin } setzen) und ob diese Seite das lokale Netzwerk erreichen darf (Website-Einstellungen des Browsers).
failures-check-address-and-origin = Die Adresse prüfen. Stimmt sie, erlaubt der Server den Ursprung { $origin } nicht (CORS): dort erlauben oder einen Endpunkt verwenden, der ihn erlaubt.
failures-allow-by-ollama = Ollama mit der Umgebungsvariablen `OLLAMA_ORIGINS={ $origin }` starten und erneut testen.
failures-allow-by-lm-studio = CORS in den Servereinstellungen von LM Studio einschalten oder mit `lms server start --cors` starten.
failures-allow-by-vllm = vLLM mit `--allowed-origins '["{ $origin }"]'` starten und erneut testen.
failures-allow-by-gateway = Den Ursprung { $origin } am Server oder an dessen Gateway erlauben oder einen Endpunkt verwenden, der Anfragen von Webseiten zulässt. Manche Anbieter lassen sie nur für bestimmte Schlüssel oder Adressen zu.
failures-allow-by-server = Den Ursprung { $origin } am Server erlauben: Ollama mit `OLLAMA_ORIGINS={ $origin }`, vLLM mit `--allowed-origins`; `llama-server` von llama.cpp erlaubt jeden Ursprung, sofern kein Proxy davor es verhindert.
failures-avoid-mixed-content = Die Adresse mit https:// angeben, den Server hinter einen Proxy mit Zertifikat stellen oder auf diesem Rechner ausführen: http://localhost ist erlaubt.
failures-permit = Zugriff erlauben: Symbol links in der Adressleiste, dann „Zugriff auf lokales Netzwerk“ (oder „Apps auf dem Gerät“), danach die Seite neu laden.
failures-answer-the-browser = Erneut testen und „Zulassen“ wählen, wenn der Browser fragt. Fragt er nicht, „Zugriff auf lokales Netzwerk“ über das Symbol links in der Adressleiste erlauben.
failures-look-for-a-slip = Die Adresse auf Tippfehler prüfen: Vielleicht gibt es den Namen nicht. Auch eine Firewall, ein Proxy oder ein Werbeblocker kann im Weg sein.
failures-start-ollama = Ollama starten (`ollama serve`) und den Port prüfen: 11434, wenn ihn niemand geändert hat.
failures-start-lm-studio = Den Server in LM Studio starten (Developer oder `lms server start`) und den Port prüfen: 1234, wenn ihn niemand geändert hat.
failures-start-vllm = vLLM starten (`vllm serve MODEL`) und den Port prüfen: 8000, wenn ihn niemand geändert hat.
failures-start-own-server = Den Server starten und den Port prüfen: bei llama.cpp `llama-server -m MODEL.gguf --port 8081` für 8081.
failures-listen-for-others = Prüfen, ob der Server läuft und für andere Geräte lauscht: `--host 0.0.0.0` bei llama.cpp, `OLLAMA_HOST=0.0.0.0` bei Ollama; und ob seine Firewall sie durchlässt.
failures-look-for-stray-characters = Adresse und Schlüssel auf überzählige Zeichen prüfen.

## The server does not do what it is asked for
## $status is a status code of HTTP.

failures-key-refused = { $host } akzeptiert den Schlüssel nicht.
failures-key-missing = { $host } verlangt einen Schlüssel, aber es ist keiner eingetragen.
failures-key-not-allowed = { $host } erlaubt das mit diesem Schlüssel nicht (HTTP 403).
failures-out-of-credit = { $host } meldet: Das Konto hat kein Guthaben oder Kontingent mehr.
failures-too-large = { $host } meldet: Die Frage ist länger, als das Modell annehmen kann.
failures-rate-limited = { $host } nimmt derzeit keine weiteren Anfragen an (HTTP 429).
failures-web-page = { $host } hat mit einer Webseite geantwortet (HTTP { $status }), nicht als API eines Modells.
failures-model-unknown = { $host } kennt dieses Modell nicht (HTTP { $status }).
failures-nothing-there = { $host } hat unter dieser Adresse nichts (HTTP { $status }).
failures-gave-up = { $host } hat zu lange gewartet und aufgegeben (HTTP { $status }).
failures-server-failed = { $host } hat einen internen Fehler gemeldet (HTTP { $status }).
failures-moved = { $host } antwortet, dass die API woanders liegt (HTTP { $status }).
failures-not-taken = { $host } nimmt diese Anfrage nicht an (HTTP { $status }).
failures-reported = { $host } hat einen Fehler gemeldet.
failures-no-wire = Es gibt kein Protokoll `{ $wire }`.
failures-question-unreadable = Die Frage ist nicht lesbar.

failures-check-key = Den Schlüssel prüfen: vollständig, nicht abgelaufen und von diesem Anbieter.
failures-enter-key = Einen Schlüssel für diesen Endpunkt eingeben.
failures-use-other-key = Einen Schlüssel verwenden, der dieses Modell nutzen darf, oder ein anderes Modell.
failures-add-credit = Beim Anbieter Guthaben hinzufügen oder einen anderen Endpunkt verwenden.
failures-ask-less-or-larger = Weniger auf einmal anfragen oder ein Modell mit größerem Kontext wählen.
# $wait is a span of time, such as failures-minutes.
failures-wait-for = In { $wait } erneut versuchen; Fertiges bleibt erhalten.
failures-wait = Etwas warten und erneut versuchen; Fertiges bleibt erhalten.
failures-check-root = Die Basisadresse prüfen: Es ist die Wurzel der API, oft mit /v1 am Ende, nicht die Website.
failures-choose-listed-model = Ein Modell aus der Liste des Endpunkts wählen.
failures-check-base-and-wire = Die Basisadresse (sie endet meist auf /v1) und das Protokoll prüfen.
failures-ask-less = Erneut versuchen; geschieht es wieder, weniger auf einmal anfragen.
failures-in-a-moment = Gleich noch einmal versuchen; Fertiges bleibt erhalten.
failures-check-base = Die Basisadresse prüfen.
failures-check-abilities = Das Protokoll und die Fähigkeiten des Modells (strikte Ausgabe, Werkzeuge) in den Einstellungen prüfen.
failures-choose-wire = In den Einstellungen eines davon wählen: { $wires }.
failures-reload-mixed-page = Die Seite neu laden: Sie mischt zwei Versionen der App.

## The list of a server's models
## $address is the address of the API, such as https://api.openai.com/v1.

failures-no-list = Dieser Server bietet keine Liste seiner Modelle an (HTTP { $status }).
failures-list-too-long = Die Modellliste, mit der { $address } geantwortet hat, ist zu lang.
failures-list-unreadable = Die Modellliste, mit der { $address } geantwortet hat, ist nicht lesbar.

failures-by-hand = Den Namen des Modells selbst eingeben, so wie der Server ihn kennt.
failures-by-hand-or-check = Den Namen des Modells selbst eingeben, so wie der Server ihn kennt. Scheitert auch das, Adresse und Protokoll prüfen.
failures-check-address-and-wire = Adresse und Protokoll prüfen.

## The answer came, and is not what it should be
## $wait is a span of time, such as failures-minutes; $words are whole sentences in English.

failures-went-silent = { $host } hat mitten in der Antwort { $wait } lang nichts mehr gesendet.
failures-not-begun = { $host } hat innerhalb von { $wait } nicht zu antworten begonnen.
failures-length = Die Antwort hat ihr Tokenlimit erreicht, bevor sie fertig war.
failures-declined = Das Modell hat die Antwort verweigert.
failures-cut-off = { $host } hat die Antwort mittendrin abgebrochen.
failures-stopped = Gestoppt.
failures-not-an-api = Das ist keine Antwort eines Modells: { $words }
failures-bad-answer = Die Antwort ist unbrauchbar: { $words }
# $reason is in English.
failures-question-lost = Die Frage ging verloren: { $reason }.
failures-question-lost-to-restart = Die Frage ging verloren: Der Prozess antwortete nicht mehr und wurde neu gestartet.

failures-give-it-time = Erneut versuchen; Fertiges bleibt erhalten. Ein Server, der sein Modell noch lädt, braucht Zeit.
failures-raise-length = Das Limit erhöhen oder weniger auf einmal anfragen; Fertiges bleibt erhalten.
failures-look-at-question = Die Frage prüfen oder ein anderes Modell versuchen.
failures-ask-the-rest = Erneut versuchen: Fertiges bleibt erhalten, nur der Rest wird erfragt.
failures-kept = Fertiges bleibt erhalten.
failures-check-base-or-wire = Basisadresse und Protokoll prüfen.
failures-other-model = Erneut versuchen oder in den Einstellungen ein anderes Modell wählen; Fertiges bleibt erhalten.
failures-check-wire = Erneut versuchen; geschieht es wieder, das Protokoll in den Einstellungen prüfen.
failures-ask-again-or-reload = Erneut fragen. Hilft das nicht, die Seite neu laden.

## Limits of what models may cost
## $limit, $left and $next are amounts: dollars, or failures-tokens.

failures-price-unknown =
    { $span ->
        [day] Der Preis dieses Modells ist unbekannt, deshalb lässt sich das Limit von { $limit } pro Tag nicht einhalten. Es wurde nichts gesendet.
       *[run] Der Preis dieses Modells ist unbekannt, deshalb lässt sich das Limit von { $limit } pro Lauf nicht einhalten. Es wurde nichts gesendet.
    }
failures-beyond-limit =
    { $span ->
        [day] Das würde das Limit von { $limit } pro Tag überschreiten: { $left } sind übrig, und allein die Frage braucht etwa { $next }. Sie wurde nicht gesendet.
       *[run] Das würde das Limit von { $limit } pro Lauf überschreiten: { $left } sind übrig, und allein die Frage braucht etwa { $next }. Sie wurde nicht gesendet.
    }
failures-limit-reached =
    { $span ->
        [day] Gestoppt: Das Limit von { $limit } pro Tag ist erreicht.
       *[run] Gestoppt: Das Limit von { $limit } pro Lauf ist erreicht.
    }

failures-limit-in-tokens = Stattdessen in den Einstellungen ein Limit in Token setzen oder ein Modell mit bekanntem Preis nehmen.
failures-raise-limit = Das Limit in den Einstellungen erhöhen oder weniger anfragen; Fertiges bleibt erhalten.
failures-raise-limit-or-wait = Das Limit in den Einstellungen erhöhen oder morgen weitermachen; Fertiges bleibt erhalten.

## Signing in with OpenRouter
## “Sign in with OpenRouter” is the button endpoint-sign-in.

failures-sign-in-not-begun = In diesem Tab wurde keine Anmeldung bei OpenRouter begonnen, deshalb wurde der Adresse nichts entnommen.
failures-sign-in-of-another = Die Antwort der Anmeldung gehört nicht zur Anfrage dieses Tabs und wurde deshalb nicht verwendet.
failures-sign-in-denied = Der Zugriff wurde bei OpenRouter nicht erlaubt. Es gibt keinen Schlüssel.
failures-sign-in-refused = OpenRouter hat abgelehnt: { $words }.
failures-sign-in-cancelled = Die Anmeldung wurde abgebrochen. Es gibt keinen Schlüssel.
failures-sign-in-no-key = OpenRouter hat keinen Schlüssel ausgestellt (HTTP { $status }).

failures-begin-sign-in = Hier neu beginnen: „Bei OpenRouter anmelden“.
failures-begin-sign-in-warily = Hier neu beginnen: „Bei OpenRouter anmelden“. Kam der Link nicht von dort, hat ihn jemand anderes erstellt.
failures-sign-in-and-allow = Erneut anmelden und den Zugriff erlauben oder einen Schlüssel von Hand eingeben.
failures-try-or-enter-key = Erneut versuchen oder einen Schlüssel von Hand eingeben.
failures-sign-in-or-enter-key = Erneut anmelden oder einen Schlüssel von Hand eingeben.
failures-sign-in-anew = Der Code wurde schon benutzt oder ist abgelaufen: erneut anmelden.

## Where models are asked, as all tools tell it

# The button that opens the settings.
failures-chip-settings = Modell-Endpunkt: Einstellungen öffnen
failures-chip-unlock = Schlüssel entsperren
failures-chip-connect = Modell verbinden
# In the place of a host.
failures-this-device = dieses Gerät
# What a small model writes there is a draft.
failures-this-device-draft = dieses Gerät (Entwurf)

## What is wrong with an endpoint as it was entered

failures-no-address = Die Adresse der API eingeben, etwa https://api.openai.com/v1.
failures-not-http = Eine Adresse beginnt mit https:// oder wss://, auf diesem Rechner auch mit http:// oder ws://.
failures-not-a-root = Hierher gehört nur die Wurzel der API: kein Benutzername, kein „?“, kein „#“. Ein Schlüssel gehört in sein eigenes Feld.
failures-key-in-the-clear = Über http:// und ws:// könnte der Schlüssel unterwegs gelesen werden. https:// verwenden oder den Schlüssel weglassen.
failures-no-model = Den Namen eines Modells eingeben, so wie der Endpunkt es kennt.

## The model on this device: what it is doing, in the place of failures-this-device

failures-device-loading = lädt das Modell
failures-device-reading = liest die Frage
# $share is a share in per cent.
failures-device-reading-share = liest die Frage, { $share } %
failures-device-writing = schreibt einen Entwurf

## The model on this device: what went wrong. A full stop is put after it, unless there is one of Japanese

failures-device-no-model = Auf diesem Gerät ist noch kein Modell: in den Einstellungen eines herunterladen
failures-device-removed = Der Browser hat das Modell entfernt, um Platz zu schaffen: in den Einstellungen erneut herunterladen
failures-device-question-too-long = Die Frage ist zu lang für das Modell auf dieser Seite, das höchstens { $tokens } Token sieht
# $reason is in English, or one of the two below it.
failures-device-not-loaded = Das Modell konnte nicht geladen werden: { $reason }
failures-device-llama-failed = Fehler in llama.cpp: { $reason }
failures-device-unsaid = llama.cpp nennt keinen Grund
failures-device-no-script = sein Skript konnte nicht geladen werden
failures-device-no-translator = Dieser Browser hat keinen Übersetzer eingebaut
failures-device-translates-only = Der Übersetzer von Chrome übersetzt Texte und tut sonst nichts
# $source and $target are codes of languages, such as en.
failures-device-no-pair = Chrome kann auf diesem Gerät nicht von { $source } nach { $target } übersetzen
failures-device-source-unknown = Der Übersetzer von Chrome muss die Sprache der Quelle kennen: die Datei nach ihr benennen, etwa en.json
failures-device-no-language-model = Dieser Browser hat kein Sprachmodell eingebaut
failures-device-click-needed = Chrome lädt sein Modell nur direkt nach einem Klick herunter: noch einmal „Übersetzen“ drücken
failures-device-no-language = Chrome hat diese Sprache auf diesem Gerät nicht
failures-device-texts-too-long = Die Texte sind zu lang für das Modell auf diesem Gerät
failures-device-failed = Fehler im Modell von Chrome: { $reason }
