import { Nonconformance } from '../verdict/finding.ts';
import type { ObjectAddress } from '../objects/object-requests.ts';
import type { NamedPart } from './upload-requests.ts';

/** A part that the store accepted: its ETag, and its bytes where the scenario sent them. */
interface StoredPart {
  readonly etag: string;
  /** `null` for a copied part. */
  readonly content: Uint8Array | null;
}

/** A multipart upload that the scenario began. */
export class OpenUpload {
  readonly address: ObjectAddress;
  readonly id: string;
  /** What ListParts said of it at the end of the set-up; `null` for an upload that the set-up did not begin. */
  before: string | null = null;
  readonly #parts = new Map<number, StoredPart>();
  /** How the store refused a part, in words; `null` if it accepted all. */
  #refusal: string | null = null;

  constructor(address: ObjectAddress, id: string) {
    this.address = address;
    this.id = id;
  }

  keep(part: number, stored: StoredPart): void {
    this.#parts.set(part, stored);
  }

  /** Notes in words how the store refused a part. */
  refuse(words: string): void {
    this.#refusal = words;
  }

  /** All parts, in the order of their numbers. Throws Nonconformance if the store refused one. */
  get parts(): readonly NamedPart[] {
    if (this.#refusal !== null) throw new Nonconformance('the part to be stored', this.#refusal);
    return [...this.#parts].map(([part, { etag }]) => ({ part, etag })).toSorted((one, other) => one.part - other.part);
  }

  /** Those with these numbers, in this order. */
  partsOf(numbers: readonly number[]): readonly NamedPart[] {
    return numbers.map((part) => ({ part, etag: this.etagOf(part) }));
  }

  etagOf(part: number): string {
    const found = this.parts.find((one) => one.part === part);
    if (found === undefined) throw new Error(`the scenario names a part ${part} that it did not send`);
    return found.etag;
  }

  contentOf(part: number): Uint8Array {
    const content = this.#parts.get(part)?.content ?? null;
    if (content === null) throw new Error(`the scenario compares the object with a part ${part} that it did not send`);
    return content;
  }
}

/** The multipart uploads of a scenario, in the order in which it began them. */
export class ScenarioUploads {
  readonly #uploads: OpenUpload[] = [];
  /** How the store refused to begin one, in words; `null` if it did not. */
  #refusal: string | null = null;

  begin(address: ObjectAddress, id: string): OpenUpload {
    const upload = new OpenUpload(address, id);
    this.#uploads.push(upload);
    return upload;
  }

  /** Notes in words how the store refused to begin an upload. */
  refuse(words: string): void {
    this.#refusal = words;
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
    if (upload === undefined && this.#refusal !== null)
      throw new Nonconformance('the multipart upload to begin', this.#refusal);
    if (upload === undefined) throw new Error(`the scenario has ${this.#uploads.length} multipart uploads`);
    return upload;
  }
}
