### Diagram: Mermaid text, data and code are drawn as pictures.

## The head of the tool

diagram-title = Diagramme
# The name of a diagram that came from no file.
diagram-untitled = sans titre
diagram-close = Fermer ce diagramme
diagram-examples = Exemples
diagram-compare = Comparer
diagram-compare-earlier = Avec une version antérieure
diagram-compare-earlier-about = ce qui a été ajouté, supprimé, modifié
diagram-compare-mermaid = Avec mermaid.js
diagram-compare-mermaid-about = les deux images de ce texte
diagram-copy = Copier
diagram-export = Exporter

## The menus Export and Copy: the name of a way, and below it what it is good for

diagram-export-svg-about = net à toutes les tailles
diagram-export-svg-transparent = SVG, transparent
diagram-export-transparent-about = rien derrière le diagramme
diagram-export-png-1-about = aussi grand qu'à l'écran
diagram-export-png-2-about = pour les écrans haute résolution
diagram-export-png-3-about = pour des diapositives
diagram-export-png-4-about = pour l'impression
diagram-export-png-transparent = PNG 2×, transparent
diagram-export-text = Texte
diagram-export-text-about = le diagramme en .mmd
diagram-export-print = Imprimer…
diagram-export-print-about = en noir et blanc
diagram-copy-picture = Image
diagram-copy-picture-about = PNG, pour messageries et documents
diagram-copy-svg-about = en texte
diagram-copy-markdown-about = le texte dans un bloc de code
diagram-copy-link = Lien
diagram-copy-link-about = une adresse qui contient le texte
diagram-copied =
    { $what ->
        [link] Lien copié.
        [markdown] Markdown copié.
       *[svg] SVG copié.
    }
diagram-copied-picture = Image copiée.
# $name is that of a file, $size its size.
diagram-saved = { $name } enregistré, { $size }.
diagram-export-none = Il n'y a pas encore d'image.
diagram-export-older = Ceci est l'image d'un texte antérieur : celui de l'éditeur ne peut pas être dessiné.
# What a screen reader calls the picture that is printed.
diagram-printed = Le diagramme

## The options above the picture

diagram-lead = Du texte Mermaid, des données ou du code en entrée ; une image en sortie, au fil de la frappe. Ce qui ne se lit pas est corrigé quand c'est sans risque.
diagram-options = Options
# Which of the two panes, text or picture, a phone shows.
diagram-in-view = Affiché
diagram-text = Texte
diagram-picture = Image
diagram-theme = Thème
diagram-theme-about = Les couleurs de l'image
diagram-theme-of-page = Comme la page
# Before a list of kinds of sources, such as SQL.
diagram-from = Depuis
diagram-from-about = Ce qu'est la source
diagram-from-detect = Détecter
diagram-from-detected = { $source }, détecté

## The invitation, before there is a diagram

diagram-empty-open = Ouvrir des fichiers
diagram-empty-write = En écrire un ici
diagram-files-to-draw = Fichiers à dessiner
diagram-empty-note = Plusieurs fichiers d'un même type deviennent un seul diagramme.
# $head is diagram-empty-mended-head, in bold.
diagram-empty-mended = { $head } : les erreurs des modèles et des humains sont trouvées avec leur ligne, et corrigées quand le sens n'en change pas.
diagram-empty-mended-head = Corrigé
# $head is diagram-empty-taken-away-head, in bold.
diagram-empty-taken-away = { $head } : SVG dont le texte reste du texte, PNG, Markdown, lien, papier. Sinon, l'image ne quitte jamais cet onglet.
diagram-empty-taken-away-head = À emporter
# $all is a button: diagram-empty-all-examples.
diagram-empty-all = { $all } : chaque type de diagramme et chaque type de source, pour commencer.
diagram-empty-all-examples = Les { $count } exemples

## The pane of the text

