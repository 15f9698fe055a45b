### Docs: documentation becomes an API that can be called.

## Words of several places

docs-title = ドキュメント
docs-copy = コピー
docs-stop = 停止
docs-reading = 読み取り中…
# Of a parameter or a field, beside its name.
docs-required = 必須
docs-no-description = 説明なし
# Of a request of HTTP.
docs-body = ボディ
docs-server = サーバー
docs-sections = セクション
# How sure the reading of an operation is, at least or just so.
docs-sure = 確信度{ $percent }%
docs-percent = { $percent }%
docs-tokens = { $count }トークン
# Phrases, one after the other: text, 2 to 12 characters, required.
docs-list = { $before }、{ $next }
docs-operations = オペレーション
docs-all-operations = すべてのオペレーション
# What a model has answered.
docs-answers = 回答
docs-document = ドキュメント
# Marks what a model has added: as short as it can be.
docs-model-mark = モデル
docs-model-mark-details = モデル+{ $count }

## The head

docs-bar-files = { $count }件のファイル
docs-bar-close = ファイルを閉じる
docs-bar-more = 追加で読み取るドキュメント
docs-bar-refine = モデルで精査
docs-bar-refine-about = 見落としをモデルに探させます。送信内容は事前に確認できます。
docs-bar-refine-nothing = モデルに読ませるドキュメントがありません
# A menu: the tools that take the document, and under each what they do with it.
docs-bar-open-in = ほかのツールで開く
docs-bar-diagram = 図
docs-bar-diagram-about = APIをクラス図やシーケンス図に
docs-bar-convert = 変換
docs-bar-convert-about = スキーマをプログラミング言語の型に
docs-bar-download = ダウンロード
docs-bar-yaml = OpenAPI（YAML）
docs-bar-json = OpenAPI（JSON）
# The version of OpenAPI; with each thing stands where it is documented.
docs-bar-evidence = 3.1、根拠付き
# Definitions of tools for a model; strict is a setting of theirs.
docs-bar-tools-openai = OpenAI用のツール定義、strict
docs-bar-tools-anthropic = Anthropic用のツール定義
docs-bar-tools-mcp = MCP用のツール定義

## Before there is documentation

docs-empty-open = ファイルを開く
docs-empty-write = 最初の例を読み取る
docs-empty-files = 読み取るドキュメント
docs-empty-note = 複数のファイルやZIPアーカイブは1つのAPIとして読み取ります。テキストは32 MB、記録は100 MB、PDFは256 MBまで。
# $head is the -head message, in bold.
docs-empty-places = { $head }：各オペレーションとパラメーターから、それを記した行やページへ移動でき、確信度もわかります。
docs-empty-places-head = すべてに出典あり
docs-empty-yours = { $head }：名前、型、文言はその場で編集でき、追加で読み取っても残ります。
docs-empty-yours-head = 自由に修正
# $open is a link, the -open message; $command is a command line.
docs-empty-folder = { $open }：中身はこのタブの外に出ません。同じエンジンはターミナルでも動きます：{ $command }
docs-empty-folder-open = フォルダーを開く
docs-empty-folder-files = ドキュメントのフォルダー

## Examples: what each is, and what it shows

docs-example-markdown = Markdownのリファレンス
docs-example-markdown-about = 見出し、表、JSON：型と既定値付きのパラメーター
docs-example-page = Webページ
docs-example-page-about = 保存したページの定義リスト、アンカー、入れ子のボディ
docs-example-har = 通信の記録（HAR）
docs-example-har-about = セッション中の呼び出し：IDはパラメーターに、秘密情報は除外
docs-example-curl = curlの記録
docs-example-curl-about = ターミナルのコマンド
docs-example-unfetched = 例を取得できませんでした。もう一度お試しください。

## The row of options

docs-options = オプション
docs-options-lead = オペレーション、パラメーター、ボディ、レスポンス、キーを、それぞれの記載箇所とともに。モデルを使わず、ここで読み取ります。
docs-options-ask = 質問
# A question as one may ask it.
docs-options-question = 注文を取り消すエンドポイントは？
docs-options-find = 検索
docs-options-server-about = APIの場所：ドキュメント、呼び出し、フォームで使われます
docs-options-undo =
    { $count ->
       *[other] 最後の編集を元に戻す（全{ $count }件）
    }

## The document

docs-document-pane = ドキュメント
docs-document-headings = 見出しへ移動
docs-document-contents = 目次
docs-document-text = ドキュメントの本文
docs-document-nothing = 表示するものがありません。
# Shows the part of the document before or after.
docs-document-earlier = 前の部分
docs-document-later = 次の部分
# The number of a page, in the margin.
docs-document-page = p. { $page }
# Of a line of the document. $operation is a method and a path.
docs-document-mark = { $operation }の記述
docs-document-mark-parameter = { $operation }の{ $name }の記述
docs-divider = ドキュメントの幅
docs-leave = このページを離れますか？
docs-leave-to = このリンクの行き先
docs-leave-stay = とどまる
docs-leave-open = 新しいタブで開く

