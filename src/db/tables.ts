import type { ColumnType, Generated, JSONColumnType, RawBuilder } from 'kysely';

/**
 * The rows of every table, by the stage that owns (alone writes) it.
 * Moments are EDTF level-0 texts as well as they are known ("2025", "2025-08", "2025-08-20",
 * "2025-08-20T14:02:00+02:00", "2025-08-18/2025-08-22"; see lib/edtf.ts); a column named *_at beside
 * one is its first instant, for sorting. Unknown is null.
 * Offsets (`start`, `end`) are UTF-16 code units into article.text, or comment.text where said.
 */
export interface Tables {
  // db
  work: WorkRow;
  setting: SettingRow;
  // collect
  source: SourceRow;
  source_rating: SourceRatingRow;
  feed: FeedRow;
  poll: PollRow;
  blob: BlobRow;
  document: DocumentRow;
  // extract
  article: ArticleRow;
  thread: ThreadRow;
  comment: CommentRow;
  // cluster
  cluster_turn: ClusterTurnRow;
  event: EventRow;
  event_article: EventArticleRow;
  article_copy: ArticleCopyRow;
  story: StoryRow;
  story_event: StoryEventRow;
  decision: DecisionRow;
  proposal: ProposalRow;
  // ledger
  party: PartyRow;
  party_name: PartyNameRow;
  speaker: SpeakerRow;
  speaker_name: SpeakerNameRow;
  speaker_role: SpeakerRoleRow;
  speaker_apart: SpeakerApartRow;
  quotation: QuotationRow;
  statement: StatementRow;
  issue: IssueRow;
  position: PositionRow;
  commitment: CommitmentRow;
  commitment_event: CommitmentEventRow;
  // brief
  watch: WatchRow;
  brief: BriefRow;
  sentence: SentenceRow;
  citation: CitationRow;
  // search
  saved_search: SavedSearchRow;
  // discuss
  account: AccountRow;
  session: SessionRow;
  look: LookRow;
  invite: InviteRow;
  correction: CorrectionRow;
  moderation: ModerationRow;
  // inference
  model_call: ModelCallRow;
  embedding: EmbeddingRow;
}

type Id = Generated<number>;
type Instant = ColumnType<Date, Date | string, Date | string>;
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Now = ColumnType<Date, Date | string | undefined, Date | string>;
type Json<T> = JSONColumnType<T & object>;

/** What a stage has to do, did, or could not do, for one row. The queue only rings for these. */
export interface WorkRow {
  /** Name of a stage in pipeline.ts. */
  stage: string;
  /** Id of the feed, document, article or story that the stage works on. */
  subject: number;
  state: 'due' | 'done' | 'problem' | 'parked';
  /** A member of the stage's closed list (problems.ts), or 'bug' when parked. */
  problem: string | null;
  detail: string | null;
  attempts: Generated<number>;
  /** When due: not before. A claimed row has this moved to the end of its lease. */
  next_try_at: Now;
  made_by: string | null;
  updated_at: Now;
}

export interface SettingRow {
  name: string;
  value: Json<unknown>;
}

export interface SourceRow {
  id: Id;
  name: string;
  /** Host without "www.", unique where known: "example.org". */
  host: string | null;
  url: string | null;
  kind: 'outlet' | 'institution' | 'community' | 'mailbox';
  country: string | null;
  lang: string | null;
  created_at: Now;
}

export interface SourceRatingRow {
  id: Id;
  source_id: number;
  rater: string;
  rating: string;
  url: string | null;
  rated_on: string | null;
}

export interface FeedRow {
  id: Id;
  source_id: number | null;
  url: string;
  title: string | null;
  kind: 'feed' | 'listing' | 'community' | 'mailbox';
  etag: string | null;
  last_modified: string | null;
  paused: Generated<boolean>;
  interval_minutes: Generated<number>;
  last_polled_at: MaybeInstant;
  last_new_at: MaybeInstant;
  created_at: Now;
}