# What a screen reader calls the editor.
diagram-editor = Texte du diagramme
diagram-editor-failed = L'éditeur n'a pas pu être chargé. Le diagramme est ouvert et dessiné malgré tout.
diagram-format = Formater
diagram-format-about = Indentation et espaces dans un même style ; le diagramme dit la même chose
diagram-formatted = Formaté. « Annuler » dans l'éditeur permet de revenir en arrière.
diagram-formatted-already = Le texte suit déjà ce style.
# The tab of the text that the diagram is made of.
diagram-source = Source
diagram-source-file = Fichier de la source
diagram-in-editor = Dans l'éditeur
diagram-undo = Annuler
diagram-fix = Corriger
diagram-fix-in-part = Corriger en partie
# Beside the button that fixes: how much it would change.
diagram-fix-changes =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
# $change is a sentence in English.
diagram-fix-change = Ligne { $line } : { $change }
diagram-fixed-by =
    { $count ->
        [one] Corrigé par { $count } modification
       *[other] Corrigé par { $count } modifications
    }
diagram-fixed-changes = Modifications de la correction
diagram-fixed-line = ligne { $line }
# Before a sentence in English that says what is wrong there.
diagram-place = Ligne { $line }, colonne { $column } :
diagram-lost-stopped = Arrêté. Modifier le texte pour le dessiner.
diagram-lost-too-long = Le calcul de la disposition a pris plus de 10 secondes et a été arrêté pour que la page reste rapide. Retirer des arêtes, diviser le diagramme, ou le dessiner dans un terminal : ichiban mermaid render.
diagram-lost-too-much = Le calcul de la disposition demande plus de temps ou de mémoire que la page n'en a, et a été arrêté. Retirer des arêtes, ou diviser le diagramme.
diagram-lost-no-engine = Le moteur n'a pas pu démarrer : { $reason }. Recharger la page.
diagram-unanswered = Le moteur a été arrêté avant de répondre. Réessayer.
diagram-unfound = L'endroit où cela est écrit n'a pas été trouvé dans le texte.
# Between the text and the picture, to a screen reader.
diagram-width = Largeur du texte

## What a diagram is made of

diagram-files =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
# A file without a name, by its place among others.
diagram-file = fichier { $number }
# Sentences in English follow.
diagram-left-out = Absent du diagramme :
diagram-is-one = C'est un diagramme
diagram-is-one-about = Lire le texte comme du Mermaid
diagram-source-stopped = Arrêté. Modifier la source ou les options pour la relire.
diagram-source-too-much = Lire cette source demande plus de temps ou de mémoire que la page n'en a, et a été arrêté. N'en prendre qu'une partie, ou utiliser l'outil en ligne de commande : ichiban mermaid from.
diagram-made-anew = Le diagramme a été refait à partir de la source. Dans son onglet, « Annuler » rétablit vos modifications.

## The pane of the picture

diagram-picture-older = D'un texte antérieur
diagram-size = Taille
# In brackets stands the key that does the same, here and below.
diagram-smaller = Réduire
diagram-smaller-about = Réduire (−)
diagram-own-size = Taille réelle (1)
diagram-larger = Agrandir
diagram-larger-about = Agrandir (+)
diagram-fit = Ajuster
diagram-fit-about = En entier (0)
diagram-present = Présenter
diagram-present-about = L'image seule, en plein écran
diagram-present-end = Terminer la présentation
diagram-present-end-about = Terminer la présentation (Esc)
diagram-find = Rechercher (/)
diagram-find-about = Rechercher dans l'image
diagram-find-none = aucun
diagram-find-place = { $place } sur { $total }
# What a screen reader says of the picture.
diagram-stage = Diagramme. Les flèches le déplacent, plus et moins changent sa taille, 0 l'ajuste, la barre oblique lance la recherche, Enter modifie le libellé sélectionné.
# What is written in a part of the picture, to a screen reader.
diagram-label = Libellé
diagram-unshown = Le navigateur n'a pas pu afficher l'image. Elle peut tout de même être enregistrée.
diagram-drawing = Dessin…
diagram-no-picture-blank = Écrire un diagramme : il est dessiné au fil de la frappe.
diagram-no-picture-wrong = Il n'y a pas encore d'image : le volet du texte dit pourquoi.
diagram-no-picture-asking = Il est dessiné à mesure qu'il arrive.
diagram-no-picture-elsewhere = Chargement de mermaid.js, qui le dessine…

