import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FormFault, FormReader, boundaryOf } from './form-reader.ts';
import type { FormHead } from './form-reader.ts';

const file = 'first line\r\nsecond --B line\r\n--\r\n-B\r\n--';
const form = [
  '--B\r\nContent-Disposition: form-data; name="Key"\r\n\r\na/b c',
  '--B\r\ncontent-disposition: form-data; name="empty"\r\n\r\n',
  '--B\r\nContent-Disposition: form-data; name="file"; filename="x y.txt"\r\nContent-Type: text/plain\r\n\r\n' + file,
  '--B\r\nContent-Disposition: form-data; name="submit"\r\n\r\nUpload',
  '--B--\r\n',
].join('\r\n');

async function* inPieces(text: string, bytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += bytes) yield Buffer.from(text.slice(at, at + bytes), 'latin1');
}

async function read(text: string, bytes = 1000): Promise<{ head: FormHead; file: string }> {
  const reader = new FormReader(inPieces(text, bytes), 'B');
  const head = await reader.readHead();
  const chunks: Uint8Array[] = [];
  for await (const chunk of reader.file()) chunks.push(chunk);
  return { head, file: Buffer.concat(chunks).toString('latin1') };
}

describe('form reader', () => {
  it('finds the fields and the file, wherever the pieces of the body end', async () => {
    for (const bytes of [1, 2, 3, 7, 64, form.length]) {
      const found = await read(form, bytes);
      assert.deepEqual(found.head, {
        fields: [
          { name: 'key', value: 'a/b c' },
          { name: 'empty', value: '' },
        ],
        fileName: 'x y.txt',
        fileType: 'text/plain',
      });
      assert.equal(found.file, file);
    }
  });

  it('takes an empty file', async () => {
    assert.equal((await read('--B\r\nContent-Disposition: form-data; name="file"\r\n\r\n\r\n--B--')).file, '');
  });

  for (const [title, text] of [
    ['nothing', ''],
    ['no delimiter', 'key=value'],
    ['no file', '--B\r\nContent-Disposition: form-data; name="key"\r\n\r\nv\r\n--B--\r\n'],
    ['a part without a name', '--B\r\nContent-Type: text/plain\r\n\r\nv\r\n--B--\r\n'],
    ['a file that does not end', '--B\r\nContent-Disposition: form-data; name="file"\r\n\r\nv'],
    ['fields without end', `--B\r\nContent-Disposition: form-data; name="key"\r\n\r\n${'x'.repeat(300_000)}`],
  ] as const) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(read(text), FormFault);
    });
  }

  for (const [contentType, boundary] of [
    ['multipart/form-data; boundary=9431149156168', '9431149156168'],
    ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
    ['multipart/form-data', null],
    ['application/x-www-form-urlencoded; boundary=x', null],
    ['', null],
  ] as const) {
    it(`reads the boundary ${boundary} out of "${contentType}"`, () => {
      assert.equal(boundaryOf(contentType), boundary);
    });
  }
});
