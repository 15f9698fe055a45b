### The settings of models: the endpoint that is asked, its key, limits, what was sent, and models on this device.

## The form of the endpoint

endpoint-head = Modell-Endpunkt
# The head above what is set of the page itself, and not of models.
endpoint-this-page = Diese Seite
endpoint-about = Jeder Server, der eines dieser Protokolle spricht. Anfragen gehen von dieser Seite direkt an ihn: Nichts steht dazwischen.
endpoint-fill-in = Ausfüllen
# Names of servers follow.
endpoint-fill-in-for = Ausfüllen für
endpoint-address = Adresse
# The protocol that the server speaks.
endpoint-wire = Protokoll
# A dialect of the protocol Chat Completions. $server is a name such as OpenRouter.
endpoint-wire-dialect = Chat Completions nach Art von { $server }
endpoint-key = Schlüssel
# In the empty field of the key.
endpoint-key-none-needed = auf diesem Rechner nicht nötig
endpoint-save = Speichern
endpoint-saving = Wird gespeichert…
endpoint-test = Testen
# The key stays encrypted in the browser, and is forgotten in this tab.
endpoint-lock = Schlüssel sperren
endpoint-remove = Entfernen

## Where requests go. $host is an address such as api.openai.com

endpoint-goes-to-page = Nichts verlässt dieses Gerät. Die erste Frage startet das Modell, was einige Sekunden dauert.
endpoint-goes-to-browser = Nichts verlässt dieses Gerät. Beim ersten Mal muss Chrome das Modell vielleicht herunterladen.
endpoint-goes-to-address = Nichts verlässt diesen Tab, bevor übersetzt wird. Dann gehen die zu übersetzenden Texte an die Adresse oben.
endpoint-goes-to-machine = Beim Übersetzen gehen die Texte an { $host } auf diesem Rechner. Sie verlassen ihn nicht.
endpoint-goes-to-host = Beim Übersetzen gehen die Texte und dieser Schlüssel an { $host }. An andere Stellen geht nichts.
# Two sentences: $place is one of these above, $why one of these below.
endpoint-goes-and-why = { $place } { $why }
endpoint-http-by-wire = Nur OpenAI Responses hat einen WebSocket: Dieses Protokoll läuft über HTTP.
endpoint-http-by-key = Eine Seite kann über einen WebSocket keinen Schlüssel senden: Mit Schlüssel läuft die Anfrage über HTTP.

## The model's name, and the list of those that the endpoint has

endpoint-model = Modell
# In the empty field.
endpoint-model-as-named = wie es der Endpunkt nennt
endpoint-models-show = Modelle auflisten
endpoint-models-hide = Liste ausblenden
endpoint-models-list = Namen an diesem Endpunkt
endpoint-models-asking = Liste wird abgefragt…
endpoint-models-none = Er listet kein Modell auf. Den Namen selbst eingeben.
endpoint-models-there =
    { $count ->
        [one] { $count } Modell vorhanden.
       *[other] { $count } Modelle vorhanden. Tippen, um eines zu finden.
    }
endpoint-models-more = { $count } weitere: tippen, um sie zu finden
# How much a model can read. $tokens is a short number, such as 128k.
endpoint-model-context = { $tokens } Token

## The test of the endpoint

endpoint-test-asking = Ein Wort wird erfragt…
endpoint-test-answers = Er antwortet.
endpoint-test-answers-as = Er antwortet, und zwar als { $model }.
endpoint-test-unlisted = Seine Modellliste enthält „{ $model }“ nicht.
# $near are names that are like it.
endpoint-test-unlisted-near = Seine Modellliste enthält „{ $model }“ nicht. Vorhanden: { $near }.

## Where the settings are kept: three ways, each with what that means

