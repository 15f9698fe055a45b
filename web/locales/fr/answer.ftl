### Answers in words: in Docs, and beside a diagram.

## What is done with an answer

# Before the words of a question, for screen readers.
answer-to = Réponse à : { $question }
answer-stop = Arrêter
answer-ask-again = Redemander
answer-connect = Connecter un modèle
answer-copy = Copier
answer-copy-markdown = Copier en Markdown
answer-copied = Copié.
# $reason is in English: why not, and what to do.
answer-not-copied = Non copié : { $reason }.
answer-unfetched = La partie de la page qui affiche les réponses n'a pas pu être chargée. Vérifier la connexion et recharger la page ; la copie fonctionne.

## Code in an answer

# In the place of the name of a language, where the code has none.
answer-code = code
# Said to a screen reader in the place of the code.
answer-code-lines =
    { $lines ->
        [one] Code de { $lines } ligne.
       *[other] Code de { $lines } lignes.
    }
# Names of tools, as in the list of tools.
answer-open-in-diagram = Ouvrir dans Diagramme
answer-open-in-repair = Ouvrir dans Réparer
answer-open-in-convert = Ouvrir dans Convertir

## How an answer stands. $place is where a model was asked: a host, or a device

answer-asking = Demande à { $place }…
# $message is a sentence: what went wrong.
answer-waiting = { $message } Nouvel essai.
answer-loading = Chrome télécharge son modèle : { $percent } %

## How an answer ended. $begun says whether any of it had come

answer-stopped =
    { $begun ->
        [yes] Arrêté : ce n'est pas toute la réponse. Ce qui est arrivé est gardé.
       *[no] Arrêté : ce n'est pas toute la réponse.
    }
answer-declined = Le modèle a refusé de répondre.
# $message and $hint are sentences: what went wrong, and what to do.
answer-failed =
    { $begun ->
        [yes] Ce n'est pas toute la réponse. { $message } { $hint } Ce qui est arrivé est gardé.
       *[no] { $message } { $hint }
    }
answer-cut-off = La réponse s'est arrêtée au milieu.
answer-try-again = Réessayer.
answer-exhausted = Le modèle voulait consulter plus qu'il n'est permis.
answer-exhausted-hint = Demander moins à la fois.
answer-ask-again-hint = Redemander.
answer-reader-ended = Le processus qui lit la réponse a été arrêté.
answer-reader-ended-hint = Redemander. Si cela ne suffit pas, recharger la page.

## The same, said to a screen reader

answer-said-whole = La réponse est complète.
answer-said-stopped = Arrêté.
answer-said-declined = Le modèle a refusé.

## The status line

answer-from-answering = { $place } répond
answer-from = Réponse : { $place }
answer-from-stopped = Réponse : { $place }, arrêtée
answer-from-declined = { $place } a refusé
answer-from-not-whole = Réponse : { $place }, incomplète
# $number is a number in bold, $unit the unit of a time.
answer-first-token = { $number } { $unit } jusqu'au 1er jeton
answer-first-paint = { $number } { $unit } jusqu'au 1er affichage
# Tokens in a second.
answer-speed = { $number } jetons/s
# $counted says whether the provider has told the number; else it is estimated.
answer-tokens =
    { $counted ->
        [yes] { $number } jetons
       *[no] environ { $number } jetons
    }

## Docs: what would be sent with a question

answer-docs-offer = Demander à un modèle
# $sections of the documents, $tokens in all, and how many $earlier questions go along.
answer-docs-could =
    Un modèle peut y répondre à partir de { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }, environ { $tokens } jetons{ $earlier ->
        [0] { "" }
        [1] , avec la question précédente et sa réponse
       *[other] , avec les { $earlier } questions précédentes et leurs réponses
    }.
answer-docs-here =
    Réponse dans ce navigateur, à partir de { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }, environ { $tokens } jetons{ $earlier ->
        [0] { "" }
        [1] , avec la question précédente et sa réponse
       *[other] , avec les { $earlier } questions précédentes et leurs réponses
    }.
answer-docs-goes-to =
    La question va à { $place } avec { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }, environ { $tokens } jetons{ $earlier ->
        [0] { "" }
        [1] , avec la question précédente et sa réponse
       *[other] , avec les { $earlier } questions précédentes et leurs réponses
    }.
