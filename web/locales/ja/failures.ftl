### What all tools tell of models: what happened where one could not be asked or did not answer, what to do, and
### where models are asked.
### $host is the address of a server, such as api.openai.com; where it has none, it is failures-endpoint.

## Pieces

failures-endpoint = エンドポイント
failures-seconds = { $count }秒
failures-minutes = { $count }分
failures-hours = { $count }時間
# A limit or a part of it. $count is written as it is.
failures-tokens = { $count }トークン
# What a server says, told after what happened.
failures-it-says = サーバーからのメッセージ：{ $words }
failures-two-sentences = { $first }{ $second }

## The server cannot be reached

failures-offline = このデバイスはオフラインです。
failures-no-plain-http = ブラウザは、httpsで開いたこのページがhttpで{ $host }と通信することを許可しません。
failures-blocked = ブラウザが{ $host }に接続できなかったか、その応答を読み取れません。
failures-cors = { $host }は動作していますが、このページを許可していません（CORS）。ブラウザは応答をページに渡しません。
failures-mixed-content = このページはhttpsで開かれているため、ブラウザはhttpで{ $host }と通信することを許可しません（混在コンテンツ）。
failures-not-permitted =
    { $space ->
        [device] ブラウザは、このページがこのデバイス上のアプリに接続することを許可していません。{ $host }はその1つです。
       *[network] ブラウザは、このページがローカルネットワーク上のデバイスに接続することを許可していません。{ $host }はその1つです。
    }
failures-asks-first =
    { $space ->
        [device] このページがこのデバイス上のアプリに接続してよいかをブラウザが確認中で、まだ回答がありません。
       *[network] このページがローカルネットワーク上のデバイスに接続してよいかをブラウザが確認中で、まだ回答がありません。
    }
failures-nobody-there = { $host }から応答がありません。そのホスト名が存在しないか、そのポートで待ち受けているものがありません。
failures-unsendable = リクエストを送信できません：{ $reason }

failures-connect = ネットワークに接続してから、もう一度お試しください。確定した部分は残ります。
failures-connect-and-test = ネットワークに接続してから、もう一度テストしてください。このマシン上のモデルならネットワークなしで動作します。
failures-connect-and-ask = ネットワークに接続してから、もう一度質問してください。
failures-give-https = https://のアドレスを指定するか、同じネットワークからhttpでこのページを開いてください。
failures-check-own-server = サーバーが動作していること、オリジン{ $origin }を許可していること（CORS。OllamaではOLLAMA_ORIGINS={ $origin }を設定）を確認してください。
failures-check-own-server-and-permission = サーバーが動作していること、オリジン{ $origin }を許可していること（CORS。OllamaではOLLAMA_ORIGINS={ $origin }を設定）、このページがローカルネットワークに接続できること（ブラウザのサイト設定）を確認してください。
failures-check-address-and-origin = アドレスを確認してください。正しい場合は、サーバーがオリジン{ $origin }を許可していません（CORS）。サーバー側で許可するか、許可しているエンドポイントを使ってください。
failures-allow-by-ollama = 環境変数`OLLAMA_ORIGINS={ $origin }`を設定してOllamaを起動し、もう一度テストしてください。
failures-allow-by-lm-studio = LM Studioのサーバー設定でCORSを有効にするか、`lms server start --cors`で起動してください。
failures-allow-by-vllm = vLLMを`--allowed-origins '["{ $origin }"]'`付きで起動し、もう一度テストしてください。
failures-allow-by-gateway = サーバーまたはそのゲートウェイでオリジン{ $origin }を許可するか、ページからの利用を許可しているエンドポイントを使ってください。一部のキーやアドレスだけにページからの利用を許可しているプロバイダーもあります。
failures-allow-by-server = サーバーでオリジン{ $origin }を許可してください。Ollamaは`OLLAMA_ORIGINS={ $origin }`、vLLMは`--allowed-origins`で設定します。llama.cppの`llama-server`は、手前のプロキシが拒否しないかぎり、すべてのオリジンを許可します。
failures-avoid-mixed-content = https://のアドレスを指定するか、証明書のあるプロキシの後ろにサーバーを置くか、このマシンで動かしてください。http://localhostは許可されています。
failures-permit = 許可してください。アドレスバー左のアイコンから「ローカル ネットワークへのアクセス」（または「デバイス上のアプリ」）を許可し、ページを再読み込みしてください。
failures-answer-the-browser = もう一度テストし、ブラウザが確認したら「許可」を選んでください。確認されない場合は、アドレスバー左のアイコンから「ローカル ネットワークへのアクセス」を許可してください。
failures-look-for-a-slip = アドレスに誤りがないか確認してください。そのホスト名が存在しない可能性があります。ファイアウォール、プロキシ、広告ブロッカーが妨げていることもあります。
failures-start-ollama = Ollamaを起動し（`ollama serve`）、ポートを確認してください。変更していなければ11434です。
failures-start-lm-studio = LM Studioでサーバーを起動し（Developer、または`lms server start`）、ポートを確認してください。変更していなければ1234です。
failures-start-vllm = vLLMを起動し（`vllm serve MODEL`）、ポートを確認してください。変更していなければ8000です。
failures-start-own-server = サーバーを起動し、ポートを確認してください。llama.cppで8081を使うには`llama-server -m MODEL.gguf --port 8081`です。
failures-listen-for-others = サーバーが動作し、ほかのデバイスからの接続を待ち受けていること（llama.cppは`--host 0.0.0.0`、Ollamaは`OLLAMA_HOST=0.0.0.0`）、ファイアウォールが接続を許可していることを確認してください。
failures-look-for-stray-characters = アドレスとキーに余計な文字がないか確認してください。

