### Docs: documentation becomes an API that can be called.

## Words of several places

docs-title = Docs
docs-copy = Kopieren
docs-stop = Stopp
docs-reading = Wird gelesen…
# Of a parameter or a field, beside its name.
docs-required = erforderlich
docs-no-description = Keine Beschreibung
# Of a request of HTTP.
docs-body = Body
docs-server = Server
docs-sections = Abschnitte
# How sure the reading of an operation is, at least or just so.
docs-sure = { $percent } % sicher
docs-percent = { $percent } %
docs-tokens = { $count } Token
# Phrases, one after the other: text, 2 to 12 characters, required.
docs-list = { $before }, { $next }
docs-operations = Operationen
docs-all-operations = Alle Operationen
# What a model has answered.
docs-answers = Antworten
docs-document = Dokument
# Marks what a model has added: as short as it can be.
docs-model-mark = Modell
docs-model-mark-details = +{ $count } Modell

## The head

docs-bar-files = { $count } Dateien
docs-bar-close = Dateien schließen
docs-bar-more = Weitere Dokumentation zum Lesen
docs-bar-refine = Mit Modell verfeinern
docs-bar-refine-about = Lässt ein Modell nach Übersehenem suchen: zeigt zuerst, was gesendet würde
docs-bar-refine-nothing = Es gibt keine Dokumentation, die ein Modell lesen könnte
# A menu: the tools that take the document, and under each what they do with it.
docs-bar-open-in = Öffnen in
docs-bar-diagram = Diagramm
docs-bar-diagram-about = die API als Klassen oder als Sequenz
docs-bar-convert = Umwandeln
docs-bar-convert-about = ihre Schemas als Typen einer Programmiersprache
docs-bar-download = Herunterladen
docs-bar-yaml = OpenAPI als YAML
docs-bar-json = OpenAPI als JSON
# The version of OpenAPI; with each thing stands where it is documented.
docs-bar-evidence = 3.1, mit Belegen
# Definitions of tools for a model; strict is a setting of theirs.
docs-bar-tools-openai = Werkzeuge für OpenAI, strict
docs-bar-tools-anthropic = Werkzeuge für Anthropic
docs-bar-tools-mcp = Werkzeuge für MCP

## Before there is documentation

docs-empty-open = Dateien öffnen
docs-empty-write = Erstes Beispiel lesen
docs-empty-files = Dokumentation zum Lesen
docs-empty-note = Mehrere Dateien oder ein ZIP-Archiv werden als eine API gelesen. Texte bis 32 MB, Aufzeichnungen bis 100 MB, PDF bis 256 MB.
# $head is the -head message, in bold.
docs-empty-places = { $head }: Jede Operation und jeder Parameter führt zu der Zeile oder Seite, in der davon die Rede ist, und zeigt, wie sicher die Angabe ist.
docs-empty-places-head = Jede Angabe mit Fundstelle
docs-empty-yours = { $head }: Namen, Typen und Texte werden an Ort und Stelle bearbeitet und bleiben, wenn mehr gelesen wird.
docs-empty-yours-head = Frei korrigierbar
# $open is a link, the -open message; $command is a command line.
docs-empty-folder = { $open }: Nichts davon verlässt diesen Tab. Dieselbe Engine läuft im Terminal: { $command }.
docs-empty-folder-open = Ordner öffnen
docs-empty-folder-files = Ordner mit Dokumentation

## Examples: what each is, and what it shows

docs-example-markdown = Markdown-Referenz
docs-example-markdown-about = Überschriften, Tabellen und JSON: Parameter mit Typen und Vorgabewerten
docs-example-page = Webseite
docs-example-page-about = Definitionslisten, Anker und verschachtelte Bodys einer gespeicherten Seite
docs-example-har = Aufgezeichneter Verkehr (HAR)
docs-example-har-about = Aufrufe einer Sitzung: Aus IDs werden Parameter, Geheimnisse bleiben draußen
docs-example-curl = curl-Mitschrift
docs-example-curl-about = Befehle aus einem Terminal
docs-example-unfetched = Das Beispiel konnte nicht geladen werden. Erneut versuchen.

## The row of options

