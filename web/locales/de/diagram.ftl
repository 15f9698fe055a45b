### Diagram: Mermaid text, data and code are drawn as pictures.

## The head of the tool

diagram-title = Diagramm
# The name of a diagram that came from no file.
diagram-untitled = unbenannt
diagram-close = Dieses Diagramm schließen
diagram-examples = Beispiele
diagram-compare = Vergleichen
diagram-compare-earlier = Mit einer früheren Fassung
diagram-compare-earlier-about = was hinzukam, wegfiel oder sich änderte
diagram-compare-mermaid = Mit mermaid.js
diagram-compare-mermaid-about = beide Bilder dieses Textes
diagram-copy = Kopieren
diagram-export = Exportieren

## The menus Export and Copy: the name of a way, and below it what it is good for

diagram-export-svg-about = in jeder Größe scharf
diagram-export-svg-transparent = SVG, transparent
diagram-export-transparent-about = nichts hinter dem Diagramm
diagram-export-png-1-about = so groß wie auf dem Bildschirm
diagram-export-png-2-about = für hochauflösende Bildschirme
diagram-export-png-3-about = für Folien
diagram-export-png-4-about = für den Druck
diagram-export-png-transparent = PNG 2×, transparent
diagram-export-text = Text
diagram-export-text-about = das Diagramm als .mmd
diagram-export-print = Drucken…
diagram-export-print-about = in Schwarzweiß
diagram-copy-picture = Bild
diagram-copy-picture-about = PNG, für Chats und Dokumente
diagram-copy-svg-about = als Text
diagram-copy-markdown-about = der Text in einem Codeblock
diagram-copy-link = Link
diagram-copy-link-about = eine Adresse, die den Text enthält
diagram-copied =
    { $what ->
        [link] Link kopiert.
        [markdown] Markdown kopiert.
       *[svg] SVG kopiert.
    }
diagram-copied-picture = Bild kopiert.
# $name is that of a file, $size its size.
diagram-saved = { $name } gespeichert, { $size }.
diagram-export-none = Es gibt noch kein Bild.
diagram-export-older = Dies ist das Bild eines früheren Textes: Der im Editor lässt sich nicht zeichnen.
# What a screen reader calls the picture that is printed.
diagram-printed = Das Diagramm

## The options above the picture

diagram-lead = Mermaid-Text, Daten oder Code hinein; beim Tippen kommt ein Bild heraus. Was sich nicht lesen lässt, wird behoben, wo das sicher ist.
diagram-options = Optionen
# Which of the two panes, text or picture, a phone shows.
diagram-in-view = Ansicht
diagram-text = Text
diagram-picture = Bild
diagram-theme = Design
diagram-theme-about = Die Farben des Bildes
diagram-theme-of-page = Wie die Seite
# Before a list of kinds of sources, such as SQL.
diagram-from = Aus
diagram-from-about = Was die Quelle ist
diagram-from-detect = Erkennen
diagram-from-detected = { $source }, erkannt

## The invitation, before there is a diagram

diagram-empty-open = Dateien öffnen
diagram-empty-write = Hier eines schreiben
diagram-files-to-draw = Zu zeichnende Dateien
diagram-empty-note = Aus mehreren Dateien einer Art wird ein Diagramm.
# $head is diagram-empty-mended-head, in bold.
diagram-empty-mended = { $head }: Was Modelle und Menschen falsch machen, wird samt Zeile gefunden und behoben, wo das den Sinn nicht ändert.
diagram-empty-mended-head = Korrigiert
# $head is diagram-empty-taken-away-head, in bold.
diagram-empty-taken-away = { $head }: SVG, dessen Text Text bleibt, PNG, Markdown, ein Link, Papier. Sonst verlässt das Bild diesen Tab nie.
diagram-empty-taken-away-head = Zum Mitnehmen
# $all is a button: diagram-empty-all-examples.
diagram-empty-all = { $all }: jede Art von Diagramm und jede Art von Quelle, als Anfang.
diagram-empty-all-examples = Alle { $count } Beispiele

## The pane of the text

