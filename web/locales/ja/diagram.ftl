### Diagram: Mermaid text, data and code are drawn as pictures.

## The head of the tool

diagram-title = 図
# The name of a diagram that came from no file.
diagram-untitled = 無題
diagram-close = この図を閉じる
diagram-examples = 例
diagram-compare = 比較
diagram-compare-earlier = 以前のバージョンと比較
diagram-compare-earlier-about = 追加・削除・変更された部分
diagram-compare-mermaid = mermaid.jsと比較
diagram-compare-mermaid-about = このテキストの両方の画像
diagram-copy = コピー
diagram-export = エクスポート

## The menus Export and Copy: the name of a way, and below it what it is good for

diagram-export-svg-about = どのサイズでも鮮明
diagram-export-svg-transparent = SVG（透過）
diagram-export-transparent-about = 図の背景なし
diagram-export-png-1-about = 画面と同じ大きさ
diagram-export-png-2-about = 高精細な画面向け
diagram-export-png-3-about = スライド向け
diagram-export-png-4-about = 印刷向け
diagram-export-png-transparent = PNG 2×（透過）
diagram-export-text = テキスト
diagram-export-text-about = 図を.mmdで
diagram-export-print = 印刷…
diagram-export-print-about = 白黒で
diagram-copy-picture = 画像
diagram-copy-picture-about = PNG、チャットや文書向け
diagram-copy-svg-about = テキストとして
diagram-copy-markdown-about = テキストをコードブロックで
diagram-copy-link = リンク
diagram-copy-link-about = テキストを含むアドレス
diagram-copied =
    { $what ->
        [link] リンクをコピーしました。
        [markdown] Markdownをコピーしました。
       *[svg] SVGをコピーしました。
    }
diagram-copied-picture = 画像をコピーしました。
# $name is that of a file, $size its size.
diagram-saved = { $name }（{ $size }）を保存しました。
diagram-export-none = 画像はまだありません。
diagram-export-older = これは以前のテキストの画像です。エディターのテキストは描画できません。
# What a screen reader calls the picture that is printed.
diagram-printed = 図

## The options above the picture

diagram-lead = Mermaidのテキスト、データ、コードを、入力に合わせて画像にします。解析できない箇所は、安全な範囲で修正します。
diagram-options = オプション
# Which of the two panes, text or picture, a phone shows.
diagram-in-view = 表示
diagram-text = テキスト
diagram-picture = 画像
diagram-theme = テーマ
diagram-theme-about = 画像の配色
diagram-theme-of-page = ページと同じ
# Before a list of kinds of sources, such as SQL.
diagram-from = 入力形式
diagram-from-about = ソースの種類
diagram-from-detect = 自動判別
diagram-from-detected = { $source }（自動判別）

## The invitation, before there is a diagram

diagram-empty-open = ファイルを開く
diagram-empty-write = ここに入力
diagram-files-to-draw = 描画するファイル
diagram-empty-note = 同じ種類の複数のファイルは1つの図になります。
# $head is diagram-empty-mended-head, in bold.
diagram-empty-mended = { $head }：モデルや人の間違いを行番号付きで見つけ、意味が変わらない範囲で直します。
diagram-empty-mended-head = 間違いを修正
# $head is diagram-empty-taken-away-head, in bold.
diagram-empty-taken-away = { $head }：文字が文字のまま残るSVG、PNG、Markdown、リンク、紙。それ以外に画像がこのタブの外に出ることはありません。
diagram-empty-taken-away-head = 自由に持ち出せる
# $all is a button: diagram-empty-all-examples.
diagram-empty-all = { $all }：あらゆる種類の図とソースの例を出発点にできます。
diagram-empty-all-examples = 全{ $count }件の例

## The pane of the text

# What a screen reader calls the editor.
diagram-editor = 図のテキスト
diagram-editor-failed = エディターを読み込めませんでした。図は開いていて、描画もされます。
diagram-format = 整形
diagram-format-about = 字下げと空白の書き方を統一（図の内容は同じ）
diagram-formatted = 整形しました。エディターの「元に戻す」で取り消せます。
diagram-formatted-already = テキストはすでに整形されています。
# The tab of the text that the diagram is made of.
diagram-source = ソース
diagram-source-file = ソースのファイル
diagram-in-editor = エディターに表示
diagram-undo = 元に戻す
diagram-fix = 修正
diagram-fix-in-part = 一部を修正
# Beside the button that fixes: how much it would change.
diagram-fix-changes =
    { $count ->
       *[other] { $count }か所
    }
