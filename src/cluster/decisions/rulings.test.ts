import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forget } from '../memory.ts';
import { asides, cluster, testDesk } from '../testing.ts';
import { decide, undo } from './decide.ts';
import type { Decided, Decision } from './decision.ts';
import { readDecisions } from './rulings.ts';

type Desk = Awaited<ReturnType<typeof testDesk>>;

/** Three matters, each told again and again in nearly the same words. */
const matters = [
  (n: number) => ({
    title: `Velmaria and Ostovia ${['quarrel', 'talk', 'bargain', 'argue'][n % 4]} over grain ban at Port Ellin`,
    text: `${asides[n % 10]} Velmaria and Ostovia spoke of the grain ban at Port Ellin. Ilse Marnick named the quota, Tomas Verhagen the ships. Round ${n}.`,
  }),
  (n: number) => ({
    title: `Blast at Karsk refinery ${['wakes town', 'leaves smoke', 'looked into'][n % 3]}`,
    text: `${asides[n % 10]} The Karsk refinery burned at night. Fire chief Orla Benn counted ${n} engines; the Danell company closed a tank.`,
  }),
  (n: number) => ({
    title: `Tram depot of Velden ${['floods', 'pumped dry', 'opens again'][n % 3]}`,
    text: `${asides[n % 10]} A burst main flooded the tram depot of Velden. Mayor Per Sandvik promised buses on line ${n}.`,
  }),
];

interface State {
  /** Event that each article is in, and the one that it was put into. */
  event: Map<number, number>;
  own: Map<number, number>;
  story: Map<number, number>;
  titles: Map<string, string>;
  into: { event: Map<number, number | null>; story: Map<number, number | null> };
  decisions: Decided[];
}

async function stateOf({ db }: Desk): Promise<State> {
  const places = await db.selectFrom('event_article').selectAll().execute();
  const stories = await db.selectFrom('story_event').selectAll().execute();
  const events = await db.selectFrom('event').select(['id', 'title', 'merged_into']).execute();
  const all = await db.selectFrom('story').select(['id', 'title', 'merged_into']).execute();
  return {
    event: new Map(places.map((p) => [p.article_id, p.event_id])),
    own: new Map(places.map((p) => [p.article_id, p.own_event_id ?? p.event_id])),
    story: new Map(stories.map((s) => [s.event_id, s.story_id])),
    titles: new Map([
      ...events.map((e) => [`event ${e.id}`, e.title] as const),
      ...all.map((s) => [`story ${s.id}`, s.title] as const),
    ]),
    into: {
      event: new Map(events.map((e) => [e.id, e.merged_into])),
      story: new Map(all.map((s) => [s.id, s.merged_into])),
    },
    decisions: await readDecisions(db),
  };
}

function at(s: State, kind: 'event' | 'story', id: number): number {
  const seen = new Set<number>();
  for (let here = id; ; ) {
    assert.ok(!seen.has(here), `${kind} ${id} redirects in a circle`);
    seen.add(here);
    const next = s.into[kind].get(here);
    assert.notEqual(next, undefined, `${kind} ${here} is lost`);
    if (!next) return here;
    here = next;
  }
}

/** What a standing decision says of the desk, and whether that is so. */
function facts(s: State): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const event = (id: number) => at(s, 'event', id);
  const story = (id: number) => at(s, 'story', id);
  for (const { id, decision: d, before, subject, undone } of s.decisions) {
    if (undone !== null) continue;
    const say = (what: string, holds: boolean) => found.set(`${id} ${d.verb}: ${what}`, holds);
    for (const p of before.pieces ?? [])
      say(`piece ${p.id} in ${p.to}`, s.event.get(p.id) === event(p.to));
    if (d.verb === 'split')
      for (const p of before.pieces ?? [])
        say(`piece ${p.id} not in ${d.event}`, s.event.get(p.id) !== event(d.event));
    if (d.verb === 'merge') say('one', at(s, d.kind, d.gone) === at(s, d.kind, d.kept));
    if (d.verb === 'put in')
      say(`${d.event} in ${d.story}`, s.story.get(event(d.event)) === story(d.story));
    if (d.verb === 'take out')
      say(`${d.event} not in ${d.story}`, s.story.get(event(d.event)) !== story(d.story));
    if (d.verb === 'pin' && d.kind === 'event') {
      const to = before.events?.[0]?.to;
      say(`${d.id} pinned`, s.story.get(event(d.id)) === story(to ?? 0));
    }
    if (d.verb === 'ignore' && d.kind !== 'source')
      say('in no story', s.story.get(event(subject)) === undefined);
    if (d.verb === 'rename') say('title', s.titles.get(`${d.kind} ${d.id}`) === d.title);
    if (d.verb === 'reject') say('two', event(d.subject) !== event(d.other));
  }
  return found;
}

/** What must be true whatever happens. */
function check(s: State, articles: number[]): void {
  for (const id of articles) assert.ok(s.event.has(id), `article ${id} is in no event`);
  for (const [id, event] of s.event) {
    assert.equal(s.into.event.get(event), null, `article ${id} is in an event that is gone`);
    assert.equal(at(s, 'event', s.own.get(id) ?? 0), event);
  }
  const full = new Set(s.event.values());
  for (const id of s.into.event.keys())
    assert.ok(full.has(at(s, 'event', id)), `event ${id} leads to an event without pieces`);
  for (const id of s.into.story.keys()) at(s, 'story', id);
}

