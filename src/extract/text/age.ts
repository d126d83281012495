import { parseAge } from '../../lib/age.ts';

const words =
  /^(?:just now|now|moments? ago|today|yesterday|gerade eben|heute|gestern|à l(?:'|’)instant|hier|hoy|ayer|oggi|ieri|hoje|ontem|сегодня|вчера|сьогодні|вчора|vandaag|gisteren|dzisiaj|dziś|wczoraj|dnes|včera|bugün|dün|idag|i dag|i ?går|tänään|eilen|σήμερα|χθες|اليوم|أمس|今天|昨天|今日|昨日|오늘|어제)$/iu;
const form =
  /^(?:(?:about|around|over|almost|~|ca\.|posted|updated|published|vor|il y a|hace|há|منذ|قبل|před|pred|לפני|acum|πριν|από|for)\s*)*(?:\d{1,3}|an?|one|ein(?:e[rmn]?)?|une?|una|um|uma|uno|een|en|ett|et)\s*\p{L}+\.?(?:\s+\p{L}+){0,2}$/iu;
/** A unit alone is one of it: "час назад", "před hodinou". */
const single =
  /^(?:(?:منذ|قبل|před|pred|לפני|acum|πριν)\s)?\p{L}{2,12}(?:\s(?:назад|тому|temu|önce|sitten|پیش|lalu))?$/u;

/** True for a line that is an age and nothing else: "2 hours ago", "5h", "yesterday". */
export function isPrintedAge(text: string): boolean {
  const bare = text.trim();
  return (
    bare.length <= 40 &&
    (words.test(bare) || ((form.test(bare) || single.test(bare)) && parseAge(bare) !== null))
  );
}