## The list of operations

# How many of all operations are listed.
docs-operations-some = { $all }件中{ $some }件
# A group of operations.
docs-operations-new = モデルが見つけたもの
docs-operations-other = その他
docs-operations-search = オペレーションを検索
docs-operations-search-short = 検索
docs-operations-confidence = 確信度
docs-operations-confidence-about = この確信度以上のオペレーションを表示
docs-operations-all = すべて
docs-operations-more = ほかに{ $count }件あります。検索で見つかります。
docs-operations-by-model = モデルが根拠の文言とともに追加
docs-operations-unsure = 読み取りの確信度
docs-operations-none-like-that = 当てはまるオペレーションはありません。
# Says what an operation looks like.
docs-operations-none = オペレーションが見つかりませんでした。見出し、表、コード、文のどこかに、GET /users/{ "{id}" }のようなメソッドとパスが必要です。
docs-operations-show-all = すべて表示
# For a screen reader.
docs-operations-found =
    { $count ->
       *[other] オペレーションが{ $count }件見つかりました。
    }
docs-remarks = 知っておきたいこと
docs-remarks-lost-edits = 編集のうち{ $count }件は、なくなったものに対する編集です。
# $way is English: HTTP bearer, or a key in the header, X-Key.
docs-remarks-security = 呼び出しの認証：{ $way }

## What a question has found

docs-passages = 該当箇所
docs-passages-none = これらの語を含む箇所はありません。ドキュメントにある言葉で質問してください。
# For a screen reader.
docs-passages-found = 該当箇所が{ $count }件見つかりました。
docs-answers-and-passages = 回答と該当箇所
docs-answers-forget = 回答を消去

## One operation in full

docs-detail-views = オペレーションの表示
# Tabs: short.
docs-detail-contract = 仕様
docs-detail-calls = 呼び出し
docs-detail-tools = ツール
docs-detail-trial = 試す
docs-detail-operation = オペレーション
docs-detail-summary = 概要
docs-detail-no-summary = 概要なし：入力してください
docs-detail-description = 説明
docs-detail-deprecated = 非推奨
# A link to the place in the document; if there are more, they follow: and 2, and 3.
docs-detail-place = 記載箇所
docs-detail-place-more = その{ $number }
docs-detail-parameters = パラメーター
docs-detail-no-parameters = 記載されたものはありません。
# Of the API.
docs-detail-responses = レスポンス
docs-detail-method = メソッド
docs-detail-path = パス
docs-detail-group = グループ
docs-detail-no-group = グループなし
docs-detail-example = 例
docs-detail-example-copied = 例をコピーしました。
docs-detail-types = 型にする
docs-detail-types-about = 例を「変換」で開き、プログラミング言語の型にします
docs-detail-cut = 表示していない続きがあります。スキーマが長いか、自身を参照しています。
# Fields of a row, for a screen reader. $name is the name of a parameter.
docs-row-name = { $name }の名前
docs-row-place = { $name }の場所
docs-row-type = { $name }の型
docs-row-is-required = { $name }は必須
docs-row-description = { $name }の説明
# Any type.
docs-row-any = 任意の型
docs-row-show = 記載箇所を表示
docs-row-show-quote = 根拠の箇所を表示

## A call that is sent from here

# $kind is where the key goes: Authorization: Bearer.
docs-trial-key = キー（{ $kind }）
docs-trial-key-about = このタブでのみ使用。どこにも保存せず、コピーした呼び出しにも含めません。
docs-trial-form = フォーム
docs-trial-body-as = ボディの形式
# Stands where the name of a field does in docs-trial-how, docs-trial-add-to and docs-trial-add-member-to.
docs-trial-the-body = ボディ
docs-trial-how = { $name }の指定方法
docs-trial-how-body = ボディの指定方法
# How a field is given.
docs-trial-given = 指定
docs-trial-left-out = 省略
docs-trial-empty-text = 空のテキスト
docs-trial-as-json = JSONで指定
docs-trial-such-as = 例：{ $value }
docs-trial-add = 追加
docs-trial-add-to = { $name }に追加
docs-trial-remove = { $name }を削除
# A member of an object of JSON.
docs-trial-add-member = メンバーを追加
docs-trial-add-member-to = { $name }にメンバーを追加
docs-trial-member-name = メンバー{ $number }の名前
docs-trial-member-value = メンバー{ $number }の値
docs-trial-remove-member = メンバー{ $number }を削除
docs-trial-remove-it = 削除
docs-trial-name = 名前
docs-trial-unfit =
    { $count ->
       *[other] { $count }か所がドキュメントの記述と合いません。何も送信していません。
    }
