# The editors: fetched with them.

## Searching in the editor. What is in small letters stands on small buttons.

editor-find = 検索
# The field for what is put in place of what is found.
editor-replace-field = 置換
editor-next = 次へ
editor-previous = 前へ
# Selects all that is found.
editor-all = すべて
editor-match-case = 大/小文字を区別
editor-regexp = 正規表現
editor-by-word = 単語単位
editor-replace = 置換
editor-replace-all = すべて置換
editor-close = 閉じる
# To a screen reader: the text that was found and editor-on-line follow.
editor-current-match = 現在の一致箇所
# A number follows.
editor-on-line = 行
# The editor puts the number of a line in place of the $ sign.
editor-replaced-line = $行目の一致箇所を置換しました
# The editor puts a number in place of the $ sign.
editor-replaced = $件を置換しました
editor-go-to-line = 行へ移動
editor-go = 移動

## Folding

editor-fold = 行を折りたたむ
editor-unfold = 行を展開
# On what stands for folded lines.
editor-unfold-here = 展開
editor-folded = 折りたたまれたコード
# To a screen reader. Two numbers of lines follow, with editor-to in between.
editor-lines-folded = 折りたたんだ行
editor-lines-unfolded = 展開した行
editor-to = から

## What a screen reader is told

editor-selection-deleted = 選択範囲を削除しました
# A code follows.
editor-control-character = 制御文字
editor-diagnostics = 診断
editor-no-diagnostics = 診断なし
editor-completions = 補完候補
