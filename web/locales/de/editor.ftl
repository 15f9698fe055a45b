# The editors: fetched with them.

## Searching in the editor. What is in small letters stands on small buttons.

editor-find = Suchen
# The field for what is put in place of what is found.
editor-replace-field = Ersetzen
editor-next = nächster
editor-previous = vorheriger
# Selects all that is found.
editor-all = alle
editor-match-case = Groß/klein
editor-regexp = RegExp
editor-by-word = ganze Wörter
editor-replace = ersetzen
editor-replace-all = alle ersetzen
editor-close = schließen
# To a screen reader: the text that was found and editor-on-line follow.
editor-current-match = aktueller Treffer
# A number follows.
editor-on-line = in Zeile
# The editor puts the number of a line in place of the $ sign.
editor-replaced-line = Treffer in Zeile $ ersetzt
# The editor puts a number in place of the $ sign.
editor-replaced = $ Treffer ersetzt
editor-go-to-line = Zu Zeile gehen
editor-go = gehen

## Folding

editor-fold = Zeile einklappen
editor-unfold = Zeile ausklappen
# On what stands for folded lines.
editor-unfold-here = ausklappen
editor-folded = eingeklappter Code
# To a screen reader. Two numbers of lines follow, with editor-to in between.
editor-lines-folded = Eingeklappte Zeilen
editor-lines-unfolded = Ausgeklappte Zeilen
editor-to = bis

## What a screen reader is told

editor-selection-deleted = Auswahl gelöscht
# A code follows.
editor-control-character = Steuerzeichen
editor-diagnostics = Diagnosen
editor-no-diagnostics = Keine Diagnosen
editor-completions = Vorschläge
