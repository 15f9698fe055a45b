### What all tools tell of models: what happened where one could not be asked or did not answer, what to do, and
### where models are asked.
### $host is the address of a server, such as api.openai.com; where it has none, it is failures-endpoint.

## Pieces

failures-endpoint = Le point d'accès
failures-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
failures-minutes = { $count } minutes
failures-hours = { $count } heures
# A limit or a part of it. $count is written as it is.
failures-tokens = { $count } jetons
# What a server says, told after what happened.
failures-it-says = Le serveur indique : { $words }
failures-two-sentences = { $first } { $second }

## The server cannot be reached

failures-offline = Cet appareil est hors ligne.
failures-no-plain-http = Le navigateur ne laisse pas cette page https communiquer avec { $host } en http.
failures-blocked = Le navigateur n'a pas pu joindre { $host }, ou n'a pas le droit de lire sa réponse.
failures-cors = { $host } est là, mais n'autorise pas cette page (CORS) : le navigateur retient sa réponse.
failures-mixed-content = Cette page est venue en https, et le navigateur ne la laisse pas communiquer avec { $host } en http (contenu mixte).
failures-not-permitted =
    { $space ->
        [device] Le navigateur ne laisse pas cette page joindre les applications de cet appareil, et { $host } en est une.
       *[network] Le navigateur ne laisse pas cette page joindre les appareils du réseau local, et { $host } en est un.
    }
failures-asks-first =
    { $space ->
        [device] Le navigateur demande d'abord si cette page peut joindre les applications de cet appareil, et n'a pas encore de réponse.
       *[network] Le navigateur demande d'abord si cette page peut joindre les appareils du réseau local, et n'a pas encore de réponse.
    }
failures-nobody-there = Rien ne répond à { $host } : ce nom n'existe pas, ou rien n'écoute sur ce port.
failures-unsendable = La requête ne peut pas être envoyée : { $reason }.

failures-connect = Se connecter à un réseau, puis réessayer ; ce qui était acquis est conservé.
failures-connect-and-test = Se connecter à un réseau, puis tester à nouveau. Un modèle sur cette machine s'en passe.
failures-connect-and-ask = Se connecter à un réseau, puis redemander.
failures-give-https = Indiquer l'adresse avec https://, ou ouvrir cette page en http depuis le même réseau.
failures-check-own-server = Vérifier que le serveur tourne et qu'il autorise l'origine { $origin } (CORS ; pour Ollama, définir OLLAMA_ORIGINS={ $origin }).
failures-check-own-server-and-permission = Vérifier que le serveur tourne, qu'il autorise l'origine { $origin } (CORS ; pour Ollama, définir OLLAMA_ORIGINS={ $origin }) et que cette page peut accéder au réseau local (paramètres du site dans le navigateur).
failures-check-address-and-origin = Vérifier l'adresse. Si elle est juste, le serveur n'autorise pas l'origine { $origin } (CORS) : l'y autoriser, ou utiliser un point d'accès qui l'autorise.
failures-allow-by-ollama = Démarrer Ollama avec la variable d'environnement `OLLAMA_ORIGINS={ $origin }`, puis tester à nouveau.
failures-allow-by-lm-studio = Activer CORS dans les paramètres du serveur de LM Studio, ou le démarrer avec `lms server start --cors`.
failures-allow-by-vllm = Démarrer vLLM avec `--allowed-origins '["{ $origin }"]'`, puis tester à nouveau.
failures-allow-by-gateway = Autoriser l'origine { $origin } sur le serveur ou sa passerelle, ou utiliser un point d'accès qui accepte les pages. Certains fournisseurs n'acceptent les pages que pour certaines clés ou adresses.
failures-allow-by-server = Faire autoriser l'origine { $origin } par le serveur : Ollama avec `OLLAMA_ORIGINS={ $origin }`, vLLM avec `--allowed-origins` ; le `llama-server` de llama.cpp autorise toute origine, sauf si un proxy placé devant s'y oppose.
failures-avoid-mixed-content = Indiquer l'adresse avec https://, placer le serveur derrière un proxy muni d'un certificat, ou l'exécuter sur cette machine : http://localhost est autorisé.
failures-permit = Autoriser l'accès : l'icône à gauche de la barre d'adresse, puis « Accès au réseau local » (ou « Applications sur l'appareil »), puis recharger la page.
failures-answer-the-browser = Tester à nouveau et choisir « Autoriser » quand le navigateur le demande. S'il ne demande rien, autoriser « Accès au réseau local » par l'icône à gauche de la barre d'adresse.
failures-look-for-a-slip = Vérifier que l'adresse ne contient pas de faute : ce nom n'existe peut-être pas. Un pare-feu, un proxy ou un bloqueur de publicité peut aussi faire obstacle.
failures-start-ollama = Démarrer Ollama (`ollama serve`) et vérifier le port : 11434 si personne ne l'a changé.
failures-start-lm-studio = Démarrer le serveur dans LM Studio (Developer, ou `lms server start`) et vérifier le port : 1234 si personne ne l'a changé.
failures-start-vllm = Démarrer vLLM (`vllm serve MODEL`) et vérifier le port : 8000 si personne ne l'a changé.
failures-start-own-server = Démarrer le serveur et vérifier le port : pour llama.cpp, `llama-server -m MODEL.gguf --port 8081` donne 8081.
failures-listen-for-others = Vérifier que le serveur tourne et écoute les autres appareils : `--host 0.0.0.0` pour llama.cpp, `OLLAMA_HOST=0.0.0.0` pour Ollama ; et que son pare-feu les laisse entrer.
failures-look-for-stray-characters = Vérifier que l'adresse et la clé ne contiennent pas de caractères parasites.

