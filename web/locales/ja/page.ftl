### What stands around the tools and is fetched when it is first asked for: commands, keys, history,
### the settings as a file, use without a network.

## The list of commands

page-commands-title = コマンド
page-commands-search = コマンドを検索
page-commands-placeholder = ツール、操作、例、設定
page-commands-none = 該当するコマンドはありません。
page-commands-many = 入力すると絞り込めます。
page-commands-count =
    { $count ->
       *[other] { $count }件のコマンド
    }

## What a command is, beside its title

page-group-action = 操作
page-group-tool = ツール
page-group-setting = 設定
page-group-recent = 最近の作業
page-group-help = ヘルプ
# $tool is the name of a tool.
page-group-example = { $tool }の例

## Commands. The words of `-about` are not shown: a command is found by them. They are those of the
## language, and after them the English ones, which some people type in every language.

page-command-link = リンクをコピー
page-command-link-with-input = 入力を含むリンクをコピー
page-command-link-about = 共有 アドレス URL ツール オプション copy link input share address tool options
page-command-history-about = 最近 作業 ピン エクスポート インポート 消去 history recent work pins export import forget
page-command-endpoint-about = 設定 キー アドレス API model endpoint settings key address
page-command-offline-about = 設定 オフライン ネットワーク すべて保存 ダウンロード use without a network settings offline keep everything download
page-command-settings-about = 設定 エクスポート インポート バックアップ settings as a file export import backup
# $theme is one of System, Light, Dark; $language the name of a language in that language.
page-command-theme = テーマ：{ $theme }
page-command-theme-about = 設定 色 外観 theme system light dark settings colours appearance
page-command-keys-about = キーボード ショートカット ヘルプ keys keyboard shortcuts help
page-command-language = 言語：{ $language }
# In each language with the words for “language” in all of them, so that who chose one by mistake finds back.
page-command-language-about = 設定 表示 翻訳 language words sprache langue idioma
# $tool is the name of a tool.
page-command-favourite-add = お気に入り：{ $tool }を追加
page-command-favourite-remove = お気に入り：{ $tool }を外す
page-command-favourite-about = 星 印 ピン留め 先頭 favourites add take out star mark pin rail first
# $tool is the address of a tool.
page-command-recent-about = 最近 履歴 recent history { $tool }

## The table of keys: beside each key what it does, by where it does it

page-keys-title = キー操作
page-keys-everywhere = 共通
page-keys-these = このキー一覧（入力欄にフォーカスがないとき）
page-keys-paste = どこでもデータを貼り付け（表示中のツールで開く）
page-keys-stop = 実行中の処理を停止、前面に開いたものを閉じる
page-keys-tool = 表示中のツール
page-keys-translate = 翻訳：未翻訳分をモデルに依頼
page-keys-convert = 変換：出力をコピー
page-keys-repair = 修復：テキストを修復結果に置き換え
page-keys-diagram = 図：見つかった誤りを修正
page-keys-editors = エディター
page-keys-undo = 元に戻す
page-keys-search = 検索
# Two keys, one after the other.
page-keys-leave-keys = Esc、続けてTab
page-keys-leave = エディターから出る
page-keys-lists = リストと仕切り
page-keys-through = リストやメニューの中を移動
page-keys-ends = 先頭と末尾へ移動
page-keys-divider = フォーカスのある仕切りを動かす

## An address that leads nowhere

page-lost-title = ここには何もありません
page-lost-address = アドレス{ $address }に対応するツールはありません。
page-lost-tools = 使えるツールは次のとおりです。何も失われていません。ツールで開いている内容はそのままです。
# A tool, and what it is for.
page-lost-tool = { $tool }：{ $about }

## Messages above the page

page-said-replaced = 開いていたものを置き換えました。
page-said-put-back = 元に戻す

## Links, which carry a tool and its options, and the input if a person asks for it

