import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestResult } from 'allure-js-commons';
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter';

/**
 * Writes the many files of a run without waiting for the disk after each: Allure's own writer does, eight times
 * as slowly, while it blocks the event loop that times the next exchange.
 */
export class AllureWriter extends FileSystemWriter {
  readonly #directory: string;

  constructor(resultsDir: string) {
    super({ resultsDir });
    this.#directory = resultsDir;
    mkdirSync(resultsDir, { recursive: true });
  }

  override writeAttachment(name: string, content: Buffer): void {
    writeFileSync(join(this.#directory, name), content);
  }

  override writeResult(result: TestResult): void {
    writeFileSync(join(this.#directory, `${result.uuid}-result.json`), JSON.stringify(result));
  }
}
