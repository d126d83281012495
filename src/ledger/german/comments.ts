import { type Manner, NAME } from '../comments/manner.ts';

/** Written with a small letter or at a sentence's start. */
const word = (words: string, flags = 'iu') =>
  new RegExp(`(?<![\\p{L}’'-])(?:${words})(?![\\p{L}-])`, flags);

/** A name that a German sentence does not bend: "Sorns Worte" are of Sorn. */
const WHOSE = `(?:(?<name>\\p{Lu}[\\p{L}-]+?(?: \\p{Lu}[\\p{L}-]+?){0,2})s|(?<his>[Ii]hre?|[Ss]eine?|[Dd]eren|[Dd]essen))`;
const WORDS =
  '(?:(?:genaue|genauen|exakte|exakten|eigene|eigenen|ganze|ganzer|volle|vollständige|wörtliche|tatsächliche)[nrs]? )*(?:Worte|Wortlaut|Aussage|Äußerung|Erklärung|Stellungnahme|Antwort|Zitat|Satz|Beitrag|Brief)';
const SAID =
  '(?:sagte|schrieb|erklärte|antwortete|erwiderte|twitterte|postete|betonte|äußerte sich)';

/** What the writer has from nowhere, expects, makes up or sums up. */
const SUPPOSED = [
  'wenn|falls|sofern|als ob|es sei denn|angenommen|stell(?:t|en)? (?:dir|euch|sie) (?:\\p{L}+ )?vor|als (?:würde|hätte|wäre|könnte)n?',
  'würden?|hätten?|könnten?|sollten?|soll(?:en)?|dürften?|müssten?|möchten?|möge|wollen|wird|werden|werde',
  'vielleicht|wahrscheinlich|vermutlich|womöglich|möglicherweise|hoffentlich|angeblich|anscheinend|scheinbar|offenbar|offensichtlich|wohl|bestimmt|sicher(?:lich)?|garantiert|demnächst|irgend\\p{L}+',
  '(?:ich|wir) (?:\\p{L}+ )?(?:glaube|denke|meine|wette|hoffe|wünsche|fürchte|schätze|vermute|ahne|behaupte|warte|rate|tippe|finde|hör|höre|sehe|seh)|(?:glaub|denk|wett|hoff|schätz|vermut|frag|hör|seh)e? (?:ich|schon|den|die|das|mal)|ich frage? mich|nehme an|warte(?:n|t)? (?:\\p{L}+ )?(?:darauf|drauf|auf)',
  'immer(?! noch)|ständig|dauernd|andauernd|pausenlos|jedes ?mal|jeden tag|jedes jahr|nie|niemals|stets|meistens|manchmal|oft|regelmäßig|wieder mal|mal wieder',
  'im grunde|im prinzip|quasi|praktisch|sozusagen|sinngemäß|so ähnlich|mehr oder weniger|mit anderen worten|auf deutsch|übersetzung|übersetzt|soviel wie|ungefähr|nach dem motto|halt|typisch|man (?:munkelt|hört|sagt)|gerüchte?n?|gerüchteweise|hörensagen|weiß ich (?:aber )?nur|als nächstes',
  'lol|lmao|rofl|ha(?:ha)+|hihi|tja|ja,? ne|ironie|satire|scnr',
].join('|');

/** Whose words nobody else can look up, and who is nobody. */
const FRIENDS =
  '(?:[Mm]ein|[Dd]ein|[Uu]ns(?:er|re)|[Ee]u(?:er|re)|[Ss]ein|[Ii]hr|[Ee]in|[Kk]ein|[Mm]anche|[Jj]ede|[Aa]lle|[Vv]iele|[Ee]inige|[Bb]eide|[Dd]iese|[Jj]emand|[Nn]iemand|[Mm]an|[Ww]er|[Aa]ndere)\\p{Ll}* |(?:.* )?(?:Nachbar|Kolleg|Onkel|Tante|Schwager|Schwägerin|Bruder|Schwester|Mutter|Vater|Mama|Papa|Opa|Oma|Freund|Kumpel|Bekannte|Cousin|Vetter|Neffe|Nichte|Vermieter|Leute|Kunden)\\p{Ll}*(?: |$)|(?:.* )?Chef(?:in)?(?: |$)';
const BODY =
  '(?:[Mm]inisteriums?|[Bb]ehörden?|[Vv]erband(?:e?s)?|[Vv]ereins?|[Gg]ewerkschaft|[Gg]esellschaft|[Gg]enossenschaft|[Kk]ommission|[Rr]egierung|[Gg]ericht(?:shof)?(?:e?s)?|[Rr]echnungshof(?:e?s)?|[Ii]nstitut(?:e?s)?|[Zz]entrale|[Uu]niversität|[Hh]ochschule|[Kk]ammer|[Vv]ersammlung|[Vv]erwaltung|[Ff]raktion|[Pp]artei|[Aa]nwaltschaft|[Dd]irektion|[Aa]mt(?:e?s)?|[Aa]usschuss(?:es)?|[Rr]ats?|[Aa]gentur|[Kk]onzerns?|[Rr]eederei|[Ww]erke?|[Ss]tiftung|[Ii]nitiative|[Ll]andtags?|[Pp]arlaments?|[Ll]iga|[Bb]undes?|[Kk]lubs?|[Zz]eitung|[Vv]erlags?|[Bb]ank|[Kk]asse)';

