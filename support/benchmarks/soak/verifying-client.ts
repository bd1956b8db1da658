import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { OssClient } from '../../client/client.ts';
import type { Credentials } from '../../client/credentials.ts';
import type { Answer, Exchange } from '../../client/exchange.ts';
import { headerValue, type HeaderPair, type OssRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import { childrenOf, textAt, type XmlElement } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { answerOf, same, sameBytes, WrongAnswer } from './wrong-answer.ts';

/** What a client uploaded under a key, and how the store must have encrypted it. */
interface Kept {
  readonly bytes: Buffer;
  readonly algorithm: string | undefined;
}

const algorithms = ['AES256', 'KMS', 'SM4'] as const;
const sse = 'x-oss-server-side-encryption';
/** Parts but the last must not be smaller. */
const partBytes = 100 * 1024;

/**
 * One client with its own bucket, so that it always knows the right answer: each step sends a request and checks every
 * byte, status and code of the answer.
 */
export class VerifyingClient {
  readonly #client: OssClient;
  readonly #owner: Credentials;
  readonly #bucket: string;
  readonly #onExchange: (exchange: Exchange) => void;
  readonly #kept = new Map<string, Kept>();
  #rule: string | undefined;

  constructor(client: OssClient, owner: Credentials, bucket: string, onExchange: (exchange: Exchange) => void) {
    this.#client = client;
    this.#owner = owner;
    this.#bucket = bucket;
    this.#onExchange = onExchange;
  }

  async setUp(): Promise<void> {
    answerOf(await this.#ask({ method: 'PUT' }), 200);
  }

  /** Leaves nothing behind: a bucket that is not empty cannot be deleted. */
  async tearDown(): Promise<void> {
    for (const key of this.#kept.keys()) answerOf(await this.#ask({ method: 'DELETE', key }), 204);
    answerOf(await this.#ask({ method: 'DELETE' }), 204);
  }

  /** Does one thing that clients do. Throws WrongAnswer. */
  async step(): Promise<void> {
    const steps = this.#steps;
    await steps[randomInt(steps.length)]?.call(this);
  }

  /** A step listed more often is taken more often. */
  readonly #steps: readonly (() => Promise<void>)[] = [
    ...Array.from({ length: 6 }, () => () => this.#put(randomInt(16 * 1024))),
    ...Array.from({ length: 6 }, () => () => this.#get()),
    () => this.#put(randomInt(4 * 1024 ** 2)),
    () => this.#getRange(),
    () => this.#head(),
    () => this.#delete(),
    () => this.#copy(),
    () => this.#append(),
    () => this.#upload(),
    () => this.#list(),
    () => this.#setRule(),
    () => this.#setRule(),
    () => this.#readRule(),
    () => this.#readRule(),
    () => this.#deleteRule(),
    () => this.#mistake(),
    () => this.#mistake(),
  ];

  async #put(size: number): Promise<void> {
    const key = `object ${randomInt(12)}/字`;
    const bytes = randomBytes(size);
    const asked = randomInt(3) === 0 ? algorithms[randomInt(algorithms.length)] : undefined;
    const headers: HeaderPair[] = asked === undefined ? [] : [[sse, asked]];
    const answer = answerOf(await this.#ask({ method: 'PUT', key, headers, body: bytes }), 200);
    this.#keep(key, { bytes, algorithm: asked ?? this.#rule }, answer);
  }

  async #get(): Promise<void> {
    const [key, kept] = this.#any();
    if (kept === undefined) {
      answerOf(await this.#ask({ method: 'GET', key }), 404, 'NoSuchKey');
      return;
    }
    const answer = answerOf(await this.#ask({ method: 'GET', key }), 200);
    sameBytes(key, answer.body, kept.bytes);
    same(`${sse} of ${key}`, headerValue(answer.headers, sse), kept.algorithm);
  }

  async #getRange(): Promise<void> {
    const [key, kept] = this.#any();
    if (kept === undefined || kept.bytes.length === 0) return;
    const first = randomInt(kept.bytes.length);
    const last = first + randomInt(kept.bytes.length - first);
    const answer = answerOf(
      await this.#ask({ method: 'GET', key, headers: [['Range', `bytes=${first}-${last}`]] }),
      206,
    );
    sameBytes(`a range of ${key}`, answer.body, kept.bytes.subarray(first, last + 1));
  }

  async #head(): Promise<void> {
    const [key, kept] = this.#any();
    if (kept === undefined) {
      answerOf(await this.#ask({ method: 'HEAD', key }), 404, 'NoSuchKey');
      return;
    }
    const answer = answerOf(await this.#ask({ method: 'HEAD', key }), 200);
    same(`the length of ${key}`, headerValue(answer.headers, 'content-length'), String(kept.bytes.length));
    same(`${sse} of ${key}`, headerValue(answer.headers, sse), kept.algorithm);
  }

  async #delete(): Promise<void> {
    const [key] = this.#any();
    answerOf(await this.#ask({ method: 'DELETE', key }), 204);
    this.#kept.delete(key);
  }

  async #copy(): Promise<void> {
    const [source, kept] = this.#any();
    if (kept === undefined) return;
    const headers: HeaderPair[] = [
      ['x-oss-copy-source', `/${this.#bucket}/${encodeURIComponent(source)}`],
      [sse, 'AES256'],
    ];
    const answer = answerOf(await this.#ask({ method: 'PUT', key: 'a copy', headers }), 200);
    this.#keep('a copy', { bytes: kept.bytes, algorithm: 'AES256' }, answer);
  }

  async #append(): Promise<void> {
    const key = 'an appendable object';
    const earlier = this.#kept.get(key);
    const bytes = randomBytes(randomInt(1, 8 * 1024));
    const position = earlier?.bytes.length ?? 0;
    const query = [['append'], ['position', String(position)]] as const;
    const answer = answerOf(await this.#ask({ method: 'POST', key, query, body: bytes }), 200);
    same(
      'the next position',
      headerValue(answer.headers, 'x-oss-next-append-position'),
      String(position + bytes.length),
    );
    const whole = Buffer.concat([earlier?.bytes ?? Buffer.alloc(0), bytes]);
    // Later appends keep the encryption of the first (OBJ-20).
    const algorithm = earlier === undefined ? this.#rule : earlier.algorithm;
    this.#keep(key, { bytes: whole, algorithm }, answer);
  }

  async #upload(): Promise<void> {
    const key = 'an object in parts';
    const algorithm = this.#rule;
    const begun = answerOf(await this.#ask({ method: 'POST', key, query: [['uploads']] }), 200);
    const uploadId = textAt(xmlOf(begun), 'UploadId') ?? '';
    const parts = [randomBytes(partBytes), randomBytes(partBytes + randomInt(1000)), randomBytes(1 + randomInt(1000))];
    const etags = await Promise.all(parts.map((part, index) => this.#uploadPart(key, uploadId, index + 1, part)));
    const listed = etags.map((etag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${etag}</ETag></Part>`);
    const body = Buffer.from(`<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`);
    const answer = answerOf(await this.#ask({ method: 'POST', key, query: [['uploadId', uploadId]], body }), 200);
    this.#keep(key, { bytes: Buffer.concat(parts), algorithm }, answer);
  }

  async #uploadPart(key: string, uploadId: string, number: number, body: Buffer): Promise<string> {
    const query = [
      ['partNumber', String(number)],
      ['uploadId', uploadId],
    ] as const;
    const answer = answerOf(await this.#ask({ method: 'PUT', key, query, body }), 200);
    const etag = headerValue(answer.headers, 'etag') ?? '';
    same('the ETag of a part', etag, `"${createHash('md5').update(body).digest('hex').toUpperCase()}"`);
    return etag;
  }

  async #list(): Promise<void> {
    const listing = xmlOf(answerOf(await this.#ask({ method: 'GET', query: [['list-type', '2']] }), 200));
    const found = childrenOf(listing, 'Contents').map((entry) => `${textAt(entry, 'Key')} ${textAt(entry, 'Size')}`);
    const expected = [...this.#kept].map(([key, { bytes }]) => `${key} ${bytes.length}`).toSorted();
    same('the listing', found.toSorted().join(), expected.join());
  }

  async #setRule(): Promise<void> {
    const algorithm = algorithms[randomInt(algorithms.length)] ?? 'AES256';
    answerOf(await this.#putRule(rule(algorithm)), 200);
    this.#rule = algorithm;
  }

  async #readRule(): Promise<void> {
    const exchange = await this.#ask({ method: 'GET', query: [['encryption']] });
    if (this.#rule === undefined) {
      answerOf(exchange, 404, 'NoSuchServerSideEncryptionRule');
      return;
    }
    const found = textAt(xmlOf(answerOf(exchange, 200)), 'ApplyServerSideEncryptionByDefault', 'SSEAlgorithm');
    same('the rule', found, this.#rule);
  }

  async #deleteRule(): Promise<void> {
    answerOf(await this.#ask({ method: 'DELETE', query: [['encryption']] }), 204);
    this.#rule = undefined;
  }

  /** A refused request must change nothing: the other steps would notice. */
  async #mistake(): Promise<void> {
    const wrong = { ...this.#owner, accessKeySecret: 'a-wrong-secret' };
    switch (randomInt(5)) {
      case 0:
        answerOf(await this.#putRule(rule('DES')), 400, 'InvalidEncryptionAlgorithmError');
        return;
      case 1:
        answerOf(await this.#putRule('<ServerSideEncryptionRule>'), 400, 'MalformedXML');
        return;
      case 2:
        answerOf(await this.#ask({ method: 'DELETE', query: [['encryption']] }, wrong), 403, 'SignatureDoesNotMatch');
        return;
      case 3:
        answerOf(await this.#ask({ method: 'GET', query: [['encryption']] }, null), 403, 'AccessDenied');
        return;
      default:
        answerOf(await this.#ask({ method: 'GET', key: 'nothing is here' }), 404, 'NoSuchKey');
    }
  }

  #putRule(xml: string): Promise<Exchange> {
    return this.#ask({ method: 'PUT', query: [['encryption']], body: Buffer.from(xml) });
  }

  #keep(key: string, kept: Kept, answer: Answer): void {
    same(`${sse} of the new ${key}`, headerValue(answer.headers, sse), kept.algorithm);
    this.#kept.set(key, kept);
  }

  /** A key that the client uses, and the object there, if any. */
  #any(): readonly [string, Kept | undefined] {
    const entries = [...this.#kept];
    return entries[randomInt(entries.length + 1)] ?? ['nothing is here', undefined];
  }

  async #ask(
    request: Pick<OssRequest, 'method'> & Partial<OssRequest>,
    as: Credentials | null = this.#owner,
  ): Promise<Exchange> {
    const how: Sending = { signature: randomInt(2) === 0 ? 'v1' : 'v4' };
    const exchange = await this.#client.send({ bucket: this.#bucket, query: [], headers: [], ...request }, as, how);
    this.#onExchange(exchange);
    return exchange;
  }
}

function rule(algorithm: string): string {
  return `<ServerSideEncryptionRule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${algorithm}</SSEAlgorithm></ApplyServerSideEncryptionByDefault></ServerSideEncryptionRule>`;
}

/** Throws WrongAnswer for a body that is no XML. */
function xmlOf({ body }: Answer): XmlElement {
  const reading = readXml(body);
  if ('fault' in reading) throw new WrongAnswer(`a body is no XML: ${reading.fault.reason}`);
  return reading.root;
}