docs-options = Optionen
docs-options-lead = Operationen, Parameter, Bodys, Antworten und Schlüssel, jeweils mit der Stelle, an der sie stehen. Hier gelesen, ohne Modell.
docs-options-ask = Fragen
# A question as one may ask it.
docs-options-question = Welcher Endpunkt storniert eine Bestellung?
docs-options-find = Suchen
docs-options-server-about = Wo die API liegt: im Dokument, in den Aufrufen und im Formular
docs-options-undo =
    { $count ->
        [one] Letzte Änderung rückgängig
       *[other] Letzte von { $count } Änderungen rückgängig
    }

## The document

docs-document-pane = Dokumentation
docs-document-headings = Zu einer Überschrift gehen
docs-document-contents = Inhalt
docs-document-text = Text des Dokuments
docs-document-nothing = Es gibt nichts anzuzeigen.
# Shows the part of the document before or after.
docs-document-earlier = Weiter oben
docs-document-later = Weiter unten
# The number of a page, in the margin.
docs-document-page = S. { $page }
# Of a line of the document. $operation is a method and a path.
docs-document-mark = Dokumentiert { $operation }
docs-document-mark-parameter = Dokumentiert { $name } von { $operation }
docs-divider = Breite des Dokuments
docs-leave = Diese Seite verlassen?
docs-leave-to = Dieser Link führt zu
docs-leave-stay = Bleiben
docs-leave-open = In neuem Tab öffnen

## The list of operations

# How many of all operations are listed.
docs-operations-some = { $some } von { $all }
# A group of operations.
docs-operations-new = Vom Modell gefunden
docs-operations-other = Sonstige
docs-operations-search = Operationen durchsuchen
docs-operations-search-short = Suchen
docs-operations-confidence = Sicherheit
docs-operations-confidence-about = Operationen zeigen, die mindestens so sicher sind
docs-operations-all = Alle
docs-operations-more = Und { $count } weitere: nach ihnen suchen.
docs-operations-by-model = Vom Modell ergänzt, mit den Worten, die es belegen
docs-operations-unsure = Wie sicher das Gelesene ist
docs-operations-none-like-that = Keine Operation passt dazu.
# Says what an operation looks like.
docs-operations-none = Keine Operation gefunden. Eine Operation ist eine Methode mit einem Pfad, etwa GET /users/{ "{id}" }, in einer Überschrift, einer Tabelle, in Code oder einem Satz.
docs-operations-show-all = Alle zeigen
# For a screen reader.
docs-operations-found =
    { $count ->
        [one] { $count } Operation gefunden.
       *[other] { $count } Operationen gefunden.
    }
docs-remarks = Wissenswertes
docs-remarks-lost-edits =
    { $count ->
        [one] { $count } Änderung betrifft etwas, das nicht mehr da ist.
       *[other] { $count } Änderungen betreffen etwas, das nicht mehr da ist.
    }
# $way is English: HTTP bearer, or a key in the header, X-Key.
docs-remarks-security = Authentifizierung der Aufrufe: { $way }.

## What a question has found

docs-passages = Textstellen
docs-passages-none = Keine Textstelle enthält diese Wörter. Mit den Worten der Dokumentation fragen.
# For a screen reader.
docs-passages-found =
    { $count ->
        [one] { $count } Textstelle gefunden.
       *[other] { $count } Textstellen gefunden.
    }
docs-answers-and-passages = Antworten und Textstellen
docs-answers-forget = Antworten löschen

## One operation in full

docs-detail-views = Ansichten der Operation
# Tabs: short.
docs-detail-contract = Vertrag
docs-detail-calls = Aufrufe
docs-detail-tools = Werkzeuge
docs-detail-trial = Ausprobieren
docs-detail-operation = Operation
docs-detail-summary = Zusammenfassung
docs-detail-no-summary = Keine Zusammenfassung: hier schreiben
docs-detail-description = Beschreibung
docs-detail-deprecated = Veraltet
# A link to the place in the document; if there are more, they follow: and 2, and 3.
docs-detail-place = Wo das steht
docs-detail-place-more = und { $number }
docs-detail-parameters = Parameter
docs-detail-no-parameters = Keine dokumentiert.
# Of the API.
docs-detail-responses = Antworten
docs-detail-method = Methode
docs-detail-path = Pfad
docs-detail-group = Gruppe
docs-detail-no-group = Keine Gruppe
docs-detail-example = Beispiel
docs-detail-example-copied = Beispiel kopiert.
docs-detail-types = Als Typen
docs-detail-types-about = Beispiel in „Umwandeln“ öffnen, als Typen einer Programmiersprache
docs-detail-cut = Es gibt mehr als gezeigt: Das Schema ist lang oder verweist auf sich selbst.
# Fields of a row, for a screen reader. $name is the name of a parameter.
docs-row-name = Name von { $name }
docs-row-place = Ort von { $name }
docs-row-type = Typ von { $name }
docs-row-is-required = { $name } ist erforderlich
docs-row-description = Beschreibung von { $name }
# Any type.
docs-row-any = beliebig
docs-row-show = Zeigen, wo es dokumentiert ist
docs-row-show-quote = Zeigen, wo das steht

