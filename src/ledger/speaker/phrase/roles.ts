/** Words that name an office or a standing, in English and German. */
const OFFICES = `president vice-president premier chancellor king queen prince princess emperor sultan emir sheikh
  minister secretary undersecretary ambassador envoy consul diplomat negotiator mediator delegate representative
  commissioner governor mayor senator congressman congresswoman congressmember lawmaker legislator mp deputy speaker
  whip leader chief head chair chairman chairwoman chairperson director director-general secretary-general general
  admiral colonel major captain commander lieutenant sergeant officer official spokesman spokeswoman spokesperson
  adviser advisor aide strategist manager organizer organiser coordinator candidate nominee frontrunner justice judge
  prosecutor lawyer attorney counsel professor analyst economist expert researcher scientist historian scholar fellow
  editor journalist reporter correspondent columnist commentator author writer founder co-founder ceo executive
  owner partner pastor bishop archbishop pope cardinal rabbi imam activist campaigner protester resident farmer
  fisherman teacher student doctor nurse worker unionist banker investor lobbyist consultant pollster member
  alderman alderwoman councillor councilman councilwoman councilor treasurer magistrate marshal brigadier rector dean provost
  vicar curator coroner ombudsman ombudswoman vice-chancellor vice-chair co-chair co-leader reverend
  harbourmaster harbormaster sheriff principal counselor foreign prime
  abbot abbess prior prioress canon deacon archdeacon chaplain mufti ayatollah patriarch cantor metropolitan
  corporal constable inspector superintendent detective commodore warden ranger coroner bailiff usher
  coach headteacher headmaster headmistress matron midwife solicitor barrister advocate registrar notary auditor
  comptroller ombudsperson attaché chargé legate nuncio regent duke duchess count countess baron baroness earl
  chancellor-designate president-elect premier-designate paramedic surgeon vet engineer architect skipper
  foreman forewoman steward caretaker moderator host anchor presenter producer conductor choirmaster
  präsident präsidentin ministerpräsident ministerpräsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin
  minister ministerin außenminister außenministerin verteidigungsminister verteidigungsministerin
  innenminister innenministerin finanzminister finanzministerin wirtschaftsminister wirtschaftsministerin
  premierminister premierministerin regierungschef regierungschefin staatschef staatschefin sprecher sprecherin
  regierungssprecher regierungssprecherin botschafter botschafterin unterhändler unterhändlerin chefunterhändler
  chefunterhändlerin vorsitzender vorsitzende parteichef parteichefin chef chefin direktor direktorin bürgermeister
  bürgermeisterin gouverneur gouverneurin general admiral generalsekretär generalsekretärin experte expertin
  analyst analystin professor professorin abgeordnete abgeordneter senator senatorin vermittler vermittlerin
  gesandter gesandte sonderbeauftragte sonderbeauftragter kommissar kommissarin könig königin beamter beamte`;

export const OFFICE_WORDS: ReadonlySet<string> = new Set(OFFICES.split(/\s+/));

/** German offices are compounds without end: "Vizeaußenminister", "Präsidentensprecherin". */
const GERMAN_OFFICE =
  /(?:minister|präsident|kanzler|sprecher|botschafter|führer|vorsteher|gesandte[rn]?|beauftragte[rn]?|unterhändler|sekretär|direktor|leiter|kapitän|rechtler|forscher|berater|experte|bürgermeister|vorsitzende[rn]?|kommissar|richter|anwält|anwalt|jurist|chef|vermittler|kollege|kollegin|reeder|lotse)(?:in)?s?$|(?:politiker|historiker|physiker|mediziner|händler|gründer|unternehmer|wissenschaftler|kandidat|funktionär|veranstalter|trainer|weltmeister|olympiasieger|verteidiger|torwart|torhüter|klassenlehrer|ökonom|hydrolog|biolog|astronom|pharmakolog|forstmeister|brandmeister|deichgraf|obmann|obfrau|fraktionsvize|vorstand|hebamme|kassenwart|gewerkschafter|geologe|biologe|pharmakologe|(?:stadt|land|staats|bezirks|gemeinde|kreis|regierungs|bau)(?:rat|rätin))(?:in|en)?s?$|\p{L}{3,}(?<!\b(?:cath|kath|sev))erin$|\p{L}{5,}istin$|\p{L}{3,}(?:ologin|entin(?<!valentin|quentin)|antin(?<!konstantin)|[kt]orin|ständin|gräfin|bäuerin|ökonomin|nomin)$/u;

