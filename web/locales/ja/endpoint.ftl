### The settings of models: the endpoint that is asked, its key, limits, what was sent, and models on this device.

## The form of the endpoint

endpoint-head = モデルのエンドポイント
# The head above what is set of the page itself, and not of models.
endpoint-this-page = このページ
endpoint-about = 以下のいずれかのプロトコルに対応したサーバーを使えます。リクエストはこのページからサーバーに直接送られ、間には何も入りません。
endpoint-fill-in = 自動入力
# Names of servers follow.
endpoint-fill-in-for = 自動入力するサーバー
endpoint-address = アドレス
# The protocol that the server speaks.
endpoint-wire = プロトコル
# A dialect of the protocol Chat Completions. $server is a name such as OpenRouter.
endpoint-wire-dialect = { $server }版のChat Completions
endpoint-key = キー
# In the empty field of the key.
endpoint-key-none-needed = このマシンでは不要
endpoint-save = 保存
endpoint-saving = 保存中…
endpoint-test = テスト
# The key stays encrypted in the browser, and is forgotten in this tab.
endpoint-lock = キーをロック
endpoint-remove = 削除

## Where requests go. $host is an address such as api.openai.com

endpoint-goes-to-page = データはこのデバイスの外に出ません。モデルは最初の質問で起動し、数秒かかります。
endpoint-goes-to-browser = データはこのデバイスの外に出ません。初回は、Chromeがモデルをダウンロードすることがあります。
endpoint-goes-to-address = 翻訳を始めるまで、データはこのタブの外に出ません。始めると、翻訳するテキストが上のアドレスに送信されます。
endpoint-goes-to-machine = 翻訳すると、テキストはこのマシン上の{ $host }に送信されます。マシンの外には出ません。
endpoint-goes-to-host = 翻訳すると、テキストとこのキーが{ $host }に送信されます。ほかのどこにも送信されません。
# Two sentences: $place is one of these above, $why one of these below.
endpoint-goes-and-why = { $place }{ $why }
endpoint-http-by-wire = WebSocketに対応しているのはOpenAI Responsesだけです。このプロトコルではHTTPを使います。
endpoint-http-by-key = ページはWebSocketでキーを送れません。キーがある場合はHTTPを使います。

## The model's name, and the list of those that the endpoint has

endpoint-model = モデル
# In the empty field.
endpoint-model-as-named = エンドポイントでの名前
endpoint-models-show = モデル一覧を表示
endpoint-models-hide = 一覧を閉じる
endpoint-models-list = このエンドポイントのモデル名
endpoint-models-asking = 一覧を取得中…
endpoint-models-none = 一覧にモデルがありません。名前を直接入力してください。
endpoint-models-there =
    { $count ->
       *[other] { $count }個のモデルがあります。入力すると絞り込めます。
    }
endpoint-models-more = ほか{ $count }個：入力して検索
# How much a model can read. $tokens is a short number, such as 128k.
endpoint-model-context = { $tokens }トークン

## The test of the endpoint

endpoint-test-asking = 1語だけ質問中…
endpoint-test-answers = 応答がありました。
endpoint-test-answers-as = { $model }として応答がありました。
endpoint-test-unlisted = モデルの一覧に「{ $model }」がありません。
# $near are names that are like it.
endpoint-test-unlisted-near = モデルの一覧に「{ $model }」がありません。近い名前：{ $near }

## Where the settings are kept: three ways, each with what that means

endpoint-keep = キーを含む設定の保存先
endpoint-keep-choice = この選択の保存先
endpoint-keep-in-tab = このタブ
endpoint-keep-in-tab-about = 閉じると消えます
endpoint-keep-in-browser = このブラウザ
endpoint-keep-in-browser-about = 削除するまで残り、このブラウザを使う人はキーを読めます
endpoint-keep-choice-in-browser-about = 削除するまで残ります
endpoint-keep-sealed = このブラウザ（キーは暗号化）
endpoint-keep-sealed-about = タブごとに一度、パスフレーズで解除します
endpoint-passphrase = パスフレーズ
# In the empty field: the passphrase stays the one before.
endpoint-passphrase-as-it-was = 変更なし
endpoint-passphrase-about = 1語より複数の単語の方が安全です。パスフレーズは誰にも復元できませんが、キーは入力し直せます。
endpoint-passphrase-too-short = { $count }文字以上のパスフレーズを入力してください。

## The encrypted key

