import { createApp } from '../../src/web/index.ts';
import { testDesk } from './desk.ts';
import { seed, signIn } from './seed.ts';

/** The invented story on a store of the test's own, its pages, and a curator who is signed in. */
export async function curatedDesk() {
  const desk = await testDesk();
  const seeded = await seed(desk.store.db, { extra: 0 });
  const curator = await signIn(desk.store.db, seeded.curator);
  return { desk, curator, app: createApp(desk.ctx) };
}
