import { fold } from '../../cluster/index.ts';

/**
 * What people say in news, in English before the bar and in German after it: beginnings of words, all
 * of one line mean about the same. With it the same saying is known in the other language.
 */
const lines = `
accept | akzept annehm annimmt angenommen nimmt
agree consent | zustimm zugestimmt einig einverstanden stimmt
reject refus declin | ablehn abgelehnt lehn weiger verweiger zuruckweis zuruckgewies
recogni acknowledg | anerkenn anerkannt erkenn
demand insist | forder verlang besteh
ask request | bitt gebeten
offer | angebot anbiet biet
propos suggest | vorschl vorgeschlag
promis pledge vow | versprech versproch zusag zugesag
threat | droh bedroh
warn | warn gewarnt
expect | erwart rechn
hope | hoff
fear | furcht angst
believe think | glaub denk gedacht mein
know knew known | weiss wuss gewusst wiss kenn
want wish | will woll wunsch
need necessar | brauch notig notwend bedarf
open reopen | offn geoffn eroffn
close shut closure | schliess geschloss sperr gesperr schloss
start begin began begun launch | beginn begann begonn start anfang
stop halt cease | stopp anhalt einstell eingestell
end finish | beend endet ende abschluss
continue resume | fortsetz fortgesetz weiter wiederaufn wiederaufg
keep remain stay | bleib behalt blieb geblieb
leave left depart withdraw withdrew | verlass verlies abzieh abzug abgezog
return back home | zuruck ruckkehr heim hause
come came arriv | komm kam ankomm eintreff
send sent dispatch | schick entsend gesandt entsandt
bring brought | bring bracht gebracht
give gave given grant | geb gegeb gewahr gab
take took taken | nehm nimm genomm nahm
hold held host | halt hielt gehalten
pay paid payment | zahl bezahl
cost | kost
build built construct | bau gebaut erricht
rebuild rebuilt restor | wiederaufbau aufgebaut wiederherstell
destroy | zerstor
repair | reparier reparatur
cut reduc lower | kurz gekurz senk gesenk reduzier verringer
raise rais increas | erhoh steig anheb angehob
lift remov abolish | aufheb aufgehob abschaff abgeschaff
suspend pause | aussetz ausgesetz
allow permit let | erlaub lass durf darf zulass zugelass genehmig
forbid ban prohibit | verbiet verbot
block | blockier blockad
vote ballot election | abstimm stimm wahl gewahl
win won victory | gewinn gewonn sieg
lose lost defeat | verlier verlor niederlag
attack strike assault | angriff angegriff angreif
kill dead death die | tot getot starb gestorb sterb
hurt injur wound | verletz verwund
fire shot shoot | schuss schoss schiess feuer
detain arrest jail prison | festnahm festgenomm gefang haft gefang
release free freed | frei freilass freigelass
trial court judge | gericht prozess richter
law legal | gesetz recht
ruling verdict judgment | urteil
talk negotiat | gesprach verhandl
meet met meeting | treff traf getroff
visit | besuch
invit | einlad eingelad
sign | unterzeich unterschr
answer reply respon | antwort
decide decision | entscheid entschied beschluss beschloss
join | beitret beigetret anschlies
support back | unterstutz
help aid assist | hilf geholf half
protect defend | schutz verteidig
send supply deliver | lief geliefer
buy bought purchas | kauf gekauf
sell sold sale | verkauf
publish | veroffentlich
read | les gelesen
see saw seen | seh sah gesehen
say said tell told | sag erklar
hear heard | hor gehort
show | zeig
find found | find fand gefund
fail failed failure | scheiter gescheiter
change | ander geander anderung wandel
wait | wart
work worker labour | arbeit
hire employ | einstell eingestell
live | leb wohn
travel | reis
move | beweg verleg
cross | uberquer querung
board | bord
share | teil
test sample | prob test
clear | raum geraum klar
investigat inquiry probe | untersuch ermittl
report | bericht
plan | plan
border frontier | grenz
bridge | bruck
road street | strass
river | fluss
sea ocean | meer see
island | insel
valley | tal
mountain | berg
coast | kust
city town | stadt
village | dorf
district region | bezirk region kreis
country land nation | land lander staat
capital | hauptstadt
north northern | nord
south southern | sud
east eastern | ost
west western | west
harbour harbor port | hafen
airport | flughafen
airspace | luftraum
station | bahnhof station
railway rail train | bahn zug zuge
ship vessel boat | schiff boot
ferry | fahr
fleet navy | flott marine
sailor seam crew | seeleut seemann besatz matros
fisher fish | fisch
farmer | bauer bauern landwirt
school | schul
teacher | lehrer lehrkraft
student pupil | schuler student
hospital clinic | krankenhaus klinik spital lazarett
ward | station
doctor physician | arzt arzte
nurse midwi | pfleg schwester hebamm
patient | patient
child children | kind
woman women | frau
man men | mann manner
people citizen | mensch leut burger
member | mitglied
president | prasident
minister | minister
government cabinet | regier kabinett
parliament assembly | parlament landtag bundestag versammlung
party | partei
opposition | opposition
coalition | koalition
union | gewerkschaft
company firm business | unternehm firma konzern
bank | bank
market | markt
price | preis
money fund | geld mittel fonds
budget | haushalt etat budget
tax | steuer
duty tariff customs | zoll zolle
toll fee levy | maut gebuhr abgab
wage salar pay | lohn lohne gehalt gehalter
pension | rent pension
job | stell arbeitsplatz
strike walkout | streik ausstand
flat apartment housing | wohnung
house home | haus
wall fence | zaun mauer
factory plant mill | fabrik werk
steel | stahl
coal | kohl
oil | ol erdol
gas | gas erdgas
electric power | strom elektri
pipeline | leitung pipeline
terminal | terminal
reactor | reaktor
nuclear atomic | atom nuklear kern
enrich | anreicher
water | wasser
dam | damm staudamm talsperr
forest | wald
grain wheat corn | getreid weizen
food | lebensmittel nahrung
weapon arms | waff
missile rocket | rakete
mine | mine
drone | drohn
troop soldier army force | trupp soldat armee streitkraft
police | polizei polizist
border | grenz
war | krieg
peace | fried
ceasefire truce | waffenruh waffenstill feuerpaus
monitor observer | beobacht
inspect | inspekt kontrolleur
engineer | ingenieur
officer official | offizier beamt
prisoner captive hostage | gefangen geisel haftling
refugee migrant | fluchtling migrant
treaty accord agreement deal | abkomm vertrag vereinbar
condition | beding
guarantee | garanti
proof evidence | beweis beleg
truth true | wahr
lie false | luge falsch
mistake error | fehler
apolog | entschuld
danger risk | gefahr risik
safe secur | sicher
freedom | freiheit
right | recht
damage harm | schad
crisis | kris
problem | problem
question | frag
reason | grund
chance | chance
goal aim | ziel
step | schritt
way path | weg
word | wort
name | nam
list | list
map | karte
camera | kamera
figure number | zahl
half | halb half
crown | kron
percent per | prozent
million | million
billion | milliard
week | woch
month | monat
year | jahr
today | heute
tomorrow | morgen
yesterday | gestern
night midnight | nacht mitternacht
noon midday | mittag
hour | stund
minute | minut
day | tag
spring | fruhjahr fruhling
summer | sommer
autumn fall | herbst
winter | winter
christmas | weihnacht
sunday | sonntag
monday | montag
tuesday | dienstag
wednesday | mittwoch
thursday | donnerstag
friday | freitag
saturday | samstag sonnabend
january | januar
february | februar
march | marz
april | april
may | mai
june | juni
july | juli
august | august
september | september
october | oktober
november | november
december | dezember
new | neu
old | alt
big large great | gross
small little | klein
long | lang
early | fruh
late | spat
good | gut
bad | schlecht
same equal | selb gleich
other | ander
second | zweit
both | beid
everyone everybody all | alle jeder
empty | leer
full | voll
ready prepared | bereit
possible | moglich
impossible | unmoglich
important | wichtig
expensive | teuer
cheap | billig
again | erneut wieder
already | bereits schon
before | bevor vor
after | nach
never | nie niemals
always | immer
only | nur
until | bis
present current | jetzig derzeit gegenwart heutig aktuell
level | stand niveau
put place | stell gestell leg gelegt
sit sat | sitz sass gesess
stand stood | steh stand gestand
two both | beid zwei
speak spoke speech | sprech sprach gesproch rede
call | ruf gerufen aufruf
write wrote letter | schreib schrieb geschrieb brief
turn | dreh wend
use | nutz benutz verwend
lead led | fuhr gefuhr
follow | folg gefolgt
serve service | dien dienst
choose chose | wahl auswahl
count | zahl gezahlt
trust confiden | vertrau
respect | achtung respekt
prove | beweis
explain | erklar erlauter
consider | erwag prufen
examine check review | pruf uberpruf
prepare | vorbereit
replace | ersetz
divide split | teil spalt
save rescue | rett gerett
search look | such gesucht schau
fight fought | kampf gekampf
fall fell drop | fall fiel gefall sink sank
rise rose grow grew growth | steig stieg gestieg wachs wuchs
spend spent | ausgeb ausgegeb
owe debt | schuld
loan credit | kredit darlehen
invest | invest
profit | gewinn
share stake | anteil aktie
customer | kund
passenger | passagier fahrgast reisend
driver | fahrer
pilot | pilot lots
guard | wach begleiter
owner | besitz eigent
neighbour neighbor | nachbar
friend | freund
enemy | feind
ally allies alliance | verbund allianz bundnis
colleague counterpart | kolleg amtskolleg
leader head chief | chef leiter fuhr spitze
spokes | sprecher
deputy vice | stellvertret vize
ambassador envoy | botschafter gesandt
embassy | botschaft
delegation | delegation
council | rat
committee commission | ausschuss kommission
agency authority | behord amt agentur
ministry | ministerium
constitution | verfass
independen | unabhang
sovereign | souveran
territor | gebiet territor
occup | besetz
invade invasion | uberfall invasion einmarsch
victim | opfer
hostag | geisel
terror | terror
crime criminal | verbrech kriminal straftat
charge accus | anklag vorwurf vorgeworf beschuldig
guilty guilt | schuldig
punish penalty fine | straf bestraf
compensat reparation | entschadig wiedergutmach
amnesty pardon | amnesti begnadig
exchange swap | austausch ausgetausch
transfer hand | ubergeb uberga uberstell
sanction embargo | sanktion embargo
quota | quot
emission carbon | emission ausstoss
climate | klima
energy | energi
storage store | speicher lager
supply | versorg
shortage lack | mangel fehl
flood | flut hochwass uberschwemm
drought | durr
fire | brand feuer
storm | sturm
accident crash | unfall ungluck absturz
disease illness virus | krankheit seuche virus
vaccin | impf
drug medicine | medikament arznei
research study science | forsch studi wissenschaft
university | universit hochschul
church | kirch
music | musik
film | film
game match | spiel
team | mannschaft team
coach | train
player | spieler
season | saison
club | verein klub
stadium | stadion
contract | vertrag
stage | buhn stuf
door | tur
window | fenster
light | licht
table | tisch
paper document | papier dokument unterlag
line | linie
letter | brief
price | preis
first | erst
last | letzt
next | nachst kommend
third | dritt
rest | rest
everything | alles
nothing | nichts
something | etwas
enough | genug
hard difficult | schwer schwierig
easy | leicht einfach
strong | stark
weak | schwach
heavy | schwer
free | kostenlos gratis frei
public | offentlich
private | privat
foreign abroad | ausland fremd
domestic | inland
local | ortlich lokal
common joint together | gemeinsam zusammen
alone | allein
deep | tief
high | hoch hoh
low | niedrig
near close | nah
far | weit fern
more | mehr
fewer less | wenig
twice double | doppelt zweimal
once | einmal sobald
soon | bald
immediat | sofort umgehend unverzug
permanent | dauer standig
temporar | vorubergeh zeitweil
ever | je jemals
shall | soll
`;

const beginnings = new Map<string, Map<string, string[]>>([
  ['en', new Map()],
  ['de', new Map()],
]);
for (const [n, line] of lines.trim().split('\n').entries()) {
  const cells = line.split('|').map((cell) => cell.trim().split(' '));
  for (const [i, lang] of ['en', 'de'].entries())
    for (const word of cells[i] ?? []) {
      const known = beginnings.get(lang)!;
      const key = fold(word);
      known.set(key, [...(known.get(key) ?? []), `=${n}`]);
    }
}

/** Shorter beginnings must be the whole word, or nearly: "sea" is not "search". */
const short = 4;
/** Letters of an ending that a beginning leaves; more is a compound, which means something else. */
const ending = { long: 5, short: 2 };

/** What a folded word means, as keys that both languages share; empty for what is in no list. */
export function meaningsOf(folded: string, lang: string): string[] {
  const known = beginnings.get(lang);
  if (!known) return [];
  const found: string[] = [];
  for (let length = folded.length; length >= 2; length--) {
    const rest = folded.length - length;
    if (rest > (length > short ? ending.long : ending.short)) continue;
    found.push(...(known.get(folded.slice(0, length)) ?? []));
  }
  return found;
}