## The server does not do what it is asked for
## $status is a status code of HTTP.

failures-key-refused = { $host }はこのキーを受け付けません。
failures-key-missing = { $host }にはキーが必要ですが、設定されていません。
failures-key-not-allowed = { $host }は、このキーでその操作を行うことを許可していません（HTTP 403）。
failures-out-of-credit = { $host }のアカウントに残高または割り当てが残っていません。
failures-too-large = 質問が{ $host }のモデルで扱える長さを超えています。
failures-rate-limited = { $host }は現在、これ以上のリクエストを受け付けません（HTTP 429）。
failures-web-page = { $host }はモデルのAPIではなく、Webページを返しました（HTTP { $status }）。
failures-model-unknown = { $host }にそのモデルはありません（HTTP { $status }）。
failures-nothing-there = { $host }のこのアドレスには何もありません（HTTP { $status }）。
failures-gave-up = { $host }は待機を打ち切りました（HTTP { $status }）。
failures-server-failed = { $host }でエラーが発生しました（HTTP { $status }）。
failures-moved = { $host }は、APIが別の場所にあると応答しました（HTTP { $status }）。
failures-not-taken = { $host }はこのリクエストを受け付けません（HTTP { $status }）。
failures-reported = { $host }がエラーを報告しました。
failures-no-wire = プロトコル`{ $wire }`はありません。
failures-question-unreadable = 質問を読み取れません。

failures-check-key = キーを確認してください。途中で切れていないか、期限切れでないか、このプロバイダーのものかを見てください。
failures-enter-key = このエンドポイントのキーを入力してください。
failures-use-other-key = このモデルを使えるキーか、別のモデルを使ってください。
failures-add-credit = プロバイダーで残高を追加するか、別のエンドポイントを使ってください。
failures-ask-less-or-larger = 一度の質問を短くするか、コンテキストのより大きいモデルを選んでください。
# $wait is a span of time, such as failures-minutes.
failures-wait-for = { $wait }後にもう一度お試しください。確定した部分は残ります。
failures-wait = 少し待ってから、もう一度お試しください。確定した部分は残ります。
failures-check-root = ベースアドレスを確認してください。Webサイトではなく、多くは/v1で終わるAPIのルートです。
failures-choose-listed-model = エンドポイントの一覧からモデルを選んでください。
failures-check-base-and-wire = ベースアドレス（通常は/v1で終わります）とプロトコルを確認してください。
failures-ask-less = もう一度お試しください。繰り返す場合は、一度の質問を短くしてください。
failures-in-a-moment = 少ししてから、もう一度お試しください。確定した部分は残ります。
failures-check-base = ベースアドレスを確認してください。
failures-check-abilities = 設定でプロトコルとモデルの機能（厳密な出力、ツール）を確認してください。
failures-choose-wire = 設定で{ $wires }のいずれかを選んでください。
failures-reload-mixed-page = ページを再読み込みしてください。アプリの2つのバージョンが混在しています。

