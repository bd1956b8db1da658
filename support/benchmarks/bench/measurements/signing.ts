import { createHmac, createSecretKey, hash } from 'node:crypto';
import OSS from 'ali-oss';
import type { HeaderPair, OssRequest } from '../../../client/request.ts';
import { isoBasicDate } from '../../../client/signature/dates.ts';
import { signV1Header } from '../../../client/signature/v1.ts';
import { signV4Header } from '../../../client/signature/v4.ts';
import { median, type Measurement, type Row } from '../measurement.ts';

const region = 'cn-hangzhou';
const credentials = { accessKeyId: 'LTAI5tExampleAccessKeyId', accessKeySecret: 'exampleSecretOfThirtyLetters00' };
const headers: readonly HeaderPair[] = [
  ['Host', 'examplebucket.oss-cn-hangzhou.aliyuncs.com'],
  ['User-Agent', 'bench'],
  ['Content-Length', '199'],
  ['Content-Type', 'application/xml'],
  ['Content-MD5', 'eF6BcKvySXq2MceQv/t4UA=='],
];
const request: OssRequest = { method: 'PUT', bucket: 'examplebucket', query: [['encryption']], headers };

/** Many and short, so that other load on the machine affects all signers equally. */
const rounds = 400;
const perRound = 250;

export default {
  title: 'Signing `PUT /?encryption`',
  explanation: `Each round signs ${perRound} times in every way, one after the other; a ratio belongs to one round. The floor sends as
many bytes through \`createHmac\` (and, under V4, \`hash\`) of node:crypto as the signature does, with a prepared key.
Making the \`Hmac\` object is two thirds of the floor; reading, sorting and joining the headers and the trace for the
evidence come on top. ali-oss is timed in \`authorization\` and \`authorizationV4\` alone, with
prepared headers.`,

  async *measure() {
    const at = new Date();
    const v1 = signV1Header(request, credentials, { at }).trace;
    const v4 = signV4Header(request, credentials, { at, region }).trace;
    const signingKey = createSecretKey(Buffer.from(v4.signingKey ?? '', 'hex'));
    const aliOss = new OSS({
      ...credentials,
      endpoint: 'http://localhost',
      region,
      sldEnable: true,
      authorizationV4: true,
    });
    const given = Object.fromEntries(headers);
    const aliV1 = { ...given, 'x-oss-date': at.toUTCString() };
    const aliV4 = { ...given, 'x-oss-date': isoBasicDate(at), 'x-oss-content-sha256': 'UNSIGNED-PAYLOAD' };
    const times = compare({
      'floor of V1': () => createHmac('sha1', credentials.accessKeySecret).update(v1.stringToSign).digest('base64'),
      V1: () => signV1Header(request, credentials, { at: new Date() }),
      'ali-oss V1': () => aliOss.authorization('PUT', '/examplebucket/', 'encryption', aliV1),
      'floor of V4': () =>
        hash('sha256', v4.canonical) + createHmac('sha256', signingKey).update(v4.stringToSign).digest('hex'),
      V4: () => signV4Header(request, credentials, { at: new Date(), region }),
      'ali-oss V4': () =>
        aliOss.authorizationV4('PUT', { headers: aliV4, queries: { encryption: null } }, 'examplebucket'),
    });
    for (const version of ['V1', 'V4'] as const) {
      yield ratio(`signing ${version}, as a multiple of the floor`, times, version, `floor of ${version}`, {
        aim: { atMost: version === 'V4' ? 1.8 : 2 },
        limit: limitOfOurs,
      });
      yield ratio(`signing ${version}, ali-oss as a multiple of ours`, times, `ali-oss ${version}`, version, {
        aim: { atLeast: 5 },
        limit: limitOfAliOss,
      });
    }
  },
} satisfies Measurement;

const limitOfOurs = `The floor hashes prepared texts again and again; a signature first builds them, and a text that was just
concatenated takes a third longer to hash. V4 computes its HMAC from two one-shot hashes, which is a third faster than an
\`Hmac\` object. The rest is lower-casing and sorting the headers, encoding the query, the date, and the trace that
evidence shows.`;
const limitOfAliOss = `ali-oss is not five times slower than the floor itself under V1, so nothing that calls node:crypto can be five
times faster: both spend their time in the one HMAC. Under V4 it derives its signing key for every request.`;

type Way = 'floor of V1' | 'V1' | 'ali-oss V1' | 'floor of V4' | 'V4' | 'ali-oss V4';

/** Microseconds a signature, round by round. */
function compare(ways: Readonly<Record<Way, () => unknown>>): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, sign] of Object.entries(ways)) {
      const began = performance.now();
      for (let count = 0; count < perRound; count += 1) sign();
      times.get(name)?.push(((performance.now() - began) / perRound) * 1_000);
    }
  // Until then the functions are being compiled.
  return new Map([...times].map(([name, all]) => [name, all.slice(rounds / 4)]));
}

function ratio(
  what: string,
  times: ReadonlyMap<string, readonly number[]>,
  over: string,
  under: string,
  judged: Required<Pick<Row, 'aim' | 'limit'>>,
): Row {
  const [upper = [], lower = []] = [times.get(over), times.get(under)];
  const behind = `${median(upper).toFixed(1)} µs and ${median(lower).toFixed(1)} µs`;
  return {
    what,
    samples: upper.map((time, round) => time / (lower[round] ?? Number.NaN)),
    unit: '×',
    behind,
    ...judged,
  };
}
