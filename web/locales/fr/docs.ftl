### Docs: documentation becomes an API that can be called.

## Words of several places

docs-title = Docs
docs-copy = Copier
docs-stop = Arrêter
docs-reading = Lecture…
# Of a parameter or a field, beside its name.
docs-required = obligatoire
docs-no-description = Aucune description
# Of a request of HTTP.
docs-body = Corps
docs-server = Serveur
docs-sections = Sections
# How sure the reading of an operation is, at least or just so.
docs-sure = sûr à { $percent } %
docs-percent = { $percent } %
docs-tokens =
    { $count ->
        [one] { $count } jeton
       *[other] { $count } jetons
    }
# Phrases, one after the other: text, 2 to 12 characters, required.
docs-list = { $before }, { $next }
docs-operations = Opérations
docs-all-operations = Toutes les opérations
# What a model has answered.
docs-answers = Réponses
docs-document = Document
# Marks what a model has added: as short as it can be.
docs-model-mark = modèle
docs-model-mark-details = +{ $count } modèle

## The head

docs-bar-files = { $count } fichiers
docs-bar-close = Fermer les fichiers
docs-bar-more = Autre documentation à lire
docs-bar-refine = Affiner avec un modèle
docs-bar-refine-about = Fait chercher par un modèle ce qui a échappé à la lecture : montre d'abord ce qui serait envoyé
docs-bar-refine-nothing = Aucune documentation à faire lire à un modèle
# A menu: the tools that take the document, and under each what they do with it.
docs-bar-open-in = Ouvrir dans
docs-bar-diagram = Diagramme
docs-bar-diagram-about = l'API en classes ou en séquence
docs-bar-convert = Convertir
docs-bar-convert-about = ses schémas en types d'un langage
docs-bar-download = Télécharger
docs-bar-yaml = OpenAPI en YAML
docs-bar-json = OpenAPI en JSON
# The version of OpenAPI; with each thing stands where it is documented.
docs-bar-evidence = 3.1, avec les références
# Definitions of tools for a model; strict is a setting of theirs.
docs-bar-tools-openai = outils pour OpenAI, strict
docs-bar-tools-anthropic = outils pour Anthropic
docs-bar-tools-mcp = outils pour MCP

## Before there is documentation

docs-empty-open = Ouvrir des fichiers
docs-empty-write = Lire le premier exemple
docs-empty-files = Documentation à lire
docs-empty-note = Plusieurs fichiers, ou une archive ZIP, sont lus comme une seule API. Textes jusqu'à 32 Mo, enregistrements 100 Mo, PDF 256 Mo.
# $head is the -head message, in bold.
docs-empty-places = { $head } : chaque opération et chaque paramètre mène à la ligne ou à la page qui le documente et indique son degré de certitude.
docs-empty-places-head = Chaque affirmation a sa source
docs-empty-yours = { $head } : noms, types et textes se modifient sur place et restent quand la lecture continue.
docs-empty-yours-head = Tout se corrige
# $open is a link, the -open message; $command is a command line.
docs-empty-folder = { $open } : rien n'en quitte cet onglet. Le même moteur tourne dans un terminal : { $command }.
docs-empty-folder-open = Ouvrir un dossier
docs-empty-folder-files = Dossier de documentation

## Examples: what each is, and what it shows

docs-example-markdown = Référence en Markdown
docs-example-markdown-about = Titres, tableaux et JSON : des paramètres avec leurs types et valeurs par défaut
docs-example-page = Page web
docs-example-page-about = Listes de définitions, ancres et corps imbriqués d'une page enregistrée
docs-example-har = Trafic enregistré (HAR)
docs-example-har-about = Appels d'une session : les identifiants deviennent des paramètres, les secrets restent dehors
docs-example-curl = Transcription de curl
docs-example-curl-about = Commandes d'un terminal
docs-example-unfetched = L'exemple n'a pas pu être chargé. Réessayer.

## The row of options

docs-options = Options
docs-options-lead = Opérations, paramètres, corps, réponses et clés, chacun avec l'endroit qui l'atteste. Lus ici, sans modèle.
docs-options-ask = Demander
# A question as one may ask it.
docs-options-question = quel point d'accès annule une commande ?
docs-options-find = Rechercher
docs-options-server-about = Où se trouve l'API : dans le document, les appels et le formulaire
docs-options-undo =
    { $count ->
        [one] Annuler la dernière modification
       *[other] Annuler la dernière des { $count } modifications
    }