# $place is a host in bold.
endpoint-unlock-about = { $place }のキーはこのブラウザに暗号化して保存されています。ロック解除はこのタブだけで有効で、タブを閉じるか、再読み込みするか、ロックするまで続きます。
endpoint-unlock = ロック解除
endpoint-unlocking = 解除中…
endpoint-unlocked = キーのロックを解除しました。
endpoint-use-another = 別のエンドポイントを使う
endpoint-forget-key = キーを消去
endpoint-key-forgotten = 暗号化されたキーはもうありません。別のタブで消去されました。
endpoint-vault-wrong-passphrase = キーの暗号化に使ったパスフレーズと異なります。もう一度試すか、キーを消去してください。
endpoint-vault-later-version = キーは、このページのより新しいバージョンで暗号化されています。ページを再読み込みしてください。
endpoint-vault-unreadable = キーとして保存されているものを読み取れません。消去して、キーを入力し直してください。
endpoint-vault-insecure = ブラウザが暗号化できるのは、httpsまたはこのマシンから開いたページだけです。
endpoint-browser-refused = ブラウザが拒否しました。理由は示されていません。

## Signing in with OpenRouter, in place of a key that is entered

endpoint-sign-in = OpenRouterでログイン
endpoint-sign-in-about = OpenRouterで許可すると、このページ専用のキーを取得して戻ります。キーは下で選んだ場所に保存されます。
endpoint-sign-in-fetching = OpenRouterからキーを取得中…
endpoint-sign-in-by-hand = キーを直接入力してください。
endpoint-sign-in-insecure = ログインするには、httpsまたはこのマシンから開いたページが必要です。
endpoint-signed-in = ログインしました。キーは選んだ場所に保存されました。モデルを選ぶか、OpenRouterに任せてください。
endpoint-signed-in-passphrase = ログインしました。キーを暗号化するパスフレーズを入力して保存してください。
# $reason is what the browser says, in English.
endpoint-signed-in-unkept = ログインしましたが、キーは保存されていません：{ $reason }
endpoint-signed-in-unkept-about = このページを閉じるまでは使えます。

## Another model for a tool

endpoint-tool-models = ツールごとのモデル
endpoint-tool-models-about = このエンドポイントでのモデルです。空欄の場合は上のモデルを使います。

## Limits of what models may cost

endpoint-limits = 上限
endpoint-limits-dollars = 米ドル
endpoint-limits-tokens = トークン
# The limit of one run, and of all of a day: heads of the rows below the two above.
endpoint-limits-run = 実行1回
endpoint-limits-day = 1日
# In an empty field: there is no limit.
endpoint-limit-none = なし
endpoint-limit-run-dollars = 実行1回あたりの上限（米ドル）
endpoint-limit-run-tokens = 実行1回あたりの上限（トークン）
endpoint-limit-day-dollars = 1日あたりの上限（米ドル）
endpoint-limit-day-tokens = 1日あたりの上限（トークン）
endpoint-limit-wrong = 上限は0.50や20000のような数値です。空欄は上限なしです。
endpoint-limits-about = 上限に達すると実行が止まり、それ以上は送信されません。モデルの価格が不明な場合は、トークンだけを数えます。このマシンでの実行に費用はかかりません。

## Recordings of runs

endpoint-replay = 記録の再生
endpoint-replay-about = 保存した実行がモデルの代わりに回答します。キーもネットワークも不要です。下のリクエスト一覧から実行を保存し、元のツールで質問してください。
# $file is a name in bold, $stop a link that says endpoint-stop-replaying.
endpoint-replaying = モデルの代わりに{ $file }が回答します。何も送信されません。{ $stop }
endpoint-stop-replaying = 再生を終了
endpoint-recording = 記録
endpoint-recording-answers = 次の質問にはこの記録が回答します。
# The name of the model of a recording that names none.
endpoint-recording-model = 記録
# How fast it plays: four ways.
endpoint-pace = 速度
endpoint-pace-own = 元の速度
endpoint-pace-four = 4倍速
endpoint-pace-sixteen = 16倍速
endpoint-pace-at-once = 待ち時間なし
# $reason is in English.
endpoint-no-recording = { $file }はこのページの記録ではありません：{ $reason }
endpoint-empty-recording = { $file }に記録がありません。
endpoint-run-gone = この実行はもう残っていません。残るのはこのタブの最近の実行だけです。
endpoint-run-saved = { $file }として保存しました。質問と回答が含まれ、エンドポイントのキーは含まれません。機密情報らしいものは伏せています。人に渡す前に内容を確認してください。

## What was sent to models

# $summary is one of the two below, in small print, or endpoint-sent-nothing.
endpoint-sent = このブラウザからの送信 { $summary }
endpoint-sent-nothing = なし
# $count counts requests; $tokens is a number, with ≈ before an estimate.
endpoint-sent-summary =
    { $count ->
       *[other] リクエスト{ $count }件、{ $tokens }トークン、{ $cost }
    }
