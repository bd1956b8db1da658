/**
 * Wrong usage or a wrong configuration, which the user can fix. Ends the process with exit code 2 and the message as
 * the only line on stderr, so the message says what is wrong, where, and what to do, and never contains a secret.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(message: string) {
    // File names and keys come from outside: whatever they contain, the message stays one line.
    super(message.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  }
}