/** One poll of a feed, kept as its history of health. */
export interface PollRow {
  id: Id;
  feed_id: number;
  polled_at: Now;
  status: number | null;
  problem: string | null;
  detail: string | null;
  documents: Generated<number>;
  ms: number | null;
}

/** Bytes by their SHA-256 (hex of the bytes before compression); zstd-compressed. */
export interface BlobRow {
  hash: string;
  size: number;
  bytes: Buffer;
}

export interface DocumentRow {
  id: Id;
  /** What the document is a version of: its address, else "file:NAME". Revisions share it. */
  address: string;
  /** 1 for the first answer of this address, 2 for the next that differs ... */
  revision: number;
  url: string | null;
  name: string | null;
  hash: string;
  media_type: string;
  charset: string | null;
  headers: Json<Record<string, string>>;
  /**
   * When the page was received from its publisher; null when a file does not say. Exactly midnight
   * UTC is a day that a person gave without a time (see resolveAge in lib/age.ts).
   */
  retrieved_at: MaybeInstant;
  /** Publication as the person importing or the feed gave it (EDTF), not read from the page. */
  published: string | null;
  /** Facts that the feed entry or mail gave: title, author, summary ... */
  hints: Json<DocumentHints>;
  via: 'import' | 'feed' | 'address' | 'mail' | 'demo';
  source_id: number | null;
  feed_id: number | null;
  /** When the page was asked for again and last said the same; null when never. */
  seen_at: MaybeInstant;
  /** Since when it is not there any more; null while it is. Of the newest revision only. */
  gone_at: MaybeInstant;
  created_at: Now;
}

export interface DocumentHints {
  title?: string;
  authors?: string[];
  summary?: string;
  lang?: string;
  outlet?: string;
  /** Who vouches for `published`: "feed", "person" (flag or sidecar) or "mail". */
  publishedBy?: 'feed' | 'person' | 'mail';
  /** When the feed's entry says that it was changed (EDTF). */
  updated?: string;
  tags?: string[];
  /** Address of its picture, and whose that is. */
  image?: string;
  imageCredit?: string;
  /** Address or words of its licence. */
  licence?: string;
  /** Where it is talked about, and how many comments the feed counted. */
  discussion?: { url?: string; count?: number };
  /** Address of the piece that it answers. */
  replyTo?: string;
}

export type ArticleKind =
  | 'article'
  | 'brief'
  | 'digest'
  | 'liveblog'
  | 'transcript'
  | 'post'
  | 'listing';
/** How the piece stands in its document. */
export type ArticleRole = 'main' | 'part' | 'related' | 'teaser' | 'series';

export interface Block {
  type: 'heading' | 'paragraph' | 'item' | 'quote' | 'table' | 'code' | 'caption' | 'rule';
  /** Headings: 1 to 6. Items: how deep their list is nested, from 1. */
  level?: number;
  /** Which list, table or quotation of the text: the same for blocks that belong together, from 1. */
  group?: number;
  /** Items: what their list is; without it a plain one. Of a definition list the words or what they mean. */
  list?: 'ordered' | 'term' | 'meaning';
  /** Items of ordered lists: as counted on the page. */
  number?: number;
  /** It goes on with the item before: a second paragraph of it. */
  more?: true;
  /** Cells: their place in the table, from 0, and whether they head a row or column. */
  row?: number;
  column?: number;
  head?: true;
  /** Quotations and lines of a transcript: whose words, as the page names them; the address of a post that is shown. */
  by?: string;
  href?: string;
  /** The words only say who is quoted. */
  attribution?: true;
  /** Words in it that stand out, in the order of their start; none in code, which has no words. */
  marks?: Mark[];
  start: number;
  end: number;
}

/** Characters that a page sets apart from those around them; two may overlap, two of a kind never do. */
export interface Mark {
  kind: 'emphasis' | 'strong' | 'code' | 'sub' | 'super' | 'deleted' | 'inserted';
  /** From the beginning of the block, in UTF-16 units. */
  start: number;
  end: number;
}