endpoint-keep = Diese Einstellungen samt Schlüssel behalten
endpoint-keep-choice = Diese Auswahl behalten
endpoint-keep-in-tab = für diesen Tab
endpoint-keep-in-tab-about = bis er geschlossen wird
endpoint-keep-in-browser = in diesem Browser
endpoint-keep-in-browser-about = bis sie entfernt werden; wer diesen Browser nutzt, kann den Schlüssel lesen
endpoint-keep-choice-in-browser-about = bis sie entfernt wird
endpoint-keep-sealed = in diesem Browser, Schlüssel verschlüsselt
endpoint-keep-sealed-about = eine Passphrase entsperrt ihn, einmal in jedem Tab
endpoint-passphrase = Passphrase
# In the empty field: the passphrase stays the one before.
endpoint-passphrase-as-it-was = wie bisher
endpoint-passphrase-about = Mehrere Wörter sind besser als eines. Niemand kann sie wiederherstellen; der Schlüssel lässt sich neu eingeben.
endpoint-passphrase-too-short = Eine Passphrase mit mindestens { $count } Zeichen eingeben.

## The encrypted key

# $place is a host in bold.
endpoint-unlock-about = Der Schlüssel für { $place } ist in diesem Browser verschlüsselt. Er wird für diesen Tab entsperrt, bis der Tab geschlossen, neu geladen oder gesperrt wird.
endpoint-unlock = Entsperren
endpoint-unlocking = Wird entsperrt…
endpoint-unlocked = Der Schlüssel ist entsperrt.
endpoint-use-another = Anderen Endpunkt verwenden
endpoint-forget-key = Schlüssel löschen
endpoint-key-forgotten = Es gibt keinen verschlüsselten Schlüssel mehr: Ein anderer Tab hat ihn gelöscht.
endpoint-vault-wrong-passphrase = Mit dieser Passphrase wurde der Schlüssel nicht verschlüsselt. Erneut versuchen oder den Schlüssel löschen.
endpoint-vault-later-version = Eine neuere Version dieser Seite hat den Schlüssel verschlüsselt: die Seite neu laden.
endpoint-vault-unreadable = Was an der Stelle des Schlüssels gespeichert ist, lässt sich nicht lesen. Den Schlüssel löschen und neu eingeben.
endpoint-vault-insecure = Der Browser verschlüsselt nur auf Seiten, die über https oder von diesem Rechner kamen.
endpoint-browser-refused = Der Browser hat abgelehnt und nennt keinen Grund.

## Signing in with OpenRouter, in place of a key that is entered

endpoint-sign-in = Bei OpenRouter anmelden
endpoint-sign-in-about = Der Zugriff wird dort erlaubt; von dort kommt ein eigener Schlüssel für diese Seite. Er wird so behalten wie unten gewählt.
endpoint-sign-in-fetching = Der Schlüssel wird von OpenRouter geholt…
endpoint-sign-in-by-hand = Einen Schlüssel von Hand eingeben.
endpoint-sign-in-insecure = Zum Anmelden muss die Seite über https oder von diesem Rechner gekommen sein.
endpoint-signed-in = Angemeldet. Der Schlüssel wird behalten wie gewählt; ein Modell wählen oder die Wahl OpenRouter überlassen.
endpoint-signed-in-passphrase = Angemeldet. Die Passphrase eingeben, mit der der Schlüssel verschlüsselt wird, dann speichern.
# $reason is what the browser says, in English.
endpoint-signed-in-unkept = Angemeldet, aber der Schlüssel wird nicht behalten: { $reason }.
endpoint-signed-in-unkept-about = Er funktioniert, bis diese Seite geschlossen wird.

## Another model for a tool

endpoint-tool-models = Anderes Modell für ein Werkzeug
endpoint-tool-models-about = An diesem Endpunkt. Ein leeres Feld steht für das Modell oben.

## Limits of what models may cost

endpoint-limits = Limits
endpoint-limits-dollars = US-Dollar
endpoint-limits-tokens = Token
# The limit of one run, and of all of a day: heads of the rows below the two above.
endpoint-limits-run = pro Lauf
endpoint-limits-day = pro Tag
# In an empty field: there is no limit.
endpoint-limit-none = keines
endpoint-limit-run-dollars = Höchstbetrag in US-Dollar pro Lauf
endpoint-limit-run-tokens = Höchstzahl der Token pro Lauf
endpoint-limit-day-dollars = Höchstbetrag in US-Dollar pro Tag
endpoint-limit-day-tokens = Höchstzahl der Token pro Tag
endpoint-limit-wrong = Ein Limit ist ein Betrag wie 0.50 oder 20000; leer bedeutet keines.
endpoint-limits-about = Dort endet ein Lauf, und darüber hinaus wird nichts gesendet. Ist der Preis eines Modells unbekannt, lassen sich nur Token zählen. Modelle auf diesem Rechner kosten nichts.

