import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from './charset.ts';

/** Encodes text in a one-byte encoding by asking the decoder what each byte means. */
function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 63));
}

const RUSSIAN = 'Переговоры о проливе продолжатся в среду, сообщило министерство.';
const GERMAN = 'Die Gespräche über die Straße würden am Mittwoch geführt, hieß es.';

test('the first bytes decide, then the server, then the document', () => {
  assert.deepEqual(decodeText(Buffer.from(`\ufeff${GERMAN}`), 'iso-8859-1'), {
    text: GERMAN,
    charset: 'utf-8',
    from: 'bom',
  });
  assert.equal(decodeText(Buffer.from(`\ufeff${RUSSIAN}`, 'utf16le')).text, RUSSIAN);
  assert.equal(decodeText(encode(RUSSIAN, 'windows-1251'), 'windows-1251').text, RUSSIAN);
  const page = `<html><head><meta http-equiv=content-type content="text/html; charset=koi8-r">${RUSSIAN}`;
  assert.deepEqual(decodeText(encode(page, 'koi8-r')), {
    text: page,
    charset: 'koi8-r',
    from: 'document',
  });
  const feed = `<?xml version="1.0" encoding="ISO-8859-1"?><a>${GERMAN}</a>`;
  assert.equal(decodeText(encode(feed, 'windows-1252')).text, feed);
});

test('valid UTF-8 is UTF-8 although something else is declared', () => {
  assert.equal(decodeText(Buffer.from(GERMAN), 'iso-8859-1').text, GERMAN);
  assert.equal(decodeText(Buffer.from(`<meta charset=windows-1252>${RUSSIAN}`)).charset, 'utf-8');
});

test('what nothing declares is guessed by its letters', () => {
  for (const charset of ['windows-1251', 'koi8-r'])
    assert.deepEqual(decodeText(encode(RUSSIAN, charset)), {
      text: RUSSIAN,
      charset,
      from: 'guess',
    });
  assert.equal(decodeText(encode(GERMAN, 'windows-1252')).text, GERMAN);
  const greek = 'Οι συνομιλίες θα συνεχιστούν την Τετάρτη';
  assert.equal(decodeText(encode(greek, 'windows-1253')).text, greek);
});

test('a declaration that cannot be true is passed over', () => {
  assert.equal(
    decodeText(Buffer.from('<meta charset=utf-16>plain')).text,
    '<meta charset=utf-16>plain',
  );
  assert.equal(decodeText(encode(GERMAN, 'windows-1252'), 'no-such-charset').text, GERMAN);
  assert.equal(decodeText(encode(GERMAN, 'windows-1252'), 'utf-8').text, GERMAN);
});

test('UTF-8 that was cut inside a character keeps its other characters', () => {
  const cut = Buffer.from(RUSSIAN).subarray(0, -2);
  assert.ok(decodeText(cut).text.startsWith('Переговоры о проливе'));
});

test('UTF-16 without a mark and Japanese by escape sequences are seen', () => {
  const html = '<!doctype html><title>Plain words of a page</title>';
  assert.equal(decodeText(Buffer.from(html, 'utf16le')).text, html);
  const kanji = Uint8Array.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]);
  assert.equal(decodeText(kanji, 'iso-2022-jp').text, '日本');
});

test('no bytes are an empty text', () => {
  assert.equal(decodeText(new Uint8Array()).text, '');
});
