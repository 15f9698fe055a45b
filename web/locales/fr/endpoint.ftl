### The settings of models: the endpoint that is asked, its key, limits, what was sent, and models on this device.

## The form of the endpoint

endpoint-head = Point d'accès du modèle
# The head above what is set of the page itself, and not of models.
endpoint-this-page = Cette page
endpoint-about = Tout serveur qui parle l'un de ces protocoles. Les requêtes vont directement de cette page au serveur : il n'y a rien entre les deux.
endpoint-fill-in = Remplir
# Names of servers follow.
endpoint-fill-in-for = Remplir pour
endpoint-address = Adresse
# The protocol that the server speaks.
endpoint-wire = Protocole
# A dialect of the protocol Chat Completions. $server is a name such as OpenRouter.
endpoint-wire-dialect = Chat Completions à la manière de { $server }
endpoint-key = Clé
# In the empty field of the key.
endpoint-key-none-needed = inutile sur cette machine
endpoint-save = Enregistrer
endpoint-saving = Enregistrement…
endpoint-test = Tester
# The key stays encrypted in the browser, and is forgotten in this tab.
endpoint-lock = Verrouiller la clé
endpoint-remove = Supprimer

## Where requests go. $host is an address such as api.openai.com

endpoint-goes-to-page = Rien ne quitte cet appareil. Le modèle démarre à la première question, ce qui prend quelques secondes.
endpoint-goes-to-browser = Rien ne quitte cet appareil. La première fois, Chrome devra peut-être télécharger le modèle.
endpoint-goes-to-address = Rien ne quitte cet onglet avant la traduction. Les textes à traduire sont alors envoyés à l'adresse ci-dessus.
endpoint-goes-to-machine = Lors de la traduction, les textes sont envoyés à { $host }, sur cette machine. Ils ne la quittent pas.
endpoint-goes-to-host = Lors de la traduction, les textes et cette clé sont envoyés à { $host }. Rien n'est envoyé ailleurs.
# Two sentences: $place is one of these above, $why one of these below.
endpoint-goes-and-why = { $place } { $why }
endpoint-http-by-wire = Seul OpenAI Responses a un WebSocket : ce protocole passe par HTTP.
endpoint-http-by-key = Une page ne peut pas envoyer de clé par WebSocket : avec une clé, elle passe par HTTP.

## The model's name, and the list of those that the endpoint has

endpoint-model = Modèle
# In the empty field.
endpoint-model-as-named = tel que le point d'accès le nomme
endpoint-models-show = Lister les modèles
endpoint-models-hide = Masquer la liste
endpoint-models-list = Noms à ce point d'accès
endpoint-models-asking = Demande de la liste…
endpoint-models-none = Aucun modèle dans sa liste. Saisir le nom à la main.
endpoint-models-there =
    { $count ->
        [one] { $count } modèle disponible.
       *[other] { $count } modèles disponibles. Saisir du texte pour en trouver un.
    }
endpoint-models-more = { $count } de plus : saisir du texte pour les trouver
# How much a model can read. $tokens is a short number, such as 128k.
endpoint-model-context = { $tokens } jetons

## The test of the endpoint

endpoint-test-asking = Demande d'un seul mot…
endpoint-test-answers = Il répond.
endpoint-test-answers-as = Il répond, sous le nom { $model }.
endpoint-test-unlisted = Sa liste de modèles ne contient pas « { $model } ».
# $near are names that are like it.
endpoint-test-unlisted-near = Sa liste de modèles ne contient pas « { $model } ». Elle contient { $near }.

## Where the settings are kept: three ways, each with what that means