# $change is a sentence in English.
diagram-fix-change = { $line }行目：{ $change }
diagram-fixed-by =
    { $count ->
       *[other] { $count }か所を修正しました
    }
diagram-fixed-changes = 修正による変更
diagram-fixed-line = { $line }行目
# Before a sentence in English that says what is wrong there.
diagram-place = { $line }行目、{ $column }列目：
diagram-lost-stopped = 停止しました。テキストを変更すると描画します。
diagram-lost-too-long = レイアウトが10秒を過ぎても終わらないため、ページの動作を保つために停止しました。エッジを減らすか、図を分割するか、ターミナルで描画してください：ichiban mermaid render
diagram-lost-too-much = レイアウトに必要な時間またはメモリがページの上限を超えたため、停止しました。エッジを減らすか、図を分割してください。
diagram-lost-no-engine = エンジンを起動できませんでした：{ $reason }。ページを再読み込みしてください。
diagram-unanswered = エンジンは応答する前に停止されました。もう一度お試しください。
diagram-unfound = これが書かれている場所は、テキスト内に見つかりませんでした。
# Between the text and the picture, to a screen reader.
diagram-width = テキストの幅

## What a diagram is made of

diagram-files =
    { $count ->
       *[other] { $count }個のファイル
    }
# A file without a name, by its place among others.
diagram-file = ファイル{ $number }
# Sentences in English follow.
diagram-left-out = 図に含まれないもの：
diagram-is-one = これは図です
diagram-is-one-about = テキストをMermaidとして読む
diagram-source-stopped = 停止しました。ソースまたはオプションを変更すると、もう一度読み取ります。
diagram-source-too-much = このソースの読み取りに必要な時間またはメモリがページの上限を超えたため、停止しました。量を減らすか、コマンドラインツールを使ってください：ichiban mermaid from
diagram-made-anew = 図をソースから作り直しました。図のタブで「元に戻す」と、変更した内容が戻ります。

## The pane of the picture

diagram-picture-older = 以前のテキストの画像
diagram-size = サイズ
# In brackets stands the key that does the same, here and below.
diagram-smaller = 縮小
diagram-smaller-about = 縮小（−）
diagram-own-size = 原寸（1）
diagram-larger = 拡大
diagram-larger-about = 拡大（+）
diagram-fit = 全体を表示
diagram-fit-about = 全体（0）
diagram-present = プレゼンテーション
diagram-present-about = 画像だけを全画面に表示
diagram-present-end = プレゼンテーションを終了
diagram-present-end-about = プレゼンテーションを終了（Esc）
diagram-find = 検索（/）
diagram-find-about = 画像内を検索
diagram-find-none = なし
diagram-find-place = { $place }/{ $total }件
# What a screen reader says of the picture.
diagram-stage = 図。矢印キーで移動、プラスとマイナスで拡大・縮小、0で全体を表示、スラッシュで検索、Enterで選択中のラベルを編集します。
# What is written in a part of the picture, to a screen reader.
diagram-label = ラベル
diagram-unshown = ブラウザは画像を表示できませんでした。保存はできます。
diagram-drawing = 描画中…
diagram-no-picture-blank = 図を書くと、入力に合わせて描画されます。
diagram-no-picture-wrong = 画像はまだありません。理由は隣のテキストの欄にあります。
diagram-no-picture-asking = 届いた分から描画されます。
diagram-no-picture-elsewhere = mermaid.jsを読み込んで描画しています…

## The comparison with another diagram

diagram-compare-title = 比較する相手
diagram-compare-about = この図の以前のバージョンです。その後に追加・削除・変更された部分を一覧にし、画像に印を付けます。
diagram-compare-text = 以前のバージョン
diagram-compare-file = 以前のバージョンのファイル
diagram-comparing = 比較中…
diagram-not-compared = 比較できません
diagram-no-differences = 違いなし
diagram-differences = 違い
diagram-differences-count =
    { $count ->
       *[other] { $count }件の違い
    }
# After how many differences there are: from which file.
diagram-differences-from = { $name }との比較
diagram-differences-first = 最初の{ $count }件を表示しています。
diagram-differences-none = 書き方は違っても、両方の内容は同じです。
diagram-compare-end = 比較を終了
# Before what was added, removed or changed, in a narrow column.
diagram-added = 追加
diagram-removed = 削除
diagram-changed = 変更

## Beside the picture of mermaid.js

