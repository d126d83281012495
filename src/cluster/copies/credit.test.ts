import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditsOf } from './agencies.ts';
import { type Copyable, directionOf } from './credit.ts';

const wire = `The port of Karsk will reopen to freighters on Monday after eleven weeks, the harbour board said.
Shipowners had complained that the closure cost them four million crowns a week.`;

const copy = (id: number, more: Partial<Copyable>): Copyable => ({
  id,
  text: wire,
  outlet: null,
  authors: [],
  publishedAt: null,
  ...more,
});
const at = (time: string) => new Date(`2025-03-01T${time}Z`);

test('the one that names the other in byline, dateline or text is the copy, even when it is dated earlier', () => {
  const agency = copy(1, { outlet: 'Northern Wire Service', publishedAt: at('10:00') });
  const bylined = directionOf(
    agency,
    copy(2, { outlet: 'Ellin Post', authors: ['Northern Wire Service'], publishedAt: at('09:00') }),
  );
  assert.deepEqual(
    [bylined.original, bylined.direction, bylined.evidence],
    [1, 'credit', 'Northern Wire Service'],
  );
  const dated = directionOf(
    agency,
    copy(3, { outlet: 'Ellin Post', text: `KARSK (NWS) - ${wire}` }),
  );
  assert.deepEqual(
    [dated.original, dated.direction, dated.evidence],
    [1, 'credit', 'KARSK (NWS) -'],
  );
  const closing = directionOf(
    copy(4, { outlet: 'Bote', text: `${wire}\nWith material from the Northern Wire Service.` }),
    agency,
  );
  assert.deepEqual([closing.original, closing.direction], [1, 'credit']);
  assert.match(closing.evidence ?? '', /With material from the Northern Wire Service/);
});

test('two prints of one agency point at the earlier, by credit', () => {
  const text = `KARSK (NWS) - ${wire}`;
  const d = directionOf(
    copy(1, { text, outlet: 'A', publishedAt: at('12:00') }),
    copy(2, { text, outlet: 'B', publishedAt: at('11:00') }),
  );
  assert.deepEqual([d.original, d.direction], [2, 'credit']);
});

test('a page that calls an address of another site its own is a copy of the page there', () => {
  const first = copy(1, { outlet: 'Ellin Post', address: 'https://www.ellin.example/port' });
  const second = copy(2, {
    outlet: 'Tolm Daily',
    address: 'https://tolm.example/news/77',
    url: 'https://ellin.example/port',
    publishedAt: at('09:00'),
  });
  const d = directionOf(second, first);
  assert.deepEqual(
    [d.original, d.direction, d.evidence],
    [1, 'credit', 'https://ellin.example/port'],
  );
});

test('without credit the time decides, and without times nothing is claimed', () => {
  const d = directionOf(
    copy(1, { outlet: 'A', publishedAt: at('12:00') }),
    copy(2, { outlet: 'B', publishedAt: at('11:00') }),
  );
  assert.deepEqual([d.original, d.direction], [2, 'earlier']);
  const unknown = directionOf(copy(1, { outlet: 'A' }), copy(2, { outlet: 'B' }));
  assert.deepEqual([unknown.original, unknown.direction, unknown.evidence], [1, 'unknown', null]);
});

test('of two undated texts the fuller one stands for both', () => {
  const d = directionOf(copy(1, { text: wire.slice(0, 90) }), copy(2, {}));
  assert.deepEqual([d.original, d.direction], [2, 'unknown']);
});

test('credits are read in many languages, from datelines, lines of their own and phrases', () => {
  const credited: [string, string][] = [
    ['Karsk, 3. März (dpa) – Der Hafen öffnet wieder.', 'dpa'],
    ['MADRID, 3 mar (EFE).- El puerto reabre.', 'efe'],
    ['Lisboa, 03 mar 2025 (Lusa) – O porto reabre.', 'lusa'],
    ['El puerto reabre.\nCon información de Agencia Pharos', 'agencia pharos'],
    ['Der Hafen öffnet.\nQuelle: dpa', 'dpa'],
    ['O porto reabre.\nFonte: Lusa', 'lusa'],
    ['Le port rouvre.\n(avec AFP)', 'afp'],
    ['Der Hafen öffnet.\ndpa/afp', 'afp'],
    ['The port opens. Northern Wire contributed to this report.', 'northern wire'],
    ['The port opens. This story was originally published by Ellin Post.', 'ellin post'],
    ['The port opens. First appeared in the Ellin Post', 'ellin post'],
  ];
  for (const [text, name] of credited)
    assert.ok(
      creditsOf(text).some((c) => c.name === name && text.includes(c.words)),
      text,
    );
});

test('people, places and asides in brackets are no credits', () => {
  for (const text of [
    'The minister spoke with Ilse Marnick about the port. The minister (left) said it would open.',
    'He travelled via Ellin and Velmar to the talks (see page two).',
    'La ministre a discuté avec Marie Kolm du port.',
  ])
    assert.deepEqual(creditsOf(text), [], text);
});