## The server does not do what it is asked for
## $status is a status code of HTTP.

failures-key-refused = { $host } n'accepte pas la clé.
failures-key-missing = { $host } demande une clé, mais aucune n'est définie.
failures-key-not-allowed = { $host } ne permet pas cela avec cette clé (HTTP 403).
failures-out-of-credit = { $host } indique que le compte n'a plus de crédit ni de quota.
failures-too-large = { $host } indique que la question est plus longue que ce que le modèle peut recevoir.
failures-rate-limited = { $host } n'accepte plus de requêtes pour le moment (HTTP 429).
failures-web-page = { $host } a répondu par une page web (HTTP { $status }), et non comme l'API d'un modèle.
failures-model-unknown = { $host } ne connaît pas ce modèle (HTTP { $status }).
failures-nothing-there = { $host } n'a rien à cette adresse (HTTP { $status }).
failures-gave-up = { $host } a renoncé à attendre (HTTP { $status }).
failures-server-failed = { $host } a signalé une erreur interne (HTTP { $status }).
failures-moved = { $host } répond que l'API se trouve ailleurs (HTTP { $status }).
failures-not-taken = { $host } n'accepte pas cette requête (HTTP { $status }).
failures-reported = { $host } a signalé une erreur.
failures-no-wire = Il n'y a pas de protocole `{ $wire }`.
failures-question-unreadable = La question est illisible.

failures-check-key = Vérifier la clé : entière, non expirée et de ce fournisseur.
failures-enter-key = Saisir une clé pour ce point d'accès.
failures-use-other-key = Utiliser une clé qui donne droit à ce modèle, ou un autre modèle.
failures-add-credit = Ajouter du crédit chez le fournisseur, ou utiliser un autre point d'accès.
failures-ask-less-or-larger = Demander moins à la fois, ou choisir un modèle au contexte plus grand.
# $wait is a span of time, such as failures-minutes.
failures-wait-for = Réessayer dans { $wait } ; ce qui était acquis est conservé.
failures-wait = Patienter un peu, puis réessayer ; ce qui était acquis est conservé.
failures-check-root = Vérifier l'adresse de base : c'est la racine de l'API, souvent terminée par /v1, et non le site web.
failures-choose-listed-model = Choisir un modèle dans la liste du point d'accès.
failures-check-base-and-wire = Vérifier l'adresse de base (elle se termine en général par /v1) et le protocole.
failures-ask-less = Réessayer ; si cela se reproduit, demander moins à la fois.
failures-in-a-moment = Réessayer dans un instant ; ce qui était acquis est conservé.
failures-check-base = Vérifier l'adresse de base.
failures-check-abilities = Vérifier le protocole et les capacités du modèle (sortie stricte, outils) dans les paramètres.
failures-choose-wire = En choisir un dans les paramètres : { $wires }.
failures-reload-mixed-page = Recharger la page : elle mélange deux versions de l'application.