## A call that is sent from here

# $kind is where the key goes: Authorization: Bearer.
docs-trial-key = Schlüssel ({ $kind })
docs-trial-key-about = Nur in diesem Tab: Der Schlüssel wird nirgends gespeichert und steht in keinem kopierten Aufruf.
docs-trial-form = Formular
docs-trial-body-as = Body als
# Stands where the name of a field does in docs-trial-how, docs-trial-add-to and docs-trial-add-member-to.
docs-trial-the-body = Body
docs-trial-how = Angabe von { $name }
docs-trial-how-body = Angabe des Bodys
# How a field is given.
docs-trial-given = angegeben
docs-trial-left-out = weggelassen
docs-trial-empty-text = leerer Text
docs-trial-as-json = als JSON
docs-trial-such-as = Etwa { $value }
docs-trial-add = Hinzufügen
docs-trial-add-to = Hinzufügen zu: { $name }
docs-trial-remove = { $name } entfernen
# A member of an object of JSON.
docs-trial-add-member = Feld hinzufügen
docs-trial-add-member-to = Feld hinzufügen zu: { $name }
docs-trial-member-name = Name von Feld { $number }
docs-trial-member-value = Wert von Feld { $number }
docs-trial-remove-member = Feld { $number } entfernen
docs-trial-remove-it = Entfernen
docs-trial-name = Name
docs-trial-unfit =
    { $count ->
        [one] { $count } Angabe entspricht nicht dem Dokument. Nichts wurde gesendet.
       *[other] { $count } Angaben entsprechen nicht dem Dokument. Nichts wurde gesendet.
    }
docs-trial-send = Senden
docs-trial-send-anyway = Trotzdem senden
docs-trial-send-about = Geht von dieser Seite an den Server oben, und zwar erst nach einem Klick auf „Senden“.
docs-trial-waiting = Warten auf { $address }…
docs-trial-offline = Es gibt kein Netzwerk.
docs-trial-hidden = Der Browser zeigt keine Antwort. Entweder ist unter dieser Adresse nichts, oder der Server lässt Seiten anderen Ursprungs seine Antworten nicht lesen (CORS): Dann antwortet er einer Shell, aber keiner Seite. Der Aufruf kann trotzdem angekommen sein.
# $error is English.
docs-trial-no-answer = Es gibt keine Antwort: { $error }.
docs-trial-curl = Als curl kopieren
docs-trial-curl-copied = curl-Befehl kopiert.
docs-trial-came = Antwort
docs-trial-came-body = Body der Antwort
# Of an answer that is too long to be shown.
docs-trial-cut = Nur der Anfang.
docs-trial-headers =
    { $count ->
        [one] { $count } Header, den der Server eine Seite sehen lässt
       *[other] { $count } Header, die der Server eine Seite sehen lässt
    }

## What a field takes, in a few words: whole number, at least 1

docs-hint-text = Text
docs-hint-whole-number = ganze Zahl
docs-hint-number = Zahl
docs-hint-boolean = true oder false
docs-hint-choice = eines davon
docs-hint-list = Liste
docs-hint-object = Objekt
docs-hint-file = Datei
docs-hint-json-several = JSON mehrerer Arten
docs-hint-json-recursive = JSON: Schema verweist auf sich selbst
docs-hint-json-too-much = JSON: Schema geht noch weiter
docs-hint-at-least = mindestens { $number }
docs-hint-at-most = höchstens { $number }
docs-hint-more-than = größer als { $number }
docs-hint-less-than = kleiner als { $number }
docs-hint-characters = { $count } Zeichen
docs-hint-characters-between = { $least } bis { $most } Zeichen
docs-hint-characters-at-least = mindestens { $count } Zeichen
docs-hint-characters-at-most = höchstens { $count } Zeichen
docs-hint-entries =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
docs-hint-entries-between =
    { $most ->
        [one] { $least } bis { $most } Eintrag
       *[other] { $least } bis { $most } Einträge
    }
