# The editors: fetched with them.

## Searching in the editor. What is in small letters stands on small buttons.

editor-find = Rechercher
# The field for what is put in place of what is found.
editor-replace-field = Remplacer
editor-next = suivant
editor-previous = précédent
# Selects all that is found.
editor-all = tout
editor-match-case = respecter la casse
editor-regexp = regexp
editor-by-word = mots entiers
editor-replace = remplacer
editor-replace-all = tout remplacer
editor-close = fermer
# To a screen reader: the text that was found and editor-on-line follow.
editor-current-match = résultat actuel
# A number follows.
editor-on-line = à la ligne
# The editor puts the number of a line in place of the $ sign.
editor-replaced-line = résultat remplacé à la ligne $
# The editor puts a number in place of the $ sign.
editor-replaced = $ résultats remplacés
editor-go-to-line = Aller à la ligne
editor-go = aller

## Folding

editor-fold = Replier la ligne
editor-unfold = Déplier la ligne
# On what stands for folded lines.
editor-unfold-here = déplier
editor-folded = code replié
# To a screen reader. Two numbers of lines follow, with editor-to in between.
editor-lines-folded = Lignes repliées
editor-lines-unfolded = Lignes dépliées
editor-to = à

## What a screen reader is told

editor-selection-deleted = Sélection supprimée
# A code follows.
editor-control-character = Caractère de contrôle
editor-diagnostics = Diagnostics
editor-no-diagnostics = Aucun diagnostic
editor-completions = Suggestions