## The comparison with another diagram

diagram-compare-title = Comparer avec
diagram-compare-about = La version antérieure de ce diagramme. Ce qui a été ajouté, supprimé et modifié depuis est énuméré, et marqué dans l'image.
diagram-compare-text = Version antérieure
diagram-compare-file = Version antérieure sous forme de fichier
diagram-comparing = Comparaison…
diagram-not-compared = Non comparé
diagram-no-differences = Aucune différence
diagram-differences = Différences
diagram-differences-count =
    { $count ->
        [one] { $count } différence
       *[other] { $count } différences
    }
# After how many differences there are: from which file.
diagram-differences-from = par rapport à { $name }
diagram-differences-first = Les { $count } premières sont énumérées.
diagram-differences-none = Les deux disent la même chose, quelle que soit l'écriture.
diagram-compare-end = Terminer la comparaison
# Before what was added, removed or changed, in a narrow column.
diagram-added = ajouté
diagram-removed = supprimé
diagram-changed = modifié

## Beside the picture of mermaid.js

diagram-beside-title = Comparé à mermaid.js
diagram-beside-own = Le diagramme, dessiné par Ichiban
diagram-beside-theirs = Le diagramme, dessiné par mermaid.js
diagram-beside-about = mermaid.js s'exécute dans un cadre à part, qui n'accède à rien. Chaque durée est celle d'un seul dessin, sans ce qui est chargé avant.
# $message is a sentence in English.
diagram-beside-wrong = Ligne { $line }, colonne { $column } : { $message }
diagram-beside-blank = Il n'y a pas de texte.
diagram-beside-unshown = Le navigateur n'a pas pu afficher l'image.

## mermaid.js, which draws what the engine cannot

diagram-elsewhere-slow = Chargement de mermaid.js, qui dessine…
# $reason is a sentence in English: why the engine could not. $words say why mermaid.js could not.
diagram-elsewhere-failed = { $reason } mermaid.js n'a pas pu le dessiner non plus : { $words }
diagram-elsewhere-unshown = Son dessin ne peut pas être affiché. { $reason }
diagram-elsewhere-unanswered = Le moteur a été arrêté avant de répondre.
diagram-mermaid-not-loaded = mermaid.js n'a pas pu être chargé. Y a-t-il une connexion ?
diagram-mermaid-too-long = mermaid.js a mis plus de { $seconds } secondes et a été arrêté.
diagram-mermaid-nothing = mermaid.js n'a rien répondu qui puisse être affiché.
diagram-mermaid-stopped = mermaid.js a été arrêté.

## A link within the diagram

diagram-leave-title = Quitter cette page ?
# An address follows, on a line of its own.
diagram-leave-where = Le diagramme renvoie à
diagram-leave-stay = Rester
diagram-leave-open = Ouvrir dans un nouvel onglet

## Asking a model

diagram-ask = Demander à un modèle
diagram-ask-field = Décrire un diagramme, ou une modification
diagram-ask-example = Décrire un diagramme : « le trajet d'un colis de la boutique à ma porte »
diagram-ask-change-example = Décrire une modification : « ajouter une nouvelle tentative après l'échec du paiement »
diagram-ask-going = En cours…
diagram-ask-change = Modifier
diagram-ask-draw = Dessiner
diagram-ask-connect = Connecter un modèle
diagram-ask-unconnected = Aucun modèle n'est connecté. Tout le reste ici fonctionne sans.
# What goes along with the person's words: the diagram, a text, its source or its sources, or the diagram with them.
# $size is empty or diagram-ask-size, with the space before it.
diagram-ask-sends =
    { $what ->
        [with-sources] Envoie votre description, le diagramme et ses sources{ $size } à { $place }.
        [with-source] Envoie votre description, le diagramme et sa source{ $size } à { $place }.
        [diagram] Envoie votre description et le diagramme à { $place }.
        [sources] Envoie votre description et les sources{ $size } à { $place }.
        [source] Envoie votre description et la source{ $size } à { $place }.
        [text] Envoie votre description et le texte{ $size } à { $place }.
       *[words] Envoie votre description à { $place }.
    }
