import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../../client/exchange.ts';
import type { Redactor } from '../../harness/evidence/redaction.ts';
import { showExchange } from '../../harness/evidence/shown-exchange.ts';
import { transcript } from '../../reporting/evidence/transcript.ts';
import { CommandFailure } from './command-failure.ts';

/** The level of `ossutil.log` (CLI-24); `null` for no log. */
export type LogLevel = 'info' | 'debug' | null;

export function logLevelIn(text: string): LogLevel {
  switch (text) {
    case '':
      return null;
    case 'info':
    case 'debug':
      return text;
    default:
      throw new CommandFailure('loglevel must be:info|debug');
  }
}

/**
 * `ossutil.log`. ossutil writes it next to its binary, with whole command lines; here it is in the working directory and
 * holds no secret.
 */
export class LogFile {
  readonly path: string;
  readonly #level: Exclude<LogLevel, null>;
  readonly #clock: () => Date;

  constructor(directory: string, level: Exclude<LogLevel, null>, clock: () => Date) {
    this.path = join(directory, 'ossutil.log');
    this.#level = level;
    this.#clock = clock;
  }

  /** Writes one line. Throws CommandFailure if the file cannot be written. */
  note(text: string): void {
    this.#append(`${this.#clock().toISOString()} ${text}\n`);
  }

  exchange(exchange: Exchange, redactor: Redactor): void {
    if (this.#level === 'debug') this.#append(transcript(showExchange(exchange, redactor)));
  }

  #append(text: string): void {
    try {
      appendFileSync(this.path, text, { mode: 0o600 });
    } catch (error) {
      throw new CommandFailure(`the log cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
