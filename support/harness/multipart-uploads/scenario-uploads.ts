import { Inconclusive } from '../verdict/finding.ts';
import type { ObjectAddress } from '../objects/object-requests.ts';
import type { NamedPart } from './upload-requests.ts';

/** A part as the scenario sent it, and the ETag that the store answered. */
interface SentPart {
  readonly etag: string;
  readonly content: Uint8Array;
}

/** A multipart upload that the scenario began. */
export class OpenUpload {
  readonly address: ObjectAddress;
  readonly id: string;
  /** What ListParts said of it at the end of the set-up; `null` for an upload that the set-up did not begin. */
  before: string | null = null;
  readonly #parts = new Map<number, SentPart>();

  constructor(address: ObjectAddress, id: string) {
    this.address = address;
    this.id = id;
  }

  keep(part: number, sent: SentPart): void {
    this.#parts.set(part, sent);
  }

  /** All parts that were sent, in the order of their numbers. */
  get parts(): readonly NamedPart[] {
    return [...this.#parts].map(([part, { etag }]) => ({ part, etag })).toSorted((one, other) => one.part - other.part);
  }

  etagOf(part: number): string {
    return this.#sent(part).etag;
  }

  contentOf(part: number): Uint8Array {
    return this.#sent(part).content;
  }

  #sent(part: number): SentPart {
    const sent = this.#parts.get(part);
    if (sent === undefined) throw new Inconclusive(`could not prepare: part ${part} was not stored`);
    return sent;
  }
}

/** The multipart uploads of a scenario, in the order in which it began them. */
export class ScenarioUploads {
  readonly #uploads: OpenUpload[] = [];

  begin(address: ObjectAddress, id: string): OpenUpload {
    const upload = new OpenUpload(address, id);
    this.#uploads.push(upload);
    return upload;
  }

  get all(): readonly OpenUpload[] {
    return this.#uploads;
  }

  /** Those of the set-up. */
  get held(): readonly OpenUpload[] {
    return this.#uploads.filter(({ before }) => before !== null);
  }

  /** The first one: what a scenario calls "the multipart upload". */
  get first(): OpenUpload {
    return this.#at(0);
  }

  /** The second one: "the other multipart upload". */
  get other(): OpenUpload {
    return this.#at(1);
  }

  #at(index: number): OpenUpload {
    const upload = this.#uploads[index];
    if (upload === undefined) throw new Error(`the scenario has ${this.#uploads.length} multipart uploads`);
    return upload;
  }
}