# What a screen reader calls the editor.
diagram-editor = Text des Diagramms
diagram-editor-failed = Der Editor konnte nicht geladen werden. Das Diagramm ist offen und wird trotzdem gezeichnet.
diagram-format = Formatieren
diagram-format-about = Einzüge und Leerzeichen in einem Stil; das Diagramm sagt dasselbe
diagram-formatted = Formatiert. „Rückgängig“ im Editor nimmt es zurück.
diagram-formatted-already = Der Text hat diesen Stil schon.
# The tab of the text that the diagram is made of.
diagram-source = Quelle
diagram-source-file = Datei der Quelle
diagram-in-editor = Im Editor
diagram-undo = Rückgängig
diagram-fix = Beheben
diagram-fix-in-part = Teils beheben
# Beside the button that fixes: how much it would change.
diagram-fix-changes =
    { $count ->
        [one] { $count } Änderung
       *[other] { $count } Änderungen
    }
# $change is a sentence in English.
diagram-fix-change = Zeile { $line }: { $change }
diagram-fixed-by =
    { $count ->
        [one] Mit { $count } Änderung behoben
       *[other] Mit { $count } Änderungen behoben
    }
diagram-fixed-changes = Änderungen der Korrektur
diagram-fixed-line = Zeile { $line }
# Before a sentence in English that says what is wrong there.
diagram-place = Zeile { $line }, Spalte { $column }:
diagram-lost-stopped = Gestoppt. Eine Änderung am Text startet das Zeichnen neu.
diagram-lost-too-long = Die Berechnung des Layouts dauerte länger als 10 Sekunden und wurde gestoppt, damit die Seite schnell bleibt. Kanten weglassen, das Diagramm teilen oder es im Terminal zeichnen: ichiban mermaid render.
diagram-lost-too-much = Die Berechnung des Layouts braucht mehr Zeit oder Speicher, als die Seite hat, und wurde gestoppt. Kanten weglassen oder das Diagramm teilen.
diagram-lost-no-engine = Die Engine konnte nicht starten: { $reason }. Die Seite neu laden.
diagram-unanswered = Die Engine wurde gestoppt, bevor sie antwortete. Erneut versuchen.
diagram-unfound = Die Stelle, an der dies steht, wurde im Text nicht gefunden.
# Between the text and the picture, to a screen reader.
diagram-width = Breite des Textes

## What a diagram is made of

diagram-files =
    { $count ->
        [one] { $count } Datei
       *[other] { $count } Dateien
    }
# A file without a name, by its place among others.
diagram-file = Datei { $number }
# Sentences in English follow.
diagram-left-out = Nicht im Diagramm:
diagram-is-one = Es ist ein Diagramm
diagram-is-one-about = Den Text als Mermaid lesen
diagram-source-stopped = Gestoppt. Eine Änderung an der Quelle oder den Optionen startet das Lesen neu.
diagram-source-too-much = Diese Quelle zu lesen braucht mehr Zeit oder Speicher, als die Seite hat, und wurde gestoppt. Nur einen Teil davon verwenden oder das Kommandozeilenwerkzeug: ichiban mermaid from.
diagram-made-anew = Das Diagramm wurde neu aus der Quelle erstellt. In seinem Tab bringt „Rückgängig“ die eigenen Änderungen zurück.

## The pane of the picture

diagram-picture-older = Aus einem früheren Text
diagram-size = Größe
# In brackets stands the key that does the same, here and below.
diagram-smaller = Kleiner
diagram-smaller-about = Kleiner (−)
diagram-own-size = Originalgröße (1)
diagram-larger = Größer
diagram-larger-about = Größer (+)
diagram-fit = Einpassen
diagram-fit-about = Ganzes Diagramm (0)
diagram-present = Präsentieren
diagram-present-about = Nur das Bild, im Vollbild
diagram-present-end = Präsentation beenden
diagram-present-end-about = Präsentation beenden (Esc)
diagram-find = Suchen (/)
diagram-find-about = Im Bild suchen
diagram-find-none = keine
diagram-find-place = { $place } von { $total }
# What a screen reader says of the picture.
diagram-stage = Diagramm. Pfeiltasten verschieben es, Plus und Minus ändern seine Größe, 0 passt es ein, Schrägstrich sucht, Enter bearbeitet die ausgewählte Beschriftung.
# What is written in a part of the picture, to a screen reader.
diagram-label = Beschriftung
diagram-unshown = Der Browser konnte das Bild nicht zeigen. Speichern lässt es sich trotzdem.
diagram-drawing = Wird gezeichnet…
diagram-no-picture-blank = Ein Diagramm schreiben: Es wird beim Tippen gezeichnet.
diagram-no-picture-wrong = Es gibt noch kein Bild: Der Textbereich sagt, warum.
diagram-no-picture-asking = Es wird gezeichnet, während es eintrifft.
diagram-no-picture-elsewhere = mermaid.js wird geladen und zeichnet es…

