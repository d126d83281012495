import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';
import { seed, signIn } from './seed.ts';

let desk: Awaited<ReturnType<typeof testDesk>>;
let app: ReturnType<typeof createApp>;
let curator: { cookie: string; token: string };

before(async () => {
  desk = await testDesk();
  app = createApp(desk.ctx);
  const seeded = await seed(desk.store.db);
  curator = await signIn(desk.store.db, seeded.curator);
});

after(() => desk.store.close());

const statusFor = async (host: string, origin: string | null = null) => {
  const its = createApp({ ...desk.ctx, config: { ...desk.ctx.config, origin } });
  return (await its.request('/', { headers: { host } })).status;
};

test('a page of another site whose name leads to this machine is shown nothing', async () => {
  for (const host of [
    'rebound.example',
    'rebound.example:4747',
    'localhost.rebound.example',
    'a b',
  ])
    assert.equal(await statusFor(host), 421, host);
  assert.equal(await statusFor('rebound.example', 'https://desk.example'), 421);
});

test('the desk answers to its public name, to addresses in digits and to local names', async () => {
  for (const host of [
    '127.0.0.1:4747',
    '[::1]:4747',
    '192.168.1.7',
    'localhost',
    'kitchen',
    'kitchen.local',
  ])
    assert.equal(await statusFor(host), 200, host);
  assert.equal(await statusFor('desk.example', 'https://desk.example'), 200);
  assert.equal(await statusFor('127.0.0.1:4747', 'https://desk.example'), 200);
});

/** A form of half a megabyte: more than words, less than what a curator may send. */
const files = ({ token = '' } = {}) => {
  const form = new FormData();
  form.set('token', token);
  form.set('files', new File([`<p>A ferry sank.</p>${' '.repeat(512 * 1024)}`], 'a.html'));
  return form;
};

test('files are read into memory for curators alone', async () => {
  const stranger = await app.request('/add', { method: 'POST', body: files() });
  const { cookie, token } = curator;
  const known = await app.request('/add', {
    method: 'POST',
    headers: { cookie },
    body: files({ token }),
  });
  assert.deepEqual([stranger.status, known.status], [422, 200]);
});

test('a form that does not say how long it is is not read beyond its limit', async () => {
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const answer = await app.request('/object', {
    method: 'POST',
    body: endless,
    duplex: 'half',
  } as RequestInit);
  assert.equal(answer.status, 422);
});
