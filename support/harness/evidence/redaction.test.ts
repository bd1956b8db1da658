import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Credentials } from '../../client/credentials.ts';
import { Redactor } from './redaction.ts';

const secret = 'Otxrz+Isf/pFjA7SwPzI&wy8=Bw21TL';
const token = 'CAIS+gF1q6Ft5B2yfSjIr5fb/NWjyOlG==';
const id = 'LTAI5tExampleKeyId';
const redactor = new Redactor([secret, token], [id]);

const hex = Buffer.from(secret).toString('hex');
const base64 = Buffer.from(secret).toString('base64');

function spacedHexadecimal(text: string): string {
  const digits = Buffer.from(text).toString('hex').toUpperCase();
  return digits.replaceAll(/(..)(?!$)/g, '$1 ');
}

function bytesElement(shownToken: string): string {
  const signed = `GET\n\nx-oss-security-token:${shownToken}\n/b/?acl`;
  return `<StringToSignBytes>${spacedHexadecimal(signed)}</StringToSignBytes>`;
}

function mismatch(signature: string): string {
  return `<Error><Code>SignatureDoesNotMatch</Code><SignatureProvided>${signature}</SignatureProvided></Error>`;
}

function keys(name: string): Credentials {
  return { accessKeyId: `LTAI-${name}`, accessKeySecret: `secret-${name}`, securityToken: `token-${name}` };
}

describe('a known secret is masked', () => {
  const writings: readonly [how: string, writing: string][] = [
    ['as it is', secret],
    ['percent-encoded', encodeURIComponent(secret)],
    ['percent-encoded in lower case', encodeURIComponent(secret).replaceAll(/%../g, (escape) => escape.toLowerCase())],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(secret))],
    ['percent-encoded in a path', encodeURI(secret)],
    ['with every character percent-encoded', `%${hex.match(/../g)?.join('%')}`],
    ['escaped for XML', secret.replace('&', '&amp;')],
    ['escaped for JSON', secret.replace('/', '\\/')],
    ['in hexadecimal', hex],
    ['in upper-case hexadecimal', hex.toUpperCase()],
    ['in hexadecimal with spaces', spacedHexadecimal(secret)],
    ['in base64', base64],
    ['in base64url', Buffer.from(secret).toString('base64url')],
    ['in base64, percent-encoded', encodeURIComponent(base64)],
  ];
  for (const [how, writing] of writings) {
    test(how, () => {
      assert.equal(redactor.text(`before ${writing} after`), 'before **** after');
      assert.equal(redactor.text(`${writing} ${writing}`), '**** ****');
    });
  }

  for (const encoding of ['base64', 'hex'] as const) {
    test(`and so is an access key id in ${encoding}, all of it`, () => {
      assert.equal(redactor.text(`before ${Buffer.from(id).toString(encoding)} after`), 'before **** after');
    });
  }

  for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
    test(`in base64 behind ${before.length} other bytes, so that none of it can be decoded`, () => {
      const shown = redactor.text(Buffer.from(`${before}${secret}:tail`).toString('base64'));
      const remains = Buffer.from(shown.replaceAll('*', ''), 'base64').toString('latin1');
      for (let at = 0; at + 3 <= secret.length; at += 1) assert(!remains.includes(secret.slice(at, at + 3)), shown);
      assert.match(shown, /\*{4}/);
    });
  }

  test('in base64 of either alphabet, whatever characters that has', () => {
    const odd = '>>>???>>>???';
    for (const offset of ['', '>', '>>'])
      for (const encoding of ['base64', 'base64url'] as const) {
        const written = Buffer.from(`${offset}${odd}!`).toString(encoding);
        const shown = new Redactor([odd]).text(written);
        assert(shown.includes('****') && shown.length < 12, `${written} became ${shown}`);
      }
  });

  test('even inside another one', () => {
    const both = new Redactor(['abcdef', 'xxabcdefxx']);
    assert.equal(both.text('xxabcdefxx abcdef'), '**** ****');
  });

  test('whatever characters it has', () => {
    for (const odd of ['a.*b', '(((((', '[a-z]+$', 'a\\b\\', '秘密の鍵', '😀😀', 'a b\tc', '%25%25', '$1$&'])
      assert.equal(new Redactor([odd]).text(`<${odd}> ${encodeURIComponent(odd)}`), '<****> ****', odd);
  });

  test('but not where it is too short to be one', () => {
    assert.equal(new Redactor(['', 'a', 'abc']).text('abc a'), 'abc a');
  });

  test('and what is masked stays unchanged when it is masked again', () => {
    const texts = [
      `Authorization: OSS ${id}:NTbYbmxXwDVzLEQwqSXxjA==NTbYbmxX`,
      `?OSSAccessKeyId=${id}&Signature=a%3D&x-oss-credential=${id}%2F20260101%2Fcn`,
      `<OSSAccessKeyId>${id}</OSSAccessKeyId> ${secret}`,
    ];
    for (const text of texts) assert.equal(redactor.text(redactor.text(text)), redactor.text(text));
  });
});