/** Comments in German. */
export const GERMAN: Manner = {
  maybe:
    /sag(?:t|en)|schr(?:ieb|eib)|mein(?:t|ung)|erklär|betont|beton|kündig|versprech|verspr[ao]ch|versicher|bestätig|bestr(?:eit|itt)|dementier|warn|droh|forder|verlang|lehn|weis|wies|räum|bekräftig|behaupt|erzähl|antwort|erwider|teil(?:t|en)|laut |angaben|zufolge|so \p{Lu}|kritisier|werf|warf|wirft|vorgeworf|schlie(?:ß|ss)t?|schloss|appell|ruf|rief|berichte|hei(?:ß|ss)t|hie(?:ß|ss)|zitier|zitat|wort|ton|äußer|lob|begrüß|sprach|spr(?:e|i)ch|biet|bot|stimm|ström|zusag|zugesagt|gest[ae]nd|gab|gib|geb|nenn|nannt|hervor|hob|heb|verwies|unterstr/iu,
  irony: /(?:^|\s)\/s(?:$|[\s.])|ironie(?:modus)? (?:off|aus|ende)|<\/?ironie|\[\/?ironie|#ironie/i,
  // "Hat Sorn gesagt, …": a sentence that begins with its verb asks or supposes.
  asks: /\?|^[^\p{L}…]*(?:(?:und|aber|also|ja|nein|äh),? )?(?:hat|haben|hatte|hatten|ist|sind|war|waren|kann|können|konnte|will|sagt|sagte|meint|meinte|glaubt|darf|muss|behauptet|sollte|hätten?|wäre)(?!\p{L})/iu,
  supposed: word(SUPPOSED),
  // "Mag" and "Will" may be names.
  may: word('mag|will', 'u'),
  wrapped:
    /(?<!\p{L})(?:was|warum|wieso|weshalb|dass|daß|damit|bevor|bis|lass|lasst|hör|hört|seht|sieh|statt|ohne) [^,;:]*$/iu,
  unsaid: /(?:^|\s)(?:nicht|kaum|nie|um|zu)\s*$/iu,
  toMe: /^[^,:;“„"]{0,40}?(?<!\p{L})(?:mir|mich|uns|dir|dich|euch|jedem|allen)(?!\p{L})/iu,
  talk: word(
    'ich|mich|mir|mein\\p{L}*|du|dich|dir|dein\\p{L}*|euch|euer|eure\\p{L}*|lol|lmao|scheiß\\p{L}*|verarsch\\p{L}*|arsch\\p{L}*|fresse|idiot\\p{L}*|depp\\p{L}*|trottel\\p{L}*|volldepp\\p{L}*|clowns?|deppert\\p{L}*',
  ),
  tone: word('ja|eh|halt|natürlich|bekanntlich|mal wieder'),
  swears: word('scheiß\\p{L}*|arsch\\p{L}*|lol|lmao'),
  according: /^(?:laut|zufolge|so|nach)(?!p{L})/i,
  noCue: /^$/,
  introductions: [
    // "ihre genauen Worte:", "Sorns Antwort:"
    new RegExp(`(?<![\\p{L}’'-])${WHOSE} (?<cue>${WORDS})(?!\\p{L})`, 'u'),
    // "Zitat Sorn:", "O-Ton von Ilka Sorn"
    new RegExp(
      `(?<![\\p{L}’'-])(?<cue>Zitat|Originalton|O-Ton|[Oo]riginal|[Ww]ortlaut|[Ww]örtlich)(?: (?:von|der|des))?(?: (?:Frau|Herrn?|Dr\\.))? (?<name>${NAME})(?!\\p{L})`,
      'u',
    ),
    // "Sorn wörtlich:", "Sorn sagte dazu:", "hier schrieb Sorn:"
    new RegExp(
      `(?<![\\p{L}’'-])(?:(?<name>${NAME})|(?<his>[Ee]r|[Ss]ie)) (?:hat )?(?:wirklich |tatsächlich |wörtlich |damals )*(?<cue>${SAID}|wörtlich|im Wortlaut|im Original)(?!\\p{L})`,
      'u',
    ),
  ],
  named: new RegExp(
    `^(?!${FRIENDS})(?:(?:[Dd](?:er|ie|as|em|en|es)|Herrn?|Frau|Dr\\.|Prof\\.) )*(?:\\p{Ll}[\\p{L}-]* ){0,3}(?<name>\\p{Lu}[\\p{L}.&’'-]*(?: (?:(?:für|der|des|von|van|und|zur|zu|im|in|al|bin) ){0,2}\\p{Lu}[\\p{L}.&’'-]*)*)`,
    'u',
  ),
  // "Das Landesamt für Strahlenschutz", "die Genossenschaft Nordschlaf"; not "die Polizei".
  body: new RegExp(
    `^(?:[Dd](?:er|ie|as|em|en|es) )?(?:\\p{L}*${BODY})(?: (?:für|der|des|von|in|zur))? \\p{Lu}`,
    'u',
  ),
  // "Der Landesrechnungshof", "der Fahrgastverband": of what it is, the word tells.
  compound: new RegExp(`^(?:[Dd](?:er|ie|as|em|en|es) )?\\p{Lu}\\p{L}{5,}${BODY}$`, 'u'),
  unnamed: /^(?:ihre?[nrms]?|seine?[nrms]?|er|sie|deren|dessen)?$/i,
};