docs-hint-entries-at-least =
    { $count ->
        [one] mindestens { $count } Eintrag
       *[other] mindestens { $count } Einträge
    }
docs-hint-entries-at-most =
    { $count ->
        [one] höchstens { $count } Eintrag
       *[other] höchstens { $count } Einträge
    }

## What would be sent to a model

docs-plan-of-run = Abschnitte dieses Laufs
docs-plan-close = Schließen
# $place is what is asked: this device, or a server.
docs-plan-where-here = Die Abschnitte unten liest { $place }.
docs-plan-where = Der Text der Abschnitte unten geht an { $place }, Modell { $model }.
docs-plan-change = Ändern
docs-plan-lead = Gesucht wird nach Operationen und Parametern, die übersehen wurden. Was ergänzt wird, muss wörtlich aus dem Abschnitt zitiert sein; alles andere wird verworfen und gezählt.
docs-plan-sections =
    { $count ->
        [one] { $count } Abschnitt
       *[other] { $count } Abschnitte
    }
# Which sections are chosen: all, none, or those that are likely to document something.
docs-plan-all = Alle
docs-plan-none = Keine
docs-plan-likely = Wahrscheinliche
docs-plan-likely-about = Die einen Pfad, eine Methode oder einen Parameter nennen
# In the place of the heading of a section that has none.
docs-plan-beginning = Anfang
docs-plan-known =
    { $count ->
        [one] { $count } Operation bekannt
       *[other] { $count } Operationen bekannt
    }
# Where a section is.
docs-plan-being-read = wird gelesen
docs-plan-no-whole-answer = Antwort unvollständig
docs-plan-read = gelesen
docs-plan-read-before = früher gelesen
# The numbers are in bold: $count is that of $requests. $money is an amount in whatever currency: $cost
# is none, little (less than $money) or some.
docs-plan-estimate =
    { $requests ->
        [one] { $count } Anfrage
       *[other] { $count } Anfragen
    }, etwa { $input } Token gesendet und höchstens { $output } zurück{ $cost ->
        [none] { "" }
        [little] , für weniger als { $money }
       *[some] , für etwa { $money }
    }
docs-plan-prices = Preise für eine Million Token
# Of tokens.
docs-plan-sent = gesendet
docs-plan-back = zurück
docs-plan-cancel = Abbrechen
docs-plan-start = Starten

## A run of a model

docs-run = Was das Modell ergänzt
docs-run-loading = Chrome lädt sein Modell herunter: { $percent } %
# $place is what is asked: this device, or a server.
docs-run-going = { $place }: { $done } von { $all } Abschnitten gelesen
docs-run-paused = Pausiert nach { $done } von { $all } Abschnitten
docs-run-interrupted = Unterbrochen nach { $done } von { $all } Abschnitten
docs-run-stopped = Gestoppt nach { $done } von { $all } Abschnitten
docs-run-finished =
    { $count ->
        [one] { $place }: { $count } Abschnitt gelesen
       *[other] { $place }: { $count } Abschnitte gelesen
    }
docs-run-finished-in-part =
    { $count ->
        [one] { $place }: { $count } Abschnitt gelesen, { $failed } ohne vollständige Antwort
       *[other] { $place }: { $count } Abschnitte gelesen, { $failed } ohne vollständige Antwort
    }
docs-run-earlier = Fortgesetzt aus einem früheren Lauf: { $done } von { $all } Abschnitten gelesen
docs-run-progress = Gelesene Abschnitte
docs-run-pause = Pausieren
docs-run-resume = Fortsetzen
docs-run-try-again = Erneut versuchen
docs-run-continue = Weitermachen
docs-run-forget = Löschen
docs-run-forget-about = Löscht, was das Modell ergänzt hat, hier und im Gespeicherten
docs-run-settings = Einstellungen
# $failure is a sentence or two: what happened.
docs-run-trying-again = { $failure } Neuer Versuch.
docs-run-fault = Der Endpunkt meldet: { $fault }
docs-run-no-answer = Die Antwort ist ausgeblieben.
docs-run-kept = Was angenommen wurde, bleibt erhalten.
docs-run-filter = Nur Operationen zeigen, zu denen das Modell etwas ergänzt hat
docs-run-added =
    { $operations ->
        [one] { $operations } Operation
       *[other] { $operations } Operationen
    } und { $details ->
        [one] { $details } Detail
       *[other] { $details } Details
    } ergänzt