diagram-beside-title = mermaid.jsとの比較
diagram-beside-own = Ichibanが描画した図
diagram-beside-theirs = mermaid.jsが描画した図
diagram-beside-about = mermaid.jsは、どこにも接続できない専用のフレームで動きます。時間はどちらも1回の描画にかかったもので、事前の取得は含みません。
# $message is a sentence in English.
diagram-beside-wrong = { $line }行目、{ $column }列目：{ $message }
diagram-beside-blank = テキストがありません。
diagram-beside-unshown = ブラウザは画像を表示できませんでした。

## mermaid.js, which draws what the engine cannot

diagram-elsewhere-slow = mermaid.jsを読み込んで描画中…
# $reason is a sentence in English: why the engine could not. $words say why mermaid.js could not.
diagram-elsewhere-failed = { $reason } mermaid.jsでも描画できませんでした：{ $words }
diagram-elsewhere-unshown = その描画結果は表示できません。{ $reason }
diagram-elsewhere-unanswered = エンジンは応答する前に停止されました。
diagram-mermaid-not-loaded = mermaid.jsを読み込めませんでした。接続を確認してください。
diagram-mermaid-too-long = mermaid.jsは{ $seconds }秒を過ぎても終わらないため、停止しました。
diagram-mermaid-nothing = mermaid.jsの応答に、表示できるものがありませんでした。
diagram-mermaid-stopped = mermaid.jsを停止しました。

## A link within the diagram

diagram-leave-title = このページを離れますか？
# An address follows, on a line of its own.
diagram-leave-where = 図のリンク先
diagram-leave-stay = とどまる
diagram-leave-open = 新しいタブで開く

## Asking a model

diagram-ask = モデルに依頼
diagram-ask-field = 描きたい図または変更の説明
diagram-ask-example = 描きたい図：「荷物が店から玄関に届くまで」
diagram-ask-change-example = 加えたい変更：「支払いの失敗後に再試行を追加」
diagram-ask-going = 依頼中…
diagram-ask-change = 変更
diagram-ask-draw = 描画
diagram-ask-connect = モデルに接続
diagram-ask-unconnected = モデルに接続していません。ほかの機能はモデルなしで使えます。
# What goes along with the person's words: the diagram, a text, its source or its sources, or the diagram with them.
# $size is empty or diagram-ask-size, with the space before it.
diagram-ask-sends =
    { $what ->
        [with-sources] { $place }に説明、図、そのソース{ $size }を送ります。
        [with-source] { $place }に説明、図、そのソース{ $size }を送ります。
        [diagram] { $place }に説明と図を送ります。
        [sources] { $place }に説明とソース{ $size }を送ります。
        [source] { $place }に説明とソース{ $size }を送ります。
        [text] { $place }に説明とテキスト{ $size }を送ります。
       *[words] { $place }に説明を送ります。
    }
diagram-ask-reads =
    { $what ->
        [with-sources] このデバイスで回答します。データは外に出ません。説明、図、そのソース{ $size }を読みます。
        [with-source] このデバイスで回答します。データは外に出ません。説明、図、そのソース{ $size }を読みます。
        [diagram] このデバイスで回答します。データは外に出ません。説明と図を読みます。
        [sources] このデバイスで回答します。データは外に出ません。説明とソース{ $size }を読みます。
        [source] このデバイスで回答します。データは外に出ません。説明とソース{ $size }を読みます。
        [text] このデバイスで回答します。データは外に出ません。説明とテキスト{ $size }を読みます。
       *[words] このデバイスで回答します。データは外に出ません。説明を読みます。
    }
diagram-ask-size = （{ $size }）
# In the ledger of what was sent: what of the input a request held.
diagram-ledger-held = 説明と図のソース

## How asking ended. $came says whether some of the answer, or none of it, had come

diagram-end-mended =
    { $count ->
       *[other] モデルの間違いを{ $count }件直しました。
    }
diagram-end-unchanged = モデルは何も変更しませんでした。
diagram-end-unchanged-hint = 別の言い方でお試しください。
diagram-end-stopped =
    { $came ->
        [some] 停止しました。届いた分は残してあります。
       *[none] 停止しました。まだ何も届いていませんでした。
    }
diagram-end-too-long = 回答が上限に達し、途中で切れました。届いた分は残してあります。
diagram-end-too-long-hint = より小さな図を依頼するか、より長く書けるモデルを使ってください。
diagram-end-cut-off = 回答が途中で止まりました。
diagram-end-cut-off-hint =
    { $came ->
        [some] もう一度お試しください。届いた分は残してあります。
       *[none] もう一度お試しください。まだ何も届いていませんでした。
    }
