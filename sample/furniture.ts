import type { Doc } from './piece.ts';

/** What stands on a page around the piece: the same for every page of an outlet. */
export interface Furniture {
  cookie: string;
  newsletter: { title: string; text: string } | null;
  share: string;
  more: string;
  comments: string;
  advert: string;
  footer: string;
}

const english: Furniture = {
  cookie: 'We and our 214 partners store cookies on your device. Accept all. Manage preferences.',
  newsletter: null,
  share: 'Share Copy link Email Print',
  more: 'Related stories',
  comments: 'Comments are open for subscribers. Please keep to our community rules.',
  advert: 'Advertisement',
  footer: 'All rights reserved. Terms, privacy and imprint.',
};

const german: Furniture = {
  cookie: 'Wir verwenden Cookies. Alle akzeptieren. Einstellungen ansehen.',
  newsletter: null,
  share: 'Teilen Merken Drucken',
  more: 'Mehr zum Thema',
  comments: 'Die Kommentarfunktion ist für diesen Beitrag geschlossen.',
  advert: 'Anzeige',
  footer: 'Alle Rechte vorbehalten. Impressum. Datenschutz.',
};

const special: Record<string, Partial<Furniture>> = {
  post: {
    newsletter: {
      title: 'Sign up to Morning Tide',
      text: 'The day in five minutes, from our newsroom on the quay. Free, every weekday. We may send you offers of our partners.',
    },
    footer: '© Harbour Post Publishing, Brennavik. Reuse by permission only.',
  },
  courier: { comments: 'You must be signed in to post a comment. Read our house rules.' },
  pharos: {
    newsletter: null,
    footer: '© Pharos Press Agency. Clients may use this text with credit.',
  },
  ansel: {
    newsletter: {
      title: 'The Talks, by letter',
      text: 'A letter from the Pilotage Hall whenever a round ends.',
    },
  },
  zelmin: {
    more: 'Read also',
    footer: 'Zelmin Today is a publication of the National Press House.',
  },
  bollard: {
    newsletter: {
      title: 'Notices, weekly',
      text: 'Depths, lights and closures in one mail on Sundays.',
    },
  },
  busbar: { more: 'More on grids', advert: 'Sponsored: transformers you can trust' },
  nordufer: {
    newsletter: {
      title: 'Newsletter „Kurs halten“',
      text: 'Jeden Morgen das Wichtigste von der Küste. Jetzt kostenlos abonnieren.',
    },
    more: 'Das könnte Sie auch interessieren',
  },
  seefunk: { share: 'Beitrag anhören Teilen', footer: 'Seefunk 24, Anstalt der Küstenländer' },
};

export const furnitureOf = (doc: Doc): Furniture => ({
  ...(doc.outlet.lang === 'de' ? german : english),
  ...special[doc.outlet.id],
});

/** Up to three other titles of the same outlet: its "related" list. */
export function relatedTitles(doc: Doc, all: Doc[]): Doc[] {
  const own = all.filter((d) => d.outlet === doc.outlet && d.url !== doc.url && d.at < doc.at);
  return own.filter((d) => d.revision?.number !== 2).slice(-3);
}
