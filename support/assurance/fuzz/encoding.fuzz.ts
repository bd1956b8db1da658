import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { array, constantFrom, oneof, string, tuple } from 'fast-check';
import { percentEncode, percentEncodePath } from '../../client/signature/encoding.ts';
import { percentDecode, readRequestTarget } from '../../reference-store/http/request-target.ts';
import { property } from './property.ts';
import { oddText } from './odd-requests.ts';

describe('percent-encoding', () => {
  property('is undone by the decoding of the store', oddText, (text) => {
    assert.equal(percentDecode(percentEncode(text)), text.toWellFormed());
    assert.equal(percentDecode(percentEncodePath(text)), text.toWellFormed());
  });

  property('leaves nothing but unreserved characters and upper-case escapes', oddText, (text) => {
    assert.match(percentEncode(text), /^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
    assert.match(percentEncodePath(text), /^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*$/);
  });

  property('takes two texts for one only where they are one', tuple(oddText, oddText), ([one, other]) => {
    assert.equal(percentEncode(one) === percentEncode(other), one.toWellFormed() === other.toWellFormed());
  });

  property(
    'keeps every parameter of a query apart',
    array(
      tuple(
        oddText.filter((name) => name !== ''),
        oddText,
      ),
    ),
    (query) => {
      const written = query.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
      assert.deepEqual(
        readRequestTarget(`/?${written}`)?.query,
        query.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
      );
    },
  );
});

/** Invalid escapes, and escapes that are not UTF-8, where they matter. */
const targets = tuple(
  constantFrom('', '/', '/bucket/', 'http://host/', 'http://host?', 'https:'),
  oneof(
    string({ unit: 'binary' }),
    string({ unit: constantFrom('%', '%2', '%2F', '%C3', '%A4', '%ff', '%00', '?', '&', '=', '/', '+', '#', 'é') }),
  ),
).map((parts) => parts.join(''));

describe('a request target', () => {
  property('is read or not, but never throws', targets, (text) => {
    const target = Buffer.from(text).toString('latin1');
    const read = readRequestTarget(target);
    if (read !== null) assert.ok(read.path.startsWith('/'));
  });
});
