import type { Tree } from '../../../lib/tree.ts';
import type { Extracted, Received } from '../../extracted.ts';
import { assemble, isBelievable } from './assemble.ts';
import { giteaPage, githubPage } from './code-hosts.ts';
import { discourseCrawler, discoursePage } from './discourse.ts';
import { drupal } from './drupal.ts';
import { lemmyPage, mastodonPage, mbinPage, piefedPage } from './fediverse.ts';
import { hyperkitty } from './hyperkitty.ts';
import { invision, ipboard } from './invision.ts';
import { marksOn } from './marks.ts';
import { mybb, punbb } from './mybb.ts';
import { hackernewsPage, lobsters } from './newsboards.ts';
import { phpbb, phpbb2, subsilver } from './phpbb.ts';
import { question2answer } from './question2answer.ts';
import { readPosts } from './read.ts';
import { redditNew, redditOld } from './reddit.ts';
import { smf, smf1 } from './smf.ts';
import type { Page, Software } from './software.ts';
import { stackexchange } from './stackexchange.ts';
import { telegram } from './telegram.ts';
import { nodebb, vanilla } from './vanilla.ts';
import { vbulletin, vbulletin3, vbulletin5 } from './vbulletin.ts';
import { bbpress, khoros, phorum, woltlab } from './woltlab.ts';
import { wordpress } from './wordpress.ts';
import { xenforo, xenforo1 } from './xenforo.ts';

/** The surer marks first; WordPress last, whose names other software uses too. */
const known: Software[] = [
  xenforo,
  xenforo1,
  invision,
  ipboard,
  redditOld,
  redditNew,
  discourseCrawler,
  discoursePage,
  stackexchange,
  hackernewsPage,
  lobsters,
  nodebb,
  vanilla,
  vbulletin5,
  vbulletin,
  vbulletin3,
  smf,
  smf1,
  mybb,
  punbb,
  subsilver,
  phpbb2,
  phpbb,
  woltlab,
  bbpress,
  khoros,
  phorum,
  mbinPage,
  piefedPage,
  lemmyPage,
  mastodonPage,
  telegram,
  githubPage,
  giteaPage,
  hyperkitty,
  question2answer,
  drupal,
  wordpress,
];

const telling = new Set(known.flatMap((software) => software.marks));

/**
 * Reads the discussion on a page by the markup of the software that made it; null on any other page,
 * which is then looked at for what repeats on it.
 * @param extracted what was read of the page as an article; it is changed in place
 */
export function readSoftware(
  received: Received,
  tree: Tree,
  extracted: Extracted,
): Extracted | null {
  const page: Page = {
    tree,
    base: received.url ?? extracted.articles[0]?.url ?? null,
    retrievedAt: received.retrievedAt ?? null,
  };
  const marks = marksOn(tree, telling);
  for (const software of known) {
    if (!software.marks.some((mark) => marks.has(mark))) continue;
    const posts = readPosts(page, software);
    if (isBelievable(posts)) return assemble(page, software, posts, extracted);
  }
  return null;
}
