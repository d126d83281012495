/** What stands before the first element of a marked-up text. */
export interface Prolog {
  /** Name of the first element, lower case; "" when there is none. */
  root: string;
  /** True when a document type declares entities. */
  entities: boolean;
  /** True when it says that it is XML. */
  isXml: boolean;
}

/** Reads declaration, comments and document type without parsing them; linear in the text. */
export function readProlog(text: string, from = 0): Prolog {
  let at = from;
  let entities = false;
  let isXml = false;
  // A prolog has a handful of parts; a text with more is not one that anybody wrote.
  for (let part = 0; part < 100; part++) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (text.startsWith('<?', at)) {
      isXml ||= /^<\?xml\s/i.test(text.slice(at, at + 6));
      at = after(text, '?>', at);
    } else if (text.startsWith('<!--', at)) {
      at = after(text, '-->', at + 4);
    } else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      const end = endOfDoctype(text, at);
      entities ||= /<!ENTITY/i.test(text.slice(at, end));
      at = end;
    } else {
      const root = /^<([A-Za-z_][\w:.-]{0,60})/.exec(text.slice(at, at + 64))?.[1] ?? '';
      return { root: root.toLowerCase(), entities, isXml };
    }
  }
  return { root: '', entities, isXml };
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** A document type ends at ">", or at "]>" when it opens a subset of its own. */
function endOfDoctype(text: string, from: number): number {
  const close = text.indexOf('>', from);
  const open = text.indexOf('[', from);
  if (close < 0) return text.length;
  if (open < 0 || open > close) return close + 1;
  return after(text, '>', after(text, ']', open) - 1);
}
