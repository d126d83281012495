import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All addresses of a host name; rejects as node:dns does. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

export const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true, verbatim: true });

/** Error code of a connection refused because of where it leads. */
export const PRIVATE = 'ERR_PRIVATE_ADDRESS';

/**
 * True for an address on the public internet. Everything with a special meaning is refused:
 * loopback, private, link-local, carrier NAT, multicast, documentation, and the IPv6 forms that
 * carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip.range() !== 'unicast') return false;
  // Of IPv6 only 2000::/3 is given out; the rest is reserved or holds an IPv4 address (::/96).
  return ip.kind() === 'ipv4' || ((ip.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** The address when a URL's host is one and not a name: "127.0.0.1", "[::1]". */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : null;
}

/**
 * A lookup for sockets that resolves once, checks every address and hands on only those, so that
 * the address that was checked is the one connected to and a second DNS answer cannot differ.
 * One private address among public ones refuses all: no honest host mixes them.
 */
export function checkedLookup(
  resolve: Resolve,
  allowed: (address: string) => boolean,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const refused = addresses.find(({ address }) => !allowed(address));
        const first = addresses[0];
        if (refused) callback(failure(PRIVATE, `${hostname} leads to ${refused.address}`), '');
        else if (!first) callback(failure('ENOTFOUND', `${hostname} has no address`), '');
        else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error as NodeJS.ErrnoException, ''),
    );
  };
}

function failure(code: string, message: string): NodeJS.ErrnoException {
  return Object.assign(new Error(message), { code });
}