endpoint-keep = Conserver ces paramètres, clé comprise
endpoint-keep-choice = Conserver ce choix
endpoint-keep-in-tab = pour cet onglet
endpoint-keep-in-tab-about = jusqu'à sa fermeture
endpoint-keep-in-browser = dans ce navigateur
endpoint-keep-in-browser-about = jusqu'à leur suppression ; quiconque utilise ce navigateur peut lire la clé
endpoint-keep-choice-in-browser-about = jusqu'à sa suppression
endpoint-keep-sealed = dans ce navigateur, clé chiffrée
endpoint-keep-sealed-about = une phrase secrète la déverrouille, une fois par onglet
endpoint-passphrase = Phrase secrète
# In the empty field: the passphrase stays the one before.
endpoint-passphrase-as-it-was = inchangée
endpoint-passphrase-about = Plusieurs mots valent mieux qu'un. Personne ne peut la retrouver ; la clé peut être saisie à nouveau.
endpoint-passphrase-too-short = Saisir une phrase secrète d'au moins { $count } caractères.

## The encrypted key

# $place is a host in bold.
endpoint-unlock-about = La clé pour { $place } est chiffrée dans ce navigateur. Elle est déverrouillée pour cet onglet, jusqu'à ce qu'il soit fermé, rechargé ou verrouillé.
endpoint-unlock = Déverrouiller
endpoint-unlocking = Déverrouillage…
endpoint-unlocked = La clé est déverrouillée.
endpoint-use-another = Utiliser un autre point d'accès
endpoint-forget-key = Effacer la clé
endpoint-key-forgotten = Il n'y a plus de clé chiffrée : un autre onglet l'a effacée.
endpoint-vault-wrong-passphrase = Ce n'est pas la phrase secrète avec laquelle la clé a été chiffrée. Réessayer, ou effacer la clé.
endpoint-vault-later-version = Une version plus récente de cette page a chiffré la clé : recharger la page.
endpoint-vault-unreadable = Ce qui est conservé à la place de la clé est illisible. L'effacer et saisir la clé à nouveau.
endpoint-vault-insecure = Le navigateur ne chiffre que sur les pages venues en https ou de cette machine.
endpoint-browser-refused = Le navigateur a refusé, sans dire pourquoi.

## Signing in with OpenRouter, in place of a key that is entered

endpoint-sign-in = Se connecter avec OpenRouter
endpoint-sign-in-about = L'autorisation se donne là-bas ; au retour, cette page a sa propre clé, conservée selon le choix ci-dessous.
endpoint-sign-in-fetching = Récupération de la clé auprès d'OpenRouter…
endpoint-sign-in-by-hand = Saisir une clé à la main.
endpoint-sign-in-insecure = La connexion exige une page venue en https ou de cette machine.
endpoint-signed-in = Connecté. La clé est conservée selon le choix fait ; choisir un modèle, ou laisser faire OpenRouter.
endpoint-signed-in-passphrase = Connecté. Saisir la phrase secrète qui chiffrera la clé, puis enregistrer.
# $reason is what the browser says, in English.
endpoint-signed-in-unkept = Connecté, mais la clé n'est pas conservée : { $reason }.
endpoint-signed-in-unkept-about = Elle fonctionne jusqu'à la fermeture de cette page.

## Another model for a tool

endpoint-tool-models = Un autre modèle pour un outil
endpoint-tool-models-about = À ce point d'accès. Un champ vide désigne le modèle ci-dessus.

## Limits of what models may cost

endpoint-limits = Limites
endpoint-limits-dollars = dollars US
endpoint-limits-tokens = jetons
# The limit of one run, and of all of a day: heads of the rows below the two above.
endpoint-limits-run = par exécution
endpoint-limits-day = par jour
# In an empty field: there is no limit.
endpoint-limit-none = aucune
endpoint-limit-run-dollars = Maximum de dollars US par exécution
endpoint-limit-run-tokens = Maximum de jetons par exécution
endpoint-limit-day-dollars = Maximum de dollars US par jour
endpoint-limit-day-tokens = Maximum de jetons par jour
endpoint-limit-wrong = Une limite est un montant, comme 0.50 ou 20000 ; vide signifie aucune.
endpoint-limits-about = L'exécution s'arrête là, et rien n'est envoyé au-delà. Quand le prix d'un modèle n'est pas connu, seuls les jetons peuvent être comptés. Les modèles de cette machine ne coûtent rien.

