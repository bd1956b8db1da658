import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from 'allure-js-commons';
import { printableLine, printableText } from '../../harness/evidence/printable.ts';
import type { Attempt, TextAttachment } from './allure-attempt.ts';
import { resultOf } from './allure-result.ts';
import { categories } from './allure-results.ts';

/** Writes the files of a run without waiting for each, which would take longer and delay the next exchange. */
export class AllureWriter {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, { recursive: true });
    this.#write('categories.json', JSON.stringify(categories));
  }

  write(attempt: Attempt): void {
    const uuid = randomUUID();
    const result = resultOf(attempt, (attachment) => this.#attach(attachment));
    this.#write(`${uuid}-result.json`, JSON.stringify({ uuid, ...result }));
  }

  /** Every attachment becomes a `.txt` of `text/plain`: a browser must never render a store's answer. */
  #attach({ name, text }: TextAttachment): Attachment {
    const source = `${randomUUID()}-attachment.txt`;
    this.#write(source, printableText(text));
    return { name: printableLine(name), source, type: 'text/plain' };
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#directory, name), text);
  }
}