# $hint is a sentence: what to do about a failure.
diagram-end-failed-hint =
    { $came ->
        [some] { $hint }届いた分は残してあります。
       *[none] { $hint }まだ何も届いていませんでした。
    }
diagram-end-broken = モデルに2回依頼しましたが、図として読めるものは得られませんでした。
diagram-end-broken-change = 図は元のままです。
diagram-end-broken-open = モデルの出力を開く
diagram-end-broken-diagram = モデルの出力は、間違いを含めてエディターにあります。
diagram-end-declined = モデルが回答を拒否しました。
diagram-end-declined-saying = モデルが拒否しました：{ $words }
diagram-end-accepted = 変更を図に反映しました。
diagram-change-undone = 変更を元に戻しました。

## What a model would change

diagram-proposed = 変更案
diagram-proposed-changes =
    { $count ->
       *[other] 提案：{ $count }件の変更
    }
diagram-proposed-same = 提案：内容は同じで、書き直しのみ
# It is not known what differs.
diagram-proposed-unknown = 提案
diagram-proposed-partial = 届いた分まで。残りは元のままです
diagram-proposed-unread = 元の図を読み取れないため、違いがわかりません。画像は提案された図です。
diagram-discard = 破棄
diagram-accept = 採用

## The status line

diagram-status-elsewhere = mermaid.jsで描画。データはこのタブの外に出ません。
# After a time, such as “38 ms”: where it was spent.
diagram-status-in-mermaid = （mermaid.js）
# $place is where a model was asked: a host, or a device.
diagram-status-from = 回答元：{ $place }
diagram-status-loading = Chromeがモデルをダウンロード中：{ $percent }%
# $reason is a sentence: what went wrong.
diagram-status-waiting = { $reason }再試行しています。
diagram-status-asking = { $place }に依頼中…
diagram-status-undrawn = 回答元：{ $place }。レイアウトに時間がかかるため、すべて届いてから描画します。
diagram-status-second = 回答元：{ $place }（間違いの修正を依頼）
# $number is a number in bold, $unit the unit of a time.
diagram-status-first-token = 最初のトークンまで{ $number } { $unit }
diagram-status-first-paint = 最初の表示まで{ $number } { $unit }
# Tokens in a second.
diagram-status-speed = { $number }トークン/秒
diagram-status-tokens = { $number }トークン
# How often a diagram was drawn that grew. $number is $count in bold.
diagram-status-frames =
    { $count ->
       *[other] { $number }フレーム描画
    }
diagram-status-drawing-elsewhere = mermaid.jsで描画中…
diagram-status-drawn = 描画済み
diagram-status-drawn-by = mermaid.js { $version }で描画
diagram-status-unmade = このソースの図はありません
diagram-status-wrong = まだ図ではありません
diagram-status-too-large = 大きすぎて描画できません
diagram-status-undrawable = 描画されていません

## What a screen reader is told

diagram-drawing-stopped = 描画を停止しました。
diagram-said-drawn = 図を描画しました。
diagram-said-undrawn = 図を描画できません。前の画像を残します。
diagram-said-elsewhere = mermaid.jsが図を描画します。
diagram-said-unmade = ソースから図を作れませんでした。
diagram-said-fixed = 修正しました。
diagram-said-unfixed = 修正を元に戻しました。
diagram-said-asking = { $place }に依頼しています。
diagram-said-changed = 変更された図が届きました。採用するか破棄するかを選んでください。
diagram-said-whole = 図が完成しました。
diagram-said-stopped = 停止しました。
diagram-said-too-long = 回答が途中で切れました。
diagram-said-broken = モデルの出力は図ではありません。
diagram-said-declined = モデルが拒否しました。
diagram-said-accepted = 採用しました。
diagram-said-discarded = 破棄しました。

## The kinds of diagrams, in the gallery and in the editor