## Recordings of runs

endpoint-replay = Rejouer un enregistrement
endpoint-replay-about = Une exécution enregistrée répond à la place d'un modèle : sans clé, sans réseau. En enregistrer une ci-dessous, dans la liste des requêtes, puis demander dans l'outil d'où elle vient.
# $file is a name in bold, $stop a link that says endpoint-stop-replaying.
endpoint-replaying = { $file } répond à tout ce qui est demandé à un modèle. Rien n'est envoyé. { $stop }
endpoint-stop-replaying = Arrêter de rejouer
endpoint-recording = Enregistrement
endpoint-recording-answers = L'enregistrement répond à ce qui sera demandé ensuite.
# The name of the model of a recording that names none.
endpoint-recording-model = enregistrement
# How fast it plays: four ways.
endpoint-pace = Rythme
endpoint-pace-own = à son propre rythme
endpoint-pace-four = quatre fois plus vite
endpoint-pace-sixteen = seize fois plus vite
endpoint-pace-at-once = d'un seul coup
# $reason is in English.
endpoint-no-recording = { $file } n'est pas un enregistrement de cette page : { $reason }.
endpoint-empty-recording = { $file } ne contient aucun enregistrement.
endpoint-run-gone = Cette exécution n'est plus gardée : seules les dernières de cet onglet le sont.
endpoint-run-saved = Enregistré sous { $file }. Le fichier contient les questions et les réponses, aucune clé du point d'accès ; ce qui ressemble à un secret est masqué. À relire avant de le transmettre.

## What was sent to models

# $summary is one of the two below, in small print, or endpoint-sent-nothing.
endpoint-sent = Envoyé depuis ce navigateur { $summary }
endpoint-sent-nothing = rien
# $count counts requests; $tokens is a number, with ≈ before an estimate.
endpoint-sent-summary =
    { $count ->
        [one] { $count } requête, { $tokens } jetons, { $cost }
       *[other] { $count } requêtes, { $tokens } jetons, { $cost }
    }
endpoint-sent-summary-unpriced =
    { $count ->
        [one] { $count } requête, { $tokens } jetons, { $cost } plus celles au prix inconnu
       *[other] { $count } requêtes, { $tokens } jetons, { $cost } plus celles au prix inconnu
    }
endpoint-sent-none = Rien pour l'instant. Chaque requête à un modèle figurera ici : quand, à qui, combien, et ce qu'elle contenait de vos données.
endpoint-sent-filter = Filtrer
endpoint-sent-filter-about = Filtrer les requêtes
endpoint-sent-copy = Copier le JSON
endpoint-sent-copied = Copié en JSON.
endpoint-sent-download = Télécharger en CSV
endpoint-sent-forget = Effacer
endpoint-sent-list = Requêtes, les plus récentes d'abord
endpoint-sent-none-found = Aucune requête ne contient ces mots.
# $reason is what the browser says, in English.
endpoint-sent-unkept = Non conservé après cet onglet : { $reason }.
endpoint-sent-unfetched = Non conservé après cet onglet : la partie de la page qui les conserve n'a pas pu être récupérée.

# The facts of a request, with dots between.
endpoint-sent-bytes = { $count } octets
endpoint-sent-tokens = { $input } en entrée, { $output } en sortie
endpoint-sent-no-price = prix inconnu
# $time is a span, such as 38 ms.
endpoint-sent-byte = { $time } jusqu'au premier octet
endpoint-sent-token = { $time } jusqu'au premier jeton
endpoint-sent-paint = { $time } jusqu'au premier affichage
# Tokens in a second.
endpoint-sent-rate = { $rate } jetons/s
endpoint-sent-save = Enregistrer l'exécution
# What was in a request of these settings.
endpoint-sent-test = une question de test, aucune de vos données
endpoint-sent-models = la liste des modèles, aucune de vos données
# How a request ended.
endpoint-sent-complete = complète
endpoint-sent-length = limite de longueur
endpoint-sent-refused = refusée
endpoint-sent-cut-off = interrompue
endpoint-sent-stopped = arrêtée

