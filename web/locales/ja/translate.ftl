# Translate: a file of texts is translated value by value into one or more locales.

translate-title = 翻訳
translate-close = このファイルを閉じる
translate-copy = コピー
translate-download = ダウンロード
translate-edit = 編集
translate-ask-again = 再翻訳
translate-accept = 承認
translate-undo = 元に戻す
translate-remove = 削除
# A share, such as 80 %.
translate-percent = { $percent }%

## The files that are made, in the menus Copy and Download

# Every value has a translation.
translate-export-complete = すべて翻訳済み
translate-export-rest =
    { $count ->
       *[other] { $count }件の値は原文のまま
    }
translate-export-all = すべてのロケール
translate-export-zip = 1つのzip
# $name is the name of a file.
translate-saved = { $name }を保存しました。
translate-copied = { $name }をコピーしました。

## Before there is a source

translate-empty-open = ファイルを開く
translate-empty-write = ここに入力
translate-empty-files = ロケールファイル
translate-empty-note = JSON（i18next、Chrome、ARB、FormatJS、Xcode）、YAML、PO、Android、Apple、Fluent、properties、CSV。最大{ $limit } MB。
# In each of the three facts $lead is the text of the message before it, in bold.
translate-fact-alone-lead = モデルなしでも
translate-fact-alone = { $lead }、翻訳の対象、保持されるプレースホルダー、ファイルの誤り、擬似ローカライズを確認できます。
translate-fact-model-lead = モデルがあれば
translate-fact-model = { $lead }、値は確定するたびに検査されます（プレースホルダー、タグ、ICU構文、複数形）。不合格の値は一度だけ再翻訳し、それでも通らなければ表示します。
translate-fact-private-lead = データはこのタブの外に出ません
translate-fact-private = 翻訳を始めるまで、{ $lead }。翻訳時も、指定したエンドポイントにテキストだけを送ります。
translate-example-i18next = オンラインショップ：入れ子のキー、複数形、タグ
translate-example-icu = 受信トレイ：plural、select、日付
translate-example-chrome = ブラウザ拡張機能：説明、$PLACEHOLDERS$

## The row of options

translate-options = オプション
# Before the names of the languages to translate into.
translate-options-into = 翻訳先
translate-options-glossary = 用語集
translate-options-terms = 用語集 · { $count }
translate-options-memory = 翻訳メモリ
translate-options-memory-about = 承認または記入した翻訳
# Goes on from "Memory", for screen readers.
translate-options-memory-unkept = は保存されません
translate-options-unchanged = 同一訳を許可
translate-options-unchanged-about = 名前や外来語など、原文と同じ翻訳を受け入れる
translate-options-pseudo = 擬似ローカライズ
translate-options-pseudo-about = アクセント記号を付け、長くし、括弧で囲みます。翻訳できない箇所や幅の足りない箇所がわかります。モデルは不要です。
translate-options-remove = { $language }を削除
# The pseudo-localisation, in place of the name of a language.
translate-pseudo = 擬似

## The list of locales

translate-picker-add = + ロケール
translate-picker-search = ロケールを検索
translate-picker-hint = 言語、地域、タグ
translate-picker-list = ロケール
# $tag is an example.
translate-picker-none = その名前のロケールはありません。{ $tag }のようなBCP 47タグを入力できます。

## A second file

translate-second-title = このファイルの翻訳ですか？
# $name is the name of the file or the message below it.
translate-second-lead =
    { $rows ->
       *[other] { $name }には、このソースにある値{ $rows }件のうち{ $shared }件があります。翻訳として取り込むと検査され、足りないものだけをモデルに問い合わせます。
    }
translate-second-text = このテキスト
translate-second-locale = ロケール
translate-second-tag = BCP 47タグ（frやpt-BRなど）
translate-second-use = 翻訳として使う
translate-second-open = 新しいソースとして開く
translate-one-file = ファイルは1つずつドロップしてください。まずソース、次に既存の翻訳を順にドロップします。
translate-no-catalogue = 貼り付けたものは、テキストを含むカタログではありません。ソースはそのままです。