page-link-not-one = リンクに含められるテキストは1つです。テキストを1つだけ開いた状態でコピーしてください。
page-link-copied = リンクをコピーしました。ツールとオプションを含み、入力は含みません。
page-link-copied-with-input = リンクをコピーしました。リンクを持つ人は誰でも入力を読めます。
# In backticks is what is drawn as code.
page-link-saved-instead = 入力が長すぎてリンクに入りません。`{ $file }`として保存したので、このファイルを送ってください。
page-link-too-long = 入力を含めるとリンクは{ $bytes }バイトになりますが、リンクを運ぶプログラムが受け付けるのは{ $most }バイトまでです。入力をファイルに保存して送ってください。
page-link-secret =
    入力に{ $secret ->
        [private-key] 秘密鍵
        [api-key] APIキー
        [access-key] アクセスキー
        [token] トークン
       *[signed-token] 署名付きトークン
    }と思われるものが含まれています。リンクを受け取った人に渡ってしまうので、先に取り除いてください。
page-link-unwritable = リンクを作成できませんでした：{ $why }
page-link-later = このリンクは、より新しいバージョンのIchibanで作られました。ページを再読み込みしてから、もう一度開いてください。何も変更していません。
page-link-too-large = このリンクの内容は、ページがリンクから受け取れる量を超えています。入力をファイルで送ってもらってください。何も変更していません。
page-link-damaged = このリンクは壊れています。途中で切れたか、書き換わっています。もう一度送ってもらってください。何も変更していません。
page-link-other-tool = このリンクは、このページにないツールのものです。何も変更していません。

## History

page-history-empty = まだ何もありません。開いたものは、このブラウザの中だけに保存されます。
page-history-off = 履歴はオフです。開いたものは保存されません。
page-history-search = 検索
page-history-search-label = 履歴を検索
page-history-list = 作業履歴（新しい順）
page-history-none = 検索語を含む履歴はありません。
page-history-pin = ピン留め
page-history-unpin = ピン留めを外す
page-history-forget = 消去
# The same for screen readers. $title is the name of a file, or the first words of a text.
page-history-pin-this = { $title }をピン留め
page-history-unpin-this = { $title }のピン留めを外す
page-history-forget-this = { $title }を消去
# How long ago something was worked on, as short as it can be said.
page-history-now = たった今
page-history-minutes-ago = { $count }分前
page-history-hours-ago = { $count }時間前
page-history-days-ago =
    { $count ->
       *[other] { $count }日前
    }
page-history-keep = 作業内容をこのブラウザに保存する
page-history-keep-about = 2 MBを超えるものと、キーやトークンを含むものは保存しません。直近の200件と、ピン留めしたものを保存します。
page-export = エクスポート
# $open is a button that opens a file.
page-import = インポート：{ $open }
page-history-import-label = エクスポートした履歴
page-history-forget-all = すべて消去
page-history-forget-sure = { $count }件すべてを完全に消去しますか？
page-history-imported =
    { $count ->
       *[other] ファイルから{ $count }件の作業を取り込みました。
    }
# $left: those that this page would not keep, being too large or holding a secret.
page-history-imported-partly =
    { $count ->
       *[other] ファイルから{ $count }件の作業を取り込みました。{ $left }件はここでは保存できないため除外しました。
    }
page-history-gone = この履歴はもう保存されていません。別のタブで消去されました。
page-history-other-tool = この履歴は、このページにないツールのものです。
page-history-nothing-kept = ここには何も保存されていません。
page-history-browser-keeps-nothing = このブラウザでは、ここに何も保存されません。
# $why is what a reader of JSON says, in English.
page-history-foreign = このファイルは、Ichibanでエクスポートした履歴ではありません：{ $why }
page-history-named = このファイルは、Ichibanでエクスポートした履歴ではありません。種類が`{ $name }`となっています。
page-history-later = この履歴は、より新しいバージョンのIchibanでエクスポートされました。ページを再読み込みしてから、もう一度インポートしてください。

## The settings as a file

page-settings-title = 設定ファイル
page-settings-about = このページと各ツールの設定をすべてファイルに保存します。別のブラウザへの移行や控えに使えます。キーと作業内容は含みません。
page-settings-import-label = エクスポートした設定
page-settings-saved = { $file }として保存しました。キーは含まれていません。
page-settings-nothing-new = { $file }で変わる設定はありません。すべて設定済みです。
# As a heading, and as a sentence for screen readers.
page-settings-would-change-title =
    { $count ->
       *[other] { $file }で{ $count }件の設定が変わります
    }