## Recordings of runs

endpoint-replay = Aufzeichnung abspielen
endpoint-replay-about = Ein gespeicherter Lauf antwortet anstelle eines Modells: ohne Schlüssel, ohne Netzwerk. Unten in der Liste der Anfragen einen speichern, dann in dem Werkzeug fragen, aus dem er stammt.
# $file is a name in bold, $stop a link that says endpoint-stop-replaying.
endpoint-replaying = { $file } antwortet auf alles, was ein Modell gefragt wird. Es wird nichts gesendet. { $stop }
endpoint-stop-replaying = Abspielen beenden
endpoint-recording = Aufzeichnung
endpoint-recording-answers = Auf die nächste Frage antwortet die Aufzeichnung.
# The name of the model of a recording that names none.
endpoint-recording-model = Aufzeichnung
# How fast it plays: four ways.
endpoint-pace = Tempo
endpoint-pace-own = im eigenen Tempo
endpoint-pace-four = viermal so schnell
endpoint-pace-sixteen = sechzehnmal so schnell
endpoint-pace-at-once = alles auf einmal
# $reason is in English.
endpoint-no-recording = { $file } ist keine Aufzeichnung dieser Seite: { $reason }.
endpoint-empty-recording = { $file } enthält keine Aufzeichnung.
endpoint-run-gone = Dieser Lauf wird nicht mehr vorgehalten: Nur die letzten dieses Tabs sind noch da.
endpoint-run-saved = Als { $file } gespeichert. Die Datei enthält Fragen und Antworten, keinen Schlüssel des Endpunkts; was wie ein Geheimnis aussieht, ist unkenntlich gemacht. Vor dem Weitergeben ansehen.

## What was sent to models

# $summary is one of the two below, in small print, or endpoint-sent-nothing.
endpoint-sent = Von diesem Browser gesendet { $summary }
endpoint-sent-nothing = nichts
# $count counts requests; $tokens is a number, with ≈ before an estimate.
endpoint-sent-summary =
    { $count ->
        [one] { $count } Anfrage, { $tokens } Token, { $cost }
       *[other] { $count } Anfragen, { $tokens } Token, { $cost }
    }
endpoint-sent-summary-unpriced =
    { $count ->
        [one] { $count } Anfrage, { $tokens } Token, { $cost } plus Anfragen ohne bekannten Preis
       *[other] { $count } Anfragen, { $tokens } Token, { $cost } plus Anfragen ohne bekannten Preis
    }
endpoint-sent-none = Noch nichts. Hier wird jede Anfrage an ein Modell stehen: wann, an wen, wie viel und welche eigenen Daten darin waren.
endpoint-sent-filter = Filtern
endpoint-sent-filter-about = Anfragen filtern
endpoint-sent-copy = JSON kopieren
endpoint-sent-copied = Als JSON kopiert.
endpoint-sent-download = CSV herunterladen
endpoint-sent-forget = Löschen
endpoint-sent-list = Anfragen, die neuesten zuerst
endpoint-sent-none-found = Keine Anfrage enthält diese Wörter.
# $reason is what the browser says, in English.
endpoint-sent-unkept = Wird nach diesem Tab nicht behalten: { $reason }.
endpoint-sent-unfetched = Wird nach diesem Tab nicht behalten: Der dafür zuständige Teil der Seite konnte nicht geladen werden.

# The facts of a request, with dots between.
endpoint-sent-bytes = { $count } Byte
endpoint-sent-tokens = Eingabe { $input }, Ausgabe { $output }
endpoint-sent-no-price = Preis unbekannt
# $time is a span, such as 38 ms.
endpoint-sent-byte = { $time } bis zum ersten Byte
endpoint-sent-token = { $time } bis zum ersten Token
endpoint-sent-paint = { $time } bis zur ersten Anzeige
# Tokens in a second.
endpoint-sent-rate = { $rate } Token/s
endpoint-sent-save = Lauf speichern
# What was in a request of these settings.
endpoint-sent-test = eine Testfrage, keine eigenen Daten
endpoint-sent-models = die Modellliste, keine eigenen Daten
# How a request ended.
endpoint-sent-complete = vollständig
endpoint-sent-length = Längenlimit
endpoint-sent-refused = abgelehnt
endpoint-sent-cut-off = abgebrochen
endpoint-sent-stopped = gestoppt