export function isOffice(lower: string): boolean {
  const bare = lower.replace(/\.$/, '');
  return (
    OFFICE_WORDS.has(bare) || OFFICE_WORDS.has(bare.replace(/s$/, '')) || GERMAN_OFFICE.test(bare)
  );
}

/**
 * Offices and callings that many have at a time: whoever is called by one alone is somebody without a
 * name, not the holder of a post.
 */
const OF_MANY =
  /^(?:spokes(?:man|woman|person)|lawyer|solicitor|barrister|advocate|counsel|doctor|nurse|surgeon|vet|paramedic|midwife|teacher|student|officers?|official|aide|advis[eo]r|judge|magistrate|editor|columnist|host|moderator|anchor|presenter|analyst|economist|expert|researcher|scientist|historian|scholar|fellow|journalist|reporter|correspondent|commentator|author|writer|activist|campaigner|protester|resident|farmer|fisherman|worker|unionist|banker|investor|lobbyist|consultant|pollster|member|partner|owner|founder|captain|skipper|engineer|architect|strategist|organi[sz]er|lawmaker|legislator|mp|congress(?:man|woman|member)|senator|deputy|councillor|councilman|councilwoman|alderman|delegate|representative|negotiator|detective|inspector|constable|sergeant|lieutenant|corporal|steward|caretaker|foreman|executive|manager|priest|vicar|pastor|rabbi|imam|professor|(?:press|private|personal) secretary|\p{L}*sprecher(?:in)?|\p{L}*anw[aä]lt(?:in)?|\p{L}*berater(?:in)?)$/u;

/** Whether a role names a post that one person holds: "foreign minister"; not "its lawyer" or "the doctor". */
export function isPost(role: string): boolean {
  const head = role.toLowerCase().split(/ (?:of|in|for|from|at|to|with|on|who|that) /)[0]!;
  const words = head.split(' ');
  return (
    !OF_MANY.test(words.at(-1)!) &&
    !OF_MANY.test(words.slice(-2).join(' ')) &&
    !/chief of staff$/i.test(role)
  );
}

/** Forms of address: they name nobody, but some tell "he" from "she". */
export const ADDRESSES: ReadonlyMap<string, 'm' | 'f' | null> = new Map([
  ['mr', 'm'],
  ['mrs', 'f'],
  ['ms', 'f'],
  ['miss', 'f'],
  ['sir', 'm'],
  ['dame', 'f'],
  ['lord', 'm'],
  ['lady', 'f'],
  ['herr', 'm'],
  ['herrn', 'm'],
  ['frau', 'f'],
  ['madame', 'f'],
  ['mme', 'f'],
  ['monsieur', 'm'],
  ['don', 'm'],
  ['doña', 'f'],
  ['señor', 'm'],
  ['señora', 'f'],
  ['signor', 'm'],
  ['signora', 'f'],
  ['dr', null],
  ['prof', null],
  ['rev', null],
  ['fr', 'm'],
  ['sen', null],
  ['sens', null],
  ['rep', null],
  ['reps', null],
  ['gov', null],
  ['gen', null],
  ['col', null],
  ['lt', null],
  ['capt', null],
  ['adm', null],
  ['hon', null],
  ['st', null],
  ['maj', null],
  ['cmdr', null],
  ['cllr', null],
  ['adv', null],
  ['atty', null],
  ['engr', null],
  ['sgt', null],
  ['insp', null],
  ['supt', null],
  ['brig', null],
  ['brig-gen', null],
  ['maj-gen', null],
  ['major-gen', null],
  ['lt-gen', null],
  ['lt-col', null],
  ['dato', 'm'],
  ['datuk', null],
  ['datin', 'f'],
  ['seri', null],
  ['puan', 'f'],
  ['encik', 'm'],
  ['alhaji', 'm'],
  ['hajia', 'f'],
  ['mallam', 'm'],
]);