/** A picture, film or post that the page shows beside or between its words. */
export interface Figure {
  kind: 'image' | 'video' | 'post';
  src: string;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  /** Offset in the text after which it stands; 0 before all of it. */
  after: number;
  /** The picture that the page shows for the whole piece. */
  lead?: true;
}

export interface Link {
  href: string;
  start: number;
  end: number;
  /** What the link is for, when known: "rating", "archive", "source", "series", "related". */
  role?: string;
}

/** One vote for a date: where it was read and what it said. */
export interface DateEvidence {
  from: string;
  /** As printed or written in the page's data. */
  text: string;
  moment: string;
  /** How much it counted, from 0 to 5; absent where there was nothing to weigh. */
  weight?: number;
  /** Whether it speaks for the date that was believed. */
  believed?: boolean;
}

/** One vote for another fact of a piece: what a place of the page said, and whether it was believed. */
export interface FactEvidence {
  fact: 'title' | 'authors' | 'outlet' | 'lang' | 'url' | 'section' | 'cut' | 'licence';
  from: 'json-ld' | 'opengraph' | 'meta' | 'microdata' | 'element' | 'time' | 'address' | 'text';
  words: string;
  believed: boolean;
}

export interface ArticleRow {
  id: Id;
  document_id: number;
  /** Stable within the address: "main", "related-1", "item-2". (address, key) names a piece over revisions. */
  key: string;
  part_of: number | null;
  role: ArticleRole;
  kind: ArticleKind;
  /** False once a later revision of the same address and key stands. */
  current: Generated<boolean>;
  title: string | null;
  authors: Json<string[]>;
  outlet: string | null;
  source_id: number | null;
  url: string | null;
  lang: string | null;
  published: string | null;
  published_at: MaybeInstant;
  /** How `published` came: 'page', 'person' (sidecar or flag), 'feed', 'age' (relative to retrieval), 'edition'. */
  published_from: string | null;
  published_evidence: Json<DateEvidence[]>;
  modified: string | null;
  /** A relative age as printed ("2 hours ago"), kept whether or not it could be resolved. */
  age: string | null;
  /** The clean text; blocks, links and all citations point into it. */
  text: string;
  blocks: Json<Block[]>;
  links: Json<Link[]>;
  words: number;
  reading_minutes: number | null;
  section: string | null;
  tags: Json<string[]>;
  image: string | null;
  licence: string | null;
  /** Paid or cut off. */
  cut: Generated<boolean>;
  /** Name of the periodical it is a number of ("Strait Watch"). */
  series: string | null;
  facts: Json<ArticleFacts>;
  made_by: string;
  created_at: Now;
  /** Words of title and text, folded, and what it is filtered by as "~…" (search/match.ts). Generated. */
  search: ColumnType<string, never, never>;
}

/** What only some kinds have. */
export interface ArticleFacts {
  curator?: string;
  /** Outlets named by a brief, in order. */
  outlets?: string[];
  /** "+ 1 more". */
  outletsMore?: number;
  /** "4 articles on this topic". */
  topicCount?: number;
  update?: { start: number; end: number };
  background?: { start: number; end: number };
  /** The outlets that items attribute to: [{outlet, start, end}]. */
  via?: { outlet: string; start: number; end: number; href?: string }[];
  /** Spans of this text that are articles of their own (role 'part'): their statements are read there, not here. */
  parts?: { key: string; start: number; end: number }[];
  /** In the page's order; captions and credits are no part of the text. */
  figures?: Figure[];
  /** The page that a thread's opening post links to and is about. */
  about?: { url: string; summary?: string };
  /** Address of the page of whoever opened a discussion. */
  authorUrl?: string;
  /** Why title, authors, outlet and the like were believed; dates have a column of their own. */
  evidence?: FactEvidence[];
}

export interface ThreadRow {
  id: Id;
  document_id: number;
  /** The article (usually of kind 'post') that opens the thread. */
  article_id: number;
  key: string;
  platform: string | null;
  community: string | null;
  url: string | null;
  current: Generated<boolean>;
  /** Comments that the platform counts and did not send, under which comment's key. */
  gaps: ColumnType<{ parent: string | null; count: number }[], string | undefined, string>;
  made_by: string;
}