## The document

docs-document-pane = Documentation
docs-document-headings = Aller à un titre
docs-document-contents = Sommaire
docs-document-text = Texte du document
docs-document-nothing = Il n'y a rien à afficher.
# Shows the part of the document before or after.
docs-document-earlier = Plus haut
docs-document-later = Plus bas
# The number of a page, in the margin.
docs-document-page = p. { $page }
# Of a line of the document. $operation is a method and a path.
docs-document-mark = Documente { $operation }
docs-document-mark-parameter = Documente { $name } de { $operation }
docs-divider = Largeur du document
docs-leave = Quitter cette page ?
docs-leave-to = Ce lien mène à
docs-leave-stay = Rester
docs-leave-open = Ouvrir dans un nouvel onglet

## The list of operations

# How many of all operations are listed.
docs-operations-some = { $some } sur { $all }
# A group of operations.
docs-operations-new = Trouvées par le modèle
docs-operations-other = Autres
docs-operations-search = Rechercher une opération
docs-operations-search-short = Rechercher
docs-operations-confidence = Certitude
docs-operations-confidence-about = Afficher les opérations ayant au moins ce degré de certitude
docs-operations-all = Toutes
docs-operations-more =
    { $count ->
        [one] Et { $count } autre, à trouver par la recherche.
       *[other] Et { $count } autres, à trouver par la recherche.
    }
docs-operations-by-model = Ajouté par le modèle, avec les mots qui le prouvent
docs-operations-unsure = Degré de certitude de la lecture
docs-operations-none-like-that = Aucune opération ne correspond.
# Says what an operation looks like.
docs-operations-none = Aucune opération trouvée. Une opération est une méthode et un chemin, comme GET /users/{ "{id}" }, dans un titre, un tableau, du code ou une phrase.
docs-operations-show-all = Tout afficher
# For a screen reader.
docs-operations-found =
    { $count ->
        [one] { $count } opération trouvée.
       *[other] { $count } opérations trouvées.
    }
docs-remarks = Bon à savoir
docs-remarks-lost-edits =
    { $count ->
        [one] { $count } modification concerne quelque chose qui n'est plus là.
       *[other] { $count } modifications concernent quelque chose qui n'est plus là.
    }
# $way is English: HTTP bearer, or a key in the header, X-Key.
docs-remarks-security = Authentification des appels : { $way }.

## What a question has found

docs-passages = Passages
docs-passages-none = Aucun passage ne contient ces mots. Demander avec les mots de la documentation.
# For a screen reader.
docs-passages-found =
    { $count ->
        [one] { $count } passage trouvé.
       *[other] { $count } passages trouvés.
    }
docs-answers-and-passages = Réponses et passages
docs-answers-forget = Effacer les réponses

## One operation in full

docs-detail-views = Vues de l'opération
# Tabs: short.
docs-detail-contract = Contrat
docs-detail-calls = Appels
docs-detail-tools = Outils
docs-detail-trial = Essayer
docs-detail-operation = Opération
docs-detail-summary = Résumé
docs-detail-no-summary = Aucun résumé : à écrire ici
docs-detail-description = Description
docs-detail-deprecated = Obsolète
# A link to the place in the document; if there are more, they follow: and 2, and 3.
docs-detail-place = Où c'est écrit
docs-detail-place-more = et { $number }
docs-detail-parameters = Paramètres
docs-detail-no-parameters = Aucun n'est documenté.
# Of the API.
docs-detail-responses = Réponses
docs-detail-method = Méthode
docs-detail-path = Chemin
docs-detail-group = Groupe
docs-detail-no-group = Aucun groupe
docs-detail-example = Exemple
docs-detail-example-copied = Exemple copié.
docs-detail-types = En types
docs-detail-types-about = Ouvrir l'exemple dans « Convertir », en types d'un langage
docs-detail-cut = Tout n'est pas affiché : le schéma est long, ou se réfère à lui-même.
# Fields of a row, for a screen reader. $name is the name of a parameter.
docs-row-name = Nom de « { $name } »
docs-row-place = Emplacement de « { $name } »
docs-row-type = Type de « { $name } »
docs-row-is-required = { $name } est obligatoire
docs-row-description = Description de « { $name } »
# Any type.
docs-row-any = quelconque
docs-row-show = Montrer où c'est documenté
docs-row-show-quote = Montrer où c'est écrit

