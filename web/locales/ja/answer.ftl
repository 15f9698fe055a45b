### Answers in words: in Docs, and beside a diagram.

## What is done with an answer

# Before the words of a question, for screen readers.
answer-to = 質問への回答：{ $question }
answer-stop = 停止
answer-ask-again = もう一度質問
answer-connect = モデルに接続
answer-copy = コピー
answer-copy-markdown = Markdownとしてコピー
answer-copied = コピーしました。
# $reason is in English: why not, and what to do.
answer-not-copied = コピーできませんでした：{ $reason }
answer-unfetched = 回答の表示に必要な部分を取得できませんでした。接続を確認し、ページを再読み込みしてください。コピーはできます。

## Code in an answer

# In the place of the name of a language, where the code has none.
answer-code = コード
# Said to a screen reader in the place of the code.
answer-code-lines =
    { $lines ->
       *[other] { $lines }行のコード。
    }
# Names of tools, as in the list of tools.
answer-open-in-diagram = 「図」で開く
answer-open-in-repair = 「修復」で開く
answer-open-in-convert = 「変換」で開く

## How an answer stands. $place is where a model was asked: a host, or a device

answer-asking = { $place }に質問中…
# $message is a sentence: what went wrong.
answer-waiting = { $message }再試行しています。
answer-loading = Chromeがモデルをダウンロード中：{ $percent }%

## How an answer ended. $begun says whether any of it had come

answer-stopped =
    { $begun ->
        [yes] 停止しました。回答は途中までです。届いた分は残してあります。
       *[no] 停止しました。回答は途中までです。
    }
answer-declined = モデルが回答を拒否しました。
# $message and $hint are sentences: what went wrong, and what to do.
answer-failed =
    { $begun ->
        [yes] 回答は途中までです。{ $message }{ $hint }届いた分は残してあります。
       *[no] { $message }{ $hint }
    }
answer-cut-off = 回答が途中で止まりました。
answer-try-again = もう一度お試しください。
answer-exhausted = モデルが、許可された上限を超えて調べようとしました。
answer-exhausted-hint = 一度に尋ねる内容を減らしてください。
answer-ask-again-hint = もう一度質問してください。
answer-reader-ended = 回答を読み取る処理が停止しました。
answer-reader-ended-hint = もう一度質問してください。それでも解決しない場合は、ページを再読み込みしてください。

## The same, said to a screen reader

answer-said-whole = 回答がすべて届きました。
answer-said-stopped = 停止しました。
answer-said-declined = モデルが拒否しました。

## The status line

answer-from-answering = { $place }が回答中
answer-from = 回答元：{ $place }
answer-from-stopped = 回答元：{ $place }（停止）
answer-from-declined = { $place }が拒否
answer-from-not-whole = 回答元：{ $place }（途中まで）
# $number is a number in bold, $unit the unit of a time.
answer-first-token = 最初のトークンまで{ $number } { $unit }
answer-first-paint = 最初の表示まで{ $number } { $unit }
# Tokens in a second.
answer-speed = { $number }トークン/秒
# $counted says whether the provider has told the number; else it is estimated.
answer-tokens =
    { $counted ->
        [yes] { $number }トークン
       *[no] 約{ $number }トークン
    }

## Docs: what would be sent with a question

answer-docs-offer = モデルに質問
# $sections of the documents, $tokens in all, and how many $earlier questions go along.
answer-docs-could =
    モデルは、{ $sections ->
       *[other] { $sections }セクション
    }（約{ $tokens }トークン）{ $earlier ->
        [0] { "" }
        [1] と直前の質問・回答
       *[other] と以前の{ $earlier }件の質問・回答
    }をもとに回答できます。
answer-docs-here =
    このブラウザ内で、{ $sections ->
       *[other] { $sections }セクション
    }（約{ $tokens }トークン）{ $earlier ->
        [0] { "" }
        [1] と直前の質問・回答
       *[other] と以前の{ $earlier }件の質問・回答
    }をもとに回答します。