docs-run-added-and-corrected =
    { $operations ->
        [one] { $operations } Operation
       *[other] { $operations } Operationen
    } und { $details ->
        [one] { $details } Detail
       *[other] { $details } Details
    } ergänzt, { $corrected } korrigiert
# $money is an amount in whatever currency: $cost is none, little (less than $money) or some.
docs-run-tokens =
    { $count } Token{ $cost ->
        [none] { "" }
        [little] , weniger als { $money }
       *[some] , etwa { $money }
    }
docs-run-dropped = { $count } verworfen
# Why something was dropped, each after the number of those.
docs-run-dropped-not-found = zitierte Worte, die nicht im Abschnitt stehen
docs-run-dropped-not-said = zitierte Worte, die das Behauptete nicht sagen
docs-run-dropped-malformed = Methode, Pfad oder Name fehlt
docs-run-dropped-of-dropped = Teil einer verworfenen Operation
# For a screen reader.
docs-run-said =
    { $stage ->
        [paused] Pausiert
        [interrupted] Unterbrochen
        [stopped] Gestoppt
        [finished] Fertig
       *[going] Läuft
    }. Das Modell hat { $operations ->
        [one] { $operations } Operation
       *[other] { $operations } Operationen
    } und { $details ->
        [one] { $details } Detail
       *[other] { $details } Details
    } ergänzt.

## The line at the foot

# Where what is shown comes from. $place is what is asked: this device, or a server.
docs-status-from = Engine und { $place }
docs-status-going = Abschnitte gehen an { $place }
docs-status-paused = Pausiert. Nichts wird gesendet.
docs-status-interrupted = { $place } antwortet nicht wie erwartet
# $count is $number, in bold.
docs-status-additions =
    { $number ->
        [one] { $count } Ergänzung
       *[other] { $count } Ergänzungen
    }
# $count is a number, in bold.
docs-status-tokens = { $count } Token
# For a screen reader.
docs-status-reading =
    Wird gelesen: { $unit ->
        [page] Seite
        [section] Abschnitt
       *[file] Datei
    } { $done } von { $all }
docs-status-progress =
    { $unit ->
        [page] Seite
        [section] Abschnitt
       *[file] Datei
    } { $done } von { $all }
docs-status-so-far =
    { $count ->
        [one] bisher { $count } Operation
       *[other] bisher { $count } Operationen
    }
docs-status-found =
    { $count ->
        [one] { $count } Operation
       *[other] { $count } Operationen
    }
docs-status-partial =
    { $count ->
        [one] Gestoppt: { $count } Operation im Gelesenen
       *[other] Gestoppt: { $count } Operationen im Gelesenen
    }
docs-status-none = Keine Operation gefunden
docs-status-stopped = Gestoppt
# ichiban apidoc is a command.
docs-status-too-much = Zu viel für diese Seite: ichiban apidoc verwenden
# The reader is the part of the page that reads documents. $reason is English.
docs-status-no-reader = Das Leseprogramm ist nicht verfügbar: { $reason }

## Messages that pass

# $operation is a method and a path.
docs-edit-taken = { $operation } gibt es schon.
docs-edit-unfit = Diese Änderung passt nicht zum Dokument und wurde weggelassen: Vielleicht ist der Name vergeben oder leer.
docs-copied = OpenAPI-Dokument kopiert.
docs-saved = { $name } gespeichert, { $size }.
docs-folder-unread = Der Ordner konnte nicht gelesen werden. Ihn noch einmal ablegen.
# In the place of a file's name.
docs-pasted = eingefügter Text
# It could not be kept. $error is English.
docs-unkept = Was das Modell ergänzt hat, geht mit diesem Tab verloren: { $error }.
docs-reader-ended = Das Leseprogramm wurde beendet. Die Dateien erneut lesen.
# $refused is an English sentence: why a file was not read.
docs-refused-several = { $refused } Und { $more } weitere, unter den Operationen aufgeführt.
# What of the documents a request has held, in the list of all requests.
docs-held = ein Abschnitt der Dokumente
