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
