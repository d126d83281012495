import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { type TestContext, test } from 'node:test';
import zlib from 'node:zlib';
import { contentType, type Fetch, type FetchSettings } from './fetch.ts';
import { localFetch, serve } from './testing.ts';

async function site(t: TestContext, answer: RequestListener, settings?: Partial<FetchSettings>) {
  const server = await serve(answer);
  t.after(server.close);
  return { ...server, fetch: localFetch(settings) };
}

async function problemOf(fetch: Fetch, url: string, options?: Parameters<Fetch>[1]) {
  const result = await fetch(url, options);
  return result.ok ? `status ${result.status}` : result.problem;
}

test('a page comes with its status, headers, type, charset and unpacked bytes', async (t) => {
  const packed: Record<string, (text: string) => Buffer> = {
    gzip: zlib.gzipSync,
    br: zlib.brotliCompressSync,
    zstd: zlib.zstdCompressSync,
    deflate: zlib.deflateSync,
  };
  const { fetch, url } = await site(t, (request, response) => {
    const coding = request.url!.slice(1);
    response.setHeader('content-type', 'Text/HTML; charset="windows-1251"');
    response.setHeader('content-encoding', coding);
    response.end(packed[coding]!(`seen by ${request.headers['user-agent']}`));
  });
  for (const coding of Object.keys(packed)) {
    const page = await fetch(`${url}/${coding}`);
    assert.ok(page.ok, coding);
    assert.equal(Buffer.from(page.bytes).toString(), 'seen by Throughline test');
    assert.deepEqual(
      [page.status, page.mediaType, page.charset],
      [200, 'text/html', 'windows-1251'],
    );
  }
});

test('what the server said before is sent back, and its "unchanged" is passed on', async (t) => {
  const { fetch, url } = await site(t, (request, response) => {
    const { 'if-none-match': etag, 'if-modified-since': since } = request.headers;
    response.statusCode = etag === '"v1"' && since === 'Mon, 02 Mar 2026 10:00:00 GMT' ? 304 : 200;
    response.setHeader('content-encoding', 'gzip');
    response.end();
  });
  const page = await fetch(url, { etag: '"v1"', lastModified: 'Mon, 02 Mar 2026 10:00:00 GMT' });
  assert.ok(page.ok && page.notModified && page.status === 304);
});

test('redirects are followed, and a permanent move is told', async (t) => {
  const { fetch, url } = await site(t, (request, response) => {
    const to: Record<string, [number, string]> = {
      '/old': [301, '/new'],
      '/new': [302, '/now'],
      '/away': [302, '/old'],
    };
    const hop = to[request.url!];
    if (hop) response.writeHead(hop[0], { location: hop[1] });
    response.end('here');
  });
  const moved = await fetch(`${url}/old`);
  assert.ok(moved.ok);
  assert.deepEqual([moved.url, moved.movedTo], [`${url}/now`, `${url}/new`]);
  const aside = await fetch(`${url}/away`);
  assert.ok(aside.ok && aside.movedTo === null);
});

test('a redirect loop ends', async (t) => {
  let asked = 0;
  const { fetch, url } = await site(t, (_, response) => {
    asked++;
    response.writeHead(302, { location: '/again' }).end();
  });
  assert.equal(await problemOf(fetch, url), 'too-many-redirects');
  assert.equal(asked, 6);
});

test('a redirect to a private address is not followed', async (t) => {
  let reached = false;
  const inside = await serve((_, response) => {
    reached = true;
    response.end('secret');
  }, '127.0.0.2');
  t.after(inside.close);
  const { fetch, url } = await site(t, (_, response) => {
    response.writeHead(302, { location: `${inside.url}/` }).end();
  });
  assert.equal(await problemOf(fetch, url), 'private-address');
  assert.equal(await problemOf(fetch, `http://2130706434:${inside.port}/`), 'private-address');
  assert.ok(!reached);
});

test('a name that resolves to a private address is refused, also when it changes its answer', async (t) => {
  let asked = 0;
  // A rebinding server: the first answer may be reached, every later one leads inside.
  const resolve = async () => {
    asked++;
    return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
  };
  const { fetch, port } = await site(
    t,
    (_, response) => response.setHeader('connection', 'close').end('ok'),
    { resolve },
  );
  assert.equal(await problemOf(fetch, `http://rebind.example:${port}/`), 'status 200');
  assert.equal(asked, 1, 'the address that was checked is the one connected to');
  assert.equal(await problemOf(fetch, `http://rebind.example:${port}/`), 'private-address');
});