describe('text is masked by its position', () => {
  const rows: readonly [text: string, shown: string][] = [
    ['a plain word', 'a plain word'],
    [`the key ${id} is disabled`, 'the key LTAI**** is disabled'],
    ['/b/?security-token=abc%2Bd&encryption', '/b/?security-token=****&encryption'],
    ['/b/?encryption&security-token=abc+d/e==', '/b/?encryption&security-token=****'],
    [
      'x-oss-date:20260101T000000Z\nx-oss-security-token:abc+d\nx-oss-x:1',
      'x-oss-date:20260101T000000Z\nx-oss-security-token:****\nx-oss-x:1',
    ],
    [
      'x-oss-signature=0a1b&x-oss-signature-version=OSS4-HMAC-SHA256',
      'x-oss-signature=****&x-oss-signature-version=OSS4-HMAC-SHA256',
    ],
    [
      'http://h/?OSSAccessKeyId=LTAIabcdefgh&amp;Signature=a%3D&amp;Expires=1',
      'http://h/?OSSAccessKeyId=LTAI****&amp;Signature=****&amp;Expires=1',
    ],
    [
      'Credential=LTAIabcdefgh/20260101/cn-hangzhou/oss/aliyun_v4_request,Signature=0a1b',
      'Credential=LTAI****/20260101/cn-hangzhou/oss/aliyun_v4_request,Signature=****',
    ],
    ['you sent OSS LTAIabcdefgh:NTbYbmxXwDVzLEQwqSXxjA==NTbYbmxX.', 'you sent OSS LTAI****:****.'],
    [
      '{"x-oss-security-token": "abc", "AccessKeyId":"LTAIabcdefgh"}',
      '{"x-oss-security-token": "****", "AccessKeyId":"LTAI****"}',
    ],
    ['<SignatureProvided>NTbYbmxX=</SignatureProvided>', '<SignatureProvided>****</SignatureProvided>'],
    [
      '<o:SignatureProvided a="b">\n NTbY</o:SignatureProvided>',
      '<o:SignatureProvided a="b">\n ****</o:SignatureProvided>',
    ],
    [
      '<SignatureProvided><![CDATA[NTbY]]></SignatureProvided>',
      '<SignatureProvided><![CDATA[****]]></SignatureProvided>',
    ],
    ['<OSSAccessKeyId>LTAIabcdefgh</OSSAccessKeyId>', '<OSSAccessKeyId>LTAI****</OSSAccessKeyId>'],
    ['<SecurityToken>abc</SecurityToken>', '<SecurityToken>****</SecurityToken>'],
    [
      'Content-Disposition: form-data; name="Signature"\r\n\r\nNTbYbmxX=\r\n--b',
      'Content-Disposition: form-data; name="Signature"\r\n\r\n****\r\n--b',
    ],
    [
      'Content-Disposition: form-data; name="OSSAccessKeyId"\r\nContent-Type: text/plain\r\n\r\nLTAIabcdefgh\r\n--b',
      'Content-Disposition: form-data; name="OSSAccessKeyId"\r\nContent-Type: text/plain\r\n\r\nLTAI****\r\n--b',
    ],
    [
      'The request signature we calculated does not match the signature you provided.',
      'The request signature we calculated does not match the signature you provided.',
    ],
  ];
  for (const [text, shown] of rows) test(text.slice(0, 60), () => assert.equal(redactor.text(text), shown));

  test('the bytes of a string to sign hide what the string hides, and stay readable', () => {
    assert.equal(redactor.text(bytesElement('unknown-token')), bytesElement('****'));
    assert.equal(redactor.text(bytesElement(token)), bytesElement('****'));
  });

  test('the bytes of a string to sign that hide nothing stay as they are', () => {
    const text = `<StringToSignBytes>${spacedHexadecimal('GET\n\n/b/?acl')} </StringToSignBytes>`;
    assert.equal(redactor.text(text), text);
  });

  test('malformed bytes of a string to sign are masked', () => {
    assert.equal(
      redactor.text('<StringToSignBytes>xyz</StringToSignBytes>'),
      '<StringToSignBytes>****</StringToSignBytes>',
    );
  });
});

