import assert from 'node:assert/strict';
import { CommanderError, type Command } from 'commander';
import { ConfigurationError } from '../../harness/target/configuration-error.ts';

/**
 * For tests: the one line in which a command refuses these words. It runs in this process, because a process of its own
 * would load the whole suite again. Rejects if the command takes them, or fails for another reason than its usage.
 */
export async function refusal(command: Command, words: readonly string[]): Promise<string> {
  try {
    await command
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError || error instanceof ConfigurationError)) throw error;
    assert.doesNotMatch(error.message, /\n/u);
    return error.message;
  }
  throw new Error(`${command.name()} takes ${words.join(' ')}`);
}
