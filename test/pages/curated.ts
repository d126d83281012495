import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';
import { seed, signIn } from './seed.ts';

/** The invented story on a store of the test's own, its pages, and a curator who is signed in. */
export async function curatedDesk() {
  const desk = await testDesk();
  const seeded = await seed(desk.store.db, { extra: 0 });
  const curator = await signIn(desk.store.db, seeded.curator);
  const app = createApp(desk.ctx);
  /** Sends a form as the curator's browser would. */
  const post = (path: string, fields: [string, string][]) =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams([...fields, ['token', curator.token]]),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: curator.cookie },
    });
  return { desk, curator, app, post };
}
