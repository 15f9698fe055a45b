### The widget: a tool that another page shows in a frame.

## Why the tool is not shown

widget-waiting = En attente de la page hôte
widget-waiting-about = Ichiban s'affiche ici dès que la page a dit qui elle est.
widget-refused = Cette page n'a pas le droit d'afficher Ichiban
# $origin is the address of the page around.
widget-refused-about = L'exploitant d'Ichiban ne l'a pas permis à { $origin }. Rien n'a été ouvert ni envoyé.
widget-broken = Ichiban ne peut pas être affiché ici
widget-broken-code = Son code n'a pas pu être récupéré. Rien n'a été ouvert ni envoyé.
# /embed-origins.json is a file in which whoever runs Ichiban says which pages may show it.
widget-broken-unfetched = /embed-origins.json n'a pas pu être récupéré. Rien n'a été ouvert ni envoyé.
widget-broken-form = /embed-origins.json : il n'a pas la forme { "{" }"origins": ["https://docs.example.org"]{ "}" }. Rien n'a été ouvert ni envoyé.
widget-broken-entry = /embed-origins.json : `{ $entry }` n'est pas une origine : écrire https://docs.example.org, https://*.example.org ou *, en minuscules et sans chemin. Rien n'a été ouvert ni envoyé.
widget-open = Ouvrir Ichiban à part

## Whether the page around may have a model asked. $host is its address; it may have none.

widget-wanted = Un modèle est demandé
widget-question =
    { $named ->
        [yes] { $host }
       *[no] Une page sans adresse
    } veut qu'un modèle soit interrogé sur ce qui est ouvert ici. Cela serait envoyé à { $place }, avec votre connexion et à vos frais. L'autoriser jusqu'à la fermeture de cette page ?
widget-question-unconnected =
    { $named ->
        [yes] { $host }
       *[no] Une page sans adresse
    } veut qu'un modèle soit interrogé sur ce qui est ouvert ici. Aucun modèle n'est connecté : vous en choisiriez un, à vos frais, et il pourrait être interrogé à sa demande jusqu'à la fermeture de cette page.
widget-allow =
    Autoriser { $named ->
        [yes] { $host }
       *[no] une page sans adresse
    }
widget-not-now = Pas maintenant