diagram-kind-flowchart = フローチャート
diagram-kind-sequence = シーケンス図
diagram-kind-class = クラス図
diagram-kind-state = 状態遷移図
diagram-kind-er = ER図
diagram-kind-gitgraph = Gitグラフ
diagram-kind-architecture = アーキテクチャ図
diagram-kind-c4 = C4コンテキスト
diagram-kind-c4-container = C4コンテナ
diagram-kind-block = ブロック図
diagram-kind-packet = パケット
diagram-kind-requirement = 要求図
diagram-kind-gantt = ガントチャート
diagram-kind-timeline = タイムライン
diagram-kind-journey = ユーザージャーニー
diagram-kind-kanban = カンバン
diagram-kind-pie = 円グラフ
diagram-kind-xychart = XYグラフ
diagram-kind-quadrant = 四象限チャート
diagram-kind-sankey = サンキー図
diagram-kind-radar = レーダーチャート
diagram-kind-treemap = ツリーマップ
diagram-kind-mindmap = マインドマップ
# Kinds of sources. Others go by the names of formats.
diagram-source-state-table = 状態遷移表
diagram-source-stack-trace = スタックトレース
diagram-source-log = ログ

## The gallery of examples: its groups, and what each example shows

diagram-group-software = ソフトウェア
diagram-group-time = 時間と仕事
diagram-group-numbers = 数値
diagram-group-ideas = アイデア
diagram-group-data = データから
diagram-group-code = コードから
diagram-group-projects = プロジェクトから
diagram-group-text = テキストから
diagram-example-flowchart = リリースとその判断
diagram-example-sequence = メールでのログインと分岐
diagram-example-class = 注文と支払い
diagram-example-state = 下書きからアーカイブまで
diagram-example-er = ホテルの予約
diagram-example-gitgraph = 機能開発、マージ、緊急修正
diagram-example-architecture = クラウドのサービスとストア
diagram-example-c4 = 人とシステム
diagram-example-block = 段組みの配置
diagram-example-packet = TCPのヘッダー
diagram-example-requirement = 何が何を満たすか
diagram-example-gantt = 6週間でのリリース
diagram-example-timeline = Webの歩み
diagram-example-journey = 自転車を借りる
diagram-example-kanban = ボード
diagram-example-pie = リクエストの時間の内訳
diagram-example-xychart = 月ごとの登録数
diagram-example-quadrant = 次に何を作るか
diagram-example-sankey = 訪問者から顧客へ
diagram-example-radar = 2つのデータベース
diagram-example-treemap = バンドルの中身
diagram-example-mindmap = 新人の受け入れ
diagram-example-json = 構造をクラス図に
diagram-example-json-schema = 型と参照
diagram-example-openapi = スキーマとオペレーション
diagram-example-graphql = スキーマの型
diagram-example-protobuf = メッセージとサービス
diagram-example-sql = テーブル、キー、多重度
diagram-example-prisma = モデルとリレーション
diagram-example-csv = 列のグラフ
diagram-example-state-machine = 状態機械
diagram-example-classes = クラスと呼び出し
diagram-example-rust = 型、トレイト、呼び出し
diagram-example-go = 型、インターフェース、呼び出し
diagram-example-cargo = パッケージと依存関係
diagram-example-dependencies = 依存関係
diagram-example-go-mod = モジュール
diagram-example-docker-compose = サービス、ネットワーク、ボリューム
diagram-example-kubernetes = 何が何を選択しマウントするか
diagram-example-terraform = リソースと参照
diagram-example-github-actions = ジョブと前提
diagram-example-gitlab-ci = ステージとジョブ
diagram-example-git-log = ブランチとマージ
diagram-example-calls = 呼び出しをシーケンス図に
diagram-example-markdown = 見出しをマインドマップに
diagram-example-unfetched = 例を取得できませんでした。もう一度お試しください。

## Settings of what a diagram is made of: a label of a word, what it does, and some of what may be chosen

