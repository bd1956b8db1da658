import type { Credentials } from '../../client/credentials.ts';
import type { HeaderPair, OssRequest, QueryParameter, WireRequest } from '../../client/request.ts';
import type { Sending } from '../../client/sending.ts';
import { contentMd5 } from './requests.ts';

/** A drafted request, the keys to sign it with, and how to send it. */
export interface DraftedRequest {
  readonly request: OssRequest;
  /** `null` for an unsigned request. */
  readonly as: Credentials | null;
  readonly how: Sending;
}

/** Digests of a body as Content-MD5 has them: the documented form, and two that are wrong although the digest is right (ENV-25). */
const digestForms = {
  documented: contentMd5,
  hexadecimal: hexadecimalMd5,
  'base64 of hexadecimal': (body: Uint8Array) => Buffer.from(hexadecimalMd5(body)).toString('base64'),
};

/** How the next request differs from that of a good client; the scenario says so before it sends the request. */
export class RequestDraft {
  #method: string | null = null;
  #query: ((own: readonly QueryParameter[]) => readonly QueryParameter[]) | null = null;
  readonly #headers: HeaderPair[] = [];
  readonly #dropped = new Set<string>();
  #sending: Sending = {};
  #contentMd5: ((body: Uint8Array) => string) | null = null;
  #keys: (keys: Credentials) => Credentials = (keys) => keys;
  #rework: (request: OssRequest, keys: Credentials) => OssRequest = (request) => request;
  /** `null` if every header is kept. */
  #only: ReadonlySet<string> | null = null;

  useMethod(method: string): void {
    this.#method = method;
  }

  /**
   * The query as written, e.g. `acl&cors=`; `…` stands for the query of the original request, and `uploadId=…` for its
   * parameter of that name.
   */
  useQuery(query: string): void {
    const parameters = query.split('&');
    this.#query = (own) => parameters.flatMap((text) => parametersIn(text, own));
  }

  /** Replaces a header of that name, or adds it. */
  useHeader(name: string, value: string): void {
    this.dropHeader(name);
    this.#headers.push([name, value]);
  }

  dropHeader(name: string): void {
    this.#dropped.add(name.toLowerCase());
  }

  /** Adds the Content-MD5 of the final body, in the documented form or in one of the wrong ones. */
  useContentMd5(form: keyof typeof digestForms = 'documented'): void {
    this.#contentMd5 = digestForms[form];
  }

  /** Signs and sends no header whose lower-case name is not listed. */
  keepOnly(names: ReadonlySet<string>): void {
    this.#only = names;
    this.send({
      finish: (wire) => ({ ...wire, headers: wire.headers.filter(([name]) => names.has(name.toLowerCase())) }),
    });
  }

  /** The version of the signature that a scenario asks for. */
  get signature(): Sending['signature'] {
    return this.#sending.signature;
  }

  /** Wrong parts of the V4 scope; a form states its scope in its fields. */
  get scope(): NonNullable<Sending['scope']> {
    return this.#sending.scope ?? {};
  }

  /** Sending options accumulate; the latest change is applied last. */
  send(how: Sending): void {
    const earlier = this.#sending.finish;
    const finish = (wire: WireRequest): WireRequest => {
      const touched = earlier === undefined ? wire : earlier(wire);
      return how.finish === undefined ? touched : how.finish(touched);
    };
    this.#sending = { ...this.#sending, ...how, finish };
  }

  /** Signs with other keys than the principal's own. */
  signAs(change: (keys: Credentials) => Credentials): void {
    this.#keys = change;
  }

  /** The keys that sign the next request of a principal; a form carries its signature in its fields. */
  keysFor(own: Credentials): Credentials {
    return this.#keys(own);
  }

  /** Changes the request before it is signed; gets the keys that will sign it. */
  rework(change: (request: OssRequest, keys: Credentials) => OssRequest): void {
    this.#rework = change;
  }

  /** Drafts a request of a principal with these keys; `null` for an anonymous caller. */
  applyTo(request: OssRequest, keys: Credentials | null): DraftedRequest {
    const drafted = this.#draft(request);
    if (keys === null) return { request: drafted, as: null, how: this.#sending };
    const as = this.keysFor(keys);
    return { request: this.#rework(drafted, as), as, how: this.#sending };
  }

  #draft(request: OssRequest): OssRequest {
    const { body } = request;
    if (this.#contentMd5 !== null && body !== undefined) this.useHeader('Content-MD5', this.#contentMd5(body));
    const kept = request.headers.filter(([name]) => this.#keeps(name.toLowerCase()));
    return {
      ...request,
      method: this.#method ?? request.method,
      query: this.#query?.(request.query) ?? request.query,
      headers: [...kept, ...this.#headers],
    };
  }

  #keeps(name: string): boolean {
    return !this.#dropped.has(name) && (this.#only === null || this.#only.has(name));
  }
}

function hexadecimalMd5(body: Uint8Array): string {
  return Buffer.from(contentMd5(body), 'base64').toString('hex');
}

function parametersIn(text: string, own: readonly QueryParameter[]): readonly QueryParameter[] {
  if (text === '…') return own;
  const [name = '', ...value] = text.split('=');
  if (value.length === 0) return [[name]];
  return value[0] === '…' ? own.filter(([known]) => known === name) : [[name, value.join('=')]];
}