answer-docs-ask = Demander au modèle
answer-docs-looks-up = Il peut consulter ces documents davantage pendant sa réponse
answer-docs-contents = Ce qui est envoyé
answer-docs-operations =
    { $count ->
        [one] le nom de { $count } opération
       *[other] le nom de { $count } opérations
    }
# After the names of operations: those for which there was no room.
answer-docs-unsent =
    { $count ->
        [one] et { $count } autre, non envoyée
       *[other] et { $count } autres, non envoyées
    }
answer-docs-left-out =
    { $count ->
        [one] { $count } section contenant des mots de la question ne tient plus.
       *[other] { $count } sections contenant des mots de la question ne tiennent plus.
    }
answer-docs-show = Montrer dans le document
answer-docs-tokens = { $count } jetons

## Docs: what the model has looked up

answer-docs-looked-up =
    { $count ->
        [one] Le modèle a consulté { $count } élément
       *[other] Le modèle a consulté { $count } éléments
    }
# $words are those that were looked for, $titles those of the sections that were found.
answer-docs-sections = Sections sur « { $words } » : { $titles } ({ $tokens } jetons)
answer-docs-no-sections = Sections sur « { $words } » : rien
# $name is an operation of an API, as GET /pets.
answer-docs-operation = L'opération « { $name } » : { $titles } ({ $tokens } jetons)
answer-docs-no-operation = L'opération « { $name } » : rien
# An operation was chosen in an answer.
answer-docs-unlisted = { $name } n'est pas dans la liste.

## Docs: why a question has no answer

answer-docs-ended = Le lecteur a été arrêté.
answer-docs-read-again = Relire les fichiers, puis demander.
answer-docs-moved = Le point d'accès a été changé pendant que le modèle consultait les documents.

## Docs: calls and definitions, written

answer-docs-languages = Langages
# Whose models definitions are for: OpenAI, Anthropic, MCP.
answer-docs-houses = Fournisseurs
answer-docs-written = Appel écrit
answer-docs-text-copied = Texte copié.

## Diagram: what a model says of the diagram

answer-explain = Expliquer
# Beside that button, in a narrow line: what it sends, or what a model on this device reads.
answer-explain-sends = « Expliquer » envoie la source du diagramme, environ { $tokens } jetons.
answer-explain-reads = « Expliquer » lit la source du diagramme, environ { $tokens } jetons.
# The pane. On a phone its tab, which is short.
answer-explain-title = Explication
answer-explain-close = Revenir au texte
answer-explain-forget = Effacer les réponses
answer-explain-answers = Réponses
answer-explain-field = Question sur ce diagramme
answer-explain-put = Demander
answer-explain-unconnected = Un modèle peut répondre à des questions sur ce diagramme.
# $tokens in all, and how many $earlier questions go along.
answer-explain-question-sends =
    Une question va à { $place } avec la source du diagramme{ $earlier ->
        [0] { "" }
        [1] , la question précédente et sa réponse
       *[other] , les { $earlier } questions précédentes et leurs réponses
    } : environ { $tokens } jetons.
answer-explain-question-reads =
    Réponse dans ce navigateur, à partir de la source du diagramme{ $earlier ->
        [0] { "" }
        [1] , de la question précédente et de sa réponse
       *[other] , des { $earlier } questions précédentes et de leurs réponses
    } : environ { $tokens } jetons.
# In the place of a question, where none was asked.
answer-explain-whole = Expliquer ce diagramme
answer-explain-older = Le diagramme a changé depuis.
# $name is what is written in a part of the diagram: it was chosen in an answer.
answer-explain-not-drawn = { $name } n'est pas dans l'image.
# For screen readers.
answer-explain-selected = { $name } est sélectionné dans l'image.
# An address follows, on a line of its own.
answer-explain-leads = La réponse renvoie à
answer-explain-ended = Le moteur a été arrêté avant que la question soit posée.
answer-explain-moved = Le point d'accès a été changé avant que la question soit posée.
# In the ledger of what was sent: what of the input a request held.
answer-explain-held = la source du diagramme
answer-explain-held-question = une question, ce qui a été dit avant et la source du diagramme