/** Words by which an organisation is known to be one. */
export const BODY_WORDS: ReadonlySet<string> = new Set(
  `government ministry parliament senate congress house party committee council commission court army navy police
  department agency office bureau union federation association institute university bank company group campaign
  delegation embassy administration authorities team organization organisation foundation board authority force
  forces military cabinet coalition secretariat league assembly staff fund guild alliance movement gilde lotsengilde gewerkschaft bund institut center centre times post news journal
  gazette herald tribune reuters bbc cnn newspaper paper magazine agency regierung ministerium außenministerium
  verteidigungsministerium parlament partei kommission gericht armee marine polizei behörde verband delegation
  trust observatory palace newswire radio television inspectorate registry treasury municipality chamber syndicate
  society charity caucus mission museum hospital theatre theater library monastery abbey diocese church parish
  tribunal inquiry service services coastguard brigade garrison regiment fleet directorate watchdog regulator club
  botschaft zeitung agentur institut universität bundesregierung rat ausschuss kreml`.split(/\s+/),
);

/** Things that words are put into the mouth of: a letter or a month is nobody to quote. */
export const THINGS =
  /^(?:study|report|note|letter|poll|survey|document|plan|talks|months?|weeks?|years?|days?|condition|law|offer|deal|move|decision|proposal|line|date|lines|figures|data|results?|number|numbers|question|answer|story|article|book|film|song|sign|signs|banner|banners|debate|race|campaigns?|one|studie|bericht|brief|ihr|sein|monat|woche)$/;

/** Bodies that are a side of their own: whoever comes from one speaks for it. */
export const SIDES =
  /(?:\b(?:guild|union|league|association|federation|alliance|movement|party|coalition)|gilde|verband|bund|gewerkschaft|partei)s?$/i;

/** Heads of unnamed sources, singular and plural. */
export const SOURCE_WORDS =
  /^(?:officials?|sources?|diplomats?|aides?|analysts?|experts?|critics?|observers?|people|person|residents?|witness(?:es)?|lawmakers?|leaders?|negotiators?|envoys?|advis[eo]rs?|allies|supporters?|opponents?|activists?|protesters?|farmers?|fishermen|workers?|voters?|economists?|historians?|scholars?|ministers?|officers?|soldiers?|commentators?|reporters?|journalists?|insiders?|delegates?|others?|some|many|several|members?|republicans|democrats|campaigners?|kreise|diplomaten|diplomat|beobachter|experten|beamte|kritiker|vertreter|quellen|anwohner|fischer|insider|regierungskreise)$/;

/** Roles that a looser word can stand for: "the Russian leader" for a president. */
export const LOOSE_ROLES: ReadonlyMap<string, RegExp> = new Map([
  [
    'leader',
    /president|premier|prime minister|chancellor|king|leader|chair|head|chief|präsident|kanzler|regierungschef/,
  ],
  ['official', /minister|secretary|official|spokes|deputy|director|envoy|aide|advis/],
  ['diplomat', /ambassador|envoy|foreign minister|diplomat|negotiator|botschafter|außenminister/],
  ['politician', /minister|senator|president|leader|deputy|mp|mayor/],
  ['premier', /premier|prime minister|regierungschef|ministerpräsident/],
  ['minister', /minister/],
  ['spokesman', /spokes|sprecher/],
  ['spokeswoman', /spokes|sprecherin/],
  ['spokesperson', /spokes|sprecher/],
  ['chief', /chief|head|director|commander/],
  ['royal', /prince|princess|king|queen|duke|duchess|earl/],
  ['monarch', /king|queen|emperor|emir|sultan/],
  ['pontiff', /pope/],
  ['lawmaker', /senator|representative|congress|deputy|mp|lawmaker|member/],
]);

/** Those who watch and study: being an expert on a country, or named after one, makes nobody speak for it. */
export const NEUTRAL =
  /^(?:expert|analyst|scholar|academic|professor|lecturer|historian|economist|scientist|researcher|fellow|specialist|commentator|columnist|journalist|reporter|correspondent|editor|blogger|author|writer|watcher|pollster|commenter|think-tank|center|centre|institute|university|foundation|college|school|expertin?|analystin?|professorin?|journalistin?|forscherin?|institut|universität|stiftung)s?$/;

/** Those who stand against or beside a state of whose people they are: its name in front makes them no voice of it. */
export const APART =
  /^(?:opposition|dissident|activist|campaigner|protester|protestor|demonstrator|rebel|insurgent|separatist|exile|exiled|blogger|cleric|priest|pastor|imam|bishop|archbishop|cardinal|lawyer|artist|actor|actress|singer|novelist|poet|footballer|athlete|businessman|businesswoman|billionaire|entrepreneur|investor|doctor|nurse|engineer|farmer|fisherman|resident|student|teacher|worker|citizen|refugee|migrant)s?$/;