## A call that is sent from here

# $kind is where the key goes: Authorization: Bearer.
docs-trial-key = Clé ({ $kind })
docs-trial-key-about = Dans cet onglet seulement : la clé n'est conservée nulle part, ni mise dans un appel copié.
docs-trial-form = Formulaire
docs-trial-body-as = Forme du corps
# Stands where the name of a field does in docs-trial-how, docs-trial-add-to and docs-trial-add-member-to.
docs-trial-the-body = corps
docs-trial-how = Façon de donner { $name }
docs-trial-how-body = Façon de donner le corps
# How a field is given.
docs-trial-given = donné
docs-trial-left-out = omis
docs-trial-empty-text = texte vide
docs-trial-as-json = en JSON
docs-trial-such-as = Par exemple { $value }
docs-trial-add = Ajouter
docs-trial-add-to = Ajouter à : { $name }
docs-trial-remove = Retirer { $name }
# A member of an object of JSON.
docs-trial-add-member = Ajouter un membre
docs-trial-add-member-to = Ajouter un membre à : { $name }
docs-trial-member-name = Nom du membre { $number }
docs-trial-member-value = Valeur du membre { $number }
docs-trial-remove-member = Retirer le membre { $number }
docs-trial-remove-it = Retirer
docs-trial-name = nom
docs-trial-unfit =
    { $count ->
        [one] { $count } élément n'est pas conforme au document. Rien n'a été envoyé.
       *[other] { $count } éléments ne sont pas conformes au document. Rien n'a été envoyé.
    }
docs-trial-send = Envoyer
docs-trial-send-anyway = Envoyer quand même
docs-trial-send-about = Part de cette page vers le serveur ci-dessus, et seulement après un clic sur « Envoyer ».
docs-trial-waiting = En attente de { $address }…
docs-trial-offline = Il n'y a pas de réseau.
docs-trial-hidden = Le navigateur ne montre aucune réponse. Soit il n'y a rien à cette adresse, soit le serveur ne laisse pas les pages d'autres origines lire ses réponses (CORS) : il répond alors à un shell, mais à aucune page. L'appel est peut-être arrivé malgré tout.
# $error is English.
docs-trial-no-answer = Il n'y a pas de réponse : { $error }.
docs-trial-curl = Copier en curl
docs-trial-curl-copied = Commande curl copiée.
docs-trial-came = Réponse
docs-trial-came-body = Corps de la réponse
# Of an answer that is too long to be shown.
docs-trial-cut = Seulement le début.
docs-trial-headers =
    { $count ->
        [one] { $count } en-tête que le serveur laisse voir à une page
       *[other] { $count } en-têtes que le serveur laisse voir à une page
    }

## What a field takes, in a few words: whole number, at least 1

docs-hint-text = texte
docs-hint-whole-number = nombre entier
docs-hint-number = nombre
docs-hint-boolean = true ou false
docs-hint-choice = l'un de ceux-là
docs-hint-list = liste
docs-hint-object = objet
docs-hint-file = fichier
docs-hint-json-several = JSON de plusieurs sortes
docs-hint-json-recursive = JSON : son schéma se réfère à lui-même
docs-hint-json-too-much = JSON : son schéma continue
docs-hint-at-least = au moins { $number }
docs-hint-at-most = au plus { $number }
docs-hint-more-than = plus de { $number }
docs-hint-less-than = moins de { $number }
docs-hint-characters =
    { $count ->
        [one] { $count } caractère
       *[other] { $count } caractères
    }
docs-hint-characters-between =
    { $most ->
        [one] { $least } à { $most } caractère
       *[other] { $least } à { $most } caractères
    }
docs-hint-characters-at-least =
    { $count ->
        [one] au moins { $count } caractère
       *[other] au moins { $count } caractères
    }
docs-hint-characters-at-most =
    { $count ->
        [one] au plus { $count } caractère
       *[other] au plus { $count } caractères
    }
docs-hint-entries =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
docs-hint-entries-between =
    { $most ->
        [one] { $least } à { $most } entrée
       *[other] { $least } à { $most } entrées
    }
