# The editors: fetched with them.

## Searching in the editor. What is in small letters stands on small buttons.

editor-find = Find
# The field for what is put in place of what is found.
editor-replace-field = Replace
editor-next = next
editor-previous = previous
# Selects all that is found.
editor-all = all
editor-match-case = match case
editor-regexp = regexp
editor-by-word = by word
editor-replace = replace
editor-replace-all = replace all
editor-close = close
# To a screen reader: the text that was found and editor-on-line follow.
editor-current-match = current match
# A number follows.
editor-on-line = on line
# The editor puts the number of a line in place of the $ sign.
editor-replaced-line = replaced match on line $
# The editor puts a number in place of the $ sign.
editor-replaced = replaced $ matches
editor-go-to-line = Go to line
editor-go = go

## Folding

editor-fold = Fold line
editor-unfold = Unfold line
# On what stands for folded lines.
editor-unfold-here = unfold
editor-folded = folded code
# To a screen reader. Two numbers of lines follow, with editor-to in between.
editor-lines-folded = Folded lines
editor-lines-unfolded = Unfolded lines
editor-to = to

## What a screen reader is told

editor-selection-deleted = Selection deleted
# A code follows.
editor-control-character = Control character
editor-diagnostics = Diagnostics
editor-no-diagnostics = No diagnostics
editor-completions = Completions
