/**
 * Why a command exits with 1. The message is ossutil's own if it has one, and goes to stdout after `Error: ` (CLI-16).
 */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  /** A line printed before it (CLI-16: a failed get prints the error twice). */
  readonly preface: string;

  constructor(message: string, preface = '') {
    super(message);
    this.preface = preface;
  }

  /** What ossutil says about a command line that it does not understand (CLI-13, CLI-14). */
  static usage(command: string, reason: string): CommandFailure {
    return new CommandFailure(
      `invalid usage of "${command}" command, reason: ${reason}, please try "help ${command}" for more information`,
    );
  }
}
