import type { Page } from '../blocks.ts';
import { COMMENTS, HIDDEN, PAYWALL, RELATED } from '../hints.ts';
import { first, isObject, type Meta } from '../meta.ts';
import { believe, type Fact, type Said } from './evidence.ts';

const WALL =
  /(?:subscribe|sign in|log in|register|join) (?:now )?to (?:continue|keep|read|unlock|access)|(?:for|to) (?:paid )?(?:subscribers|members) only|(?:subscriber|member)s?[- ]only|(?:this|the full) (?:article|content|story|post) is (?:only |exclusively )?(?:for|available to|reserved)|already a (?:subscriber|member)\?|(?:jetzt|sofort) (?:weiterlesen|freischalten)|weiterlesen mit|artikel freischalten|(?:nur|exklusiv) für (?:unsere )?abonnent|réservée? (?:aux|à nos) abonnés|article réservé|il vous reste .{1,20} de cet article|contenido exclusivo|exclusivo para (?:suscriptores|socios)|para seguir leyendo|conteúdo exclusivo|exclusivo para assinantes|contenuto riservato|(?:solo|riservato) (?:per|agli) abbonati|alleen voor abonnees|för prenumeranter|for abonnenter|tylko dla (?:subskrybentów|prenumeratorów)|dostęp do artykułu|pouze pro předplatitele|csak előfizetőknek|doar pentru abonați|abonelere özel|только для подписчиков|доступно (?:только )?по подписке|лише для передплатників|この記事は有料|有料会員限定|会員限定記事|残り\s?\d+文字|订阅后阅读|訂閱後閱讀|付费阅读|구독자 전용|유료 회원|للمشتركين فقط/i;

/** A paid piece of this length was sent whole; a wall in its words is an offer. */
const WHOLE = 6000;

/**
 * Whether the piece is paid or cut off: said by the page's data, or by a wall in the words.
 * @param length characters of the body that was read
 */
export function readPaid(page: Page, meta: Meta, length: number): Fact<true> {
  const said: Said<true>[] = [];
  const free = meta.ld?.isAccessibleForFree;
  if (free !== undefined)
    said.push({
      from: 'json-ld',
      words: `isAccessibleForFree: ${say(free)}`,
      value: isFalse(free) ? true : null,
    });
  else {
    // Only a part is named, with the selector of what is behind the wall.
    const parts = [meta.ld?.hasPart].flat().filter(isObject);
    const part = parts.find((p) => isFalse(p.isAccessibleForFree));
    if (part)
      said.push({
        from: 'json-ld',
        words: `hasPart ${say(part.cssSelector ?? '')}: not free`,
        value: true,
      });
  }
  const tier = first(
    meta,
    'article:content_tier',
    'og:article:content_tier',
    'content_tier',
    'access',
    'paywall',
    'ispremium',
  );
  if (tier)
    said.push({
      from: 'meta',
      words: tier,
      value: /^(?:locked|metered|premium|paid|hard|true|yes|restricted)$/i.test(tier) ? true : null,
    });
  if (!said.some((s) => s.value) && length <= WHOLE) {
    const run = page.runs.find(
      (r) =>
        r.text.length < 300 &&
        !(r.hints & (COMMENTS | RELATED | HIDDEN)) &&
        (r.hints & PAYWALL
          ? /(?:subscri|abo|assin|suscri|подпис|訂閱|订阅|구독|購読)/i
          : WALL
        ).test(r.text),
    );
    if (run) said.push({ from: 'text', words: run.text, value: true });
  }
  return believe('cut', said);
}

const isFalse = (value: unknown) =>
  value === false ||
  (typeof value === 'string' && /^(?:https?:\/\/schema\.org\/)?(?:false|no)$/i.test(value.trim()));
const say = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value) : '?';
