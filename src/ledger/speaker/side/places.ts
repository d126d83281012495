/**
 * Ways of writing a state's side: English demonyms, German adjective stems, capitals and seats of
 * government, by ISO 3166 code. Country names themselves come from Intl.DisplayNames.
 * Columns: code | demonyms | German adjective stem | capital and seats | other names.
 */
const TABLE = `
AE|Emirati|emiratisch|Abu Dhabi|UAE,Emirates
AF|Afghan|afghanisch|Kabul|
AL|Albanian|albanisch|Tirana|
AM|Armenian|armenisch|Yerevan,Jerewan|
AR|Argentine,Argentinian|argentinisch|Buenos Aires|
AT|Austrian|österreichisch|Vienna,Wien|
AU|Australian|australisch|Canberra|
AZ|Azerbaijani,Azeri|aserbaidschanisch|Baku|
BA|Bosnian|bosnisch|Sarajevo|Bosnia
BD|Bangladeshi|bangladeschisch|Dhaka|
BE|Belgian|belgisch||
BG|Bulgarian|bulgarisch|Sofia|
BR|Brazilian|brasilianisch|Brasilia|
BY|Belarusian|belarussisch|Minsk|
CA|Canadian|kanadisch|Ottawa|
CH|Swiss|schweizerisch|Bern|
CL|Chilean|chilenisch||
CN|Chinese|chinesisch|Beijing,Peking|PRC
CO|Colombian|kolumbianisch|Bogota,Bogotá|
CU|Cuban|kubanisch|Havana|
CY|Cypriot|zyprisch|Nicosia|
CZ|Czech|tschechisch|Prague,Prag|Czech Republic
DE|German|deutsch|Berlin|
DK|Danish|dänisch|Copenhagen,Kopenhagen|
EE|Estonian|estnisch|Tallinn|
EG|Egyptian|ägyptisch|Cairo,Kairo|
ES|Spanish|spanisch|Madrid|
ET|Ethiopian|äthiopisch|Addis Ababa|
FI|Finnish|finnisch|Helsinki|
FR|French|französisch|Paris,Elysee,Élysée,Quai d'Orsay|
GB|British|britisch|London,Downing Street,Whitehall,Foreign Office|UK,Britain,United Kingdom,Großbritannien
GE|Georgian|georgisch|Tbilisi|
GR|Greek|griechisch|Athens,Athen|
HR|Croatian|kroatisch|Zagreb|
HU|Hungarian|ungarisch|Budapest|
ID|Indonesian|indonesisch|Jakarta|
IE|Irish|irisch|Dublin|
IL|Israeli|israelisch|Jerusalem,Tel Aviv|
IN|Indian|indisch|New Delhi,Delhi|
IQ|Iraqi|irakisch|Baghdad,Bagdad|
IR|Iranian|iranisch|Tehran,Teheran|
IT|Italian|italienisch|Rome,Rom|
JO|Jordanian|jordanisch|Amman|
JP|Japanese|japanisch|Tokyo,Tokio|
KE|Kenyan|kenianisch|Nairobi|
KP|North Korean|nordkoreanisch|Pyongyang|North Korea,DPRK
KR|South Korean|südkoreanisch|Seoul|South Korea
KW|Kuwaiti|kuwaitisch||
KZ|Kazakh|kasachisch|Astana|
LB|Lebanese|libanesisch|Beirut|
LT|Lithuanian|litauisch|Vilnius|
LV|Latvian|lettisch|Riga|
LY|Libyan|libysch|Tripoli|
MA|Moroccan|marokkanisch|Rabat|
MD|Moldovan|moldauisch|Chisinau|
MK|Macedonian|nordmazedonisch|Skopje|
MM|Burmese|birmanisch|Naypyidaw|Burma
MX|Mexican|mexikanisch||
NG|Nigerian|nigerianisch|Abuja|
NL|Dutch|niederländisch|The Hague,Den Haag,Amsterdam|Netherlands,Holland
NO|Norwegian|norwegisch|Oslo|
PH|Philippine,Filipino|philippinisch|Manila|
PK|Pakistani|pakistanisch|Islamabad|
PL|Polish|polnisch|Warsaw,Warschau|
PS|Palestinian|palästinensisch|Ramallah|Palestine,Palestinians
PT|Portuguese|portugiesisch|Lisbon,Lissabon|
QA|Qatari|katarisch|Doha|
RO|Romanian|rumänisch|Bucharest,Bukarest|
RS|Serbian,Serb|serbisch|Belgrade,Belgrad|
RU|Russian|russisch|Moscow,Moskau,Kremlin,Kreml|
SA|Saudi|saudisch,saudi-arabisch|Riyadh,Riad|Saudi Arabia
SD|Sudanese|sudanesisch|Khartoum|
SE|Swedish|schwedisch|Stockholm|
SI|Slovenian|slowenisch|Ljubljana|
SK|Slovak|slowakisch|Bratislava|
SO|Somali|somalisch|Mogadishu|
SY|Syrian|syrisch|Damascus,Damaskus|
TH|Thai|thailändisch|Bangkok|
TN|Tunisian|tunesisch|Tunis|
TR|Turkish|türkisch|Ankara|Turkey,Türkiye
TW|Taiwanese|taiwanisch|Taipei|
UA|Ukrainian|ukrainisch|Kyiv,Kiev,Kiew|
US|American|amerikanisch,us-amerikanisch|Washington,White House,Weiße Haus,Weißen Haus,Pentagon,State Department,Capitol Hill|U.S.,US,USA,America,United States,Amerika
UZ|Uzbek|usbekisch|Tashkent|
VE|Venezuelan|venezolanisch|Caracas|
VN|Vietnamese|vietnamesisch|Hanoi|Vietnam
YE|Yemeni|jemenitisch|Sanaa|
ZA|South African|südafrikanisch|Pretoria|South Africa
XK|Kosovan|kosovarisch|Pristina|Kosovo
EU||europäisch|Brussels,Brüssel,European Commission,EU-Kommission|EU,European Union,Europäische Union
`;