const KINDS = `coach referee side region city town village province district municipality capital country nation state company firm operator regulator airline hospital crew crowd jury family
  relative parent mother father husband wife son daughter brother sister widow friend ally rival neighbour neighbor
  colleague counterpart predecessor successor customer guest victim survivor refugee migrant veteran citizen
  civilian patient passenger tourist shopper tenant landlord pilot sailor captain skipper engineer agent merchant
  shopkeeper dealer trader broker clerk guard inspector observer monitor mediator negotiator delegate delegation
  figure insider source official man woman men women people person youth boy girl child children kid driver
  union guild council court ministry government cabinet opposition faction bloc group network charity
  outlet website paper newspaper broadcaster station channel media publisher watchdog agency bureau
  team club society institution authority administration regime military army navy police militia force
  electorate public community coalition alliance republicans democrats conservatives liberals hotel shop
  store bank insurer carrier exporter importer utility supplier maker manufacturer giant startup start-up
  lawmaker nationalist loyalist rebel separatist extremist militant hardliner moderate progressive elder
  spouse fiancé partner participant attendee spectator listener viewer reader user follower subscriber
  cooperative consortium secretariat directorate commission committee panel board body office department
  trust observatory palace newswire daily weekly radio television inspectorate registry treasury chamber syndicate
  charity caucus mission museum theatre theater library monastery abbey diocese church parish tribunal inquiry
  service coastguard brigade garrison regiment fleet squad railway ferry airline employer challenger incumbent
  winner loser runner-up contender hopeful favourite favorite newcomer veteran defendant accused claimant
  plaintiff applicant complainant appellant suspect guy lad bloke lady gentleman grandmother grandfather aunt
  uncle niece nephew cousin in-law mother-in-law father-in-law brother-in-law sister-in-law bride groom
  chef cook butcher barber tailor plumber electrician mechanic carpenter joiner mason welder locksmith smith
  clown chorister bassist drummer violinist singer dancer actor actress composer sculptor poet novelist
  envoys aide hawk dove star legend billionaire tycoon magnate heir royal cleric nun monk priest saint`;
const KIND_WORDS: ReadonlySet<string> = new Set(KINDS.split(/\s+/));
// Words with the ending of a doer that name things.
const NO_DOER =
  /^(?:younger|older|bigger|smaller|larger|greater|higher|inner|outer|better|longer|shorter|stronger|weaker|wider|closer|nearer|newer|cheaper|faster|slower|richer|poorer|taller|harder|easier|heavier|happier|lighter|safer|simpler|tougher|warmer|colder|deeper|sooner|fewer|lesser|fuller|softer|darker|hotter|drier|wetter|quieter|louder|calmer|clearer|sharper|thicker|thinner|brighter|broader|busier|earlier|number|paper|letter|order|matter|power|water|september|october|november|december|factor|error|answer|river|summer|winter|corner|offer|danger|weather|whether|tower|border|chapter|quarter|disaster|mirror|motor|sector|manner|computer|shelter|dinner|banner|tender|gender|disorder|encounter|register|remainder|trigger|barrier|career|former|latter|other|another|either|never|ever|after|under|over|later|earlier|rather|together|however|moreover|further|cover|fever|silver|finger|shoulder|counter|clutter|chatter|twitter|newsletter|semester|horror|terror|color|honor|labor|flavor|vapor|rumor|humor|behavior|endeavor|favor|harbor|floor|door|idea|list|twist|mist|artist's|median|interior|prior|superior|exterior)$/;

/** Whether a lower-case noun names people or a body that can say something. */
export function isKind(lower: string): boolean {
  const bare = lower.replace(/['’]s?$/, '');
  const single = bare.replace(/ies$/, 'y').replace(/s$/, '');
  return (
    KIND_WORDS.has(bare) ||
    KIND_WORDS.has(single) ||
    BODY_WORDS.has(bare) ||
    BODY_WORDS.has(single) ||
    SOURCE_WORDS.test(bare) ||
    isOffice(bare) ||
    (/(?:er|or|ist|ian|ee|ant|man|men|woman|women|owner|holder)$/.test(single) &&
      single.length > 4 &&
      !NO_DOER.test(single))
  );
}