diagram-setting-arguments = 引数
diagram-setting-arguments-about = フィールドが受け取る引数
diagram-setting-arguments-shown = 表示
diagram-setting-arguments-hidden = 非表示
# How much is told of each node.
diagram-setting-detail = 詳細
diagram-setting-detail-about = ノードごとの詳しさ：全メンバー、キーと公開部分、または名前だけ
diagram-setting-detail-full = すべて
diagram-setting-detail-keys = キー
diagram-setting-detail-names = 名前
diagram-setting-gitlab-ci-detail-about = ボックスごとの詳しさ：それが何か、何を実行するかまで、または名前だけ
diagram-setting-kubernetes-detail-about = ボックスごとの詳しさ：それが何か、何を実行するかまで、または名前だけ
diagram-setting-direction = 向き
diagram-setting-direction-about = エッジの向き：上から下、左から右、またはその逆
diagram-setting-direction-auto = 自動
diagram-setting-exclude = 除外
diagram-setting-exclude-about = この名前のノードを除く（カンマ区切り、`*`は任意の文字列）
diagram-setting-csv-exclude-about = この文字列のセルがある行を除く（カンマ区切り、`*`は任意の文字列）
diagram-setting-git-log-exclude-about = この名前のブランチを除く。ほかの分岐元となる最初のブランチは残る（`*`は任意の文字列）
diagram-setting-markdown-exclude-about = この文字列の見出しと項目を、その下位ごと除く（カンマ区切り、`*`は任意の文字列）
diagram-setting-group = グループ
diagram-setting-group-about = まとまりを枠で囲む、囲まない、または1つにまとめて描く
diagram-setting-group-auto = 自動
diagram-setting-group-frame = 枠
diagram-setting-group-none = なし
diagram-setting-group-collapse = 集約
diagram-setting-graphql-group-about = 同じ語で始まるもの、または同じものから使われるもの：多すぎる場合に1つにまとめる、枠で囲む、まとめない、または常に1つにまとめる
diagram-setting-json-schema-group-about = 同じ語で始まるもの、または同じものから使われるもの：多すぎる場合に1つにまとめる、枠で囲む、まとめない、または常に1つにまとめる
diagram-setting-openapi-group-about = 同じ語で始まるもの、または同じものから使われるもの：多すぎる場合に1つにまとめる、枠で囲む、まとめない、または常に1つにまとめる
diagram-setting-prisma-group-about = 同じスキーマにある、または名前が同じ語で始まるテーブル：多すぎる場合に1つにまとめる、まとめない、または常にまとめる
diagram-setting-sql-group-about = 同じスキーマにある、または名前が同じ語で始まるテーブル：多すぎる場合に1つにまとめる、まとめない、または常にまとめる
diagram-setting-include = 対象
diagram-setting-include-about = この名前のノードだけ（カンマ区切り、`*`は任意の文字列）
diagram-setting-csv-include-about = この文字列のセルがある行だけ（カンマ区切り、`*`は任意の文字列）
diagram-setting-git-log-include-about = 最初のブランチのほかは、この名前のブランチだけ（カンマ区切り、`*`は任意の文字列）
diagram-setting-markdown-include-about = この文字列の見出しと項目だけを、その上位と下位も含めて（カンマ区切り、`*`は任意の文字列）
# Of a log: info, warning, error.
diagram-setting-level = レベル
diagram-setting-level-about = 描く最低のレベル
diagram-setting-level-all = すべて
diagram-setting-limit = 上限
diagram-setting-limit-about = 描くエッジ、メッセージ、枝、行の最大数（500まで）
diagram-setting-lists = リスト
diagram-setting-lists-about = リストの項目も描く
diagram-setting-lists-shown = 表示
diagram-setting-lists-hidden = 非表示
# What a package needs.
diagram-setting-needs = 依存
diagram-setting-needs-about = 実行に必要なものだけ、または開発、ビルド、テストに必要なものも
diagram-setting-needs-all = すべて
diagram-setting-needs-run = 実行時
diagram-setting-operation = オペレーション
diagram-setting-operation-about = このID、タグ、パスのオペレーションだけ（カンマ区切り）
diagram-setting-request = リクエスト
diagram-setting-request-about = このリクエストID、トレースID、相関IDの行だけ
diagram-setting-steps = ステップ
diagram-setting-steps-about = 各ジョブのステップも描く
diagram-setting-title = タイトル
diagram-setting-title-about = グラフのタイトル
# Of Terraform.
diagram-setting-values = 値
diagram-setting-values-about = 変数、ローカル値、出力
diagram-setting-values-shown = 表示
diagram-setting-values-hidden = 非表示
diagram-setting-versions = バージョン
diagram-setting-versions-about = 必要なバージョンも書く
# As what it is drawn. `auto` and `calls` are the choices below; the others are words of Mermaid.
diagram-setting-view = 表示
diagram-setting-view-about = クラス、または関数の呼び出し関係。「自動」ではクラスがあればクラスを描く
diagram-setting-view-auto = 自動
diagram-setting-view-calls = 呼び出し
diagram-setting-csv-view-about = グラフの種類。「自動」では列から判断
diagram-setting-json-view-about = オブジェクトのクラス、またはドキュメントのマインドマップ
diagram-setting-openapi-view-about = スキーマのクラス、または各オペレーションで起こること
# Of Docker Compose.
diagram-setting-volumes = ボリューム
diagram-setting-volumes-about = 名前付きボリューム
diagram-setting-volumes-shown = 表示
diagram-setting-volumes-hidden = 非表示
