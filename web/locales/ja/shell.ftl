# The frame of the page: the rail, the foot, and what all tools have in common. It comes with the page's
# start: what is needed later belongs in another catalogue.

## The rail, and the names of the tools

shell-skip = 作業領域へ移動
shell-tools = ツール
shell-favourites = お気に入り
# The names of tools stand under small drawings on a phone: as short as they can be.
shell-translate = 翻訳
# What a tool is for, after its name and a colon.
shell-translate-about = JSONカタログをほかの言語へ
shell-convert = 変換
shell-convert-about = JSON、YAML、CSV、XMLを型とスキーマへ
shell-repair = 修復
shell-repair-about = 壊れたJSONを修復
shell-diagram = 図
shell-diagram-about = Mermaid、データ、コードを図へ
shell-docs = ドキュメント
shell-docs-about = APIドキュメントをOpenAPIへ
shell-running = 実行中
# The star beside a tool.
shell-mark = お気に入りに追加
shell-unmark = お気に入りから外す
# The same star to a screen reader, which says beside it whether it is set. $tool is the name of a tool.
shell-is-marked = { $tool }をお気に入りにする
shell-search = 検索
shell-search-about = すべてのコマンドを名前で検索
shell-history = 履歴
shell-settings = 設定
shell-theme = テーマ
# $now and $next are the words for themes below.
shell-theme-about = テーマ：{ $now }。クリックで{ $next }に切り替え。
shell-theme-system = システム
shell-theme-light = ライト
shell-theme-dark = ダーク
shell-language = 言語
# $language is the name of a language in that language, such as Deutsch.
shell-language-failed = { $language }の表示テキストを取得できませんでした。何も変更していません。ネットワークを確認してから、もう一度選んでください。

## What the tab of the browser says

shell-title-translate = JSONの翻訳 · Ichiban
shell-title-convert = JSONの変換 · Ichiban
shell-title-repair = JSONの修復 · Ichiban
shell-title-diagram = 図 · Ichiban
shell-title-docs = ドキュメント · Ichiban
shell-title-lost = 見つかりません · Ichiban

## What a tool invites to, before it has anything to work on

# They are painted before the page is here (js/first.ts): text alone, without any place for something else.
shell-empty-translate = ロケールファイルをドロップ
shell-empty-translate-lead = テキストを値ごとに翻訳し、届いたものから表示します。キー、プレースホルダー、順序、レイアウトはそのままです。
shell-empty-convert = データをドロップして型を生成
shell-empty-convert-lead = JSON、JSON Lines、JSON5、YAML、TOML、CSV、XMLを、入力に合わせて10言語のコード、スキーマ、または別形式の同じデータに変換します。
shell-empty-repair = 壊れたJSONをドロップ
shell-empty-repair-lead = 意図された内容を推定し、すべての変更を位置とともに一覧にします。有効なJSONはそのまま返します。
shell-empty-diagram = 図、または図の元になるものをドロップ
shell-empty-diagram-lead = Mermaidのテキストは入力に合わせて描画されます。SQL、JSON、5言語のコード、マニフェスト、パイプライン、ログなどからも図を作れます。
shell-empty-docs = APIドキュメントをドロップして、呼び出せるAPIに
shell-empty-docs-lead = Webページ、Markdown、PDF、Postman、HAR、curlの記録、OpenAPIを1つのOpenAPI 3.1ドキュメントにまとめます。8言語の呼び出しコード、モデル向けのツール定義、ここから送れるリクエストもそろいます。

## What stands around the work of a tool

# After the button that opens a file. $keys are keys to press.
shell-paste = または{ $keys }で貼り付け
# Above a list of examples.
shell-try-one = または例を試す
# Over the work, while something is dragged over the page.
shell-drop = ここにドロップ
shell-open = 開く…
shell-close = 閉じる
shell-dismiss = 閉じる
shell-stop = 停止
shell-try-again = 再試行
# The line between two panes.
shell-divider = ドラッグまたは矢印キーで動かせます。ダブルクリックで初期位置に戻ります。
shell-editor-opening = エディターを開いています…
shell-part-failed = ページのこの部分を取得できませんでした。作業内容は失われていません。
# At the foot of the page: no model is asked.
shell-engine-only = エンジンのみ。データはこのタブの外に出ません。
# How long the last work took, such as 38 ms in the engine. $by is shell-in-engine or what stands for another program.
shell-took = { $number } { $unit }{ $by }
shell-in-engine = （エンジン）

## Sizes of files

# Below 1000.
shell-bytes = { $count }バイト
shell-kilobytes = { $size } KB
shell-megabytes = { $size } MB