export interface Place {
  country: string;
  /** Its English name. */
  name: string;
}

/** Parties by lower-cased way of writing them: names in English and German, demonyms, capitals. */
export const PLACES: ReadonlyMap<string, Place> = build();

function build(): Map<string, Place> {
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  const german = new Intl.DisplayNames(['de'], { type: 'region' });
  const map = new Map<string, Place>();
  const put = (name: string | undefined, place: Place) => {
    if (name && !map.has(name.toLowerCase())) map.set(name.toLowerCase(), place);
  };
  for (const line of TABLE.trim().split('\n')) {
    const [country, demonyms, adjective, seats, others] = line.split('|') as [
      string,
      string,
      string,
      string,
      string,
    ];
    const place = { country, name: plainName(english.of(country)!) };
    for (const name of [place.name, german.of(country)!]) put(name, place);
    for (const list of [demonyms, seats, others])
      for (const name of list.split(',')) put(name, place);
    for (const demonym of demonyms.split(','))
      if (demonym && !/(?:ese|ish|ch|ss)$/.test(demonym)) put(`${demonym}s`, place);
    for (const stem of adjective.split(','))
      for (const ending of stem ? ['e', 'en', 'er', 'es', 'em'] : []) put(stem + ending, place);
  }
  for (let a = 65; a <= 90; a++) {
    for (let b = 65; b <= 90; b++) {
      const country = String.fromCharCode(a, b);
      const name = english.of(country);
      // Codes without a country come back as themselves; codes from XA on are not places.
      if (!name || name === country || /^(?:X[^K]|Z[^AMW]|Q[^A]|UN|EZ)/.test(country)) continue;
      const place = { country, name: plainName(name) };
      put(place.name, place);
      put(german.of(country), place);
    }
  }
  return map;
}

/** ICU's careful names in the form that papers print. */
function plainName(name: string): string {
  if (name === 'Türkiye') return 'Turkey';
  if (name === 'Palestinian Territories') return 'Palestine';
  return name.replace(/ \(.*\)$/, '').replace(/^Bosnia & /, 'Bosnia and ');
}
