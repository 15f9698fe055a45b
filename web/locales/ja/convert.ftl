### Convert: data becomes code, a schema or another format.

## The head

convert-title = 変換
# Stands in the place of a file's name.
convert-untitled = 無題
convert-samples =
    { $count ->
       *[other] サンプル{ $count }件
    }
convert-close = 入力を閉じる
# A menu: the tools that take the input, and under each what they do with it.
convert-open-in = ほかのツールで開く
convert-repair = 修復
convert-repair-about = 入力を修復（壊れていなくても可）
convert-translate = 翻訳
convert-translate-about = 入力をテキストのカタログとして翻訳
convert-diagram = 図
convert-diagram-about = 入力の構造を図に
convert-download = ダウンロード
convert-copy = コピー

## Before there is an input

convert-empty-open = ファイルを開く
convert-empty-write = ここに入力
convert-empty-note = 複数のファイルは1つの型のサンプルとして扱います。1ファイル{ $megabytes } MBまで。
# $lead is the -lead message, in bold.
convert-fact-reading = { $lead }：省略可能とnull許容の区別、ユニオン、マップ、列挙、日付、整数の幅、再帰まで見分けます。
convert-fact-reading-lead = 精密な読み取り
convert-fact-lossless = { $lead }：言語で使えない名前は元の名前を残してエスケープし、数値は書かれたままの形を保ちます。
convert-fact-lossless-lead = 欠落なし
# $command is a command line.
convert-fact-private = { $lead }：モデルもサーバーも使いません。同じエンジンはターミナルでも動きます：{ $command }
convert-fact-private-lead = データはこのタブの外に出ません

## Examples: what becomes what, and what it shows

convert-example-typescript = APIレスポンス → TypeScript
convert-example-typescript-about = 欠けうる値とnullになりうる値を区別
convert-example-rust = 2つのWebhook → Rust
convert-example-rust-about = 1つの型に複数のサンプル：異なる項目は省略可能に
convert-example-schema = YAML → JSON Schema
convert-example-schema-about = デプロイの設定を、以後はスキーマで検証
convert-example-sql = CSV → SQL
convert-example-sql-about = 注文データ：列には型、空のセルはnull
convert-example-csv = JSON Lines → CSV
convert-example-csv-about = サービスのログからjqでエラーだけを抽出
convert-example-go = XML → Go
convert-example-go-about = フィード：要素と属性を構造体に

## The input

convert-input = 入力
convert-divider = 入力の幅
convert-files = 変換するファイル
convert-sample-add = サンプルを追加
convert-sample-add-about = 同じデータの別のサンプル：すべてに合う型になります
convert-sample-list = サンプル
# Stands in the place of a file's name.
convert-sample-name = サンプル{ $number }
convert-sample-remove = { $sample }を削除
convert-editor-failed = エディターを読み込めませんでした。入力は開いており、変換もそのまま行われます。
convert-format = 入力の形式
convert-format-any = 任意の形式
convert-format-detected = { $format }（自動検出）
convert-query = 入力を絞り込むjq式
convert-query-clear = クエリを消去
convert-query-nothing = この入力からは何も選択されません。
convert-query-selected =
    { $count ->
       *[other] 値{ $count }件
    }

## Why there is no output

# A sentence follows, in English.
convert-problem-place = { $line }行目、{ $column }列目：
convert-problem-place-of = { $sample }、{ $line }行目、{ $column }列目：
# $target is a language or format, $why a phrase in English.
convert-problem-target = { $target }：{ $why }。別の変換先を選ぶか、jqで入力を絞り込んでください。
convert-problem-repair = 修復する
convert-lost-stopped = 停止しました。入力またはオプションを変更すると、もう一度変換します。
convert-lost-limit = このページで使える時間またはメモリを超えるため、停止しました。入力を絞り込むか、コマンドラインツールを使ってください：ichiban json convert
convert-lost-engine = エンジンを起動できませんでした：{ $reason }。ページを再読み込みしてください。