docs-hint-entries-at-least =
    { $count ->
        [one] au moins { $count } entrée
       *[other] au moins { $count } entrées
    }
docs-hint-entries-at-most =
    { $count ->
        [one] au plus { $count } entrée
       *[other] au plus { $count } entrées
    }

## What would be sent to a model

docs-plan-of-run = Sections de cette exécution
docs-plan-close = Fermer
# $place is what is asked: this device, or a server.
docs-plan-where-here = Les sections ci-dessous sont lues par { $place }.
docs-plan-where = Le texte des sections ci-dessous va à { $place }, modèle { $model }.
docs-plan-change = Modifier
docs-plan-lead = Le modèle cherche les opérations et les paramètres qui ont échappé à la lecture. Ce qu'il ajoute doit être cité de la section, mot pour mot ; tout le reste est écarté et compté.
docs-plan-sections =
    { $count ->
        [one] { $count } section
       *[other] { $count } sections
    }
# Which sections are chosen: all, none, or those that are likely to document something.
docs-plan-all = Toutes
docs-plan-none = Aucune
docs-plan-likely = Probables
docs-plan-likely-about = Celles qui nomment un chemin, une méthode ou un paramètre
# In the place of the heading of a section that has none.
docs-plan-beginning = Début
docs-plan-known =
    { $count ->
        [one] { $count } opération connue
       *[other] { $count } opérations connues
    }
# Where a section is.
docs-plan-being-read = en lecture
docs-plan-no-whole-answer = réponse incomplète
docs-plan-read = lue
docs-plan-read-before = déjà lue
# The numbers are in bold: $count is that of $requests. $money is an amount in whatever currency: $cost
# is none, little (less than $money) or some.
docs-plan-estimate =
    { $requests ->
        [one] { $count } requête
       *[other] { $count } requêtes
    }, environ { $input } jetons envoyés et au plus { $output } en retour{ $cost ->
        [none] { "" }
        [little] , pour moins de { $money }
       *[some] , pour environ { $money }
    }
docs-plan-prices = Prix d'un million de jetons
# Of tokens.
docs-plan-sent = envoyés
docs-plan-back = en retour
docs-plan-cancel = Annuler
docs-plan-start = Démarrer

## A run of a model

docs-run = Ce que le modèle ajoute
docs-run-loading = Chrome télécharge son modèle : { $percent } %
# $place is what is asked: this device, or a server.
docs-run-going =
    { $done ->
        [one] { $done } section sur { $all } lue par { $place }
       *[other] { $done } sections sur { $all } lues par { $place }
    }
docs-run-paused =
    { $done ->
        [one] En pause après { $done } section sur { $all }
       *[other] En pause après { $done } sections sur { $all }
    }
docs-run-interrupted =
    { $done ->
        [one] Interrompu après { $done } section sur { $all }
       *[other] Interrompu après { $done } sections sur { $all }
    }
docs-run-stopped =
    { $done ->
        [one] Arrêté après { $done } section sur { $all }
       *[other] Arrêté après { $done } sections sur { $all }
    }
docs-run-finished =
    { $count ->
        [one] { $count } section lue par { $place }
       *[other] { $count } sections lues par { $place }
    }
docs-run-finished-in-part =
    { $count ->
        [one] { $count } section lue par { $place }, { $failed } sans réponse complète
       *[other] { $count } sections lues par { $place }, { $failed } sans réponse complète
    }
docs-run-earlier =
    { $done ->
        [one] Suite d'une exécution antérieure : { $done } section lue sur { $all }
       *[other] Suite d'une exécution antérieure : { $done } sections lues sur { $all }
    }
docs-run-progress = Sections lues
docs-run-pause = Suspendre
docs-run-resume = Reprendre
docs-run-try-again = Réessayer
docs-run-continue = Continuer
docs-run-forget = Effacer
docs-run-forget-about = Efface ce que le modèle a ajouté, ici et dans ce qui est conservé
docs-run-settings = Paramètres
# $failure is a sentence or two: what happened.
docs-run-trying-again = { $failure } Nouvel essai.
docs-run-fault = Le point d'accès indique : { $fault }
docs-run-no-answer = La réponse n'est pas venue.
docs-run-kept = Ce qui a été accepté est conservé.
docs-run-filter = Afficher seulement les opérations où le modèle a ajouté quelque chose
docs-run-added =
    { $operations ->
        [one] { $operations } opération
       *[other] { $operations } opérations
    } et { $details ->
        [one] { $details } détail ajoutés
       *[other] { $details } détails ajoutés
    }
