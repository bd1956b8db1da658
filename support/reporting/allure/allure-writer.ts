import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Attachment, StepResult, TestResult } from 'allure-js-commons';
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter';

/**
 * Writes the many files of a run without waiting for each: Allure's own writer waits, takes eight times as long, and blocks the event loop that times the next exchange.
 *
 * Equal attachments are one file: Allure attaches the whole table of an outline to each of its scenarios.
 */
export class AllureWriter extends FileSystemWriter {
  readonly #directory: string;
  /** The file that was written, by its content and extension. */
  readonly #files = new Map<string, string>();
  /** The file with the content, by its name in a result. */
  readonly #fileOf = new Map<string, string>();

  constructor(resultsDir: string) {
    super({ resultsDir });
    this.#directory = resultsDir;
    mkdirSync(resultsDir, { recursive: true });
  }

  override writeAttachment(name: string, content: Buffer): void {
    const digest = `${hash('sha1', content)}${extname(name)}`;
    const file = this.#files.get(digest);
    if (file === undefined) {
      this.#files.set(digest, name);
      writeFileSync(join(this.#directory, name), content);
    } else this.#fileOf.set(name, file);
  }

  override writeResult(result: TestResult): void {
    const written = { ...result, ...this.#withFiles(result) };
    writeFileSync(join(this.#directory, `${result.uuid}-result.json`), JSON.stringify(written));
  }

  #withFiles({
    attachments,
    steps,
  }: Pick<StepResult, 'attachments' | 'steps'>): Pick<StepResult, 'attachments' | 'steps'> {
    return {
      attachments: attachments.map((attachment): Attachment => {
        const source = this.#fileOf.get(attachment.source) ?? attachment.source;
        this.#fileOf.delete(attachment.source);
        return { ...attachment, source };
      }),
      steps: steps.map((step) => ({ ...step, ...this.#withFiles(step) })),
    };
  }
}