## The list of a server's models
## $address is the address of the API, such as https://api.openai.com/v1.

failures-no-list = Ce serveur ne propose pas de liste de ses modèles (HTTP { $status }).
failures-list-too-long = La liste de modèles renvoyée par { $address } est trop longue.
failures-list-unreadable = La liste de modèles renvoyée par { $address } est illisible.

failures-by-hand = Saisir le nom du modèle à la main, tel que le serveur le connaît.
failures-by-hand-or-check = Saisir le nom du modèle à la main, tel que le serveur le connaît. Si cela échoue aussi, vérifier l'adresse et le protocole.
failures-check-address-and-wire = Vérifier l'adresse et le protocole.

## The answer came, and is not what it should be
## $wait is a span of time, such as failures-minutes; $words are whole sentences in English.

failures-went-silent = { $host } n'a plus rien envoyé pendant { $wait } au milieu de sa réponse.
failures-not-begun = { $host } n'avait toujours pas commencé à répondre au bout de { $wait }.
failures-length = La réponse a atteint sa limite de jetons avant d'être terminée.
failures-declined = Le modèle a refusé de répondre.
failures-cut-off = { $host } a interrompu sa réponse au milieu.
failures-stopped = Arrêté.
failures-not-an-api = Ce n'est pas la réponse d'un modèle : { $words }
failures-bad-answer = La réponse est inutilisable : { $words }
# $reason is in English.
failures-question-lost = La question a été perdue : { $reason }.
failures-question-lost-to-restart = La question a été perdue : le processus ne répondait plus et a été redémarré.

failures-give-it-time = Réessayer ; ce qui était acquis est conservé. Un serveur qui charge encore son modèle a besoin de temps.
failures-raise-length = Relever la limite, ou demander moins à la fois ; ce qui était acquis est conservé.
failures-look-at-question = Relire ce qui a été demandé, ou essayer un autre modèle.
failures-ask-the-rest = Réessayer : ce qui était acquis est conservé, et seul le reste est demandé.
failures-kept = Ce qui était acquis est conservé.
failures-check-base-or-wire = Vérifier l'adresse de base et le protocole.
failures-other-model = Réessayer, ou choisir un autre modèle dans les paramètres ; ce qui était acquis est conservé.
failures-check-wire = Réessayer ; si cela se reproduit, vérifier le protocole dans les paramètres.
failures-ask-again-or-reload = Redemander. Si cela ne suffit pas, recharger la page.

## Limits of what models may cost
## $limit, $left and $next are amounts: dollars, or failures-tokens.

failures-price-unknown =
    { $span ->
        [day] Le prix de ce modèle n'est pas connu : la limite de { $limit } par jour ne peut pas être tenue. Rien n'a été envoyé.
       *[run] Le prix de ce modèle n'est pas connu : la limite de { $limit } par exécution ne peut pas être tenue. Rien n'a été envoyé.
    }
failures-beyond-limit =
    { $span ->
        [day] Cela dépasserait la limite de { $limit } par jour : il en reste { $left }, et la question seule en demande environ { $next }. Elle n'a pas été envoyée.
       *[run] Cela dépasserait la limite de { $limit } par exécution : il en reste { $left }, et la question seule en demande environ { $next }. Elle n'a pas été envoyée.
    }
failures-limit-reached =
    { $span ->
        [day] Arrêté : la limite de { $limit } par jour est atteinte.
       *[run] Arrêté : la limite de { $limit } par exécution est atteinte.
    }

failures-limit-in-tokens = Fixer plutôt une limite en jetons dans les paramètres, ou prendre un modèle dont le prix est connu.
failures-raise-limit = Relever la limite dans les paramètres, ou demander moins ; ce qui était acquis est conservé.
failures-raise-limit-or-wait = Relever la limite dans les paramètres, ou continuer demain ; ce qui était acquis est conservé.

## Signing in with OpenRouter
## “Sign in with OpenRouter” is the button endpoint-sign-in.

