import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTarget } from '../../run/reference-target.ts';
import { startEmulator } from '../../reference-store/incompatible-servers/emulator.ts';
import {
  gatewayToS3,
  storeWith,
  tableFormatMock,
  type MistakenStore,
} from '../../reference-store/incompatible-servers/mistaken-stores.ts';
import { StoreVerdicts } from '../../reference-store/incompatible-servers/testing/store-verdicts.ts';

/**
 * Emulators without bucket encryption (facts.md 12.2) are judged by the objects family: one of their faults explains each
 * nonconformant clause, and no fault has more than a handful of causes.
 */

/** What cannot be seen without ListObjectsV2, by the clause that blocks it. */
const blockedOnTheEmulator = {
  'LSO-03': ['LSO-05', 'LSO-10', 'LSO-18', 'LSO-19', 'LSO-21', 'LSO-25', 'LSO-26', 'LSO-27', 'LSO-31'],
};

/** A form is taken for a deletion, so no object was uploaded by one that a listing could show. */
const inconclusiveOnTheEmulator = ['LSO-38'];

/** The clauses that a fault breaks, by the fault in words. */
type Faults = Readonly<Record<string, readonly string[]>>;

const aHandful = 5;

const faultsOfTheEmulator: Faults = {
  'GET ignores conditions': ['GET-17', 'GET-18', 'GET-19', 'GET-20', 'GET-22', 'GET-23', 'GET-24'],
  'HEAD ignores conditions': ['HEAD-07'],
  'uploads ignore conditions': ['PUT-18'],
  'copies ignore conditions': ['CPY-11', 'CPY-12'],
  'answers have no checksums': ['APP-04', 'GET-03', 'HEAD-02', 'HEAD-03', 'PUT-03'],
  'Content-MD5 is not compared': ['APP-13', 'DMO-10', 'DMO-11', 'PUT-10', 'PUT-11'],
  'what is missing is NotFound': ['CPY-10', 'DEL-01', 'GET-05', 'GET-06', 'GET-27'],
  'the error of a HEAD has no Code': ['HEAD-06'],
  'uploads and deletions do not check that the bucket exists': ['APP-16', 'DEL-03', 'DMO-16', 'PUT-13'],
  'an append does not compare its position': ['APP-01', 'APP-03', 'APP-05', 'APP-06', 'APP-07', 'APP-09', 'APP-15'],
  'every object is appendable, and none shows its type': ['APP-02', 'APP-08', 'APP-10', 'APP-14', 'PUT-09'],
  'HEAD shows no user metadata': ['META-07', 'META-08', 'META-09'],
  'user metadata has no limit, and HEAD shows none': ['META-11'],
  'HEAD shows no stored headers': ['APP-11', 'META-01', 'META-02', 'META-04'],
  'Cache-Control and Expires are lost': ['CPY-05', 'CPY-07', 'GET-04'],
  'the ETag of a HEAD has no quotes': ['HEAD-01', 'HEAD-04', 'META-12'],
  'GetObjectMeta has headers of its own': ['HEAD-08', 'PUT-07'],
  'the query replaces no headers': ['GET-25'],
  'ranges are misread': ['GET-07', 'GET-08'],
  'ranges are clipped as in S3, or not at all': ['GET-09', 'GET-12', 'GET-16'],
  'the source of a copy is not decoded': ['CPY-02', 'CPY-16'],
  'a copy onto itself keeps its metadata': ['CPY-08', 'CPY-09'],
  'the answer to a copy has no ETag in quotes': ['CPY-03', 'CPY-04'],
  'x-oss-forbid-overwrite is ignored': ['CPY-14', 'PUT-14', 'PUT-16'],
  'ACLs and storage classes are ignored': ['APP-12', 'META-14', 'META-15', 'META-16', 'META-17'],
  'names are not checked': ['KEY-01', 'KEY-02', 'KEY-09'],
  'a name is a path': ['DEL-04', 'KEY-04', 'KEY-10'],
  'a listing shows names unescaped, so it is no XML': ['DMO-08', 'KEY-05', 'KEY-08', 'LSO-35', 'LSO-36'],
  'a listing has no owners, no types and no quotes': ['LSO-04', 'LSO-06', 'LSO-07'],
  'a listing does not read its prefix': ['LSO-02', 'LSO-12', 'LSO-14'],
  'a listing does not decode its prefix': ['LSO-17'],
  'a listing does not read its marker': ['LSO-13'],
  'a listing does not read its delimiter': ['LSO-29', 'LSO-30'],
  'a listing does not read max-keys': ['LSO-20'],
  'a listing is one page': ['LSO-23', 'LSO-24', 'LSO-28', 'LSO-32'],
  'a listing does not read encoding-type': ['LSO-33', 'LSO-34'],
  'a listing does not check its parameters': ['LSO-15'],
  'a listing is in the order of the uploads': ['LSO-11', 'LSO-39'],
  'list-type is ignored': ['LSO-03'],
  'DeleteMultipleObjects checks nothing': ['DMO-12', 'DMO-13', 'DMO-14', 'DMO-15'],
  'DeleteMultipleObjects is never quiet': ['DMO-04'],
  'DeleteMultipleObjects does not read encoding-type': ['DMO-06'],
  'DeleteMultipleObjects shows names unescaped, so it is no XML': ['DMO-07', 'DMO-17'],
  'a form is taken for a deletion, signed or not': ['POST-01', 'POST-03', 'POST-04'],
  'a form is taken for a deletion, whatever it contains': ['POST-08', 'POST-09'],
  'a form of temporary keys is taken for a deletion, too': ['POST-02'],
  'the policy of a form is not read': ['POST-05', 'POST-06', 'POST-07'],
  'an upload needs no length': ['PUT-04'],
  'an upload that breaks off replaces the object': ['PUT-08'],
};