## The comparison with another diagram

diagram-compare-title = Vergleichen mit
diagram-compare-about = Die frühere Fassung dieses Diagramms. Was seither hinzukam, wegfiel und sich änderte, wird aufgelistet und im Bild markiert.
diagram-compare-text = Frühere Fassung
diagram-compare-file = Frühere Fassung als Datei
diagram-comparing = Wird verglichen…
diagram-not-compared = Nicht verglichen
diagram-no-differences = Keine Unterschiede
diagram-differences = Unterschiede
diagram-differences-count =
    { $count ->
        [one] { $count } Unterschied
       *[other] { $count } Unterschiede
    }
# After how many differences there are: from which file.
diagram-differences-from = gegenüber { $name }
diagram-differences-first = Die ersten { $count } sind aufgelistet.
diagram-differences-none = Beide sagen dasselbe, egal wie sie geschrieben sind.
diagram-compare-end = Vergleich beenden
# Before what was added, removed or changed, in a narrow column.
diagram-added = neu
diagram-removed = entfernt
diagram-changed = geändert

## Beside the picture of mermaid.js

diagram-beside-title = Verglichen mit mermaid.js
diagram-beside-own = Das Diagramm, von Ichiban gezeichnet
diagram-beside-theirs = Das Diagramm, von mermaid.js gezeichnet
diagram-beside-about = mermaid.js läuft in einem eigenen Frame, der nichts erreicht. Jede Zeit ist die einer einzelnen Zeichnung, ohne das, was davor geladen wird.
# $message is a sentence in English.
diagram-beside-wrong = Zeile { $line }, Spalte { $column }: { $message }
diagram-beside-blank = Es gibt keinen Text.
diagram-beside-unshown = Der Browser konnte das Bild nicht zeigen.

## mermaid.js, which draws what the engine cannot

diagram-elsewhere-slow = mermaid.js wird geladen und zeichnet…
# $reason is a sentence in English: why the engine could not. $words say why mermaid.js could not.
diagram-elsewhere-failed = { $reason } Auch mermaid.js konnte es nicht zeichnen: { $words }
diagram-elsewhere-unshown = Seine Zeichnung lässt sich nicht zeigen. { $reason }
diagram-elsewhere-unanswered = Die Engine wurde gestoppt, bevor sie antwortete.
diagram-mermaid-not-loaded = mermaid.js konnte nicht geladen werden. Besteht eine Verbindung?
diagram-mermaid-too-long = mermaid.js brauchte länger als { $seconds } Sekunden und wurde gestoppt.
diagram-mermaid-nothing = Die Antwort von mermaid.js enthielt nichts, was sich zeigen lässt.
diagram-mermaid-stopped = mermaid.js wurde gestoppt.

## A link within the diagram

diagram-leave-title = Diese Seite verlassen?
# An address follows, on a line of its own.
diagram-leave-where = Das Diagramm verweist auf
diagram-leave-stay = Bleiben
diagram-leave-open = In neuem Tab öffnen

## Asking a model

diagram-ask = Ein Modell fragen
diagram-ask-field = Ein Diagramm oder eine Änderung beschreiben
diagram-ask-example = Ein Diagramm beschreiben: „wie ein Paket vom Laden zu meiner Tür kommt“
diagram-ask-change-example = Eine Änderung beschreiben: „nach fehlgeschlagener Zahlung einen neuen Versuch einfügen“
diagram-ask-going = Wird gefragt…
diagram-ask-change = Ändern
diagram-ask-draw = Zeichnen
diagram-ask-connect = Modell verbinden
diagram-ask-unconnected = Kein Modell ist verbunden. Alles andere hier funktioniert ohne.
# What goes along with the person's words: the diagram, a text, its source or its sources, or the diagram with them.
# $size is empty or diagram-ask-size, with the space before it.
diagram-ask-sends =
    { $what ->
        [with-sources] Sendet die Beschreibung, das Diagramm und seine Quellen{ $size } an { $place }.
        [with-source] Sendet die Beschreibung, das Diagramm und seine Quelle{ $size } an { $place }.
        [diagram] Sendet die Beschreibung und das Diagramm an { $place }.
        [sources] Sendet die Beschreibung und die Quellen{ $size } an { $place }.
        [source] Sendet die Beschreibung und die Quelle{ $size } an { $place }.
        [text] Sendet die Beschreibung und den Text{ $size } an { $place }.
       *[words] Sendet die Beschreibung an { $place }.
    }
