import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ConfigurationError } from './configuration-error.ts';
import { readTextFile } from './text-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'text-file-'));
after(() => rmSync(directory, { recursive: true }));
const path = join(directory, 'a.txt');

function refusalOf(file: string, maxBytes = 10): string {
  try {
    readTextFile(file, maxBytes);
  } catch (error) {
    assert(error instanceof ConfigurationError, String(error));
    return error.message.replace(`${directory}/`, '');
  }
  assert.fail('it was accepted');
}

describe('a text file', () => {
  test('may be as long as it is allowed to, and not a byte longer', () => {
    writeFileSync(path, 'äöüäö');
    assert.equal(readTextFile(path, 10), 'äöüäö');
    assert.equal(refusalOf(path, 9), 'a.txt: is longer than 9 bytes');
  });

  test('may be empty', () => {
    writeFileSync(path, '');
    assert.equal(readTextFile(path, 10), '');
  });

  test('is refused when it is not UTF-8', () => {
    writeFileSync(path, Uint8Array.of(0x61, 0xff));
    assert.equal(refusalOf(path), 'a.txt: is not UTF-8 text');
  });

  test('is refused when it is missing, a directory, or below a file', () => {
    writeFileSync(path, '');
    assert.equal(refusalOf(join(directory, 'none')), 'none: no such file');
    assert.equal(refusalOf(join(path, 'b')), 'a.txt/b: cannot be read (ENOTDIR)');
    assert.match(refusalOf(directory), /: is not a regular file$/);
  });

  if (process.platform !== 'win32') {
    test('is refused when it is a named pipe without a writer', () => {
      execFileSync('mkfifo', [join(directory, 'pipe')]);
      assert.equal(refusalOf(join(directory, 'pipe')), 'pipe: is not a regular file');
    });
  }
});
