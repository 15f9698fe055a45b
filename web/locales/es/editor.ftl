# The editors: fetched with them.

## Searching in the editor. What is in small letters stands on small buttons.

editor-find = Buscar
# The field for what is put in place of what is found.
editor-replace-field = Reemplazar
editor-next = siguiente
editor-previous = anterior
# Selects all that is found.
editor-all = todo
editor-match-case = distinguir mayúsculas
editor-regexp = regexp
editor-by-word = palabra completa
editor-replace = reemplazar
editor-replace-all = reemplazar todo
editor-close = cerrar
# To a screen reader: the text that was found and editor-on-line follow.
editor-current-match = coincidencia actual
# A number follows.
editor-on-line = en la línea
# The editor puts the number of a line in place of the $ sign.
editor-replaced-line = coincidencia reemplazada en la línea $
# The editor puts a number in place of the $ sign.
editor-replaced = $ coincidencias reemplazadas
editor-go-to-line = Ir a la línea
editor-go = ir

## Folding

editor-fold = Plegar la línea
editor-unfold = Desplegar la línea
# On what stands for folded lines.
editor-unfold-here = desplegar
editor-folded = código plegado
# To a screen reader. Two numbers of lines follow, with editor-to in between.
editor-lines-folded = Líneas plegadas
editor-lines-unfolded = Líneas desplegadas
editor-to = a

## What a screen reader is told

editor-selection-deleted = Selección eliminada
# A code follows.
editor-control-character = Carácter de control
editor-diagnostics = Diagnósticos
editor-no-diagnostics = Sin diagnósticos
editor-completions = Sugerencias