diagram-ask-reads =
    { $what ->
        [with-sources] Antwort auf diesem Gerät: Nichts verlässt es. Liest die Beschreibung, das Diagramm und seine Quellen{ $size }.
        [with-source] Antwort auf diesem Gerät: Nichts verlässt es. Liest die Beschreibung, das Diagramm und seine Quelle{ $size }.
        [diagram] Antwort auf diesem Gerät: Nichts verlässt es. Liest die Beschreibung und das Diagramm.
        [sources] Antwort auf diesem Gerät: Nichts verlässt es. Liest die Beschreibung und die Quellen{ $size }.
        [source] Antwort auf diesem Gerät: Nichts verlässt es. Liest die Beschreibung und die Quelle{ $size }.
        [text] Antwort auf diesem Gerät: Nichts verlässt es. Liest die Beschreibung und den Text{ $size }.
       *[words] Antwort auf diesem Gerät: Nichts verlässt es. Liest die Beschreibung.
    }
diagram-ask-size = { " " }({ $size })
# In the ledger of what was sent: what of the input a request held.
diagram-ledger-held = die Beschreibung und die Quelle des Diagramms

## How asking ended. $came says whether some of the answer, or none of it, had come

diagram-end-mended =
    { $count ->
        [one] { $count } Fehler des Modells behoben.
       *[other] { $count } Fehler des Modells behoben.
    }
diagram-end-unchanged = Das Modell hat nichts geändert.
diagram-end-unchanged-hint = Anders formulieren.
diagram-end-stopped =
    { $came ->
        [some] Gestoppt. Was kam, bleibt erhalten.
       *[none] Gestoppt. Es war noch nichts gekommen.
    }
diagram-end-too-long = Die Antwort hat ihr Limit erreicht und wurde abgeschnitten. Was kam, bleibt erhalten.
diagram-end-too-long-hint = Ein kleineres Diagramm verlangen oder ein Modell fragen, das mehr schreiben darf.
diagram-end-cut-off = Die Antwort brach mittendrin ab.
diagram-end-cut-off-hint =
    { $came ->
        [some] Erneut versuchen. Was kam, bleibt erhalten.
       *[none] Erneut versuchen. Es war noch nichts gekommen.
    }
# $hint is a sentence: what to do about a failure.
diagram-end-failed-hint =
    { $came ->
        [some] { $hint } Was kam, bleibt erhalten.
       *[none] { $hint } Es war noch nichts gekommen.
    }
diagram-end-broken = Das Modell wurde zweimal gefragt, und was es schrieb, ist kein Diagramm.
diagram-end-broken-change = Das Diagramm ist unverändert.
diagram-end-broken-open = Das Geschriebene öffnen
diagram-end-broken-diagram = Was es schrieb, steht mit seinen Fehlern im Editor.
diagram-end-declined = Das Modell hat die Antwort verweigert.
diagram-end-declined-saying = Das Modell hat die Antwort verweigert: { $words }
diagram-end-accepted = Die Änderung ist im Diagramm.
diagram-change-undone = Die Änderung wurde rückgängig gemacht.

## What a model would change

diagram-proposed = Vorgeschlagene Änderungen
diagram-proposed-changes =
    { $count ->
        [one] Vorgeschlagen: { $count } Änderung
       *[other] Vorgeschlagen: { $count } Änderungen
    }
diagram-proposed-same = Vorgeschlagen: dasselbe, neu geschrieben
# It is not known what differs.
diagram-proposed-unknown = Vorgeschlagen
diagram-proposed-partial = soweit es kam; der Rest ist unverändert
diagram-proposed-unread = Das Diagramm, wie es war, lässt sich nicht lesen; daher ist nicht bekannt, was sich unterscheidet. Das Bild zeigt den Vorschlag.
diagram-discard = Verwerfen
diagram-accept = Übernehmen

## The status line