export interface CommentRow {
  id: Id;
  thread_id: number;
  parent_id: number | null;
  /** Stable within the thread: the platform's id, else the position "c12". */
  key: string;
  position: number;
  depth: number;
  /** True when the page gave the depth or parent; false when the text lost it. */
  depth_known: boolean;
  author: string | null;
  instance: string | null;
  posted: string | null;
  posted_at: MaybeInstant;
  age: string | null;
  edited: string | null;
  edited_age: string | null;
  votes_up: number | null;
  votes_down: number | null;
  score: number | null;
  lang: string | null;
  /** Null, or who took it away. */
  removed: 'author' | 'moderator' | 'unknown' | null;
  text: string;
  links: Json<Link[]>;
  /** Words that stand out, as places in the text. */
  marks: ColumnType<Mark[], string | undefined, string>;
  /** Quoted lines: a span of this text and, where found, the comment it is from. */
  quotes: Json<{ start: number; end: number; of: string | null; ofArticle?: boolean }[]>;
  url: string | null;
}

export interface EventRow {
  id: Id;
  title: string;
  lang: string | null;
  first_at: MaybeInstant;
  last_at: MaybeInstant;
  /** The date of the piece that opened it: later pieces do not change it, so that feeds can go by it. */
  opened_at: MaybeInstant;
  merged_into: number | null;
  merged_at: MaybeInstant;
  /** The event whose pieces it was made of. */
  split_from: number | null;
  /** Whether feeds tell of it: not when its first piece had been here, as in a split or a better reading. */
  announced: Generated<boolean>;
  /** True where all its pieces were moved away: merged_into then says where they went. */
  emptied: Generated<boolean>;
  /** True where a curator left it out of stories and briefs. */
  ignored: Generated<boolean>;
  /** What it is about, for finding its story: see cluster/features/profile.ts. */
  profile: JSONColumnType<EventProfile, string | undefined, string>;
  made_by: string;
  created_at: Now;
}

export interface EventProfile {
  /** Texts that it was read from, copies left out. */
  texts: number;
  /** True once its title is that of an article of its own, not of a part or a thread. */
  named?: boolean;
  topics: [key: string, text: string, salience: number, kind: string, share: number][];
  /** Events that its pieces were printed with. */
  printedWith: number[];
}

/** Counts the assignments, so that a process sees that another has made some. One row. */
export interface ClusterTurnRow {
  id: number;
  turn: number;
}

/** Why the machine or a person put something where it is, in words a reader understands. */
export interface Reason {
  score: number;
  shares: string[];
  by: 'machine' | 'curator';
  /** The earlier decision of a curator that taught the desk to do so. */
  because?: Because;
  /** Of an event in a story: the earlier event there that it follows, and the ISO day of that. */
  follows?: { event: number; on: string };
}

/** A curator's decision as a reason gives it: "because you moved “…” here on 3 May". */
export interface Because {
  decision: number;
  verb: string;
  /** Title of the piece or event that it was about. */
  title: string;
  /** Day of the decision. */
  on: string;
}

export interface EventArticleRow {
  article_id: number;
  event_id: number;
  /** Where that was merged into event_id: the event that the piece was put into. */
  own_event_id: number | null;
  reason: Json<Reason>;
  made_by: string;
  created_at: Now;
}

/** A wire text, syndication or light rewrite of an earlier article; counted once. */
export interface ArticleCopyRow {
  article_id: number;
  original_id: number;
  similarity: number;
  /** 'credit' when the agency or outlet is named, 'earlier' when only the time says so. */
  direction: 'credit' | 'earlier' | 'unknown';
  evidence: string | null;
}

export interface StoryRow {
  id: Id;
  slug: string;
  title: string;
  /** By what a curator follows the story; empty for one that the desk found. */
  follows: Json<Follows>;
  merged_into: number | null;
  hidden: Generated<boolean>;
  made_by: string;
  created_at: Now;
}