const style = {
  region: 'cn-hangzhou',
  addressing: 'path',
  signature: 'v4',
  without: ['encryption', 'kms', 'sm4', 'multipart'],
} as const;

test('the emulator of the vendor: one of its faults explains each nonconformant clause', async (t) => {
  const emulator = await startEmulator();
  t.after(() => emulator.close());
  const { target, close } = await startTarget('emulator', style);
  await close();
  const { endpoint, principals } = emulator;
  const family = ['features/objects', 'features/listings'];
  const verdicts = await StoreVerdicts.on({ ...target, endpoint, principals }, { paths: family });
  requireFaults(verdicts, faultsOfTheEmulator, blockedOnTheEmulator, inconclusiveOnTheEmulator);
});

const mistaken: readonly (readonly [what: string, MistakenStore, features: readonly string[], Faults])[] = [
  [
    'a mock of a table format',
    tableFormatMock,
    ['put-object', 'get-object', 'delete-object', 'object-metadata'],
    {
      'object-deletions-answer-200': ['DEL-01', 'DEL-02', 'DEL-04'],
      'puts-answer-with-a-body': ['PUT-01'],
      'etag-of-a-put-has-no-quotes': ['META-12'],
      'missing-objects-are-told-in-other-words': ['GET-05'],
      'ranges-are-clipped': ['GET-09'],
    },
  ],
  [
    'a gateway to S3',
    gatewayToS3,
    ['put-object', 'get-object', 'copy-object'],
    {
      'ranges-are-clipped': ['GET-09'],
      'ranges-behind-the-object-are-refused': ['GET-10'],
      'forbid-overwrite-is-ignored': ['PUT-14'],
      'puts-answer-without-crc': ['PUT-03'],
      'unchanged-sources-are-refused': ['CPY-12'],
    },
  ],
];

for (const [what, store, features, faults] of mistaken)
  test(`${what}: each of its mistakes breaks its own clauses and no others`, async (t) => {
    const { target, close } = await startTarget(what, style, await storeWith(store));
    t.after(close);
    const paths = features.map((name) => `features/objects/${name}.feature`);
    requireFaults(await StoreVerdicts.on(target, { paths }), faults);
  });

function requireFaults(
  verdicts: StoreVerdicts,
  faults: Faults,
  blocked: StoreVerdicts['blocked'] = {},
  inconclusive: readonly string[] = [],
): void {
  assert.deepEqual(verdicts.idsOf('nonconformant'), Object.values(faults).flat().toSorted());
  assert.deepEqual(verdicts.blocked, blocked);
  assert.deepEqual(verdicts.idsOf('inconclusive'), inconclusive);
  assert.deepEqual(verdicts.idsOf('untested', 'harness-error'), []);
  for (const [fault, clauses] of Object.entries(faults)) {
    const causes = verdicts.reasonsOf(clauses);
    assert.ok(causes.length <= aHandful, `${fault} has ${causes.length} causes: ${causes.join('; ')}`);
  }
}
