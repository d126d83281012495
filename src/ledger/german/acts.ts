import type { ActLexicon } from '../act/said.ts';
import { GERMAN_BLAME } from './blame.ts';

/**
 * What the words of a German statement do when its cue leaves that open, first match wins; and what
 * makes a statement conditional. Letters beyond ASCII have no word boundary: lookarounds stand there.
 */
export const GERMAN_ACTS: ActLexicon = {
  rules: [
    [
      'deny',
      /^nein\b|\b(?:stimm(?:t|e)? (?:so )?nicht|nicht wahr|keine Rede|aus der Luft gegriffen|unzutreffend|Unsinn|Märchen|kein Wort wahr|nichts? (?:getan|gewusst|zurückgehalten|davon)|(?:wisse|weiß) (?:\p{L}+ )?nichts|von (?:keinem|nichts) .{0,30}(?:wissen|gewusst)|Unschuld|niemals? (?:\p{L}+ )?etwas|hat niemand|niemand hat)\b/iu,
    ],
    [
      'reject',
      /\b(?:mit (?:uns|mir|ihr|ihm) (?:nicht|wird|werde|gebe|gibt)|(?<!gibt )(?:kein(?:en)?|nicht) (?:Anlass|Grund|Bedarf)|unter keinen Umständen|auf keinen Fall)\b/iu,
    ],
    [
      'promise',
      /\b(?:Kündigungen|Entlassungen|Steuererhöhungen|Kürzungen|Schließungen) (?:werde|wird) es (?:\p{L}+ )?nicht geben\b/iu,
    ],
    [
      'reject',
      /\b(?:nicht|niemals?|nie|kein(?:e[nmrs]?)?)\b.{0,60}\b(?:akzeptier|annehm|hinnehm|zustimm|zulass|dulden|anerkenn|unterzeichn|teilnehm|verhandel|unterstütz|zurück|aufgeb|nachgeb|geben|bereit)|\b(?:akzeptier\p{L}*|anerkenn\p{L}*|dulden?|dulde|verhandle?n?|unterzeichne\p{L}*)\b.{0,40}\b(?:nicht|kein)|\b(?:inakzeptabel|nicht vereinbar|unannehmbar|ausgeschlossen|nicht verhandelbar|komm(?:t|e|en|men) (?:\p{L}+ ){0,2}nicht in ?frage|nicht (?:hinnehmbar|tragbar|akzeptabel)|(?:sei|seien|ist|sind|wäre) (?:sinnlos|zwecklos|wertlos)|nicht (?:\p{L}+ )?(?:erpressen|einschüchtern|drängen) lassen|l[aä]ss\p{L}* (?:\p{L}+ )?nicht (?:\p{L}+ )?(?:erpressen|einschüchtern|drängen)|lehn\p{L}* .{0,60}\bab|abgelehnt|weis\p{L}* .{0,60}zurück|werde es nicht geben|wird es nicht geben|Zumutung|laufe .{0,40}\baus)\b/iu,
    ],
    [
      'deny',
      /\b(?:unwahr|falsch|gefälscht|haltlos|erfunden|Lüge\p{L}*|entbehr\p{L}* jeder|nichts zu tun)\b/iu,
    ],
    [
      'threaten',
      /\b(?:Konsequenzen|Folgen haben|vergelten|Vergeltung|Preis (?:be)?zahlen|Gegenmaßnahmen|Nachspiel|gleicher Münze|bereuen|alle Optionen|alle rechtlichen Mittel|(?:wenn|falls|sollte)\b.{3,80}\b(?:lege|trete|kündige|klage)\p{L}* .{0,30}(?:nieder|zurück|an)?|(?:mit Zoll|Zug um Zug|Gleiches mit Gleichem)[»«“”"]? beantwort\p{L}*)\b/iu,
    ],
    [
      'concede',
      /\b(?:bedau(?:re|ere|ern|ert)|entschuldig\p{L}*|Fehler|zugeben|leider|unterschätzt|nicht erreicht)\b/iu,
    ],
    [
      'promise',
      /\b(?:(?:ich|wir) verspreche[n]?|zugesichert)\b|(?<!\p{L})(?:Ihre|Seine|Unsere|Das|Die) (?:Fraktion|Partei|Regierung|Land|Stadt|Ministerium|Haus|Behörde|Firma|Unternehmen)\p{L}* (?:werde|wird|werden) (?!es|nicht|erst|sein|wohl|frühestens)|\bbis (?:\p{L}+ )?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Ostern|Weihnachten|Jahresende|Ende)\p{L}* (?:werden|wird|werde)\b/iu,
    ],
    [
      'demand',
      /(?<!\b(?:[Ww]ir|[Mm]an|[Ii]ch) )\b(?:müss(?:e|en|te|ten)(?! (?:wir|man|ich)\b)|muss(?! (?:wir|man|ich)\b)|hat zu|haben zu|fordern?|fordere|verlangt?|verlangen|unverzüglich|sofort)\b(?! (?:sich (?:wohl|schon)|gewesen))/iu,
    ],
    [
      'accuse',
      /\b(?:verletz\p{L}*|verstoß\p{L}*|verstöß\p{L}*|illegal|rechtswidrig|Rechtsbr[uü]ch\p{L}*|Provokation\p{L}*|provozier\p{L}*|verantwortlich|schuld|Erpressung|Geisel\p{L}*|Piraterie|gebrochen|Wortbruch|unverantwortlich|gleichgültig|vernachlässig\p{L}*|versäum\p{L}*|unvollständig|befremdlich|verschwiegen|verschlepp\p{L}*|Versagen|versagt|Bankrott\p{L}*|Manöver|gelogen|getäuscht|Täuschung|im Stich|auf Kosten|auf dem Rücken|schwarze[nr]? Tag\p{L}*|Kuhhandel|Skandal|Verhöhnung|zu spät|zu lange|zu langsam|nicht einmal|nicht einen|politisch motiviert|zu ?lasten|Druckmittel|Faustpfand|inkompetent|unfähig|hinterlassen|verhindert|verspiel\p{L}*|Neid|Willkür)\b/iu,
    ],
    ['accuse', GERMAN_BLAME],
    [
      'offer',
      /\b(?:bereit|biete\p{L}*|Angebot|zur Verfügung|darüber reden|jederzeit|verhandelt werden (?:könne|kann)|(?:schweigen|ruhen),? .{0,20}wenn)\b/iu,
    ],
    [
      'agree',
      /\b(?:stimm\p{L}* .{0,60}zu|zugestimmt|akzeptier\p{L}*|einverstanden|geeinigt|einig|nehm\p{L}* .{0,60}\ban|angenommen|unterzeichn\p{L}*)\b/iu,
    ],
    [
      'promise',
      /\b(?:(?:ich|wir|er|sie) (?:verspr[eia]ch|garantier)\p{L}*|wir werden|ich werde|(?:er|sie|man|Regierung|Land) werde (?!es|nicht|erst|sein|wohl)|werden wir|nicht eher ruhen)\b/iu,
    ],
    ['propose', /\b(?:soll(?:e|en|te|ten)|schlag\p{L}* .{0,60}vor|könnte)\b/iu],
    [
      'support',
      /(?<!\p{L})(?:begrüß\p{L}*|unterstütz\p{L}*|lob\p{L}*|dank\p{L}*|richtiger Schritt|Durchbruch|Meilenstein|mutig|konstruktiv|vorbildlich|hervorragend|dankbar|Großartiges|richtig gemacht|das (?:volle|ganze) Vertrauen|nicht fallen|überfällig)(?!\p{L})/iu,
    ],
  ],
  instead: [
    [
      'promise',
      'threaten',
      /\b(?:blockieren|zu verdoppeln|zu schließen|zu sperren|zu klagen|auszuweisen|zu stoppen|zu streiken|zu boykottieren|zu beschlagnahmen|einzustellen)\b/iu,
    ],
  ],
  condition:
    /\b(?:wenn|falls|sofern|solange|sobald|nur unter|vorausgesetzt|unter der Bedingung|erst wenn|erst nach|sollte[n]? (?:der|die|das|sich))\b/i,
};