docs-trial-send = 送信
docs-trial-send-anyway = それでも送信
docs-trial-send-about = このページから上のサーバーへ直接送られます。「送信」を押すまではどこにも送られません。
docs-trial-waiting = { $address }の応答を待っています…
docs-trial-offline = ネットワークに接続していません。
docs-trial-hidden = ブラウザから応答を受け取れません。このアドレスに何もないか、サーバーがほかのオリジンのページに応答の読み取りを許可していません（CORS）。後者の場合、シェルには応答しても、ページからは読み取れません。それでも、呼び出しは届いている可能性があります。
# $error is English.
docs-trial-no-answer = 応答がありません：{ $error }
docs-trial-curl = curlとしてコピー
docs-trial-curl-copied = curlコマンドをコピーしました。
docs-trial-came = レスポンス
docs-trial-came-body = レスポンスのボディ
# Of an answer that is too long to be shown.
docs-trial-cut = 先頭の部分です。
docs-trial-headers = サーバーがページに見せるヘッダー{ $count }件

## What a field takes, in a few words: whole number, at least 1

docs-hint-text = テキスト
docs-hint-whole-number = 整数
docs-hint-number = 数値
docs-hint-boolean = trueまたはfalse
docs-hint-choice = 選択肢から1つ
docs-hint-list = リスト
docs-hint-object = オブジェクト
docs-hint-file = ファイル
docs-hint-json-several = JSON、複数の種類
docs-hint-json-recursive = JSON：スキーマが自身を参照
docs-hint-json-too-much = JSON：スキーマに続きあり
docs-hint-at-least = { $number }以上
docs-hint-at-most = { $number }以下
docs-hint-more-than = { $number }より大きい
docs-hint-less-than = { $number }未満
docs-hint-characters = { $count }文字
docs-hint-characters-between = { $least }〜{ $most }文字
docs-hint-characters-at-least = { $count }文字以上
docs-hint-characters-at-most = { $count }文字以下
docs-hint-entries = { $count }件
docs-hint-entries-between = { $least }〜{ $most }件
docs-hint-entries-at-least = { $count }件以上
docs-hint-entries-at-most = { $count }件以下

## What would be sent to a model

docs-plan-of-run = この実行のセクション
docs-plan-close = 閉じる
# $place is what is asked: this device, or a server.
docs-plan-where-here = 下のセクションは{ $place }が読み取ります。
docs-plan-where = 下のセクションのテキストは{ $place }、モデル{ $model }に送られます。
docs-plan-change = 変更
docs-plan-lead = 見落とされたオペレーションとパラメーターを探します。追加には、セクションからの一字一句そのままの引用が必要です。それ以外は破棄し、件数を示します。
docs-plan-sections =
    { $count ->
       *[other] { $count }セクション
    }
# Which sections are chosen: all, none, or those that are likely to document something.
docs-plan-all = すべて
docs-plan-none = なし
docs-plan-likely = 候補のみ
docs-plan-likely-about = パス、メソッド、パラメーターのいずれかを含むもの
# In the place of the heading of a section that has none.
docs-plan-beginning = 冒頭
docs-plan-known =
    { $count ->
       *[other] オペレーション{ $count }件は既知
    }
# Where a section is.
docs-plan-being-read = 読み取り中
docs-plan-no-whole-answer = 完全な回答なし
docs-plan-read = 読み取り済み
docs-plan-read-before = 以前に読み取り済み
# The numbers are in bold: $count is that of $requests. $money is an amount in whatever currency: $cost
# is none, little (less than $money) or some.
docs-plan-estimate =
    { $requests ->
       *[other] リクエスト{ $count }件
    }、送信は約{ $input }トークン、受信は最大{ $output }トークン{ $cost ->
        [none] { "" }
        [little] 、費用は{ $money }未満
       *[some] 、費用は約{ $money }
    }
docs-plan-prices = 100万トークンあたりの価格
# Of tokens.
docs-plan-sent = 送信
docs-plan-back = 受信
docs-plan-cancel = キャンセル
docs-plan-start = 開始

## A run of a model

docs-run = モデルが追加するもの
docs-run-loading = Chromeがモデルをダウンロード中：{ $percent }%
# $place is what is asked: this device, or a server.
docs-run-going = { $place }が{ $all }セクション中{ $done }を読み取り済み
docs-run-paused = { $all }セクション中{ $done }で一時停止
docs-run-interrupted = { $all }セクション中{ $done }で中断
docs-run-stopped = { $all }セクション中{ $done }で停止
docs-run-finished =
    { $count ->
       *[other] { $place }が{ $count }セクションを読み取り済み
    }