answer-docs-goes-to =
    質問を、{ $sections ->
       *[other] { $sections }セクション
    }（約{ $tokens }トークン）{ $earlier ->
        [0] { "" }
        [1] と直前の質問・回答
       *[other] と以前の{ $earlier }件の質問・回答
    }とともに{ $place }に送ります。
answer-docs-ask = モデルに質問
answer-docs-looks-up = 回答中に、これらのドキュメントをさらに調べることを許可
answer-docs-contents = 送る内容
answer-docs-operations =
    { $count ->
       *[other] { $count }件のオペレーション名
    }
# After the names of operations: those for which there was no room.
answer-docs-unsent = ほか{ $count }件（送りません）
answer-docs-left-out =
    { $count ->
       *[other] 質問の語を含むセクションがほかに{ $count }件ありますが、入りきりません。
    }
answer-docs-show = ドキュメント内に表示
answer-docs-tokens = { $count }トークン

## Docs: what the model has looked up

answer-docs-looked-up =
    { $count ->
       *[other] モデルは{ $count }件を調べました
    }
# $words are those that were looked for, $titles those of the sections that were found.
answer-docs-sections = 「{ $words }」についてのセクション：{ $titles }（{ $tokens }トークン）
answer-docs-no-sections = 「{ $words }」についてのセクション：なし
# $name is an operation of an API, as GET /pets.
answer-docs-operation = オペレーション「{ $name }」：{ $titles }（{ $tokens }トークン）
answer-docs-no-operation = オペレーション「{ $name }」：なし
# An operation was chosen in an answer.
answer-docs-unlisted = { $name }は一覧にありません。

## Docs: why a question has no answer

answer-docs-ended = ドキュメントを読み取る処理が停止しました。
answer-docs-read-again = ファイルをもう一度読み取ってから質問してください。
answer-docs-moved = モデルが調べている間に、エンドポイントが変更されました。

## Docs: calls and definitions, written

answer-docs-languages = 言語
# Whose models definitions are for: OpenAI, Anthropic, MCP.
answer-docs-houses = 提供元
answer-docs-written = 生成された呼び出し
answer-docs-text-copied = テキストをコピーしました。

## Diagram: what a model says of the diagram

answer-explain = 説明
# Beside that button, in a narrow line: what it sends, or what a model on this device reads.
answer-explain-sends = 説明では図のソース（約{ $tokens }トークン）を送ります。
answer-explain-reads = 説明では図のソース（約{ $tokens }トークン）を読みます。
# The pane. On a phone its tab, which is short.
answer-explain-title = 説明
answer-explain-close = テキストに戻る
answer-explain-forget = 回答を消去
answer-explain-answers = 回答
answer-explain-field = この図について質問
answer-explain-put = 質問
answer-explain-unconnected = モデルは、この図についての質問に回答できます。
# $tokens in all, and how many $earlier questions go along.
answer-explain-question-sends =
    質問を、図のソース{ $earlier ->
        [0] { "" }
        [1] 、直前の質問・回答
       *[other] 、以前の{ $earlier }件の質問・回答
    }（約{ $tokens }トークン）とともに{ $place }に送ります。
answer-explain-question-reads =
    このブラウザ内で、図のソース{ $earlier ->
        [0] { "" }
        [1] 、直前の質問・回答
       *[other] 、以前の{ $earlier }件の質問・回答
    }（約{ $tokens }トークン）をもとに回答します。
# In the place of a question, where none was asked.
answer-explain-whole = この図を説明
answer-explain-older = その後、図が変更されました。
# $name is what is written in a part of the diagram: it was chosen in an answer.
answer-explain-not-drawn = { $name }は画像にありません。
# For screen readers.
answer-explain-selected = 画像で{ $name }を選択しました。
# An address follows, on a line of its own.
answer-explain-leads = 回答のリンク先
answer-explain-ended = 質問する前にエンジンが停止しました。
answer-explain-moved = 質問する前にエンドポイントが変更されました。
# In the ledger of what was sent: what of the input a request held.
answer-explain-held = 図のソース
answer-explain-held-question = 質問、それまでのやりとり、図のソース