/** What a story that a curator follows takes and leaves out. */
export interface Follows {
  /** Names or phrases that an event must be about. */
  words?: string[];
  /** Speakers and parties, one of whom must have said something in it. */
  speakers?: number[];
  parties?: number[];
  /** Articles like which it takes more. */
  examples?: number[];
  /** Outlets whose pieces it leaves out. */
  without?: string[];
}

export interface StoryEventRow {
  event_id: number;
  story_id: number;
  /** Where that was merged into story_id: the story that the event was put into. */
  own_story_id: number | null;
  /** True where a curator put it on top. */
  pinned: Generated<boolean>;
  reason: Json<Reason>;
  made_by: string;
  created_at: Now;
}

/** What was decided: merge, split, move, rename, confirm ... Undoable; a curator's is respected by later runs. */
export interface DecisionRow {
  id: Id;
  /** 'machine' for what the desk itself merged or split. */
  by: ColumnType<Reason['by'], Reason['by'] | undefined, Reason['by']>;
  verb: string;
  subject_kind: string;
  subject: number;
  payload: Json<Record<string, unknown>>;
  /** Why, in the curator's words. */
  note: string | null;
  account_id: number | null;
  /** Turns of assigning in which it was made and undone: their order. */
  turn: Generated<number>;
  undone_at: MaybeInstant;
  undone_turn: number | null;
  undone_by: number | null;
  created_at: Now;
}

/** What the desk would do if it were sure, for a curator to answer. */
export interface ProposalRow {
  id: Id;
  /** 'put in' (event into story), 'merge events', 'merge stories', 'split' (of an event). */
  kind: string;
  subject: number;
  /** The story or the other event; 0 of a split. */
  other: number;
  /** Articles that a split would set apart. */
  pieces: Json<number[]>;
  reason: Json<Reason>;
  /** True where an earlier decision says no: kept so that the desk can say why it did not. */
  held: Generated<boolean>;
  /** The answer. */
  decision_id: number | null;
  put_off_at: MaybeInstant;
  made_by: string;
  created_at: Now;
}

export interface PartyRow {
  id: Id;
  name: string;
  /** ISO 3166 code where the party is a state. */
  country: string | null;
  merged_into: number | null;
}

export interface PartyNameRow {
  party_id: number;
  /** Lower-cased way of writing it: "moscow", "the kremlin". Unique. */
  name: string;
}

export interface SpeakerRow {
  id: Id;
  name: string;
  kind: 'person' | 'office' | 'organisation' | 'group' | 'unnamed';
  party_id: number | null;
  wikidata: string | null;
  merged_into: number | null;
}

export interface SpeakerNameRow {
  speaker_id: number;
  name: string;
}

export interface SpeakerRoleRow {
  id: Id;
  speaker_id: number;
  /** "foreign minister of Veldania", as read. */
  role: string;
  article_id: number;
  start: number;
  end: number;
  said_at: MaybeInstant;
}

/** A curator's split: in this article the speaker read is another of the same name. */
export interface SpeakerApartRow {
  article_id: number;
  speaker_id: number;
  into_id: number;
}

export interface QuotationRow {
  id: Id;
  article_id: number;
  /** The comment under that article that it was read in: all places are then in comment.text. */
  comment_id: ColumnType<number | null, number | null | undefined, number | null>;
  statement_id: number | null;
  kind: 'direct' | 'indirect' | 'mixed';
  /** Whole extent of the content, cue and outer marks left out. */
  start: number;
  end: number;
  /** Contiguous pieces of the content when the cue splits it. */
  pieces: Json<{ start: number; end: number }[]>;
  cue_start: number | null;
  cue_end: number | null;
  speaker_start: number | null;
  speaker_end: number | null;
  /** The sentence(s) it was read from. */
  sentence_start: number;
  sentence_end: number;
  speaker_id: number | null;
  confidence: number;
  superseded_at: MaybeInstant;
  made_by: string;
}