# A table: how fast answers came.
endpoint-latency = Latence
endpoint-latency-byte = jusqu'au premier octet
endpoint-latency-token = jusqu'au premier jeton
endpoint-latency-paint = jusqu'au premier affichage
endpoint-latency-rate = jetons par seconde

## A file of settings names an endpoint that cannot be taken

endpoint-left-out-no-model = Le point d'accès du modèle est laissé de côté : ce navigateur n'intègre pas ce modèle.
endpoint-left-out-no-wire = Le point d'accès du modèle est laissé de côté : cette version de la page ne connaît pas son protocole.
# $fault is a sentence that says what to do.
endpoint-left-out-fault = Le point d'accès du modèle est laissé de côté. { $fault }

## What answers on this device, and what each does well

endpoint-on-device = Sur cet appareil
# In place of one on this device.
endpoint-an-endpoint = Un point d'accès
endpoint-translator = Traducteur de Chrome
endpoint-translator-about = Rapide, et à l'aise avec les phrases. Il ignore glossaire et formes plurielles : ses erreurs sont signalées.
endpoint-language-model = Modèle de langage de Chrome
endpoint-language-model-about = Plus lent. Il suit le glossaire et les notes ; il connaît peu de langues.
endpoint-llama = Un modèle dans cette page
endpoint-llama-about = llama.cpp, dans cette page. Les petits modèles écrivent des brouillons : courts, tenus à leur forme, et souvent faux ; les outils font le travail. Sans clé, et sans réseau une fois le modèle sur place.

## Models for llama.cpp in this page: files that are fetched and kept

endpoint-local = Modèles dans cette page
endpoint-local-none = Ce site ne propose aucun modèle. En apporter un :
endpoint-local-pick = Fichier GGUF du disque…
endpoint-local-address = Adresse d'un fichier GGUF
# In the empty field, beside the button above.
endpoint-local-or-address = ou son adresse : https://…/model.gguf
endpoint-local-look = Consulter
endpoint-local-looking = Consultation…
endpoint-local-advice = Un modèle de code de 0,5 à 1,5 milliard de paramètres mérite d'être téléchargé, par exemple Qwen2.5-Coder-1.5B-Instruct en Q4_K_M (1 Go).
endpoint-local-agree = Accepter et télécharger
endpoint-local-download = Télécharger
endpoint-local-resume = Reprendre
endpoint-local-cancel = Annuler
endpoint-local-use = Utiliser
endpoint-local-remove = Supprimer
endpoint-local-test = Modèle d'essai : il montre que tout fonctionne. Ce qu'il répond est valide, et sans utilité.
# The name of a model that has none.
endpoint-local-unnamed = Un modèle
endpoint-local-no-licence = licence non indiquée : voir là où il est publié
endpoint-local-from = depuis { $host }
endpoint-local-from-disk = du disque
# $done and $all are sizes, such as 1.1 MB.
endpoint-local-fetching = { $done } sur { $all }
endpoint-local-unfinished = { $done } sur { $all } sont là
endpoint-local-asked = Seul le début du fichier a été récupéré pour l'instant.
endpoint-local-checking = Vérification qu'il est entier et conforme à ce qui était promis…
endpoint-local-in-memory = En mémoire, jusqu'à la fermeture de cet onglet.
endpoint-local-forbidden = Ce navigateur ne conserve rien pour cette page (une fenêtre privée, ou un cadre sans droit de stockage) : les modèles restent en mémoire jusqu'à la fermeture de cet onglet.
endpoint-local-no-room = Le navigateur n'a pas la place de conserver ce modèle : il reste en mémoire jusqu'à la fermeture de cet onglet.

## Why a model could not be had. These have no full stop at the end

