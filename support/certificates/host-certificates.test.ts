import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { CertificateAuthority } from './certificate-authority.ts';
import { hostCertificates } from './host-certificates.ts';

const authority = new CertificateAuthority();

test('a certificate is issued by the authority for exactly its hosts', () => {
  const ca = new X509Certificate(authority.certificate);
  const issued = new X509Certificate(authority.issue(['bucket.localhost', '127.0.0.1', '::1']).cert);
  assert.ok(ca.ca && !issued.ca);
  assert.ok(issued.checkIssued(ca) && issued.verify(ca.publicKey));
  assert.equal(issued.subjectAltName, 'DNS:bucket.localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
});

test('a server has a certificate for its address and for each name below localhost, and for no other', async (t) => {
  const server = createServer(hostCertificates(authority, '127.0.0.1'), (_, response) => response.end());
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  // A TCP server that listens has an address and a port.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const { port } = server.address() as AddressInfo;
  const ask = (servername: string): Promise<string> =>
    new Promise((resolve) => {
      const options = { host: '127.0.0.1', port, servername, ca: authority.certificate, agent: false };
      get(options, (response) => resolve(String(response.statusCode))).on(
        'error',
        ({ code = '' }: NodeJS.ErrnoException) => resolve(code),
      );
    });
  assert.equal(await ask(''), '200');
  assert.equal(await ask('localhost'), '200');
  assert.equal(await ask('some-bucket.localhost'), '200');
  assert.equal(await ask('Some-Bucket.localhost'), '200');
  for (const noBucket of ['under_score', 'a.dot', 'a'.repeat(64)])
    assert.equal(await ask(`${noBucket}.localhost`), '200', noBucket);
  assert.equal(await ask('example.com'), 'ERR_TLS_CERT_ALTNAME_INVALID');
});