failures-sign-in-not-begun = Aucune connexion à OpenRouter n'a été commencée dans cet onglet : rien n'a donc été repris de l'adresse.
failures-sign-in-of-another = La réponse de la connexion ne correspond pas à la demande de cet onglet : elle n'a pas été utilisée.
failures-sign-in-denied = L'accès n'a pas été autorisé chez OpenRouter. Il n'y a pas de clé.
failures-sign-in-refused = OpenRouter a refusé : { $words }.
failures-sign-in-cancelled = La connexion a été annulée. Il n'y a pas de clé.
failures-sign-in-no-key = OpenRouter n'a pas donné de clé (HTTP { $status }).

failures-begin-sign-in = Recommencer ici : « Se connecter avec OpenRouter ».
failures-begin-sign-in-warily = Recommencer ici : « Se connecter avec OpenRouter ». Si le lien suivi ne venait pas de là, quelqu'un d'autre l'a fabriqué.
failures-sign-in-and-allow = Se reconnecter et autoriser l'accès, ou saisir une clé à la main.
failures-try-or-enter-key = Réessayer, ou saisir une clé à la main.
failures-sign-in-or-enter-key = Se reconnecter, ou saisir une clé à la main.
failures-sign-in-anew = Le code a déjà servi ou a expiré : se reconnecter.

## Where models are asked, as all tools tell it

# The button that opens the settings.
failures-chip-settings = Point d'accès du modèle : ouvrir les paramètres
failures-chip-unlock = Déverrouiller la clé
failures-chip-connect = Connecter un modèle
# In the place of a host.
failures-this-device = cet appareil
# What a small model writes there is a draft.
failures-this-device-draft = cet appareil (brouillon)

## What is wrong with an endpoint as it was entered

failures-no-address = Saisir l'adresse de l'API, comme https://api.openai.com/v1.
failures-not-http = Une adresse commence par https:// ou wss://, et sur cette machine aussi par http:// ou ws://.
failures-not-a-root = Seule la racine de l'API va ici : ni nom d'utilisateur, ni « ? », ni « # ». Une clé va dans son propre champ.
failures-key-in-the-clear = Par http:// et ws://, la clé pourrait être lue en route. Utiliser https://, ou ne pas mettre de clé.
failures-no-model = Saisir le nom d'un modèle, tel que le point d'accès le connaît.

## The model on this device: what it is doing, in the place of failures-this-device

failures-device-loading = charge le modèle
failures-device-reading = lit la question
# $share is a share in per cent.
failures-device-reading-share = lit la question, { $share } %
failures-device-writing = écrit un brouillon

## The model on this device: what went wrong. A full stop is put after it, unless there is one of Japanese

failures-device-no-model = Il n'y a pas encore de modèle sur cet appareil : en récupérer un dans les paramètres
failures-device-removed = Le navigateur a supprimé le modèle pour libérer de la place : le récupérer à nouveau dans les paramètres
failures-device-question-too-long = La question est trop longue pour le modèle de cette page, qui voit au plus { $tokens } jetons
# $reason is in English, or one of the two below it.
failures-device-not-loaded = Le modèle n'a pas pu être chargé : { $reason }
failures-device-llama-failed = llama.cpp a échoué : { $reason }
failures-device-unsaid = llama.cpp n'a pas dit pourquoi
failures-device-no-script = son script n'a pas pu être récupéré
failures-device-no-translator = Ce navigateur n'intègre pas de traducteur
failures-device-translates-only = Le traducteur de Chrome traduit des textes et ne fait rien d'autre
# $source and $target are codes of languages, such as en.
failures-device-no-pair = Chrome ne peut pas traduire de { $source } vers { $target } sur cet appareil
failures-device-source-unknown = Le traducteur de Chrome doit connaître la langue de la source : nommer le fichier d'après elle, comme en.json
failures-device-no-language-model = Ce navigateur n'intègre pas de modèle de langage
failures-device-click-needed = Chrome ne télécharge son modèle que juste après un clic : appuyer encore une fois sur « Traduire »
failures-device-no-language = Chrome n'a pas cette langue sur cet appareil
failures-device-texts-too-long = Les textes sont trop longs pour le modèle sur cet appareil
failures-device-failed = Le modèle de Chrome a échoué : { $reason }
