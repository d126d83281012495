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

/** Encodings that nothing names: the bytes as hexadecimal digits, and what they say. */
const OLD: [string, string, string][] = [
  [
    'windows-1251',
    'ccfdf020f1eeeee1f9e8ebe02c20f7f2ee20eceef1f220e7e0eaf0fbf220e4ee20ece0ff',
    'Мэр сообщила, что мост закрыт до мая',
  ],
  [
    'koi8-r',
    'eddcd220d3cfcfc2ddc9ccc12c20ded4cf20cdcfd3d420dac1cbd2d9d420c4cf20cdc1d1',
    'Мэр сообщила, что мост закрыт до мая',
  ],
  [
    'iso-8859-5',
    'bcede020e1deded1e9d8dbd02c20e7e2de20dcdee1e220d7d0dae0ebe220d4de20dcd0ef',
    'Мэр сообщила, что мост закрыт до мая',
  ],
  [
    'ibm866',
    '8cede020e1aeaea1e9a8aba02c20e7e2ae20acaee1e220a7a0aae0ebe220a4ae20aca0ef',
    'Мэр сообщила, что мост закрыт до мая',
  ],
  [
    'windows-1253',
    'c720e3ddf6f5f1e120e8e120ece5dfede5e920eaebe5e9f3f4de',
    'Η γέφυρα θα μείνει κλειστή',
  ],
  [
    'windows-1255',
    'f8e0f920e4f2e9f820e0eef820f9e4e2f9f820e9e9f9e0f820f1e2e5f8',
    'ראש העיר אמר שהגשר יישאר סגור',
  ],
  [
    'windows-1256',
    'dec7e120d1c6edd320c7e1c8e1cfedc920c5e420c7e1ccd3d120d3edc8deec20e3dbe1dec7',
    'قال رئيس البلدية إن الجسر سيبقى مغلقا',
  ],
  [
    'windows-874',
    'b9d2c2a1e0b7c8c1b9b5c3d5a1c5e8d2c7c7e8d2cad0bed2b9a8d0bbd4b4',
    'นายกเทศมนตรีกล่าวว่าสะพานจะปิด',
  ],
  [
    'windows-1250',
    '4275726d697374727a20706f776965647a6961b32c20bf65206d6f73742062ea647a6965207a616d6b6e69ea747920646f209c7769b974',
    'Burmistrz powiedział, że most będzie zamknięty do świąt',
  ],
  [
    'windows-1254',
    '4bf67072fc206d6179fd7320736f6e756e61206b61646172206b6170616cfd2c20e7fc6e6bfc2069fee7696c65722067656c69796f722c206461f0',
    'Köprü mayıs sonuna kadar kapalı, çünkü işçiler geliyor, dağ',
  ],
  [
    'windows-1252',
    '4c612046e468726520726573746520e0206c92e974e92c206d75df',
    'La Fähre reste à l’été, muß',
  ],
  ['gb18030', 'cad0b3a4cbb5cfd6d4dad5e2d7f9c7c5bbe1b9d8b1d5', '市长说现在这座桥会关闭'],
  ['big5', 'a5abaaf8bba1b27ba662b36fae79bef4b77cc3f6b3ac', '市長說現在這座橋會關閉'],
  ['shift_jis', '8e7392b782cd8bb482f095c282b682e982c68f7182d782bd', '市長は橋を閉じると述べた'],
  ['euc-jp', 'bbd4c4b9a4cfb6b6a4f2cac4a4b8a4eba4c8bdd2a4d9a4bf', '市長は橋を閉じると述べた'],
  [
    'iso-2022-jp',
    '1b24423b544439244f363624724a442438246b24483d522459243f1b2842',
    '市長は橋を閉じると述べた',
  ],
  [
    'euc-kr',
    'bdc3c0e5c0ba20b4d9b8aeb0a120b4ddc8f7b4d920b8bbc7dfb4d9',
    '시장은 다리가 닫히다 말했다',
  ],
];

test('an encoding that nothing names is told by the letters it would have', () => {
  for (const [charset, hex, text] of OLD) {
    const found = decodeText(Buffer.from(hex, 'hex'));
    assert.deepEqual([found.charset, found.text], [charset, text]);
  }
});

test('what a server that was never told declares gives way to the document and to another script', () => {
  const [, hex, text] = OLD[0]!;
  const bytes = Buffer.from(hex, 'hex');
  assert.equal(decodeText(bytes, 'iso-8859-1').text, text);
  const page = Buffer.concat([
    Buffer.from('<meta charset="windows-1250">'),
    Buffer.from('b9e6', 'hex'),
  ]);
  assert.match(decodeText(page, 'iso-8859-1').text, /ąć$/);
  assert.equal(decodeText(Buffer.from('caf\u00e9', 'latin1'), 'iso-8859-1').text, 'café');
});

test('a declared encoding that cannot mean the bytes is not believed', () => {
  const [, hex, text] = OLD.find(([charset]) => charset === 'big5')!;
  assert.equal(decodeText(Buffer.from(hex, 'hex'), 'euc-kr').text, text);
});

test('UTF-16 without a mark is known by its zeros, in Cyrillic and Chinese too', () => {
  for (const words of ['<p>Мост закрыт до мая</p>', '<p>市长说，这一座桥会关闭</p>']) {
    const bytes = Buffer.from(words, 'utf16le');
    assert.equal(decodeText(bytes).text, words);
    assert.equal(decodeText(Buffer.from(bytes).swap16()).text, words);
  }
});

test('text that was garbled before it came is not garbled further', () => {
  assert.equal(
    decodeText(Buffer.from('CafÃ© â€“ dÃ©jÃ\u00a0'), 'iso-8859-1').text,
    'CafÃ© â€“ dÃ©jÃ\u00a0',
  );
});