## The pane of the source

translate-source = ソース
translate-source-editor = ソースJSON
translate-source-open = 開く…
translate-source-file = ソースまたは翻訳済みのファイル
translate-source-width = ソースの幅
translate-source-no-editor = エディターを読み込めませんでした。ファイルは開いており、翻訳は可能です。
# $format and $layout are in English.
translate-source-what =
    { $count ->
       *[other] 値{ $count }件 · { $format } · { $layout }
    }
translate-source-reading = 読み取り中…
translate-source-placeholders = プレースホルダー
translate-source-placeholders-about = このファイルでのプレースホルダーの書き方
# $example is a placeholder, or "Placeholders".
translate-source-found = { $example }（検出）
# Before a problem that the engine names.
translate-source-place = { $line }行目、{ $column }列目：
translate-source-stays = 表には、最後に読み取れたテキストが表示されています。

## The pane of the translations

translate-table = 翻訳
translate-table-done = { $total }件中{ $done }件
translate-table-search = 検索
translate-table-search-label = キーとテキストを検索
translate-table-key = キー
translate-table-source = 原文
# The keys that stand in no object.
translate-table-top = （最上位）
translate-filters = 表示
translate-filter-all = すべて
translate-filter-attention = 要確認
translate-filter-missing = 未翻訳
translate-filter-stale = 要更新
translate-filter-orphaned = 孤立
translate-none-invalid = ソースを読み取れるようになると、表が表示されます。
translate-none-text = このファイルには翻訳するテキストがありません。
translate-none-found = 見つかりませんでした。
translate-none-attention = 確認が必要なものはありません。
translate-none-stale = 翻訳後に変更された原文はありません。
translate-none-missing = 未翻訳のものはありません。

## A cell of the table, and what is said below its text

translate-cell-field = 訳文
translate-cell-keys = Enterで確定、Shift+Enterで改行、Escで破棄
translate-cell-stale = 翻訳後に原文が変わりました。
translate-cell-fits = まだ合っているので、このまま残す
translate-cell-all-the-same = この指摘のまま承認済みです。
# More findings than the one that is shown.
translate-cell-more =
    { $count ->
       *[other] ほか{ $count }件。
    }
# A check fails, and it is in the file.
translate-cell-in-file = それでもファイルに含まれます。
translate-cell-earlier = ファイルには以前の翻訳が残ります。
translate-cell-source = ファイルには原文が残ります。
# Where a translation comes from.
translate-origin-accepted = 承認済み
translate-origin-model = モデルの訳
translate-origin-memory = メモリの訳
translate-origin-memory-accepted = メモリの訳、承認済み
translate-origin-file = ファイルの訳
translate-origin-file-accepted = ファイルの訳、承認済み
translate-origin-person = 自分の訳
translate-origin-verbatim = 翻訳不要

## Existing translations, and values that the source lacks

translate-existing = 既存の翻訳
# $number is the number in bold, $count the same for the form of the words.
translate-existing-missing =
    { $count ->
       *[other] 未翻訳{ $number }件
    }
translate-existing-missing-about = このファイルにない値
translate-existing-stale =
    { $count ->
       *[other] 要更新{ $number }件
    }
translate-existing-stale-about = 翻訳後に原文が変わった値
translate-existing-orphaned =
    { $count ->
       *[other] 孤立{ $number }件
    }
translate-existing-orphaned-about = このファイルにあり、ソースにはもうない値
translate-existing-current = 最新{ $number }件
# $tag is a locale such as pt-BR.
translate-orphans-kept =
    { $count ->
       *[other] { $tag }には、ソースにない値が{ $count }件あります。削除しない限り、作成されるファイルに残ります。
    }
translate-orphans-left-out =
    { $count ->
       *[other] { $tag }には、ソースにない値が{ $count }件あります。作成されるファイルには入れる場所がないため、省かれます。
    }
