import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CliProcess } from './testing/cli-process.ts';

const secret = "own+'Marked/Secret=";

describe('a mistake in the command line is told in one line, with exit code 2', () => {
  const mistakes: readonly (readonly [how: string, words: readonly string[], told: string])[] = [
    [
      'an option that there is not',
      ['run', '--clause', 'PBE-25'],
      "unknown option '--clause' (Did you mean --clauses?)",
    ],
    [
      'a secret behind such an option',
      ['run', `--access-key-secret=${secret}`],
      "unknown option '--access-key-secret'",
    ],
    ['a secret behind a short one', ['run', `-k${secret}`], "unknown option '-k'"],
  ];
  for (const [how, words, told] of mistakes) {
    test(how, async () => {
      const { code, stdout, stderr } = await CliProcess.run(words);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: `error: ${told}\n` });
    });
  }
});