docs-run-added-and-corrected =
    { $operations ->
        [one] { $operations } opération
       *[other] { $operations } opérations
    } et { $details ->
        [one] { $details } détail ajoutés
       *[other] { $details } détails ajoutés
    }, { $corrected ->
        [one] { $corrected } corrigé
       *[other] { $corrected } corrigés
    }
# $money is an amount in whatever currency: $cost is none, little (less than $money) or some.
docs-run-tokens =
    { $count ->
        [one] { $count } jeton
       *[other] { $count } jetons
    }{ $cost ->
        [none] { "" }
        [little] , moins de { $money }
       *[some] , environ { $money }
    }
docs-run-dropped =
    { $count ->
        [one] { $count } écarté
       *[other] { $count } écartés
    }
# Why something was dropped, each after the number of those.
docs-run-dropped-not-found = mots cités qui ne sont pas dans la section
docs-run-dropped-not-said = mots cités qui ne disent pas ce qui est affirmé
docs-run-dropped-malformed = méthode, chemin ou nom absent
docs-run-dropped-of-dropped = partie d'une opération écartée
# For a screen reader.
docs-run-said =
    { $stage ->
        [paused] En pause
        [interrupted] Interrompu
        [stopped] Arrêté
        [finished] Terminé
       *[going] En cours
    }. Le modèle a ajouté { $operations ->
        [one] { $operations } opération
       *[other] { $operations } opérations
    } et { $details ->
        [one] { $details } détail
       *[other] { $details } détails
    }.

## The line at the foot

# Where what is shown comes from. $place is what is asked: this device, or a server.
docs-status-from = Moteur et { $place }
docs-status-going = Les sections vont à { $place }
docs-status-paused = En pause. Rien n'est envoyé.
docs-status-interrupted = { $place } ne répond pas comme prévu
# $count is $number, in bold.
docs-status-additions =
    { $number ->
        [one] { $count } ajout
       *[other] { $count } ajouts
    }
# $count is a number, in bold.
docs-status-tokens = { $count } jetons
# For a screen reader.
docs-status-reading =
    Lecture, { $unit ->
        [page] page
        [section] section
       *[file] fichier
    } { $done } sur { $all }
docs-status-progress =
    { $unit ->
        [page] page
        [section] section
       *[file] fichier
    } { $done } sur { $all }
docs-status-so-far =
    { $count ->
        [one] { $count } opération jusqu'ici
       *[other] { $count } opérations jusqu'ici
    }
docs-status-found =
    { $count ->
        [one] { $count } opération
       *[other] { $count } opérations
    }
docs-status-partial =
    { $count ->
        [one] Arrêté : { $count } opération dans ce qui a été lu
       *[other] Arrêté : { $count } opérations dans ce qui a été lu
    }
docs-status-none = Aucune opération trouvée
docs-status-stopped = Arrêté
# ichiban apidoc is a command.
docs-status-too-much = Trop pour cette page : utiliser ichiban apidoc
# The reader is the part of the page that reads documents. $reason is English.
docs-status-no-reader = Le lecteur n'est pas disponible : { $reason }

## Messages that pass

# $operation is a method and a path.
docs-edit-taken = { $operation } existe déjà.
docs-edit-unfit = Cette modification ne convient pas au document et a été écartée : le nom est peut-être pris ou vide.
docs-copied = Document OpenAPI copié.
docs-saved = { $name } enregistré, { $size }.
docs-folder-unread = Le dossier n'a pas pu être lu. Le déposer de nouveau.
# In the place of a file's name.
docs-pasted = texte collé
# It could not be kept. $error is English.
docs-unkept = Ce que le modèle a ajouté sera perdu avec cet onglet : { $error }.
docs-reader-ended = Le lecteur a été arrêté. Relire les fichiers.
# $refused is an English sentence: why a file was not read.
docs-refused-several =
    { $more ->
        [one] { $refused } Et { $more } autre, sous les opérations.
       *[other] { $refused } Et { $more } autres, sous les opérations.
    }
# What of the documents a request has held, in the list of all requests.
docs-held = une section des documents