# A table: how fast answers came.
endpoint-latency = Latenz
endpoint-latency-byte = bis zum ersten Byte
endpoint-latency-token = bis zum ersten Token
endpoint-latency-paint = bis zur ersten Anzeige
endpoint-latency-rate = Token pro Sekunde

## A file of settings names an endpoint that cannot be taken

endpoint-left-out-no-model = Der Modell-Endpunkt wird weggelassen: Dieser Browser hat kein solches Modell eingebaut.
endpoint-left-out-no-wire = Der Modell-Endpunkt wird weggelassen: Diese Version der Seite kennt sein Protokoll nicht.
# $fault is a sentence that says what to do.
endpoint-left-out-fault = Der Modell-Endpunkt wird weggelassen. { $fault }

## What answers on this device, and what each does well

endpoint-on-device = Auf diesem Gerät
# In place of one on this device.
endpoint-an-endpoint = Ein Endpunkt
endpoint-translator = Übersetzer von Chrome
endpoint-translator-about = Schnell und gut bei Sätzen. Er kennt weder Glossar noch Pluralformen: Was er falsch macht, wird markiert.
endpoint-language-model = Sprachmodell von Chrome
endpoint-language-model-about = Langsamer. Es befolgt das Glossar und die Notizen, kann aber nur wenige Sprachen.
endpoint-llama = Ein Modell auf dieser Seite
endpoint-llama-about = llama.cpp auf dieser Seite. Kleine Modelle schreiben Entwürfe: kurz, in der vorgegebenen Form und oft falsch; die Arbeit machen die Werkzeuge. Nötig ist kein Schlüssel und, sobald das Modell da ist, auch kein Netzwerk.

## Models for llama.cpp in this page: files that are fetched and kept

endpoint-local = Modelle auf dieser Seite
endpoint-local-none = Diese Website bietet kein Modell an. Ein eigenes verwenden:
endpoint-local-pick = GGUF-Datei vom Datenträger…
endpoint-local-address = Adresse einer GGUF-Datei
# In the empty field, beside the button above.
endpoint-local-or-address = oder ihre Adresse: https://…/model.gguf
endpoint-local-look = Nachsehen
endpoint-local-looking = Wird nachgesehen…
endpoint-local-advice = Ein Code-Modell mit 0,5 bis 1,5 Milliarden Parametern ist den Download wert, etwa Qwen2.5-Coder-1.5B-Instruct als Q4_K_M (1 GB).
endpoint-local-agree = Zustimmen und herunterladen
endpoint-local-download = Herunterladen
endpoint-local-resume = Fortsetzen
endpoint-local-cancel = Abbrechen
endpoint-local-use = Verwenden
endpoint-local-remove = Entfernen
endpoint-local-test = Modell für den Funktionstest: Es zeigt, dass alles läuft. Seine Antworten sind gültig, aber nutzlos.
# The name of a model that has none.
endpoint-local-unnamed = Ein Modell
endpoint-local-no-licence = Lizenz nicht angegeben: beim Herausgeber nachsehen
endpoint-local-from = von { $host }
endpoint-local-from-disk = vom Datenträger
# $done and $all are sizes, such as 1.1 MB.
endpoint-local-fetching = { $done } von { $all }
endpoint-local-unfinished = { $done } von { $all } sind da
endpoint-local-asked = Bisher wurde nur der Anfang der Datei geladen.
endpoint-local-checking = Es wird geprüft, ob sie vollständig ist und dem Angekündigten entspricht…
endpoint-local-in-memory = Im Speicher, bis dieser Tab geschlossen wird.
endpoint-local-forbidden = Dieser Browser speichert für diese Seite nichts (ein privates Fenster oder ein Frame, der nicht speichern darf): Modelle bleiben im Speicher, bis dieser Tab geschlossen wird.
endpoint-local-no-room = Der Browser hat keinen Platz für dieses Modell: Es bleibt im Speicher, bis dieser Tab geschlossen wird.

## Why a model could not be had. These have no full stop at the end