diagram-ask-reads =
    { $what ->
        [with-sources] Réponse sur cet appareil : rien n'en sort. Lit votre description, le diagramme et ses sources{ $size }.
        [with-source] Réponse sur cet appareil : rien n'en sort. Lit votre description, le diagramme et sa source{ $size }.
        [diagram] Réponse sur cet appareil : rien n'en sort. Lit votre description et le diagramme.
        [sources] Réponse sur cet appareil : rien n'en sort. Lit votre description et les sources{ $size }.
        [source] Réponse sur cet appareil : rien n'en sort. Lit votre description et la source{ $size }.
        [text] Réponse sur cet appareil : rien n'en sort. Lit votre description et le texte{ $size }.
       *[words] Réponse sur cet appareil : rien n'en sort. Lit votre description.
    }
diagram-ask-size = { " " }({ $size })
# In the ledger of what was sent: what of the input a request held.
diagram-ledger-held = la description et la source du diagramme

## How asking ended. $came says whether some of the answer, or none of it, had come

diagram-end-mended =
    { $count ->
        [one] { $count } erreur du modèle corrigée.
       *[other] { $count } erreurs du modèle corrigées.
    }
diagram-end-unchanged = Le modèle n'a rien changé.
diagram-end-unchanged-hint = Reformuler la demande.
diagram-end-stopped =
    { $came ->
        [some] Arrêté. Ce qui est arrivé est gardé.
       *[none] Arrêté. Rien n'était encore arrivé.
    }
diagram-end-too-long = La réponse a atteint sa limite et a été coupée. Ce qui est arrivé est gardé.
diagram-end-too-long-hint = Demander un diagramme plus petit, ou un modèle qui peut écrire davantage.
diagram-end-cut-off = La réponse s'est arrêtée au milieu.
diagram-end-cut-off-hint =
    { $came ->
        [some] Réessayer. Ce qui est arrivé est gardé.
       *[none] Réessayer. Rien n'était encore arrivé.
    }
# $hint is a sentence: what to do about a failure.
diagram-end-failed-hint =
    { $came ->
        [some] { $hint } Ce qui est arrivé est gardé.
       *[none] { $hint } Rien n'était encore arrivé.
    }
diagram-end-broken = Le modèle a été sollicité deux fois, et ce qu'il a écrit n'est pas un diagramme.
diagram-end-broken-change = Votre diagramme est inchangé.
diagram-end-broken-open = Ouvrir ce qu'il a écrit
diagram-end-broken-diagram = Ce qu'il a écrit est dans l'éditeur, avec ses erreurs.
diagram-end-declined = Le modèle a refusé de répondre.
diagram-end-declined-saying = Le modèle a refusé : { $words }
diagram-end-accepted = La modification est dans le diagramme.
diagram-change-undone = La modification a été annulée.

## What a model would change

diagram-proposed = Modifications proposées
diagram-proposed-changes =
    { $count ->
        [one] Proposition : { $count } modification
       *[other] Proposition : { $count } modifications
    }
diagram-proposed-same = Proposition : la même chose, réécrite
# It is not known what differs.
diagram-proposed-unknown = Proposition
diagram-proposed-partial = jusqu'où c'est arrivé ; le reste est inchangé
diagram-proposed-unread = Le diagramme d'origine ne peut pas être lu : on ne sait donc pas ce qui diffère. L'image montre ce qui est proposé.
diagram-discard = Rejeter
diagram-accept = Accepter

## The status line

