### Repair: broken JSON is mended, and each change listed.

## The head

repair-title = 修復
# Stands in the place of a file's name.
repair-untitled = 無題
repair-close = このテキストを閉じる
# A menu: the tools that take the repaired text, and under each what they do with it.
repair-open-in = ほかのツールで開く
repair-convert = 変換
repair-convert-about = 修復したテキストの型とほかの形式
repair-translate = 翻訳
repair-translate-about = 修復したテキストをカタログとして翻訳
repair-diagram = 図
repair-diagram-about = 修復したテキストの構造を図に
repair-copy = コピー
repair-download = ダウンロード
repair-undo = 修復を元に戻す
repair-apply = 適用
repair-apply-about = 壊れたテキストを修復したテキストに置き換える
repair-lead = カンマ、引用符、コメント、ほかの言語の定数、コードフェンス、途切れた箇所を直し、変更を1つずつ一覧にします。それ以外は1バイトも変えません。

## Before there is a text

repair-empty-open = ファイルを開く
repair-empty-write = ここに入力
repair-empty-note = JSONを含むテキストなら何でも。{ $megabytes } MBまで。
# $lead is the -lead message, in bold.
repair-fact-mended = { $lead }：カンマ、コロン、引用符、括弧、エスケープ、コメント、数値、定数、連結、途切れた箇所。
repair-fact-mended-lead = 直すもの
repair-fact-removed = { $lead }：コードフェンス、地の文、JSONPやMongoDBなどの呼び出し。複数のドキュメントは1つの配列になります。
repair-fact-removed-lead = 取り除くもの
repair-fact-kept = { $lead }：レイアウト、順序、数値と文字列の書き方。データはこのタブの外に出ません。
repair-fact-kept-lead = そのまま残すもの

## Examples: where it comes from, and what is wrong with it

repair-example-answer = モデルの回答
repair-example-answer-about = コードフェンスと前後の文があり、途中で切れている
repair-example-python = Pythonの辞書
repair-example-python-about = 一重引用符、TrueとNone、末尾のカンマ
repair-example-config = 手書きの設定ファイル
repair-example-config-about = コメント、引用符のないキー、抜けたカンマと引用符

## The broken text

repair-text = テキスト
repair-divider = 壊れたテキストの幅
repair-file = 修復するファイル
repair-editor = 壊れたテキスト
repair-editor-failed = エディターを読み込めませんでした。テキストは開いており、修復もそのまま行われます。
# A sentence follows, in English.
repair-problem-place = { $line }行目、{ $column }列目：
repair-lost-stopped = 停止しました。テキストを変更すると、もう一度修復します。
repair-lost-limit = このページで使える時間またはメモリを超えるため、停止しました。コマンドラインツールを使ってください：ichiban json repair
repair-lost-engine = エンジンを起動できませんでした：{ $reason }。ページを再読み込みしてください。

## The repaired text

repair-repaired = 修復結果
repair-reader = 修復したテキスト
repair-reader-failed = エディターを読み込めませんでした。修復したテキストのコピーとダウンロードはできます。
# $size is a size with its unit.
repair-extent =
    { $lines ->
       *[other] { $lines }行 · { $size }
    }
repair-stale = 以前のテキストの結果
# Copy, download and Apply are buttons. A button follows: repair-download.
repair-cut-lines = 全{ $lines }行のうち最初の{ $shown }行です。コピー、ダウンロード、適用には全体が含まれます。
repair-cut-line = 長い行の先頭部分です。コピー、ダウンロード、適用には全体が含まれます。

## The changes

repair-changes = 変更
repair-changes-none = 変更なし
repair-changes-count =
    { $count ->
       *[other] 変更{ $count }件
    }
repair-changes-valid = 有効なJSONです。1バイトも変えず、そのまま残します。
repair-changes-stale = 今のテキストに対する変更はありません。
repair-changes-more = あと{ $count }件を表示
repair-changes-first = 一覧は最初の{ $count }件です。変更はすべて行われています。

## What was changed at a place: a short phrase

repair-change-bracket = 抜けていた括弧を追加
repair-change-colon = 抜けていたコロンを追加
repair-change-comma = 抜けていたカンマを追加
repair-change-comment = コメントを削除
repair-change-concatenation = 文字列を連結
repair-change-control-character = 制御文字をエスケープ
repair-change-ellipsis = 省略記号を削除
repair-change-escape = エスケープを修正
repair-change-extra-bracket = 対応のない閉じ括弧を削除または置換
repair-change-extra-comma = 余分なカンマを削除
repair-change-fence = コードフェンスを削除
repair-change-literal = ほかの言語の定数を置換
repair-change-lines = 複数の値を配列に格納
repair-change-number = 数値を修正
repair-change-prose = JSONの前後のテキストを削除
repair-change-quote-in-string = 文字列内の引用符をエスケープ
repair-change-quote-missing = 抜けていた引用符を追加
repair-change-quote-style = 引用符を二重引用符に置換
repair-change-truncated = 途切れた箇所を補完
repair-change-value-missing = 抜けていた値にnullを追加
repair-change-white-space = JSONで使えない空白を置換
repair-change-wrapper = 値を囲む呼び出しまたは丸括弧を削除

## The status line: a few words each

repair-repairing = 修復中…
repair-status-valid = 有効なJSON
repair-status-repaired =
    { $count ->
       *[other] { $count }件の変更で修復
    }
repair-status-beyond = 修復不可
repair-status-lost = 未修復

## What happened

repair-said-valid = 有効なJSONです。
repair-said-repaired =
    { $count ->
       *[other] { $count }件の変更で修復しました。
    }
repair-said-beyond = 修復できません。
repair-said-lost = 修復を停止しました。
repair-said-applied = 修復を適用しました。
repair-said-undone = 修復を元に戻しました。
repair-saved = { $file }を保存しました。
repair-copied = { $file }をコピーしました。
repair-one-file = 修復できるファイルは一度に1つです。