diagram-status-elsewhere = Von mermaid.js gezeichnet, hier. Nichts verlässt diesen Tab.
# After a time, such as “38 ms”: where it was spent.
diagram-status-in-mermaid = in mermaid.js
# $place is where a model was asked: a host, or a device.
diagram-status-from = Antwort: { $place }
diagram-status-loading = Chrome lädt sein Modell herunter: { $percent } %
# $reason is a sentence: what went wrong.
diagram-status-waiting = { $reason } Neuer Versuch.
diagram-status-asking = { $place } wird gefragt…
diagram-status-undrawn = Antwort: { $place }. Das Layout dauert lange: Gezeichnet wird, sobald alles da ist.
diagram-status-second = Antwort: { $place }, zur Korrektur eines Fehlers noch einmal gefragt
# $number is a number in bold, $unit the unit of a time.
diagram-status-first-token = { $number } { $unit } bis zum 1. Token
diagram-status-first-paint = { $number } { $unit } bis zur 1. Anzeige
# Tokens in a second.
diagram-status-speed = { $number } Token/s
diagram-status-tokens = { $number } Token
# How often a diagram was drawn that grew. $number is $count in bold.
diagram-status-frames =
    { $count ->
        [one] { $number } Zwischenbild
       *[other] { $number } Zwischenbilder
    }
diagram-status-drawing-elsewhere = mermaid.js zeichnet…
diagram-status-drawn = Gezeichnet
diagram-status-drawn-by = Von mermaid.js { $version } gezeichnet
diagram-status-unmade = Kein Diagramm aus dieser Quelle
diagram-status-wrong = Noch kein Diagramm
diagram-status-too-large = Zu groß zum Zeichnen
diagram-status-undrawable = Nicht gezeichnet

## What a screen reader is told

diagram-drawing-stopped = Das Zeichnen wurde gestoppt.
diagram-said-drawn = Das Diagramm ist gezeichnet.
diagram-said-undrawn = Das Diagramm lässt sich nicht zeichnen. Das letzte Bild bleibt.
diagram-said-elsewhere = mermaid.js zeichnet das Diagramm.
diagram-said-unmade = Aus der Quelle ließ sich kein Diagramm erstellen.
diagram-said-fixed = Behoben.
diagram-said-unfixed = Die Korrektur wurde rückgängig gemacht.
diagram-said-asking = { $place } wird gefragt.
diagram-said-changed = Das geänderte Diagramm ist da und wartet auf eine Entscheidung.
diagram-said-whole = Das Diagramm ist vollständig.
diagram-said-stopped = Gestoppt.
diagram-said-too-long = Die Antwort wurde abgeschnitten.
diagram-said-broken = Was das Modell schrieb, ist kein Diagramm.
diagram-said-declined = Das Modell hat die Antwort verweigert.
diagram-said-accepted = Übernommen.
diagram-said-discarded = Verworfen.

## The kinds of diagrams, in the gallery and in the editor

diagram-kind-flowchart = Flussdiagramm
diagram-kind-sequence = Sequenz
diagram-kind-class = Klassen
diagram-kind-state = Zustände
diagram-kind-er = Entity-Relationship
diagram-kind-gitgraph = Git-Graph
diagram-kind-architecture = Architektur
diagram-kind-c4 = C4-Kontext
diagram-kind-c4-container = C4-Container
diagram-kind-block = Block
diagram-kind-packet = Paket
diagram-kind-requirement = Anforderungen
diagram-kind-gantt = Gantt
diagram-kind-timeline = Zeitleiste
diagram-kind-journey = User Journey
diagram-kind-kanban = Kanban
diagram-kind-pie = Kreis
diagram-kind-xychart = XY-Diagramm
diagram-kind-quadrant = Quadranten
diagram-kind-sankey = Sankey
diagram-kind-radar = Netz
diagram-kind-treemap = Treemap
diagram-kind-mindmap = Mindmap
# Kinds of sources. Others go by the names of formats.
diagram-source-state-table = Zustandstabelle
diagram-source-stack-trace = Stacktrace
diagram-source-log = Log

## The gallery of examples: its groups, and what each example shows