## The list of a server's models
## $address is the address of the API, such as https://api.openai.com/v1.

failures-no-list = このサーバーはモデルの一覧を提供していません（HTTP { $status }）。
failures-list-too-long = { $address }がモデルの一覧として返したものは長すぎます。
failures-list-unreadable = { $address }がモデルの一覧として返したものを読み取れません。

failures-by-hand = サーバー側でのモデル名を直接入力してください。
failures-by-hand-or-check = サーバー側でのモデル名を直接入力してください。それでも失敗する場合は、アドレスとプロトコルを確認してください。
failures-check-address-and-wire = アドレスとプロトコルを確認してください。

## The answer came, and is not what it should be
## $wait is a span of time, such as failures-minutes; $words are whole sentences in English.

failures-went-silent = { $host }からの回答が途中で{ $wait }途絶えました。
failures-not-begun = { $host }が{ $wait }以内に回答を始めませんでした。
failures-length = 回答が終わる前にトークンの上限に達しました。
failures-declined = モデルが回答を拒否しました。
failures-cut-off = { $host }からの回答が途中で止まりました。
failures-stopped = 停止しました。
failures-not-an-api = 返されたのはモデルの回答ではありません：{ $words }
failures-bad-answer = 回答を利用できません：{ $words }
# $reason is in English.
failures-question-lost = 質問が失われました：{ $reason }
failures-question-lost-to-restart = 質問が失われました。処理が応答しなくなり、再起動されました。

failures-give-it-time = もう一度お試しください。確定した部分は残ります。モデルを読み込み中のサーバーには時間が必要です。
failures-raise-length = 上限を上げるか、一度の質問を短くしてください。確定した部分は残ります。
failures-look-at-question = 質問の内容を見直すか、別のモデルをお試しください。
failures-ask-the-rest = もう一度お試しください。確定した部分は残り、不足分だけを質問します。
failures-kept = 確定した部分は残ります。
failures-check-base-or-wire = ベースアドレスとプロトコルを確認してください。
failures-other-model = もう一度試すか、設定で別のモデルを選んでください。確定した部分は残ります。
failures-check-wire = もう一度お試しください。繰り返す場合は、設定でプロトコルを確認してください。
failures-ask-again-or-reload = もう一度質問してください。それでも解決しない場合は、ページを再読み込みしてください。

## Limits of what models may cost
## $limit, $left and $next are amounts: dollars, or failures-tokens.

failures-price-unknown =
    { $span ->
        [day] このモデルの価格が不明なため、1日あたり{ $limit }の上限を守れません。何も送信していません。
       *[run] このモデルの価格が不明なため、実行1回あたり{ $limit }の上限を守れません。何も送信していません。
    }
failures-beyond-limit =
    { $span ->
        [day] 1日あたり{ $limit }の上限を超えます。残りは{ $left }で、質問だけで約{ $next }かかります。送信していません。
       *[run] 実行1回あたり{ $limit }の上限を超えます。残りは{ $left }で、質問だけで約{ $next }かかります。送信していません。
    }
failures-limit-reached =
    { $span ->
        [day] 停止しました。1日あたり{ $limit }の上限に達しました。
       *[run] 停止しました。実行1回あたり{ $limit }の上限に達しました。
    }

failures-limit-in-tokens = 代わりに設定でトークンの上限を設けるか、価格のわかるモデルを使ってください。
failures-raise-limit = 設定で上限を上げるか、質問を減らしてください。確定した部分は残ります。
failures-raise-limit-or-wait = 設定で上限を上げるか、明日続けてください。確定した部分は残ります。

## Signing in with OpenRouter
## “Sign in with OpenRouter” is the button endpoint-sign-in.

