### The widget: a tool that another page shows in a frame.

## Why the tool is not shown

widget-waiting = 埋め込み元のページを待っています
widget-waiting-about = 埋め込み元のページを確認できると、ここにIchibanが表示されます。
widget-refused = このページではIchibanを表示できません
# $origin is the address of the page around.
widget-refused-about = Ichibanの運営者が{ $origin }での表示を許可していません。何も開いておらず、何も送信していません。
widget-broken = ここではIchibanを表示できません
widget-broken-code = コードを取得できませんでした。何も開いておらず、何も送信していません。
# /embed-origins.json is a file in which whoever runs Ichiban says which pages may show it.
widget-broken-unfetched = /embed-origins.jsonを取得できませんでした。何も開いておらず、何も送信していません。
widget-broken-form = /embed-origins.json：{ "{" }"origins": ["https://docs.example.org"]{ "}" }の形になっていません。何も開いておらず、何も送信していません。
widget-broken-entry = /embed-origins.json：`{ $entry }`はオリジンではありません。https://docs.example.org、https://*.example.org、*のいずれかの形で、小文字で、パスを付けずに書いてください。何も開いておらず、何も送信していません。
widget-open = Ichibanを単独で開く

## Whether the page around may have a model asked. $host is its address; it may have none.

widget-wanted = モデルの使用を求められています
widget-question =
    { $named ->
        [yes] { $host }
       *[no] アドレスのないページ
    }が、ここで開いている内容についてモデルに問い合わせようとしています。内容は、お使いの接続とご自身の費用負担で{ $place }に送信されます。このページを閉じるまで許可しますか？
widget-question-unconnected =
    { $named ->
        [yes] { $host }
       *[no] アドレスのないページ
    }が、ここで開いている内容についてモデルに問い合わせようとしています。モデルは接続されていません。許可する場合は、ご自身の費用負担でモデルを選びます。そのモデルは、このページを閉じるまで問い合わせに使われます。
widget-allow =
    { $named ->
        [yes] { $host }
       *[no] アドレスのないページ
    }を許可
widget-not-now = 今は許可しない
