# The frame of the page: the rail, the foot, and what all tools have in common. It comes with the page's
# start: what is needed later belongs in another catalogue.

## The rail, and the names of the tools

shell-skip = Zum Arbeitsbereich springen
shell-tools = Werkzeuge
shell-favourites = Favoriten
# The names of tools stand under small drawings on a phone: as short as they can be.
shell-translate = Übersetzen
# What a tool is for, after its name and a colon.
shell-translate-about = JSON-Kataloge in andere Sprachen
shell-convert = Umwandeln
shell-convert-about = JSON, YAML, CSV, XML in Typen und Schemas
shell-repair = Reparieren
shell-repair-about = kaputtes JSON in Ordnung bringen
shell-diagram = Diagramm
shell-diagram-about = Mermaid, Daten und Code in Bilder
shell-docs = Docs
shell-docs-about = API-Dokumentation in OpenAPI
shell-running = läuft
# The star beside a tool.
shell-mark = Als Favorit markieren
shell-unmark = Aus den Favoriten entfernen
# The same star to a screen reader, which says beside it whether it is set. $tool is the name of a tool.
shell-is-marked = { $tool } ist Favorit
shell-search = Suchen
shell-search-about = Alle Befehle nach Namen
shell-history = Verlauf
shell-settings = Einstellungen
shell-theme = Design
# $now and $next are the words for themes below.
shell-theme-about = Design: { $now }. Ein Klick wechselt zu { $next }.
shell-theme-system = System
shell-theme-light = Hell
shell-theme-dark = Dunkel
shell-language = Sprache
# $language is the name of a language in that language, such as Deutsch.
shell-language-failed = Die Texte für { $language } konnten nicht geladen werden. Es wurde nichts geändert: Netzwerk prüfen, dann erneut wählen.

## What the tab of the browser says

shell-title-translate = JSON übersetzen · Ichiban
shell-title-convert = JSON umwandeln · Ichiban
shell-title-repair = JSON reparieren · Ichiban
shell-title-diagram = Diagramme · Ichiban
shell-title-docs = Docs · Ichiban
shell-title-lost = Nicht gefunden · Ichiban

## What a tool invites to, before it has anything to work on

# They are painted before the page is here (js/first.ts): text alone, without any place for something else.
shell-empty-translate = Eine Sprachdatei hier ablegen
shell-empty-translate-lead = Die Texte werden Wert für Wert übersetzt und erscheinen, sobald sie eintreffen. Schlüssel, Platzhalter, Reihenfolge und Layout bleiben, wie sie sind.
shell-empty-convert = Daten ablegen, Typen erhalten
shell-empty-convert-lead = Aus JSON, JSON Lines, JSON5, YAML, TOML, CSV oder XML wird schon beim Tippen Code in zehn Sprachen, ein Schema oder dieselben Daten in einem anderen Format.
shell-empty-repair = JSON ablegen, das sich nicht parsen lässt
shell-empty-repair-lead = Was gemeint war, wird ermittelt, und jede Änderung wird mit ihrer Stelle aufgelistet. Ein gültiges Dokument kommt unverändert zurück.
shell-empty-diagram = Ein Diagramm ablegen oder etwas, woraus eines wird
shell-empty-diagram-lead = Mermaid-Text wird beim Tippen gezeichnet. Aus SQL, JSON, Code in fünf Sprachen, Manifesten, Pipelines, Logs und mehr werden Diagramme.
shell-empty-docs = API-Dokumentation ablegen, aufrufbare API erhalten
shell-empty-docs-lead = Aus Webseiten, Markdown, PDF, Postman, HAR, curl-Mitschriften oder OpenAPI wird ein einziges OpenAPI-3.1-Dokument, mit Aufrufen in acht Programmiersprachen, Werkzeugdefinitionen für ein Modell und Anfragen, die sich von hier senden lassen.

## What stands around the work of a tool

# After the button that opens a file. $keys are keys to press.
shell-paste = oder mit { $keys } einfügen
# Above a list of examples.
shell-try-one = Oder eines davon ausprobieren
# Over the work, while something is dragged over the page.
shell-drop = Hier ablegen
shell-open = Öffnen…
shell-close = Schließen
shell-dismiss = Ausblenden
shell-stop = Stopp
shell-try-again = Erneut versuchen
# The line between two panes.
shell-divider = Ziehen oder Pfeiltasten verwenden. Doppelklick setzt zurück.
shell-editor-opening = Editor wird geöffnet…
shell-part-failed = Dieser Teil der Seite konnte nicht geladen werden. Es ist nichts verloren.
# At the foot of the page: no model is asked.
shell-engine-only = Nur Engine. Nichts verlässt diesen Tab.
# How long the last work took, such as 38 ms in the engine. $by is shell-in-engine or what stands for another program.
shell-took = { $number } { $unit } { $by }
shell-in-engine = in der Engine

## Sizes of files

# Below 1000.
shell-bytes = { $count } Byte
shell-kilobytes = { $size } KB
shell-megabytes = { $size } MB