endpoint-sent-summary-unpriced =
    { $count ->
       *[other] リクエスト{ $count }件、{ $tokens }トークン、{ $cost }と価格不明分
    }
endpoint-sent-none = まだありません。モデルへのリクエストはすべてここに表示されます。いつ、どこへ、どれだけ、何を送ったかがわかります。
endpoint-sent-filter = 絞り込み
endpoint-sent-filter-about = リクエストの絞り込み
endpoint-sent-copy = JSONをコピー
endpoint-sent-copied = JSONとしてコピーしました。
endpoint-sent-download = CSVをダウンロード
endpoint-sent-forget = 消去
endpoint-sent-list = リクエスト（新しい順）
endpoint-sent-none-found = 検索語を含むリクエストはありません。
# $reason is what the browser says, in English.
endpoint-sent-unkept = このタブを閉じると失われます：{ $reason }
endpoint-sent-unfetched = このタブを閉じると失われます。保存に必要なページの部分を取得できませんでした。

# The facts of a request, with dots between.
endpoint-sent-bytes = { $count }バイト
endpoint-sent-tokens = 入力{ $input }、出力{ $output }
endpoint-sent-no-price = 価格不明
# $time is a span, such as 38 ms.
endpoint-sent-byte = 最初のバイトまで{ $time }
endpoint-sent-token = 最初のトークンまで{ $time }
endpoint-sent-paint = 最初の表示まで{ $time }
# Tokens in a second.
endpoint-sent-rate = { $rate }トークン/秒
endpoint-sent-save = 実行を保存
# What was in a request of these settings.
endpoint-sent-test = テストの質問（利用者のデータなし）
endpoint-sent-models = モデルの一覧（利用者のデータなし）
# How a request ended.
endpoint-sent-complete = 完了
endpoint-sent-length = 長さの上限
endpoint-sent-refused = 拒否
endpoint-sent-cut-off = 途切れ
endpoint-sent-stopped = 停止

# A table: how fast answers came.
endpoint-latency = 応答時間
endpoint-latency-byte = 最初のバイトまで
endpoint-latency-token = 最初のトークンまで
endpoint-latency-paint = 最初の表示まで
endpoint-latency-rate = 毎秒のトークン数

## A file of settings names an endpoint that cannot be taken

endpoint-left-out-no-model = モデルのエンドポイントは取り込まれません。このブラウザにそのモデルは組み込まれていません。
endpoint-left-out-no-wire = モデルのエンドポイントは取り込まれません。このバージョンのページはそのプロトコルに対応していません。
# $fault is a sentence that says what to do.
endpoint-left-out-fault = モデルのエンドポイントは取り込まれません。{ $fault }

## What answers on this device, and what each does well

endpoint-on-device = このデバイス
# In place of one on this device.
endpoint-an-endpoint = エンドポイント
endpoint-translator = Chromeの翻訳機能
endpoint-translator-about = 速く、文の翻訳が得意です。用語集や複数形は考慮されず、誤りには印が付きます。
endpoint-language-model = Chromeの言語モデル
endpoint-language-model-about = 速度は劣りますが、用語集と注記に従います。対応言語は少数です。
endpoint-llama = このページ内のモデル
endpoint-llama-about = このページ内で動くllama.cppです。小さなモデルが書くのは下書きです。短く、形式は守られますが、よく間違えます。仕上げはツールが行います。キーは不要で、モデルを取得した後はネットワークも不要です。

## Models for llama.cpp in this page: files that are fetched and kept

endpoint-local = このページ内のモデル
endpoint-local-none = このサイトはモデルを提供していません。ご自身で用意してください：
endpoint-local-pick = GGUFファイルを選択…
endpoint-local-address = GGUFファイルのアドレス
# In the empty field, beside the button above.
endpoint-local-or-address = またはアドレス：https://…/model.gguf
endpoint-local-look = 確認
endpoint-local-looking = 確認中…
endpoint-local-advice = ダウンロードするなら、Qwen2.5-Coder-1.5B-InstructのQ4_K_M（1 GB）のような、5億〜15億パラメーターのコード向けモデルが適しています。
endpoint-local-agree = 同意してダウンロード
endpoint-local-download = ダウンロード
endpoint-local-resume = 再開
endpoint-local-cancel = キャンセル
endpoint-local-use = 使う
endpoint-local-remove = 削除
endpoint-local-test = 動作確認用のモデルです。全体が動くことを示すだけで、回答は形式が正しくても役に立ちません。
# The name of a model that has none.
endpoint-local-unnamed = 名称なしのモデル
endpoint-local-no-licence = ライセンスの記載なし（公開元で確認）
endpoint-local-from = 提供元：{ $host }
endpoint-local-from-disk = ディスクから
# $done and $all are sizes, such as 1.1 MB.
endpoint-local-fetching = { $all }中{ $done }
endpoint-local-unfinished = { $all }中{ $done }を取得済み
endpoint-local-asked = まだファイルの先頭しか取得していません。
endpoint-local-checking = ファイルの欠けや改変がないか検証中…
endpoint-local-in-memory = メモリ内にあります（このタブを閉じるまで）。
endpoint-local-forbidden = このブラウザはこのページのために何も保存しません（プライベートウィンドウ、または保存を許可されていないフレーム）。モデルはこのタブを閉じるまでメモリに保持されます。
endpoint-local-no-room = ブラウザにこのモデルを保存する空き容量がありません。モデルはこのタブを閉じるまでメモリに保持されます。