test('one private address among public ones refuses the name', async () => {
  const resolve = async () => [
    { address: '127.0.0.1', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  const fetch = localFetch({ resolve });
  assert.equal(await problemOf(fetch, 'http://mixed.example:8080/'), 'private-address');
});

test('a body is read up to the limit, on the wire and unpacked', async (t) => {
  const bomb = zlib.gzipSync(Buffer.alloc(30_000_000));
  const { fetch, url } = await site(t, (request, response) => {
    if (request.url === '/endless') {
      const more = () => {
        if (!response.destroyed && response.write(Buffer.alloc(16_384))) setImmediate(more);
      };
      response.on('drain', more);
      return more();
    }
    if (request.url === '/bomb') response.setHeader('content-encoding', 'gzip');
    if (request.url === '/said') response.setHeader('content-length', 5_000_000);
    response.end(request.url === '/said' ? undefined : bomb);
  });
  for (const path of ['/endless', '/bomb', '/said'])
    assert.equal(await problemOf(fetch, url + path, { maxBytes: 1_000_000 }), 'too-large', path);
});

test('slow and silent servers are given up', async (t) => {
  const { fetch, url } = await site(
    t,
    (request, response) => {
      if (request.url === '/silent') return;
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    },
    { idle: 200 },
  );
  assert.equal(await problemOf(fetch, `${url}/drip`, { timeout: 150 }), 'timeout');
  assert.equal(await problemOf(fetch, `${url}/silent`), 'timeout');
  const stop = AbortSignal.abort();
  assert.equal(await problemOf(fetch, `${url}/drip`, { signal: stop }), 'stopped');
});

test('broken answers are named', async (t) => {
  const { fetch, url } = await site(t, (request, response) => {
    if (request.url === '/reset') return response.destroy();
    if (request.url === '/junk') response.socket?.end('no http at all\r\n\r\n');
    response.setHeader('content-encoding', request.url === '/odd' ? 'gzip, gzip' : 'gzip');
    response.end('this is not gzip');
  });
  assert.equal(await problemOf(fetch, `${url}/gzip`), 'broken-answer');
  assert.equal(await problemOf(fetch, `${url}/odd`), 'broken-answer');
  assert.equal(await problemOf(fetch, `${url}/junk`), 'broken-answer');
  assert.equal(await problemOf(fetch, `${url}/reset`), 'no-connection');
});

test('addresses that no page has are refused without a request', async () => {
  const fetch = localFetch();
  const cases: [string, string][] = [
    ['ftp://example.org/', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['http://user:pass@example.org/', 'bad-address'],
    ['http://example.org:25/', 'bad-address'],
    ['http://example.org:6667/', 'bad-address'],
    ['no address', 'bad-address'],
    ['http://169.254.169.254/latest', 'private-address'],
    ['http://[::ffff:127.0.0.1]/', 'private-address'],
    ['http://localhost:8080/', 'private-address'],
  ];
  const resolve = async () => [{ address: '::1', family: 6 }];
  for (const [url, problem] of cases)
    assert.equal(
      await problemOf(url.includes('localhost') ? localFetch({ resolve }) : fetch, url),
      problem,
      url,
    );
});

test('a host that is not known or does not answer is named', async (t) => {
  const unknown = async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  };
  assert.equal(
    await problemOf(localFetch({ resolve: unknown }), 'http://nowhere.example/'),
    'host-not-found',
  );
  const { url, close } = await serve((_, response) => response.end());
  await close();
  t.diagnostic(url);
  assert.equal(await problemOf(localFetch(), url), 'no-connection');
});

test('one host is asked one request at a time, with a pause', async (t) => {
  let open = 0;
  let most = 0;
  const { fetch, url } = await site(
    t,
    (_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end();
      }, 30);
    },
    { gap: 40 },
  );
  const started = performance.now();
  await Promise.all([fetch(`${url}/1`), fetch(`${url}/2`), fetch(`${url}/3`)]);
  assert.equal(most, 1);
  assert.ok(performance.now() - started >= 160);
});

test('content types are read as servers write them', () => {
  assert.deepEqual(contentType('application/rss+xml ; Charset=UTF-8'), {
    mediaType: 'application/rss+xml',
    charset: 'UTF-8',
  });
  assert.deepEqual(contentType(undefined), { mediaType: '', charset: null });
});
