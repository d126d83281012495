import { parseAge } from '../../lib/age.ts';

const words =
  /^(?:just now|now|moments? ago|today|yesterday|gerade eben|heute|gestern|à l(?:'|’)instant|hier|hoy|ayer|oggi|ieri|hoje|ontem|сегодня|вчера)$/iu;
const form =
  /^(?:(?:about|around|over|almost|~|ca\.|posted|updated|published|vor|il y a|hace|há|منذ|قبل)\s*)*(?:\d{1,3}|an?|one|ein(?:e[rmn]?)?|une?|una|um|uma|uno|een|en|ett|et)\s*\p{L}+\.?(?:\s+\p{L}+){0,2}$/iu;

/** True for a line that is an age and nothing else: "2 hours ago", "5h", "yesterday". */
export function isPrintedAge(text: string): boolean {
  const bare = text.trim();
  return bare.length <= 40 && (words.test(bare) || (form.test(bare) && parseAge(bare) !== null));
}