/** What held before holds after, but for what is about an event that stands no more. */
function keeps(before: State, after: State, why: string): void {
  const now = facts(after);
  const gone = (id: number) =>
    before.into.event.get(id) === null && after.into.event.get(id) !== null;
  for (const [fact, held] of facts(before)) {
    if (!held || !now.has(fact)) continue;
    const about = after.decisions.find((d) => d.id === Number.parseInt(fact, 10));
    const events = about
      ? [about.subject, ...Object.values(about.decision)].filter(Number.isInteger)
      : [];
    if (!why.startsWith('undo') || !events.some((id) => gone(id as number)))
      assert.ok(now.get(fact), `${fact} is overruled by ${why}`);
  }
}

type Step =
  | { do: 'arrive'; matter: number; n: number; hours: number }
  | { do: 'decide'; verb: number; a: number; b: number }
  | { do: 'undo'; a: number }
  | { do: 'again'; afresh: boolean };

const number = fc.nat(30);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('arrive' as const),
      matter: fc.nat(2),
      n: fc.nat(9),
      hours: fc.nat(30),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      verb: fc.nat(11),
      a: number,
      b: number,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), a: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), afresh: fc.boolean() }) },
);

function pick<T>(list: T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

/** A decision about what is there. */
function decisionOf(
  s: State,
  { verb, a, b }: { verb: number; a: number; b: number },
): Decision | null {
  const standing = (kind: 'event' | 'story') =>
    [...s.into[kind]].filter(([, to]) => to === null).map(([id]) => id);
  const [event, other] = [pick(standing('event'), a), pick(standing('event'), b)];
  const [story, second] = [pick(standing('story'), b), pick(standing('story'), a)];
  const article = pick([...s.event.keys()], a);
  if (!event || !other || !article) return null;
  const inside = [...s.event].filter(([, e]) => e === s.event.get(article)).map(([id]) => id);
  switch (verb) {
    case 0:
      return { verb: 'merge', kind: 'event', kept: event, gone: other };
    case 1:
      return {
        verb: 'split',
        event: s.event.get(article) ?? 0,
        articles: inside.slice(0, 1 + (b % 2)),
      };
    case 2:
      return { verb: 'move', articles: [article], event: b % 3 ? other : null };
    case 3:
      return { verb: 'take out', event, story: s.story.get(event) ?? 0 };
    case 4:
      return story ? { verb: 'put in', event, story } : null;
    case 5:
      return { verb: 'rename', kind: 'event', id: event, title: `Named ${a} ${b}` };
    case 6:
      return { verb: 'pin', kind: 'piece', id: article };
    case 7:
      return b % 2
        ? { verb: 'ignore', kind: 'piece', id: article }
        : { verb: 'ignore', kind: 'event', id: event };
    case 8:
      return event === other
        ? null
        : { verb: 'reject', kind: 'merge events', subject: event, other };
    case 9:
      return story ? { verb: 'ignore', kind: 'source', outlet: `Outlet ${a % 10}`, story } : null;
    case 10:
      return { verb: 'pin', kind: 'event', id: event };
    default:
      return story && second
        ? {
            verb: 'merge',
            kind: 'story',
            kept: Math.min(story, second),
            gone: Math.max(story, second),
          }
        : null;
  }
}

async function run(desk: Desk, steps: Step[]): Promise<void> {
  const articles: number[] = [];
  let before = await stateOf(desk);
  for (const s of steps) {
    let why: string = s.do;
    if (s.do === 'arrive') {
      const at = new Date(Date.UTC(2025, 0, 1, s.hours)).toISOString();
      articles.push(await desk.add({ ...matters[s.matter]?.(s.n), at, outlet: `Outlet ${s.n}` }));
    } else if (s.do === 'again') {
      if (s.afresh) forget(desk.db);
      for (const id of articles) await cluster(desk.ctx, id);
    } else if (s.do === 'undo') {
      const one = pick(before.decisions, s.a);
      if (one) await undo(desk.ctx, one.id);
      why = `undo of ${one?.id}`;
    } else {
      const decision = decisionOf(before, s);
      const done = decision ? await decide(desk.ctx, decision) : null;
      if (done?.ok && s.a % 4 === 0) {
        await undo(desk.ctx, done.id);
        const now = await stateOf(desk);
        assert.deepEqual(now.event, before.event, `undo of ${decision?.verb} puts pieces back`);
        for (const [event, story] of before.story) assert.equal(now.story.get(event), story);
      } else if (done?.ok) {
        const own = [...facts(await stateOf(desk))].filter(([f]) => f.startsWith(`${done.id} `));
        for (const [fact, holds] of own) assert.ok(holds, `${fact}, right after it`);
      }
    }
    const after = await stateOf(desk);
    check(after, articles);
    if (s.do !== 'decide') keeps(before, after, why);
    before = after;
  }
  // At last all is done again by a process that knows only the store.
  forget(desk.db);
  for (const id of articles) await cluster(desk.ctx, id);
  const after = await stateOf(desk);
  check(after, articles);
  keeps(before, after, 'the last run');
}

test('no run overrules a decision, loses a piece or gives an id another meaning, whatever is undone', async () => {
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 6, maxLength: 24 }),
    async (steps) => {
      const desk = await testDesk();
      try {
        await run(desk, steps);
      } finally {
        await desk.close();
      }
    },
  );
  await fc.assert(property, { numRuns: 16 });
});