diagram-status-elsewhere = Dessiné par mermaid.js, ici. Rien ne quitte cet onglet.
# After a time, such as “38 ms”: where it was spent.
diagram-status-in-mermaid = dans mermaid.js
# $place is where a model was asked: a host, or a device.
diagram-status-from = Réponse : { $place }
diagram-status-loading = Chrome télécharge son modèle : { $percent } %
# $reason is a sentence: what went wrong.
diagram-status-waiting = { $reason } Nouvel essai.
diagram-status-asking = Demande à { $place }…
diagram-status-undrawn = Réponse : { $place }. La disposition est longue à calculer : le dessin se fera une fois tout reçu.
diagram-status-second = Réponse : { $place }, relancé pour corriger une erreur
# $number is a number in bold, $unit the unit of a time.
diagram-status-first-token = { $number } { $unit } jusqu'au 1er jeton
diagram-status-first-paint = { $number } { $unit } jusqu'au 1er affichage
# Tokens in a second.
diagram-status-speed = { $number } jetons/s
diagram-status-tokens = { $number } jetons
# How often a diagram was drawn that grew. $number is $count in bold.
diagram-status-frames =
    { $count ->
        [one] { $number } image dessinée
       *[other] { $number } images dessinées
    }
diagram-status-drawing-elsewhere = mermaid.js dessine…
diagram-status-drawn = Dessiné
diagram-status-drawn-by = Dessiné par mermaid.js { $version }
diagram-status-unmade = Aucun diagramme tiré de cette source
diagram-status-wrong = Pas encore un diagramme
diagram-status-too-large = Trop grand pour être dessiné
diagram-status-undrawable = Non dessiné

## What a screen reader is told

diagram-drawing-stopped = Le dessin a été arrêté.
diagram-said-drawn = Le diagramme est dessiné.
diagram-said-undrawn = Le diagramme ne peut pas être dessiné. La dernière image reste.
diagram-said-elsewhere = mermaid.js dessine le diagramme.
diagram-said-unmade = Aucun diagramme n'a pu être tiré de la source.
diagram-said-fixed = Corrigé.
diagram-said-unfixed = La correction a été annulée.
diagram-said-asking = Demande à { $place }.
diagram-said-changed = Le diagramme modifié est là : à vous de décider.
diagram-said-whole = Le diagramme est complet.
diagram-said-stopped = Arrêté.
diagram-said-too-long = La réponse a été coupée.
diagram-said-broken = Ce que le modèle a écrit n'est pas un diagramme.
diagram-said-declined = Le modèle a refusé.
diagram-said-accepted = Accepté.
diagram-said-discarded = Rejeté.

## The kinds of diagrams, in the gallery and in the editor

diagram-kind-flowchart = Logigramme
diagram-kind-sequence = Séquence
diagram-kind-class = Classes
diagram-kind-state = États
diagram-kind-er = Entité-association
diagram-kind-gitgraph = Graphe Git
diagram-kind-architecture = Architecture
diagram-kind-c4 = Contexte C4
diagram-kind-c4-container = Conteneur C4
diagram-kind-block = Blocs
diagram-kind-packet = Paquet
diagram-kind-requirement = Exigences
diagram-kind-gantt = Gantt
diagram-kind-timeline = Chronologie
diagram-kind-journey = Parcours utilisateur
diagram-kind-kanban = Kanban
diagram-kind-pie = Secteurs
diagram-kind-xychart = Graphique XY
diagram-kind-quadrant = Quadrants
diagram-kind-sankey = Sankey
diagram-kind-radar = Radar
diagram-kind-treemap = Treemap
diagram-kind-mindmap = Carte mentale
# Kinds of sources. Others go by the names of formats.
diagram-source-state-table = Table d'états
diagram-source-stack-trace = Trace d'appels
diagram-source-log = Journal

## The gallery of examples: its groups, and what each example shows