page-settings-would-change =
    { $count ->
       *[other] { $file }で{ $count }件の設定が変わります。
    }
page-settings-not-set = 未設定
page-settings-rest = ファイルにない設定はそのままです。
page-settings-apply = 変更する
page-settings-leave = 変更しない
page-settings-changed =
    { $count ->
       *[other] { $count }件の設定を変更しました。
    }
page-settings-changed-of-tools =
    { $count ->
       *[other] { $count }件の設定を変更しました。開いているツールの設定は、次にページを読み込むときに反映されます。
    }
# The browser does not keep them. $why is a clause without a full stop.
page-settings-changed-for-now =
    { $count ->
       *[other] { $count }件の設定を変更しました。このページを閉じるまで有効です：{ $why }
    }
page-settings-undo = インポートを元に戻す
page-settings-put-back = すべての設定を元に戻しました。
page-settings-not-put-back = 元に戻せないものがありました：{ $why }

## What settings are called

page-setting-endpoint = モデルのエンドポイント
page-setting-models = ツールごとのモデル
page-setting-limits = 上限
page-setting-translate-locales = 翻訳：ロケール
page-setting-translate-glossary = 翻訳：用語集
page-setting-convert-target = 変換：変換先
page-setting-convert-options = 変換：オプション
page-setting-diagram-theme = 図：テーマ
page-setting-docs-prices = ドキュメント：料金

## Values of settings, before and after

page-settings-none = なし
page-settings-on = オン
page-settings-off = オフ
# The theme of the page.
page-settings-word =
    { $word ->
        [system] システム
        [light] ライト
        [dark] ダーク
       *[other] { $word }
    }
page-settings-endpoint = { $address }、モデル{ $model }
# $tools: each tool and its model, such as “Diagram coder, Docs small”; $address: where they are.
page-settings-models = { $tools }（{ $address }）
page-settings-models-none = なし（{ $address }）
# The most that a run or a day may take. $amount is in figures, such as 0.5 or 20000.
page-settings-run-dollars = 実行1回あたり${ $amount }
page-settings-run-tokens = 実行1回あたり{ $amount }トークン
page-settings-day-dollars = 1日あたり${ $amount }
page-settings-day-tokens = 1日あたり{ $amount }トークン
# Between two of these.
page-settings-between = { "、" }
# Terms of the glossary.
page-settings-terms =
    { $count ->
       *[other] { $count }件の用語
    }
page-settings-options =
    { $count ->
       *[other] { $count }件のオプション
    }
# What tokens cost that are sent, and that come; `page-settings-price-none` where that is not set.
page-settings-prices = 入力{ $input }、出力{ $output }
page-settings-price-none = なし

## What of a file is not taken, and why

page-settings-key-lost = このブラウザから{ $host }のキーが消去されます。
page-settings-unknown = 「{ $name }」という設定はこのページにありません。
# $setting is one of “What settings are called”.
page-settings-secret =
    「{ $setting }」は除外されます。{ $secret ->
        [private-key] 秘密鍵
        [api-key] APIキー
        [access-key] アクセスキー
        [token] トークン
       *[signed-token] 署名付きトークン
    }と思われるものが含まれています。これは設定ファイルに保存できません。
page-settings-misfit =
    「{ $setting }」は除外されます。{ $fault ->
        [no-flag] trueでもfalseでもありません
        [no-choice] 選択肢のどれでもありません
        [no-dollars] ドルの金額は"0.50"のような文字列かnullで指定します
        [no-tokens] トークン数は整数かnullで指定します
        [no-price] 価格は0以上の数値かnullで指定します
        [no-text] 文字列ではありません
        [long-text] 長すぎる文字列があります
        [control-characters] 制御文字を含む文字列があります
        [empty-text] 空の文字列があります
        [no-tag] pt-BRのような言語タグではないものがあります
        [no-list] リストではありません
        [many-entries] 項目が多すぎます
        [no-table] 名前と値の表ではありません
        [strange-member] 未知のメンバーがあります
        [missing-member] 足りないメンバーがあります
        [long-address] アドレスにAPIのルートより先が含まれています
        [no-address] アドレスとして読めません
       *[strange-scheme] アドレスがhttps://でもhttp://でも始まっていません
    }。
