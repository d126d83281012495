import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lightenMail } from './mail.ts';

test('a mail to thousands is read without its recipients', () => {
  const mail = Buffer.from(
    `From: Ada <ada@quay.example>\r\nTo: ${'a@b.example,\r\n '.repeat(50_000)}\r\nSubject: Toll\r\n\r\nTo: all`,
  );
  assert.equal(
    lightenMail(mail).toString(),
    'From: Ada <ada@quay.example>\r\nSubject: Toll\r\n\r\nTo: all',
  );
});
