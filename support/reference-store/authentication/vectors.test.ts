import assert from 'node:assert/strict';
import { createHash, createSecretKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { principalNamed } from '../store-principals.ts';
import { addressOf } from '../http/addressing.ts';
import { Refusal } from '../errors/refusal.ts';
import { vectors, withoutSubResource } from './signature-vectors.ts';
import type { Vector } from './signature-vectors.ts';
import { storeRequest } from '../testing/store-request.ts';
import { AccessKeys } from './access-keys.ts';
import { authenticate } from './authenticate.ts';
import { documentedAuthentication } from './behaviour.ts';
import { v1Signature } from './v1.ts';
import { v4Headers, v4Query, v4Signature, v4SigningKey, v4StringToSign, v4Uri, v4CanonicalRequest } from './v4.ts';

function verify(vector: Vector): string {
  const { method, target, headers, now, securityToken } = vector;
  const keys = new AccessKeys();
  const session = securityToken === undefined ? null : { securityToken, expiresAt: new Date(8.64e15) };
  keys.add({ accessKeyId: 'ak', accessKeySecret: 'sk', principal: principalNamed('owner'), session });
  const request = storeRequest({ method, target, headers });
  const address = addressOf(request);
  assert.ok(!(address instanceof Refusal));
  const behaviour = vector.otherScope ? { ...documentedAuthentication, scope: () => null } : documentedAuthentication;
  const principal = authenticate(behaviour, { request, address, keys, region: 'cn-hangzhou', now: new Date(now) });
  return principal instanceof Refusal
    ? `${principal.status} ${principal.code} ${JSON.stringify(principal.details)}`
    : principal.kind;
}

describe('the verifier', () => {
  for (const vector of vectors) it(`accepts ${vector.id}`, () => assert.equal(verify(vector), 'account'));

  for (const vector of vectors)
    it(`does not accept ${vector.id} for another method`, () =>
      assert.match(verify({ ...vector, method: 'POST' }), /^403 SignatureDoesNotMatch/));

  it('accepts DER-12 and DER-03 with ?encryption= as well (WIRE-01)', () => {
    const withEquals = vectors.filter(({ id }) => id === 'DER-03' || id === 'DER-12');
    assert.equal(withEquals.length, 2);
    for (const vector of withEquals)
      assert.equal(verify({ ...vector, target: '/examplebucket?encryption=' }), 'account');
  });

  it('rejects DER-07, a V1 signature that leaves ?encryption out', () => {
    assert.match(verify(withoutSubResource), /^403 SignatureDoesNotMatch/);
    assert.equal(verify({ ...withoutSubResource, target: '/examplebucket/' }), 'account');
  });
});

describe('the signatures of the documentation', () => {
  const secret = 'OtxrzxIsfpFjA7SwPzILwy8Bw21TLhquhboDYROV';

  it('VEC-01: the V1 header sample, with the MD5 that its signature was made with', () => {
    for (const [contentMd5, signature] of [
      ['ODBGOERFMDMzQTczRUY3NUE3NzA5QzdFNUYzMDQxNEM=', '26NBxoKdsyly4EDv6inkoDft/yA='],
      ['eB5eJF1ptWaXm4bijSPyxw==', 'hD208RWMpg77svXkQRwWXS+V5KQ='],
    ] as const) {
      const stringToSign = `PUT\n${contentMd5}\ntext/html\nThu, 17 Nov 2005 18:49:58 GMT\nx-oss-magic:abracadabra\nx-oss-meta-author:foo@bar.com\n/oss-example/nelson`;
      assert.equal(v1Signature(secret, stringToSign), signature);
    }
  });

  it('VEC-02: the V1 URL sample', () => {
    assert.equal(v1Signature(secret, 'GET\n\n\n1141889120\n/oss-example/oss-api.pdf'), 'EwaNTn1erJGkimiJ9WmXgwnANLc=');
  });

  it('VEC-03: the V4 sample, from the request to the canonical hash and from the signing key to the signature', () => {
    const additionalHeaders = ['content-disposition', 'content-length'];
    const canonicalRequest = v4CanonicalRequest({
      method: 'PUT',
      uri: v4Uri({ scope: 'object', bucket: 'examplebucket', key: 'exampleobject' }),
      query: v4Query([]),
      headers: v4Headers(
        [
          ['Content-Disposition', 'attachment'],
          ['Content-Length', '3'],
          ['Content-MD5', 'ICy5YqxZB1uWSwcVLSNLcA=='],
          ['Content-Type', 'text/plain'],
          ['x-oss-content-sha256', 'UNSIGNED-PAYLOAD'],
          ['x-oss-date', '20250411T064124Z'],
        ],
        additionalHeaders,
      ),
      additionalHeaders,
      payload: 'UNSIGNED-PAYLOAD',
    });
    assert.equal(
      createHash('sha256').update(canonicalRequest).digest('hex'),
      'c46d96390bdbc2d739ac9363293ae9d710b14e48081fcb22cd8ad54b63136eca',
    );
    const scope = { date: '20250411', region: 'cn-hangzhou', product: 'oss', terminator: 'aliyun_v4_request' };
    const publishedKey = Buffer.from('3543b7686e65eda71e5e5ca19d548d78423c37e8ddba4dc9d83f90228b457c76', 'hex');
    assert.equal(
      v4Signature(createSecretKey(publishedKey), v4StringToSign('20250411T064124Z', scope, canonicalRequest)),
      '053edbf550ebd239b32a9cdfd93b0b2b3f2d223083aa61f75e9ac16856d61f23',
    );
  });

  it('derives the V4 signing key', () => {
    const scope = { date: '20221228', region: 'cn-hangzhou', product: 'oss', terminator: 'aliyun_v4_request' };
    assert.equal(
      v4SigningKey('sk', scope).export().toString('hex'),
      '8d506f0bcbfd104fae0bd4708fa6dcdc118784aaefe2a290198131d199f91f7f',
    );
  });
});