diagram-group-software = Logiciel
diagram-group-time = Temps et travail
diagram-group-numbers = Chiffres
diagram-group-ideas = Idées
diagram-group-data = Depuis des données
diagram-group-code = Depuis du code
diagram-group-projects = Depuis des projets
diagram-group-text = Depuis du texte
diagram-example-flowchart = Une mise en production, avec ses décisions
diagram-example-sequence = Connexion par courriel, avec alternatives
diagram-example-class = Commandes et paiements
diagram-example-state = Du brouillon à l'archive
diagram-example-er = Réservations d'un hôtel
diagram-example-gitgraph = Une fonctionnalité, une fusion, un correctif
diagram-example-architecture = Services et stockages dans un cloud
diagram-example-c4 = Personnes et systèmes
diagram-example-block = Une disposition en colonnes
diagram-example-packet = L'en-tête de TCP
diagram-example-requirement = Ce qui satisfait quoi
diagram-example-gantt = Une mise en production en six semaines
diagram-example-timeline = Comment le web a grandi
diagram-example-journey = Louer un vélo
diagram-example-kanban = Un tableau
diagram-example-pie = Où une requête passe son temps
diagram-example-xychart = Inscriptions par mois
diagram-example-quadrant = Que construire ensuite
diagram-example-sankey = Du visiteur au client
diagram-example-radar = Deux bases de données
diagram-example-treemap = Ce que contient un bundle
diagram-example-mindmap = Intégration d'une recrue
diagram-example-json = Sa structure en classes
diagram-example-json-schema = Types et références
diagram-example-openapi = Schémas et opérations
diagram-example-graphql = Types d'un schéma
diagram-example-protobuf = Messages et services
diagram-example-sql = Tables, clés et cardinalité
diagram-example-prisma = Modèles et relations
diagram-example-csv = Un graphique de ses colonnes
diagram-example-state-machine = Une machine à états
diagram-example-classes = Classes et appels
diagram-example-rust = Types, traits et appels
diagram-example-go = Types, interfaces et appels
diagram-example-cargo = Paquets et dépendances
diagram-example-dependencies = Dépendances
diagram-example-go-mod = Modules
diagram-example-docker-compose = Services, réseaux, volumes
diagram-example-kubernetes = Ce qui sélectionne et monte quoi
diagram-example-terraform = Ressources et références
diagram-example-github-actions = Des jobs et ce qu'il leur faut
diagram-example-gitlab-ci = Étapes et jobs
diagram-example-git-log = Branches et fusions
diagram-example-calls = Des appels, en séquence
diagram-example-markdown = Son plan en carte mentale
diagram-example-unfetched = L'exemple n'a pas pu être chargé. Réessayer.

## Settings of what a diagram is made of: a label of a word, what it does, and some of what may be chosen

