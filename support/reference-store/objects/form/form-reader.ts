/** A request body that is not a form, or whose fields are too large. */
export class FormFault extends Error {
  override readonly name = 'FormFault';
}

/** A form field. */
export interface FormField {
  /** Lower-case: field names are case-insensitive. */
  readonly name: string;
  /** Bytes as latin1 text, as header values are. */
  readonly value: string;
}

/** Everything before the bytes of the file. */
export interface FormHead {
  readonly fields: readonly FormField[];
  /** As the browser sent it; latin1 text. */
  readonly fileName: string;
  /** The `Content-Type` of the file's part, where it has one. */
  readonly fileType: string | null;
}

/** Bytes of all fields and part headers together. */
const mostHeadBytes = 256 * 1024;

const blankLine = Buffer.from('\r\n\r\n');

/** Reads a `multipart/form-data` body: the fields up to `file` at once, then the file as it arrives. Later fields are not read. */
export class FormReader {
  readonly #chunks: AsyncIterator<Uint8Array, unknown>;
  /** Ends every part. */
  readonly #delimiter: Buffer;
  /** Each delimiter follows a line break; for the first one, it is added here. */
  #buffer = Buffer.from('\r\n');
  #headBytes = 0;

  constructor(chunks: AsyncIterable<Uint8Array>, boundary: string) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  }

  /** @throws FormFault */
  async readHead(): Promise<FormHead> {
    const fields: FormField[] = [];
    await this.#take(this.#delimiter);
    for (;;) {
      const part = readPartHeaders((await this.#take(blankLine)).toString('latin1'));
      if (part.name === 'file') return { fields, fileName: part.fileName, fileType: part.type };
      fields.push({ name: part.name, value: (await this.#take(this.#delimiter)).toString('latin1') });
    }
  }

  /** The bytes of the file, after `readHead`. @throws FormFault */
  async *file(): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const end = this.#buffer.indexOf(this.#delimiter);
      if (end >= 0) {
        yield this.#buffer.subarray(0, end);
        return;
      }
      // The delimiter may have begun at the very end.
      const safe = Math.max(this.#buffer.length - this.#delimiter.length + 1, 0);
      if (safe > 0) yield this.#buffer.subarray(0, safe);
      this.#buffer = this.#buffer.subarray(safe);
      await this.#fill();
    }
  }

  /** The bytes before the next `end`, which is skipped. */
  async #take(end: Buffer): Promise<Buffer> {
    let at = this.#buffer.indexOf(end);
    while (at < 0) {
      if (this.#headBytes + this.#buffer.length > mostHeadBytes) throw new FormFault('the fields are too large');
      await this.#fill();
      at = this.#buffer.indexOf(end);
    }
    const taken = this.#buffer.subarray(0, at);
    this.#headBytes += at + end.length;
    this.#buffer = this.#buffer.subarray(at + end.length);
    return taken;
  }

  async #fill(): Promise<void> {
    const { done, value } = await this.#chunks.next();
    if (done === true) throw new FormFault('the form ends before its end');
    this.#buffer = Buffer.concat([this.#buffer, value]);
  }
}

interface PartHeaders {
  readonly name: string;
  readonly fileName: string;
  readonly type: string | null;
}

function readPartHeaders(text: string): PartHeaders {
  const disposition = /^content-disposition:[ \t]*form-data;(.*)$/im.exec(text)?.[1];
  const name = disposition && parameter(disposition, 'name');
  if (!name) throw new FormFault('a part of the form has no name');
  return {
    name: name.toLowerCase(),
    fileName: (disposition && parameter(disposition, 'filename')) ?? '',
    type: /^content-type:[ \t]*(.*?)[ \t\r]*$/im.exec(text)?.[1] ?? null,
  };
}

function parameter(disposition: string, name: string): string | undefined {
  return new RegExp(`(?:^|[; \\t])${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
}

/** The boundary of a `multipart/form-data` content type; `null` for any other. */
export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s";]{1,70}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}