## Why a model could not be had. These have no full stop at the end

endpoint-local-unfetched = ページのこの部分を取得できませんでした。設定を開き直してください。
endpoint-local-unreachable = { $host }に接続できないか、ほかのサイトのページからの取得が許可されていません。ファイルを自分でダウンロードし、ディスクから選んでください。
endpoint-local-unreachable-kept = { $host }に接続できないか、ほかのサイトのページからの取得が許可されていません。取得済みの分は残っています。
# $status is a status of HTTP, such as 404 Not Found.
endpoint-local-answered = { $host }の応答：{ $status }
endpoint-local-no-gguf-there = { $host }のこのアドレスにあるものはGGUFファイルではありません。
endpoint-local-no-size = { $host }がファイルの大きさを示していません。自分でダウンロードし、ディスクから選んでください。
endpoint-local-no-address = アドレスではありません。https://で始まるものを入力してください。
endpoint-local-only-https = 途中ですり替えられないように、モデルはhttps://からだけ取得します。
endpoint-local-none-picked = ファイルが選択されていません。
endpoint-local-no-gguf = { $file }は、llama.cppで読み込めるGGUFファイルではありません。
endpoint-local-pick-again = ファイルをもう一度選んでください。ページが自動で開くことはできません。
# $got and $promised are numbers of bytes.
endpoint-local-wrong-length = サーバーから届いたのは、予定の{ $promised }バイトではなく{ $got }バイトでした。
endpoint-local-broken-off = 接続が切れました。取得済みの分は残っているので、いつでも再開できます。
endpoint-local-not-gguf = llama.cppで読み込めるGGUFファイルではないため、破棄しました。
endpoint-local-wrong-digest = 取得したファイルはSHA-256が一致しないため、破棄しました。もう一度試し、繰り返す場合は提供元に連絡してください。
endpoint-local-other-tab = 別のタブがこのモデルを取得中です。完了を待つか、そちらを停止してください。
endpoint-local-full = ブラウザに残りを保存する空き容量がありません。別のモデルを削除するかディスクを空けて、再開してください。
# $reason is in English.
endpoint-local-failed = ダウンロードに失敗しました：{ $reason }
endpoint-local-refused = ブラウザが拒否しました：{ $reason }

## What is wrong with the list of models that this site offers, which its operator writes.
## $model and $part are numbers. No full stops

endpoint-list-no-object = このサイトのモデル一覧を読み取れません：オブジェクトではありません
endpoint-list-no-models = このサイトのモデル一覧が正しくありません：「models」がありません
endpoint-list-no-model = このサイトのモデル一覧を読み取れません：モデル{ $model }がオブジェクトではありません
endpoint-list-no-part = このサイトのモデル一覧を読み取れません：モデル{ $model }のパート{ $part }がオブジェクトではありません
endpoint-list-no-files = このサイトのモデル一覧で、モデル{ $model }にファイルがありません
endpoint-list-no-digest = このサイトのモデル一覧で、モデル{ $model }のパート{ $part }のSHA-256が64桁の16進数ではありません
endpoint-list-no-bytes = このサイトのモデル一覧で、モデル{ $model }のパート{ $part }のバイト数が数値ではありません
endpoint-list-missing-of-model =
    { $what ->
        [licence] このサイトのモデル一覧を読み取れません：モデル{ $model }のライセンスがありません
        [template] このサイトのモデル一覧を読み取れません：モデル{ $model }のチャットテンプレートがありません
       *[name] このサイトのモデル一覧を読み取れません：モデル{ $model }の名前がありません
    }
endpoint-list-missing-of-part =
    { $what ->
        [digest] このサイトのモデル一覧を読み取れません：モデル{ $model }のパート{ $part }のSHA-256がありません
       *[address] このサイトのモデル一覧を読み取れません：モデル{ $model }のパート{ $part }のアドレスがありません
    }
