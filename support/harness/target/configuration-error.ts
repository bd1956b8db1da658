/**
 * Wrong usage or a wrong configuration: the person at the keyboard can put it right.
 * Ends the process with exit code 2 and its message as the one line on stderr, so the
 * message says what is wrong, where, and what to do, and never holds a secret.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(message: string) {
    // File names and keys come from outside: whatever they hold, the message stays one line.
    super(message.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  }
}