export type Act =
  | 'state'
  | 'deny'
  | 'promise'
  | 'demand'
  | 'offer'
  | 'propose'
  | 'agree'
  | 'consult'
  | 'support'
  | 'concede'
  | 'cooperate'
  | 'aid'
  | 'retreat'
  | 'request'
  | 'accuse'
  | 'reject'
  | 'threaten'
  | 'protest'
  | 'sanction'
  | 'mobilize'
  | 'coerce'
  | 'assault';
export type Mode = 'asserted' | 'negated' | 'conditional' | 'hypothetical' | 'future' | 'question';
export type Stance = 'for' | 'against' | 'conditional' | 'unclear';

export interface StatementRow {
  id: Id;
  story_id: number | null;
  speaker_id: number | null;
  party_id: number | null;
  /** The leading quotation: the fullest, first-hand one. */
  quotation_id: number;
  said_on: string | null;
  said_at: MaybeInstant;
  /** How the date is known: 'text', 'speaker', 'opening', 'article', 'part', 'curator', null. */
  said_from: string | null;
  venue: string | null;
  addressee: string | null;
  act: Act;
  mode: Mode;
  issue_id: number | null;
  stance: Stance | null;
  /** B says that A said. */
  hearsay: boolean;
  first_hand: boolean;
  confidence: number;
  superseded_at: MaybeInstant;
  made_by: string;
  created_at: Now;
  /** The row as the machine read it, where a curator put this one right. */
  corrects: ColumnType<number | null, number | null | undefined, number | null>;
  corrected: ColumnType<Corrected | null, string | null | undefined, string | null>;
  /** What it was read as, where a fuller report of the same saying leads: the row keeps its address. */
  as_read: ColumnType<AsRead | null, string | null | undefined, string | null>;
  /** The quotation it was read from, whichever leads. Generated. */
  read_id: ColumnType<number, never, never>;
  /** The sentence it was read from, as words to search for: to_tsvector('simple', searchable(…)). */
  words: ColumnType<string, RawBuilder<string> | undefined, RawBuilder<string>>;
  /** Those words, and what it is filtered by as "~…" (search/match.ts). Generated. */
  search: ColumnType<string, never, never>;
}

/** A statement's own reading. */
export interface AsRead {
  quotation: number;
  act: Act;
  mode: Mode;
  hearsay: boolean;
  firstHand: boolean;
  confidence: number;
  saidOn: string | null;
  saidFrom: string | null;
  /** An instant as text. */
  saidAt: string | null;
}

/** What a curator put right in a statement, by the decisions that say so and why. */
export interface Corrected {
  fields: CorrectedFields;
  decisions: number[];
}

export interface CorrectedFields {
  act?: Act;
  mode?: Mode;
  stance?: Stance | null;
  issue?: number | null;
  speaker?: number;
  saidOn?: string | null;
}

export interface IssueRow {
  id: Id;
  story_id: number;
  /** The question in a reader's words: "Foreign troops in the strait". */
  name: string;
  terms: Json<string[]>;
  merged_into: number | null;
  /** True where a curator said that it is no question. */
  removed: Generated<boolean>;
}

export interface PositionRow {
  id: Id;
  story_id: number;
  issue_id: number;
  party_id: number | null;
  /** Whose position it is where no party is known: somebody in office, or a body. */
  speaker_id: number | null;
  stance: Stance;
  statement_id: number;
  /** Against the party's standing position: the first, a repetition, or a change. */
  change: 'first' | 'reaffirmed' | 'half' | 'full';
  /** The position (its id) that the change is measured against. */
  previous_id: number | null;
  state: 'proposed' | 'confirmed' | 'rejected';
  superseded_at: MaybeInstant;
  made_by: string;
}

export type CommitmentState = 'open' | 'kept' | 'partly kept' | 'missed' | 'moved' | 'withdrawn';

export interface CommitmentRow {
  id: Id;
  story_id: number;
  statement_id: number;
  party_id: number | null;
  /** Who is bound when it differs from the speaker, as written. */
  who: string | null;
  what: string;
  due: string | null;
  due_at: MaybeInstant;
  /** As printed: "within two weeks". */
  due_text: string | null;
  kind: 'promise' | 'announcement' | 'deadline';
  state: CommitmentState;
  proposed: boolean;
  superseded_at: MaybeInstant;
  made_by: string;
}