diagram-group-software = Software
diagram-group-time = Zeit und Arbeit
diagram-group-numbers = Zahlen
diagram-group-ideas = Ideen
diagram-group-data = Aus Daten
diagram-group-code = Aus Code
diagram-group-projects = Aus Projekten
diagram-group-text = Aus Text
diagram-example-flowchart = Ein Release mit seinen Entscheidungen
diagram-example-sequence = Anmeldung per E-Mail, mit Alternativen
diagram-example-class = Bestellungen und Zahlungen
diagram-example-state = Vom Entwurf zum Archiv
diagram-example-er = Buchungen eines Hotels
diagram-example-gitgraph = Ein Feature, ein Merge, ein Hotfix
diagram-example-architecture = Dienste und Speicher in einer Cloud
diagram-example-c4 = Menschen und Systeme
diagram-example-block = Ein Layout in Spalten
diagram-example-packet = Der TCP-Header
diagram-example-requirement = Was was erfüllt
diagram-example-gantt = Ein Release in sechs Wochen
diagram-example-timeline = Wie das Web wuchs
diagram-example-journey = Ein Fahrrad mieten
diagram-example-kanban = Ein Board
diagram-example-pie = Womit eine Anfrage ihre Zeit verbringt
diagram-example-xychart = Anmeldungen pro Monat
diagram-example-quadrant = Was als Nächstes zu bauen ist
diagram-example-sankey = Vom Besucher zum Kunden
diagram-example-radar = Zwei Datenbanken
diagram-example-treemap = Was ein Bundle enthält
diagram-example-mindmap = Einarbeitung
diagram-example-json = Seine Struktur als Klassen
diagram-example-json-schema = Typen und Verweise
diagram-example-openapi = Schemas und Operationen
diagram-example-graphql = Typen eines Schemas
diagram-example-protobuf = Nachrichten und Dienste
diagram-example-sql = Tabellen, Schlüssel und Kardinalität
diagram-example-prisma = Modelle und Beziehungen
diagram-example-csv = Ein Diagramm der Spalten
diagram-example-state-machine = Ein Zustandsautomat
diagram-example-classes = Klassen und Aufrufe
diagram-example-rust = Typen, Traits und Aufrufe
diagram-example-go = Typen, Interfaces und Aufrufe
diagram-example-cargo = Pakete und Abhängigkeiten
diagram-example-dependencies = Abhängigkeiten
diagram-example-go-mod = Module
diagram-example-docker-compose = Dienste, Netzwerke, Volumes
diagram-example-kubernetes = Was was auswählt und einhängt
diagram-example-terraform = Ressourcen und Verweise
diagram-example-github-actions = Jobs und was sie brauchen
diagram-example-gitlab-ci = Stages und Jobs
diagram-example-git-log = Branches und Merges
diagram-example-calls = Aufrufe, als Sequenz
diagram-example-markdown = Seine Gliederung als Mindmap
diagram-example-unfetched = Das Beispiel konnte nicht geladen werden. Erneut versuchen.

## Settings of what a diagram is made of: a label of a word, what it does, and some of what may be chosen