page-settings-key = モデルのエンドポイントから取り込むのは、アドレス、プロトコル、モデルだけです。キーはここで入力するもので、ファイルからは取り込みません。
page-settings-more = ほかに{ $count }件が除外されます。
page-settings-not-json = { $file }：JSONではありません（{ $line }行目、{ $column }列目）。このページでエクスポートしたファイルを選んでください。
page-settings-not-settings =
    { $file }：設定ファイルではありません。{ $lacks ->
        [kind] "ichiban": "{ "settings" }"
        [version] バージョン
       *[settings] 設定そのもの
    }がありません。このページでエクスポートしたファイルを選んでください。
page-settings-later = { $file }：このページのより新しいバージョンで書かれています（バージョン{ $version }。ここで読めるのは{ $known }まで）。ページを再読み込みして最新版にしてください。

## Use without a network: a section of the settings

page-offline-title = オフラインで使う
# These four stand behind the title.
page-offline-unknown = 確認中
page-offline-not-here = 利用不可
page-offline-all = すべて保存済み（{ $size }）
page-offline-part = { $all }のうち{ $kept }を保存済み
page-offline-about-starting = ページを準備しています。少しお待ちください。
page-offline-about-all = モデルを使わない機能はすべて、起動からオフラインで使えます。新しいバージョンがあれば取得します。
page-offline-about-part = 一度使ったツールはオフラインで使えます。すべて保存すると、全ツールの全機能をオフラインで使えます。
page-offline-keep = すべて保存（あと{ $size }）
page-offline-progress = このデバイスへの保存
page-offline-percent = { $percent }%を保存しました。
page-offline-said-all = すべて保存しました。
page-offline-said-stopped = 停止しました。取得した分は残ります。
# $why is what the browser says.
page-offline-failed =
    保存できませんでした。{ $code ->
        [no-room] このブラウザにはサイトを保存する空き容量がありません。このデバイスの空き容量を増やしてから続けてください
        [not-arrived] 届かなかったファイルがあります。ネットワークを確認して続けるか、新しいバージョンが出ていればページを再読み込みしてください
        [silent] ブラウザは理由を示していません
       *[other] { $why }
    }。
# Why nothing can be kept.
page-offline-refused-framed = ほかのサイトの中では何も保存されません。このページを別のタブで開いてください。
page-offline-refused-private = プライベートウィンドウなどでは、ブラウザはサイトを保存しません。通常のウィンドウでページを開いてください。
page-offline-refused-insecure = 保存できるのはhttps://で開いたサイトだけです。このサイトにそのアドレスがあれば、そちらで開いてください。
page-offline-refused-forbidden = ブラウザがこのサイトの保存を拒みました。サイトデータが禁止されているか、ネットワークに問題があります。許可してから、ページを再読み込みしてください。
page-offline-refused-first = 最初の画面も保存できませんでした。ネットワークとこのデバイスの空き容量を確認してから、ページを再読み込みしてください。
page-offline-refused-unfetched = ページのこの部分を取得できませんでした。ネットワークを確認してから、ページを再読み込みしてください。

## Offers beside the work: a new version, or to keep all of the site

page-offer-label = このアプリ
page-offer-later = あとで
page-offer-version = 新しいバージョンがあります。次に開いたときに切り替わります。今すぐ使うにはページを再起動します。開いているものを先に保存してください。
page-offer-version-now = 再起動
page-offer-all = オフラインで使えるように、すべてのツールをこのデバイスに保存しますか？{ $size }を使用します。
page-offer-all-yes = すべて保存
page-offer-all-part = { $all }のうち{ $kept }を保存しました。
page-offer-all-done = すべて保存しました。モデルを使わない機能はオフラインで使えます。