failures-sign-in-not-begun = このタブではOpenRouterへのログインが始まっていないため、アドレスからは何も取り込んでいません。
failures-sign-in-of-another = ログインの応答がこのタブの要求に対するものではないため、使用していません。
failures-sign-in-denied = OpenRouterで許可されませんでした。キーはありません。
failures-sign-in-refused = OpenRouterが拒否しました：{ $words }
failures-sign-in-cancelled = ログインがキャンセルされました。キーはありません。
failures-sign-in-no-key = OpenRouterからキーを取得できませんでした（HTTP { $status }）。

failures-begin-sign-in = ここで「OpenRouterでログイン」からやり直してください。
failures-begin-sign-in-warily = ここで「OpenRouterでログイン」からやり直してください。OpenRouterのリンクから来たのでなければ、第三者が作ったリンクです。
failures-sign-in-and-allow = もう一度ログインして許可するか、キーを直接入力してください。
failures-try-or-enter-key = もう一度試すか、キーを直接入力してください。
failures-sign-in-or-enter-key = もう一度ログインするか、キーを直接入力してください。
failures-sign-in-anew = コードは使用済みか期限切れです。もう一度ログインしてください。

## Where models are asked, as all tools tell it

# The button that opens the settings.
failures-chip-settings = モデルのエンドポイント：設定を開く
failures-chip-unlock = キーのロックを解除
failures-chip-connect = モデルに接続
# In the place of a host.
failures-this-device = このデバイス
# What a small model writes there is a draft.
failures-this-device-draft = このデバイス（下書き）

## What is wrong with an endpoint as it was entered

failures-no-address = https://api.openai.com/v1のようなAPIのアドレスを入力してください。
failures-not-http = アドレスはhttps://またはwss://で始まります。このマシンではhttp://やws://も使えます。
failures-not-a-root = ここに入力するのはAPIのルートだけです。ユーザー名、「?」、「#」は含められません。キーは専用の欄に入力してください。
failures-key-in-the-clear = http://やws://では、途中でキーを読まれるおそれがあります。https://を使うか、キーを外してください。
failures-no-model = エンドポイントでのモデル名を入力してください。

## The model on this device: what it is doing, in the place of failures-this-device

failures-device-loading = モデルを読み込み中
failures-device-reading = 質問を読み取り中
# $share is a share in per cent.
failures-device-reading-share = 質問を読み取り中、{ $share }%
failures-device-writing = 下書きを作成中

## The model on this device: what went wrong. A full stop is put after it, unless there is one of Japanese

failures-device-no-model = このデバイスにはまだモデルがありません。設定で取得してください。
failures-device-removed = ブラウザが空きを作るためにモデルを削除しました。設定でもう一度取得してください。
failures-device-question-too-long = 質問が、このページ内のモデルで扱える{ $tokens }トークンを超えています。
# $reason is in English, or one of the two below it.
failures-device-not-loaded = モデルを読み込めませんでした：{ $reason }
failures-device-llama-failed = llama.cppでエラーが発生しました：{ $reason }
failures-device-unsaid = llama.cppは理由を示していません。
failures-device-no-script = スクリプトを取得できませんでした。
failures-device-no-translator = このブラウザには翻訳機能が組み込まれていません。
failures-device-translates-only = Chromeの翻訳機能ができるのはテキストの翻訳だけです。
# $source and $target are codes of languages, such as en.
failures-device-no-pair = Chromeはこのデバイスで{ $source }から{ $target }に翻訳できません。
failures-device-source-unknown = Chromeの翻訳機能にはソースの言語が必要です。en.jsonのように、ファイル名で言語を示してください。
failures-device-no-language-model = このブラウザには言語モデルが組み込まれていません。
failures-device-click-needed = Chromeはクリックの直後にだけモデルをダウンロードします。もう一度「翻訳」を押してください。
failures-device-no-language = Chromeはこのデバイスでこの言語に対応していません。
failures-device-texts-too-long = テキストが、このデバイスのモデルで扱える長さを超えています。
failures-device-failed = Chromeのモデルでエラーが発生しました：{ $reason }