docs-run-finished-in-part =
    { $count ->
       *[other] { $place }が{ $count }セクションを読み取り済み、{ $failed }件は完全な回答なし
    }
docs-run-earlier = 以前の実行の続き：{ $all }セクション中{ $done }を読み取り済み
docs-run-progress = 読み取ったセクション
docs-run-pause = 一時停止
docs-run-resume = 再開
docs-run-try-again = 再試行
docs-run-continue = 続ける
docs-run-forget = 消去
docs-run-forget-about = モデルが追加したものを、画面からも保存データからも取り消します
docs-run-settings = 設定
# $failure is a sentence or two: what happened.
docs-run-trying-again = { $failure }再試行しています。
docs-run-fault = エンドポイントの応答：{ $fault }
docs-run-no-answer = 回答が届きませんでした。
docs-run-kept = 採用した内容は残っています。
docs-run-filter = モデルが関わったオペレーションだけを表示
docs-run-added = オペレーション{ $operations }件と詳細{ $details }件を追加
docs-run-added-and-corrected = オペレーション{ $operations }件と詳細{ $details }件を追加、{ $corrected }件を修正
# $money is an amount in whatever currency: $cost is none, little (less than $money) or some.
docs-run-tokens =
    { $count }トークン{ $cost ->
        [none] { "" }
        [little] 、{ $money }未満
       *[some] 、約{ $money }
    }
docs-run-dropped = { $count }件を破棄
# Why something was dropped, each after the number of those.
docs-run-dropped-not-found = セクションにない文言の引用
docs-run-dropped-not-said = 主張の裏づけにならない引用
docs-run-dropped-malformed = メソッド、パス、名前として成り立たないもの
docs-run-dropped-of-dropped = 破棄したオペレーションの一部
# For a screen reader.
docs-run-said =
    { $stage ->
        [paused] 一時停止中
        [interrupted] 中断
        [stopped] 停止
        [finished] 完了
       *[going] 続行中
    }。モデルがオペレーション{ $operations }件と詳細{ $details }件を追加しました。

## The line at the foot

# Where what is shown comes from. $place is what is asked: this device, or a server.
docs-status-from = エンジンと{ $place }
docs-status-going = セクションの送信先：{ $place }
docs-status-paused = 一時停止中。何も送信していません。
docs-status-interrupted = { $place }が正しく応答しません
# $count is $number, in bold.
docs-status-additions =
    { $number ->
       *[other] 追加{ $count }件
    }
# $count is a number, in bold.
docs-status-tokens = { $count }トークン
# For a screen reader.
docs-status-reading =
    読み取り中、{ $unit ->
        [page] { $all }ページ中{ $done }
        [section] { $all }セクション中{ $done }
       *[file] { $all }ファイル中{ $done }
    }
docs-status-progress =
    { $unit ->
        [page] { $all }ページ中{ $done }
        [section] { $all }セクション中{ $done }
       *[file] { $all }ファイル中{ $done }
    }
docs-status-so-far =
    { $count ->
       *[other] これまでにオペレーション{ $count }件
    }
docs-status-found =
    { $count ->
       *[other] オペレーション{ $count }件
    }
docs-status-partial =
    { $count ->
       *[other] 停止：読み取った範囲にオペレーション{ $count }件
    }
docs-status-none = オペレーションなし
docs-status-stopped = 停止しました
# ichiban apidoc is a command.
docs-status-too-much = 量が多すぎるため、ichiban apidocを使ってください
# The reader is the part of the page that reads documents. $reason is English.
docs-status-no-reader = 読み取りを始められません：{ $reason }

## Messages that pass

# $operation is a method and a path.
docs-edit-taken = { $operation }はすでにあります。
docs-edit-unfit = この編集はドキュメントに合わないため反映しませんでした。名前が使用済みか空かもしれません。
docs-copied = OpenAPIドキュメントをコピーしました。
docs-saved = { $name }を保存しました（{ $size }）。
docs-folder-unread = フォルダーを読み取れませんでした。もう一度ドロップしてください。
# In the place of a file's name.
docs-pasted = 貼り付けたテキスト
# It could not be kept. $error is English.
docs-unkept = モデルが追加したものは、このタブを閉じると失われます：{ $error }
docs-reader-ended = 読み取り処理が停止しました。ファイルをもう一度読み取ってください。
# $refused is an English sentence: why a file was not read.
docs-refused-several = { $refused } ほか{ $more }件は、オペレーションの下に示しています。
# What of the documents a request has held, in the list of all requests.
docs-held = ドキュメントの1セクション
