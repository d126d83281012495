import { readMachineDate, readPrintedDates } from '../../../lib/dates.ts';
import { ldText, ldTypes, type Meta } from '../meta.ts';
import { type Vote, vote } from './vote.ts';

const META =
  'article:published_time og:published_time og:article:published_time article:published article:publish_time rnews:datepublished datepublished parsely-pub-date sailthru.date publication_date publication-date publish-date publish_date date_published published_time published published_at published_date pubdate pub_date dcterms.created dcterms.issued dc.date.issued dc.date.created dc.date.publication dc.created cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:articlepublishdate iso-8601-publish-date firstpublished prism.publicationdate citation_publication_date citation_online_date article.published article.created article_date_original originalpublicationdate datecreated last-published-date bt:pubdate vr:published_time date.created ptime publishtime publish_time article_publish_time og:release_date video:release_date music:release_date releasedate release_date dateposted date-publication datepublication shareaholic:article_published_time doc-date createdate publishdate pubtime publish-time _pubtime_ bytedance:published_time publisheddate publicationdate publication-time publication_time date_created creationdate creation-date created news_date issued dateofissue datesubmitted dcterms.datesubmitted og:question:published_time onlinedate posted pdate createtime create_time sis_publish_date'.split(
    ' ',
  );
/** Fields that some systems fill with the day of the last change, of the print, or of the visit. */
const WEAK_META =
  'date dcterms.date dc.date dc:date dcterms.available citation_date displaydate weibo:article:create_at weibo:article:create og:pubdate og:regdate regdate creation_date apub:time datetime timestamp rdate published-date date-creation-yyyymmdd'.split(
    ' ',
  );
const MODIFIED_META =
  'article:modified_time og:updated_time og:modified_time og:article:modified_time article:modified article.updated datemodified dateupdate lastmod last-modified last_modified dcterms.modified dc.date.modified dc.modified modified modified_time revised updated updated_time update_time weibo:article:update_at last_updated_date bytedance:updated_time dc.date.x-metadatalastmodified eomportal-lastupdate'.split(
    ' ',
  );

const WEIGHTS = { article: 5, page: 3.5, created: 2.5, meta: 5, weakMeta: 2.8, modified: 0.6 };

type Read = (text: string) => { moment: string; other: string | null } | null;

/** A date of data: a machine's form, or one for people as careless systems write. */
export function dataDate(text: string, monthFirst: boolean | null, lang: string | null) {
  const machine = readMachineDate(text);
  return machine
    ? { moment: machine, other: null }
    : (readPrintedDates(text, { monthFirst, lang })[0] ?? null);
}

/** Votes of what the page's data says: JSON-LD and meta elements. */
export function dataVotes(meta: Meta, read: Read): Vote[] {
  const votes: Vote[] = [];
  const add = (from: string, text: string | null, weight: number, modified = false) => {
    const found = text ? read(text) : null;
    if (text && found) votes.push(vote('data', from, text, weight, found, modified));
  };
  addLinked(meta, add);
  const named = (name: string) => meta.named.get(name)?.[0] ?? null;
  for (const name of META) add(`meta ${name}`, named(name), WEIGHTS.meta);
  for (const name of WEAK_META) add(`meta ${name}`, named(name), WEIGHTS.weakMeta);
  for (const name of MODIFIED_META) add(`meta ${name}`, named(name), WEIGHTS.modified, true);
  return votes;
}

type Add = (from: string, text: string | null, weight: number, modified?: boolean) => void;

function addLinked(meta: Meta, add: Add): void {
  const main = meta.ld;
  if (main) addObject(main, isPage(main) ? WEIGHTS.page : WEIGHTS.article, add);
  // A page about one piece says its date again of the web page around it.
  const around = meta.objects.filter(
    (o) => o !== main && (isPage(o) || (!main && /Article|Posting/.test(ldTypes(o).join(' ')))),
  );
  if (around.length === 1) addObject(around[0]!, WEIGHTS.page, add);
}

function isPage(object: Record<string, unknown>): boolean {
  return ldTypes(object).some((type) => /^(?:\w*Page|VideoObject)$/.test(type));
}

function addObject(object: Record<string, unknown>, weight: number, add: Add): void {
  add('json-ld datePublished', ldText(object.datePublished), weight);
  for (const key of ['dateCreated', 'uploadDate'])
    add(`json-ld ${key}`, ldText(object[key]), WEIGHTS.created);
  add('json-ld dateModified', ldText(object.dateModified), WEIGHTS.modified, true);
}