diagram-setting-arguments = Arguments
diagram-setting-arguments-about = Ce que les champs prennent
diagram-setting-arguments-shown = affichés
diagram-setting-arguments-hidden = masqués
# How much is told of each node.
diagram-setting-detail = Détail
diagram-setting-detail-about = Ce qui est dit de chaque nœud : tous les membres, les clés et ce qui est public, ou son nom
diagram-setting-detail-full = tout
diagram-setting-detail-keys = clés
diagram-setting-detail-names = noms
diagram-setting-gitlab-ci-detail-about = Ce qui est dit de chaque boîte : ce qu'elle est, ce qu'elle exécute aussi, ou son nom
diagram-setting-kubernetes-detail-about = Ce qui est dit de chaque boîte : ce qu'elle est, ce qu'elle exécute aussi, ou son nom
diagram-setting-direction = Sens
diagram-setting-direction-about = Où mènent les arêtes : de haut en bas, de gauche à droite, ou l'inverse
diagram-setting-direction-auto = auto
diagram-setting-exclude = Exclure
diagram-setting-exclude-about = Aucun nœud portant ces noms, séparés par des virgules ; `*` remplace n'importe quel texte
diagram-setting-csv-exclude-about = Aucune ligne dont une cellule a l'un de ces textes, séparés par des virgules ; `*` remplace n'importe quel texte
diagram-setting-git-log-exclude-about = Aucune branche portant ces noms, sauf la première, d'où partent les autres ; `*` remplace n'importe quel texte
diagram-setting-markdown-exclude-about = Aucun titre ni élément ayant ces textes, ni ce qui se trouve dessous, séparés par des virgules ; `*` remplace n'importe quel texte
diagram-setting-group = Groupes
diagram-setting-group-about = Encadrer ce qui va ensemble, ne pas l'encadrer, ou le dessiner d'un seul tenant
diagram-setting-group-auto = auto
diagram-setting-group-frame = cadre
diagram-setting-group-none = aucun
diagram-setting-group-collapse = réunir
diagram-setting-graphql-group-about = Pour ce qui commence par le même mot ou sert au même : dessiné d'un seul tenant si le tout serait trop, encadré, jamais, ou toujours d'un seul tenant
diagram-setting-json-schema-group-about = Pour ce qui commence par le même mot ou sert au même : dessiné d'un seul tenant si le tout serait trop, encadré, jamais, ou toujours d'un seul tenant
diagram-setting-openapi-group-about = Pour ce qui commence par le même mot ou sert au même : dessiné d'un seul tenant si le tout serait trop, encadré, jamais, ou toujours d'un seul tenant
diagram-setting-prisma-group-about = Pour les tables d'un même schéma ou dont les noms commencent par le même mot : dessinées d'un seul tenant si le tout serait trop, jamais, ou toujours
diagram-setting-sql-group-about = Pour les tables d'un même schéma ou dont les noms commencent par le même mot : dessinées d'un seul tenant si le tout serait trop, jamais, ou toujours
diagram-setting-include = Inclure
diagram-setting-include-about = Seulement les nœuds portant ces noms, séparés par des virgules ; `*` remplace n'importe quel texte
diagram-setting-csv-include-about = Seulement les lignes dont une cellule a l'un de ces textes, séparés par des virgules ; `*` remplace n'importe quel texte
diagram-setting-git-log-include-about = Outre la première, seulement les branches portant ces noms, séparés par des virgules ; `*` remplace n'importe quel texte
diagram-setting-markdown-include-about = Seulement les titres et éléments ayant ces textes, avec ce qui est au-dessus et en dessous, séparés par des virgules ; `*` remplace n'importe quel texte
# Of a log: info, warning, error.
diagram-setting-level = Niveau
diagram-setting-level-about = Le niveau le plus bas qui est dessiné
diagram-setting-level-all = tous
diagram-setting-limit = Limite
diagram-setting-limit-about = Le nombre maximal d'arêtes, de messages, de branches ou de lignes dessinés, jusqu'à 500
diagram-setting-lists = Listes
diagram-setting-lists-about = Dessiner aussi les éléments des listes
diagram-setting-lists-shown = affichées
diagram-setting-lists-hidden = masquées
# What a package needs.
diagram-setting-needs = Besoins
diagram-setting-needs-about = Ce qu'il faut pour exécuter, ou aussi pour développer, compiler et tester
diagram-setting-needs-all = tout
diagram-setting-needs-run = exécution
diagram-setting-operation = Opération
diagram-setting-operation-about = Seulement les opérations ayant ces identifiants, étiquettes ou chemins, séparés par des virgules
diagram-setting-request = Requête
diagram-setting-request-about = Seulement les lignes de cet identifiant de requête, de trace ou de corrélation
diagram-setting-steps = Étapes
diagram-setting-steps-about = Dessiner aussi les étapes de chaque job
diagram-setting-title = Titre
diagram-setting-title-about = Le titre du graphique
# Of Terraform.
diagram-setting-values = Valeurs
diagram-setting-values-about = Variables, valeurs locales et sorties
diagram-setting-values-shown = affichées
diagram-setting-values-hidden = masquées
diagram-setting-versions = Versions
diagram-setting-versions-about = Écrire les versions nécessaires
# As what it is drawn. `auto` and `calls` are the choices below; the others are words of Mermaid.
diagram-setting-view = Vue
diagram-setting-view-about = Les classes, ou quelle fonction appelle laquelle ; « auto » dessine les classes s'il y en a
diagram-setting-view-auto = auto
diagram-setting-view-calls = appels
diagram-setting-csv-view-about = Le graphique ; « auto » le déduit des colonnes
diagram-setting-json-view-about = Les classes des objets, ou le document comme carte mentale
diagram-setting-openapi-view-about = Les classes des schémas, ou ce qui se passe dans chaque opération
# Of Docker Compose.
diagram-setting-volumes = Volumes
diagram-setting-volumes-about = Volumes nommés
diagram-setting-volumes-shown = affichés
diagram-setting-volumes-hidden = masqués
