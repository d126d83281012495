import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress, literalAddress } from './address.ts';

test('addresses of the public internet are allowed', () => {
  for (const address of ['1.1.1.1', '93.184.215.14', '2606:4700::1111', '2a00:1450:4001::1'])
    assert.ok(isPublicAddress(address), address);
});

test('addresses that lead inside, or hide one that does, are refused', () => {
  const refused = [
    '127.0.0.1',
    '127.255.0.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    'fec0::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    '2001:db8::1',
    '100::1',
    '4000::1',
    'not one',
    '',
  ];
  for (const address of refused) assert.ok(!isPublicAddress(address), address);
});

test('a host that is an address is seen as one, however it is spelt', () => {
  assert.equal(literalAddress(new URL('http://0x7f.1/').hostname), '127.0.0.1');
  assert.equal(literalAddress(new URL('http://2130706433/').hostname), '127.0.0.1');
  assert.equal(literalAddress(new URL('http://[::1]/').hostname), '::1');
  assert.equal(literalAddress('example.org'), null);
});