endpoint-local-unfetched = Dieser Teil der Seite konnte nicht geladen werden. Die Einstellungen erneut öffnen.
endpoint-local-unreachable = { $host } war nicht erreichbar oder lässt Seiten anderer Websites nicht herunterladen. Die Datei selbst herunterladen und vom Datenträger wählen
endpoint-local-unreachable-kept = { $host } war nicht erreichbar oder lässt Seiten anderer Websites nicht herunterladen. Was schon da war, bleibt erhalten
# $status is a status of HTTP, such as 404 Not Found.
endpoint-local-answered = { $host } antwortete { $status }
endpoint-local-no-gguf-there = Was { $host } unter dieser Adresse hat, ist keine GGUF-Datei
endpoint-local-no-size = { $host } nennt die Größe der Datei nicht. Die Datei selbst herunterladen und vom Datenträger wählen
endpoint-local-no-address = Das ist keine Adresse: Eine Adresse beginnt mit https://
endpoint-local-only-https = Ein Modell wird nur über https:// geladen, damit es unterwegs niemand austauschen kann
endpoint-local-none-picked = Es wurde keine Datei gewählt
endpoint-local-no-gguf = { $file } ist keine GGUF-Datei, wie llama.cpp sie liest
endpoint-local-pick-again = Die Datei erneut wählen: Die Seite kann sie nicht selbst öffnen
# $got and $promised are numbers of bytes.
endpoint-local-wrong-length = Der Server hat { $got } Byte gesendet, { $promised } sollten es sein
endpoint-local-broken-off = Die Verbindung brach ab. Was schon da war, bleibt erhalten: jederzeit fortsetzen
endpoint-local-not-gguf = Das ist keine GGUF-Datei, wie llama.cpp sie liest. Sie wurde verworfen
endpoint-local-wrong-digest = Das Geladene entspricht nicht dem Angekündigten: Der SHA-256-Wert ist ein anderer. Es wurde verworfen; erneut versuchen und, wenn es wieder geschieht, dem Anbieter melden
endpoint-local-other-tab = Ein anderer Tab lädt dieses Modell: darauf warten oder dort abbrechen
endpoint-local-full = Der Browser hat keinen Platz für den Rest. Ein anderes Modell entfernen oder Platz auf dem Datenträger schaffen und fortsetzen
# $reason is in English.
endpoint-local-failed = Der Download ist fehlgeschlagen: { $reason }
endpoint-local-refused = Der Browser lehnt ab: { $reason }

## What is wrong with the list of models that this site offers, which its operator writes.
## $model and $part are numbers. No full stops

endpoint-list-no-object = Die Modellliste dieser Website ist nicht lesbar: Sie ist kein Objekt
endpoint-list-no-models = Die Modellliste dieser Website ist keine: „models“ fehlt
endpoint-list-no-model = Die Modellliste dieser Website ist nicht lesbar: Modell { $model } ist kein Objekt
endpoint-list-no-part = Die Modellliste dieser Website ist nicht lesbar: Modell { $model }, Teil { $part } ist kein Objekt
endpoint-list-no-files = In der Modellliste dieser Website hat Modell { $model } keine Dateien
endpoint-list-no-digest = In der Modellliste dieser Website besteht der SHA-256-Wert von Modell { $model }, Teil { $part } nicht aus 64 Hexadezimalziffern
endpoint-list-no-bytes = In der Modellliste dieser Website ist die Bytezahl von Modell { $model }, Teil { $part } keine Zahl
endpoint-list-missing-of-model =
    { $what ->
        [licence] Die Modellliste dieser Website ist nicht lesbar: Die Lizenz von Modell { $model } fehlt
        [template] Die Modellliste dieser Website ist nicht lesbar: Die Chat-Vorlage von Modell { $model } fehlt
       *[name] Die Modellliste dieser Website ist nicht lesbar: Der Name von Modell { $model } fehlt
    }
endpoint-list-missing-of-part =
    { $what ->
        [digest] Die Modellliste dieser Website ist nicht lesbar: Der SHA-256-Wert von Modell { $model }, Teil { $part } fehlt
       *[address] Die Modellliste dieser Website ist nicht lesbar: Die Adresse von Modell { $model }, Teil { $part } fehlt
    }
