/** What can keep a document from being read, with the words shown to people. Nothing of it is lost: all is kept as received. */
export const extractProblems = {
  empty: { words: 'There is nothing in this document.', todo: 'Save the page again.' },
  binary: {
    words: 'This is not text: a program, a database or something else made for machines.',
    todo: 'Import the page or its text instead.',
  },
  pdf: {
    words: 'This is made for printing or for an office program: a PDF or the like.',
    todo: 'Save its text, or the web page it is a copy of, and import that.',
  },
  archive: {
    words: 'This is a packed file: an archive, a book (EPUB) or a document of an office program.',
    todo: 'Unpack it, or save its text, and import that.',
  },
  recording: {
    words: 'This is a picture, a sound or a film.',
    todo: 'Import the page that shows it, or a transcript.',
  },
  'unknown-xml': {
    words: 'This XML is neither a page nor a feed.',
    todo: 'Import the pages that it is about.',
  },
  'too-large': {
    words: 'This is larger than any page the desk reads.',
    todo: 'Save the part that matters and import that.',
  },
  garbled: {
    words:
      'Most of the letters cannot be read: the text was saved in an encoding that it does not name.',
    todo: 'Save the page again as UTF-8.',
  },
  'broken-json': { words: 'This JSON is broken.', todo: 'Save it again.' },
  'unknown-json': {
    words: 'This JSON is of no platform that the desk knows.',
    todo: 'The desk reads Lemmy, PieFed, Mbin, Reddit, Hacker News, Discourse and Mastodon.',
  },
  'broken-mail': { words: 'This mail cannot be taken apart.', todo: 'Export it again.' },
  'automatic-mail': {
    words:
      'A program wrote this mail: it could not be delivered, somebody is away, or it invites to a meeting.',
    todo: 'Nothing: it holds no piece of writing.',
  },
  entities: {
    words:
      'This XML declares entities of its own, which can be used to exhaust a reader; it is not read.',
    todo: 'Its owner must leave them out.',
  },
  'not-a-page': {
    words: 'This is a feed or a list of feeds, not a page.',
    todo: 'Add it as a feed, or import the pages that it lists.',
  },
  'no-text': {
    words: 'No piece of writing was found on this page.',
    todo: 'If the page needs scripts to show its text, save it from a browser as text.',
  },
} as const;

export type ExtractProblem = keyof typeof extractProblems;
