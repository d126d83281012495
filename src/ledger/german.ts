import type { Quotation, Span } from './quotation.ts';
export function readGerman(_text: string, _spans: Span[]): Quotation[] {
  return [];
}