translate-orphans-keep-all = すべて残す
translate-orphans-remove-all = すべて削除
translate-orphan-remove = { $path }（{ $line }行目）を削除
translate-orphan-undo = { $path }（{ $line }行目）の削除を元に戻す

## Findings of checks, below the table

translate-findings =
    { $count ->
       *[other] 既存の翻訳に指摘が{ $count }件
    }
translate-findings-show = 表示
translate-findings-hide = 隠す
translate-findings-more = ほか{ $count }件。上の指摘を直すと表示されます。
translate-findings-go = この値へ移動

## The review, one value at a time

translate-review = レビュー
translate-review-about = 翻訳を1件ずつ確認する
translate-review-progress = レビューの進捗
translate-review-close = 閉じる
translate-review-in-source = ソースで表示
translate-review-checks = 検査
translate-review-glossary = 用語集
translate-review-memory = メモリ
# In place of the translation of a term.
translate-review-kept = そのまま残す
translate-review-use = 使う
translate-review-keep = 確定
translate-review-drop = 破棄
translate-review-next = 次へ
translate-review-previous = 前へ
translate-review-skip = スキップ
# No longer accept it.
translate-review-take-back = 承認を取り消す
translate-review-over = これが最後でした
translate-review-nothing = 確認する翻訳はまだありません。
translate-review-accepted =
    { $accepted ->
       *[other] 値{ $accepted }件が承認済みです。
    }
translate-review-accepted-attention =
    { $accepted ->
       *[other] 値{ $accepted }件が承認済みです。
    }{ $attention ->
       *[other] 値{ $attention }件はまだ確認が必要です。
    }
translate-review-back = 表に戻る
# How a value stands.
translate-standing-empty = 未翻訳
translate-standing-pending = 翻訳中
translate-standing-stale = 原文に変更あり
translate-standing-attention = 要確認
translate-standing-verbatim = 原文と同じ

## The glossary

translate-glossary-title = 用語集
translate-glossary-lead = これらの用語をモデルに伝え、すべての翻訳を照合します。訳を空欄にした用語は、訳し方を指定しません。
translate-glossary-term = 用語
translate-glossary-keep = そのまま残す
translate-glossary-keep-term = 「{ $term }」をそのまま残す
translate-glossary-keep-this = この用語をそのまま残す
translate-glossary-delete = 削除
translate-glossary-delete-term = 「{ $term }」を削除
translate-glossary-delete-this = この用語を削除
translate-glossary-translation = { $term }（{ $language }）
translate-glossary-add = + 用語
translate-glossary-save = 保存
translate-glossary-cancel = キャンセル
translate-glossary-import = CSVをインポート
translate-glossary-export = CSVをエクスポート
translate-glossary-file = CSV形式の用語集
translate-glossary-read =
    { $count ->
       *[other] 用語を{ $count }件読み込みました。
    }
# $message and $hint are sentences in English.
translate-glossary-line = { $line }行目：{ $message } { $hint }
translate-glossary-unkept = 用語集はこのページを閉じるまでしか残りません：{ $reason }

## The translation memory

translate-memory-title = 翻訳メモリ
translate-memory-lead = 承認または記入した訳はこのブラウザに記憶され、モデルに問い合わせる前に使われます。
translate-memory-empty = まだ何も記憶されていません。
translate-memory-all =
    { $count ->
       *[other] 翻訳{ $count }件
    }
translate-memory-found = { $total }件中{ $found }件
translate-memory-unkept = メモリはこのページを閉じるまでしか残りません：{ $reason }
translate-memory-search = 検索
translate-memory-search-label = メモリを検索
translate-memory-list = 記憶された翻訳
translate-memory-more = さらに表示
translate-memory-import = TMXをインポート
translate-memory-export = TMXをエクスポート
translate-memory-file = TMX形式の翻訳メモリ
translate-memory-forget-all = すべて消去
translate-memory-forget-sure =
    { $count ->
       *[other] 翻訳{ $count }件を消去
    }