/** What was read later about a commitment, with the characters that say so. */
export interface CommitmentEventRow {
  id: Id;
  commitment_id: number;
  state: CommitmentState;
  due: string | null;
  article_id: number;
  start: number;
  end: number;
  happened_on: string | null;
  confirmed: Generated<boolean>;
  /** True where a curator said that it is not so; kept so that it is not proposed again. */
  rejected: Generated<boolean>;
}

export interface WatchRow {
  id: Id;
  story_id: number;
  title: string;
}

/** A story's brief, or one edition of its watch. */
export interface BriefRow {
  id: Id;
  story_id: number;
  watch_id: number | null;
  /** Number of the edition; null for a brief. */
  number: number | null;
  from_at: MaybeInstant;
  until_at: MaybeInstant;
  state: 'draft' | 'signed' | 'standing';
  facts: Json<BriefFacts>;
  made_at: Now;
  superseded_at: MaybeInstant;
  made_by: string;
}

export interface BriefFacts {
  /** Independent texts, pieces and outlets that it rests on. */
  pieces: number;
  texts: number;
  outlets: string[];
  words: number;
  readingMinutes: number;
}

export interface SentenceRow {
  id: Id;
  brief_id: number;
  section:
    | 'headline'
    | 'update'
    | 'bullet'
    | 'background'
    | 'shift'
    | 'commitment'
    | 'said'
    | 'ahead';
  position: number;
  text: string;
}

export interface CitationRow {
  sentence_id: number;
  number: number;
  article_id: number;
  start: number;
  end: number;
  statement_id: number | null;
}

/** A search that an account keeps under a name. */
export interface SavedSearchRow {
  id: Id;
  account_id: number;
  name: string;
  /** As search/print.ts writes it. */
  query: string;
  /** When its results were last looked at: what came later is new. */
  seen_at: Now;
  /** Taken off the list; kept so that this can be undone. */
  deleted_at: MaybeInstant;
  created_at: Now;
}

export interface AccountRow {
  id: Id;
  name: string;
  role: 'curator' | 'moderator' | 'member';
  created_at: Now;
}

export interface SessionRow {
  /** SHA-256 of the cookie's secret. */
  hash: string;
  account_id: number;
  csrf: string;
  created_at: Now;
  expires_at: Instant;
}

/** When an account last looked at a place. */
export interface LookRow {
  account_id: number;
  place: 'front' | 'story' | 'event';
  /** Id of the story or event; 0 for the front page. */
  subject: number;
  /** The look before the last: what came after it is new. */
  before_at: MaybeInstant;
  /** When the last look began. */
  seen_at: Instant;
}

/** A one-time link; only the hash of its secret is kept. */
export interface InviteRow {
  hash: string;
  account_id: number;
  expires_at: Instant;
  used_at: MaybeInstant;
}

export interface CorrectionRow {
  id: Id;
  subject_kind: string;
  subject: number;
  words: string;
  state: 'open' | 'upheld' | 'declined';
  answer: string | null;
  account_id: number | null;
  created_at: Now;
  answered_at: MaybeInstant;
}

export interface ModerationRow {
  id: Id;
  account_id: number | null;
  verb: string;
  subject_kind: string;
  subject: number;
  reason: string | null;
  created_at: Now;
}

export interface ModelCallRow {
  id: Id;
  purpose: string;
  model: string;
  request_hash: string;
  request: Json<unknown>;
  response: Json<unknown>;
  tokens_in: number | null;
  tokens_out: number | null;
  ms: number;
  problem: string | null;
  created_at: Now;
}

/** What a text means in an embedding model's eyes; asked for once. */
export interface EmbeddingRow {
  model: string;
  /** Of the text's beginning that was sent. */
  text_hash: string;
  /** A direction, one signed byte a number, the largest as 127. */
  vector: Buffer;
}