describe('a header is masked', () => {
  const rows: readonly [name: string, value: string, shown: string][] = [
    ['Host', 'store', 'store'],
    ['authorization', `OSS ${id}:NTbY=`, 'OSS LTAI****:****'],
    ['Authorization', 'OSS me:NTbY=', 'OSS me****:****'],
    ['Authorization', 'OSS NTbYbmxX', 'OSS NTbY****'],
    ['Authorization', 'OSS :NTbY=', 'OSS ****:****'],
    [
      'Authorization',
      `OSS4-HMAC-SHA256 Credential=${id}/20260101/cn-hangzhou/oss/aliyun_v4_request,AdditionalHeaders=host;range,Signature=0a1b`,
      'OSS4-HMAC-SHA256 Credential=LTAI****/20260101/cn-hangzhou/oss/aliyun_v4_request,AdditionalHeaders=host;range,Signature=****',
    ],
    [
      'Authorization',
      `OSS4-HMAC-SHA256 Credential=me/20260101/cn/oss/aliyun_v4_request, Signature=0a1b`,
      'OSS4-HMAC-SHA256 Credential=me****/20260101/cn/oss/aliyun_v4_request, Signature=****',
    ],
    ['Authorization', 'OSS4-HMAC-SHA256 0a1b0a1b,Signatur=0a1b', 'OSS4-HMAC-SHA256 ****,Signatur=****'],
    [
      'Authorization',
      `OSS2 AccessKeyId:${id},AdditionalHeaders:a;b,Signature:NTbY=`,
      'OSS2 AccessKeyId:LTAI****,AdditionalHeaders:a;b,Signature:****',
    ],
    ['Authorization', 'Basic bWU6aHVudGVyMg==', 'Basic ****'],
    ['Authorization', 'NTbYbmxX', '****'],
    ['X-Oss-Security-Token', 'anything', '****'],
    ['Location', 'http://h/b?x-oss-security-token=abc&a=b', 'http://h/b?x-oss-security-token=****&a=b'],
    ['x-oss-meta-a', secret, '****'],
  ];
  for (const [name, value, shown] of rows)
    test(`${name}: ${value}`, () => assert.deepEqual(redactor.headers([[name, value]]), [[name, shown]]));

  test('inside the error document that answers to HEAD carry, which stays readable (ENV-08)', () => {
    const [pair] = redactor.headers([['x-oss-err', Buffer.from(mismatch('NTbY=')).toString('base64')]]);
    assert.equal(Buffer.from(pair?.[1] ?? '', 'base64').toString(), mismatch('****'));
  });

  test('but not an error document that hides nothing', () => {
    const value = Buffer.from('<Error><Code>NoSuchKey</Code></Error>').toString('base64');
    assert.deepEqual(redactor.headers([['x-oss-err', value]]), [['x-oss-err', value]]);
  });

  test('keeping order, case and repetition', () => {
    const pairs = [
      ['B', '1'],
      ['a', '2'],
      ['B', '1'],
    ] as const;
    assert.deepEqual(redactor.headers(pairs), pairs);
  });
});

describe('a path is masked', () => {
  const rows: readonly [path: string, shown: string][] = [
    ['/b/k?encryption', '/b/k?encryption'],
    [
      '/b/?OSSAccessKeyId=LTAIabcdefgh&Expires=1&Signature=a%2B',
      '/b/?OSSAccessKeyId=LTAI****&Expires=1&Signature=****',
    ],
    [
      '/b/?x-oss-credential=LTAIabcdefgh%2F20260101%2Fcn%2Foss%2Faliyun_v4_request&x-oss-signature=0a',
      '/b/?x-oss-credential=LTAI****%2F20260101%2Fcn%2Foss%2Faliyun_v4_request&x-oss-signature=****',
    ],
    ['/b/?x-oss-security-token=a=b&security-token=', '/b/?x-oss-security-token=****&security-token=****'],
    ['/b/?%53ignature=0a1b&x%2Doss-security-token=a', '/b/?%53ignature=****&x%2Doss-security-token=****'],
    ['/b/?%ZZ=1&a', '/b/?%ZZ=1&a'],
    [`/b/${encodeURIComponent(secret)}?encryption`, '/b/****?encryption'],
  ];
  for (const [path, shown] of rows) test(path, () => assert.equal(redactor.path(path), shown));
});

test('a target brings the secrets of all its principals', () => {
  const ofTarget = Redactor.forTarget({
    principals: { owner: keys('owner'), delegate: keys('delegate'), outsider: keys('outsider') },
    sts: { valid: keys('valid'), expired: keys('expired') },
  });
  for (const name of ['owner', 'delegate', 'outsider', 'valid', 'expired'])
    assert.equal(ofTarget.text(`LTAI-${name} secret-${name} token-${name}`), 'LTAI**** **** ****');
});

describe('a redactor that is narrowed to some texts', () => {
  test('masks the same in them and their parts', () => {
    const parts = [`a ${secret}`, `b ${encodeURIComponent(token)}`, `c ${id} ${hex} ${base64}`, 'nothing'];
    const narrowed = redactor.narrowedTo([parts.join('')]);
    for (const part of parts) assert.equal(narrowed.text(part), redactor.text(part));
  });

  test('masks what is decoded, and is written in none of them', () => {
    const document = Buffer.from(`<Error>${secret}</Error>`).toString('base64');
    const bytes = bytesElement(token);
    const narrowed = redactor.narrowedTo([document, bytes]).alsoMasking(['a signature']);
    assert.deepEqual(narrowed.headers([['x-oss-err', document]]), redactor.headers([['x-oss-err', document]]));
    assert.equal(narrowed.text(bytes), redactor.text(bytes));
  });
});