## The options

convert-options = オプション
# Stands before the button that names the target.
convert-into = 変換先
convert-target = 変換先：{ $target }
convert-target-search = 変換先を検索
convert-target-search-hint = 言語、スキーマ、形式
convert-target-list = 変換先の一覧
convert-target-none = その名前の変換先はありません。
convert-group-code = コード
convert-group-schema = スキーマ
convert-group-data = データ
convert-label-minified = JSON（圧縮）
convert-label-sorted = JSON（ソート済み）
# The root type.
convert-root = ルート
convert-root-about = ルート型の名前

## Settings of targets: a label of a word or two, what it does, and some of what may be chosen

# Swift: who may use the types.
convert-setting-access = アクセス
convert-setting-access-about = 型を使える範囲
convert-setting-closed = 追加不可
convert-setting-closed-about = サンプルにないプロパティを拒否
convert-setting-declaration = 宣言
convert-setting-declaration-about = オブジェクト型をインターフェースと型エイリアスのどちらで書くか
convert-setting-derive = 導出
convert-setting-derive-about = SerializeとDeserializeのほかに導出するトレイト
convert-setting-extra = 余分なキー
convert-setting-extra-about = サンプルにないキーの扱い
convert-setting-format-types = 専用の型
convert-setting-format-types-about = 日付、UUID、アドレスに、文字列ではなく言語固有の型を使う
convert-setting-frozen = 不変
convert-setting-frozen-about = dataclassを変更不可にする
convert-setting-indent = インデント
convert-setting-indent-about = 1段ごとの字下げ
convert-setting-indent-tab = タブ
convert-setting-map = マップ
convert-setting-map-about = マップの型
convert-setting-merged = 統合
convert-setting-merged-about = フィールドで区別できる場合も、複数種のオブジェクトを1つの型にまとめる
convert-setting-namespace = 名前空間
convert-setting-namespace-about = 使用する名前空間
convert-setting-package = パッケージ
convert-setting-package-about = パッケージの名前
convert-setting-readonly = 読み取り専用
convert-setting-readonly-about = すべてのプロパティをreadonlyにする
# The root element of XML.
convert-setting-root = ルート要素
convert-setting-root-about = データがルート要素を定めない場合に使う名前
convert-setting-separator = 区切り
convert-setting-separator-about = セルの区切り文字
convert-setting-separator-comma = カンマ
convert-setting-separator-semicolon = セミコロン
convert-setting-separator-tab = タブ
convert-setting-unknown-keys = 未知のキー
convert-setting-unknown-keys-about = サンプルにないキーの扱い
convert-setting-unknown-keys-strip = 取り除く
convert-setting-unknown-keys-refuse = 拒否
convert-setting-unknown-keys-keep = 残す

## The output

convert-output = 出力
# $size is a size with its unit.
convert-extent =
    { $lines ->
       *[other] { $lines }行 · { $size }
    }
convert-stale = 以前の入力の結果
convert-stale-about = 最後に変換できた入力の結果
convert-output-failed = エディターを読み込めませんでした。出力のコピーとダウンロードはできます。
# A button follows: convert-download.
convert-cut-lines = 全{ $lines }行のうち最初の{ $shown }行です。コピーとダウンロードには全体が含まれます。
convert-cut-line = 長い行の先頭部分です。コピーとダウンロードには全体が含まれます。

## The status line: a few words each

convert-converting = 変換中…
convert-status-input = 無効な入力
convert-status-query = クエリのエラー
convert-status-nothing = クエリの結果なし
convert-status-target = この変換先では表現不可
convert-status-lost = 未変換
convert-status-done = 変換済み

## What happened

convert-said-converted = { $target }に変換しました。
convert-said-nothing = 変換するものがありません。
convert-said-failed = このままの入力では変換できません。
convert-saved = { $file }を保存しました。
convert-copied = { $file }をコピーしました。
convert-link-unknown = このリンクが指す変換先は、このページにはありません。