# Not forget all.
translate-memory-keep = 残す
translate-memory-forget = 消去
translate-memory-forget-text = 「{ $text }」を消去
# In place of a translation.
translate-memory-forgotten = 消去済み
translate-memory-imported =
    { $count ->
       *[other] 翻訳を{ $count }件取り込みました。
    }
translate-memory-imported-some =
    { $count ->
       *[other] 翻訳を{ $count }件取り込みました。
    }{ $passed ->
       *[other] テキストまたは言語のない{ $passed }件は読み飛ばしました。
    }

## The status line

translate-status-alone = エンジンのみ。データはこのタブの外に出ていません。
translate-status-translate = 翻訳
translate-status-continue = 続行
translate-status-stop = 停止
translate-status-choose = 翻訳先のロケールを選んでください。
translate-status-connect = モデル未接続。「翻訳」を押すと、テキストの送信先を選べます。
translate-status-nothing-left = 翻訳するものは残っていません。
# $place is a host, a file, or "this device".
translate-status-asking = { $place }に問い合わせ中…
translate-status-from = 回答元：{ $place }
translate-status-finished = 完了（回答元：{ $place }）
translate-status-download = Chromeがモデルをダウンロード中：{ $percent }%
# $failure is a sentence.
translate-status-again = { $failure }再試行します。
translate-status-stopped =
    { $count ->
       *[other] 停止しました。残り{ $count }件です。
    }
translate-status-interrupted =
    { $count ->
       *[other] 中断されました。残り{ $count }件です。
    }
# What a run will do. $host is an address.
translate-status-sends =
    { $count ->
       *[other] 値{ $count }件を{ $host }に送信
    }
translate-status-sends-stale =
    { $count ->
       *[other] 原文が変わった値{ $count }件を{ $host }に送信
    }
translate-status-sends-both = 値{ $count }件（未翻訳{ $missing }件、変更{ $stale }件）を{ $host }に送信
translate-status-device =
    { $count ->
       *[other] 値{ $count }件をこのデバイスで翻訳
    }
translate-status-device-stale =
    { $count ->
       *[other] 原文が変わった値{ $count }件をこのデバイスで翻訳
    }
translate-status-device-both = 値{ $count }件（未翻訳{ $missing }件、変更{ $stale }件）をこのデバイスで翻訳
# $unit is ms, s or min.
translate-status-first-token = 最初のトークンまで{ $number } { $unit }
translate-status-first-paint = 最初の表示まで{ $number } { $unit }
translate-status-speed = { $number }トークン/秒
translate-status-tokens = { $number }トークン
translate-status-part = { $number }%
translate-status-progress = 進捗
translate-status-invalid = ソースが無効です
translate-status-attention =
    { $count ->
       *[other] 要確認{ $count }件
    }
translate-status-good = すべての検査に合格

## A run that failed

translate-failed-nothing = 何も変更されていません。
translate-failed-kept =
    { $count ->
       *[other] 翻訳{ $count }件は保持されています。「再試行」では残りだけを問い合わせます。
    }
translate-failed-retry = 再試行
translate-failed-settings = 設定を開く
translate-engine-anew = エンジンが応答しなくなったため、再起動しました。翻訳済みのものは保持されています。残りはもう一度翻訳してください。
translate-engine-lost = エンジンを起動できませんでした：{ $reason }。ページを再読み込みしてください。

## Said to screen readers

translate-said-begun = 翻訳しています。
translate-said-progress = 値{ $total }件中{ $done }件を翻訳しました
translate-said-finished = 翻訳が完了しました。
translate-said-attention =
    { $count ->
       *[other] 翻訳が完了しました。値{ $count }件は確認が必要です。
    }
translate-said-stopped = 翻訳を停止しました。翻訳済みのものは保持されています。

## What a request held, in the list of requests

translate-held = { $name }のテキスト
translate-held-unnamed = カタログのテキスト