diagram-setting-arguments = Argumente
diagram-setting-arguments-about = Was Felder entgegennehmen
diagram-setting-arguments-shown = sichtbar
diagram-setting-arguments-hidden = verborgen
# How much is told of each node.
diagram-setting-detail = Details
diagram-setting-detail-about = Wie viel von jedem Knoten: alle Mitglieder, Schlüssel und Öffentliches, oder nur der Name
diagram-setting-detail-full = alles
diagram-setting-detail-keys = Schlüssel
diagram-setting-detail-names = Namen
diagram-setting-gitlab-ci-detail-about = Wie viel von jedem Kasten: was er ist, auch was darin läuft, oder nur der Name
diagram-setting-kubernetes-detail-about = Wie viel von jedem Kasten: was er ist, auch was darin läuft, oder nur der Name
diagram-setting-direction = Richtung
diagram-setting-direction-about = Wohin Kanten führen: von oben nach unten, von links nach rechts oder umgekehrt
diagram-setting-direction-auto = auto
diagram-setting-exclude = Ohne
diagram-setting-exclude-about = Keine Knoten mit diesen Namen, durch Kommas getrennt; `*` steht für beliebigen Text
diagram-setting-csv-exclude-about = Keine Zeilen, in denen eine Zelle einen dieser Texte hat, durch Kommas getrennt; `*` steht für beliebigen Text
diagram-setting-git-log-exclude-about = Keine Branches mit diesen Namen, außer dem ersten, von dem andere abzweigen; `*` steht für beliebigen Text
diagram-setting-markdown-exclude-about = Keine Überschriften und Einträge mit diesen Texten, auch nicht, was darunter steht, durch Kommas getrennt; `*` steht für beliebigen Text
diagram-setting-group = Gruppen
diagram-setting-group-about = Zusammengehöriges einrahmen, nicht einrahmen oder vereint zeichnen
diagram-setting-group-auto = auto
diagram-setting-group-frame = Rahmen
diagram-setting-group-none = keine
diagram-setting-group-collapse = vereint
diagram-setting-graphql-group-about = Was mit demselben Wort beginnt oder von demselben verwendet wird: vereint, wenn alles zu viel wäre, eingerahmt, getrennt oder immer vereint
diagram-setting-json-schema-group-about = Was mit demselben Wort beginnt oder von demselben verwendet wird: vereint, wenn alles zu viel wäre, eingerahmt, getrennt oder immer vereint
diagram-setting-openapi-group-about = Was mit demselben Wort beginnt oder von demselben verwendet wird: vereint, wenn alles zu viel wäre, eingerahmt, getrennt oder immer vereint
diagram-setting-prisma-group-about = Tabellen in einem Schema oder mit demselben Wort am Anfang des Namens: vereint, wenn alle zu viel wären, nie vereint oder immer
diagram-setting-sql-group-about = Tabellen in einem Schema oder mit demselben Wort am Anfang des Namens: vereint, wenn alle zu viel wären, nie vereint oder immer
diagram-setting-include = Nur
diagram-setting-include-about = Nur Knoten mit diesen Namen, durch Kommas getrennt; `*` steht für beliebigen Text
diagram-setting-csv-include-about = Nur Zeilen, in denen eine Zelle einen dieser Texte hat, durch Kommas getrennt; `*` steht für beliebigen Text
diagram-setting-git-log-include-about = Neben dem ersten nur Branches mit diesen Namen, durch Kommas getrennt; `*` steht für beliebigen Text
diagram-setting-markdown-include-about = Nur Überschriften und Einträge mit diesen Texten, mit dem, was darüber und darunter steht, durch Kommas getrennt; `*` steht für beliebigen Text
# Of a log: info, warning, error.
diagram-setting-level = Stufe
diagram-setting-level-about = Die niedrigste Stufe, die gezeichnet wird
diagram-setting-level-all = alle
diagram-setting-limit = Limit
diagram-setting-limit-about = Wie viele Kanten, Nachrichten, Branches oder Zeilen höchstens gezeichnet werden, bis zu 500
diagram-setting-lists = Listen
diagram-setting-lists-about = Auch die Einträge von Listen zeichnen
diagram-setting-lists-shown = sichtbar
diagram-setting-lists-hidden = verborgen
# What a package needs.
diagram-setting-needs = Bedarf
diagram-setting-needs-about = Was zum Ausführen nötig ist, oder auch zum Entwickeln, Bauen und Testen
diagram-setting-needs-all = alles
diagram-setting-needs-run = Ausführung
diagram-setting-operation = Operation
diagram-setting-operation-about = Nur die Operationen mit diesen IDs, Tags oder Pfaden, durch Kommas getrennt
diagram-setting-request = Anfrage
diagram-setting-request-about = Nur die Zeilen dieser Anfrage-, Trace- oder Korrelations-ID
diagram-setting-steps = Schritte
diagram-setting-steps-about = Auch die Schritte jedes Jobs zeichnen
diagram-setting-title = Titel
diagram-setting-title-about = Der Titel des Diagramms
# Of Terraform.
diagram-setting-values = Werte
diagram-setting-values-about = Variablen, lokale Werte und Ausgaben
diagram-setting-values-shown = sichtbar
diagram-setting-values-hidden = verborgen
diagram-setting-versions = Versionen
diagram-setting-versions-about = Die benötigten Versionen dazuschreiben
# As what it is drawn. `auto` and `calls` are the choices below; the others are words of Mermaid.
diagram-setting-view = Ansicht
diagram-setting-view-about = Die Klassen, oder welche Funktion welche aufruft; „auto“ zeichnet Klassen, falls es welche gibt
diagram-setting-view-auto = auto
diagram-setting-view-calls = Aufrufe
diagram-setting-csv-view-about = Die Art des Diagramms; „auto“ erkennt sie an den Spalten
diagram-setting-json-view-about = Die Klassen der Objekte oder das Dokument als Mindmap
diagram-setting-openapi-view-about = Die Klassen der Schemas, oder was in jeder Operation geschieht
# Of Docker Compose.
diagram-setting-volumes = Volumes
diagram-setting-volumes-about = Benannte Volumes
diagram-setting-volumes-shown = sichtbar
diagram-setting-volumes-hidden = verborgen