endpoint-local-unfetched = Cette partie de la page n'a pas pu être récupérée. Rouvrir les paramètres.
endpoint-local-unreachable = { $host } n'a pas pu être joint, ou ne laisse pas les pages d'autres sites en télécharger des fichiers. Télécharger le fichier soi-même, puis le choisir sur le disque
endpoint-local-unreachable-kept = { $host } n'a pas pu être joint, ou ne laisse pas les pages d'autres sites en télécharger des fichiers. Ce qui était arrivé est conservé
# $status is a status of HTTP, such as 404 Not Found.
endpoint-local-answered = { $host } a répondu { $status }
endpoint-local-no-gguf-there = Ce que { $host } a à cette adresse n'est pas un fichier GGUF
endpoint-local-no-size = { $host } n'indique pas la taille du fichier. Le télécharger soi-même, puis le choisir sur le disque
endpoint-local-no-address = Ce n'est pas une adresse : une adresse commence par https://
endpoint-local-only-https = Un modèle n'est récupéré que par https://, pour que personne ne puisse le remplacer en route
endpoint-local-none-picked = Aucun fichier n'a été choisi
endpoint-local-no-gguf = { $file } n'est pas un fichier GGUF, le format que lit llama.cpp
endpoint-local-pick-again = Choisir à nouveau le fichier : la page ne peut pas l'ouvrir d'elle-même
# $got and $promised are numbers of bytes.
endpoint-local-wrong-length = Le serveur a envoyé { $got } octets, et il en fallait { $promised }
endpoint-local-broken-off = La connexion s'est interrompue. Ce qui était arrivé est conservé : reprendre à tout moment
endpoint-local-not-gguf = Ce n'est pas un fichier GGUF, le format que lit llama.cpp. Il a été écarté
endpoint-local-wrong-digest = Ce qui est arrivé n'est pas ce qui était promis : son SHA-256 est différent. Le fichier a été écarté ; réessayer et, si cela se reproduit, prévenir le fournisseur du fichier
endpoint-local-other-tab = Un autre onglet récupère ce modèle : l'attendre, ou l'arrêter
endpoint-local-full = Le navigateur n'a pas de place pour le reste. Supprimer un autre modèle ou libérer de l'espace, puis reprendre
# $reason is in English.
endpoint-local-failed = Le téléchargement a échoué : { $reason }
endpoint-local-refused = Le navigateur refuse : { $reason }

## What is wrong with the list of models that this site offers, which its operator writes.
## $model and $part are numbers. No full stops

endpoint-list-no-object = La liste de modèles de ce site est illisible : ce n'est pas un objet
endpoint-list-no-models = La liste de modèles de ce site n'en est pas une : « models » manque
endpoint-list-no-model = La liste de modèles de ce site est illisible : le modèle { $model } n'est pas un objet
endpoint-list-no-part = La liste de modèles de ce site est illisible : le modèle { $model }, partie { $part } n'est pas un objet
endpoint-list-no-files = Dans la liste de modèles de ce site, le modèle { $model } n'a pas de fichiers
endpoint-list-no-digest = Dans la liste de modèles de ce site, le SHA-256 du modèle { $model }, partie { $part } ne compte pas 64 chiffres hexadécimaux
endpoint-list-no-bytes = Dans la liste de modèles de ce site, le nombre d'octets du modèle { $model }, partie { $part } n'est pas un nombre
endpoint-list-missing-of-model =
    { $what ->
        [licence] La liste de modèles de ce site est illisible : la licence du modèle { $model } manque
        [template] La liste de modèles de ce site est illisible : le gabarit de conversation du modèle { $model } manque
       *[name] La liste de modèles de ce site est illisible : le nom du modèle { $model } manque
    }
endpoint-list-missing-of-part =
    { $what ->
        [digest] La liste de modèles de ce site est illisible : le SHA-256 du modèle { $model }, partie { $part } manque
       *[address] La liste de modèles de ce site est illisible : l'adresse du modèle { $model }, partie { $part } manque
    }
