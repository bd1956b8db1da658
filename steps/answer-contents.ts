import { createHash } from 'node:crypto';
import { Then, type DataTable } from '@cucumber/cucumber';
import { readErrorDocument } from '../support/client/error-document.ts';
import { headerValue, type HeaderPair } from '../support/client/request.ts';
import { describeAnswer } from '../support/harness/conversation/answer-words.ts';
import { detailDeparture } from '../support/harness/errors/error-details.ts';
import { headObject } from '../support/harness/objects/object-requests.ts';
import { Nonconformance } from '../support/harness/verdict/finding.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { defineWords } from './define-phrases.ts';
import { rowsOf, type Row } from './tables.ts';

/** The headers of an answer, and the elements of an error. */

type RequireRows = (world: OssWorld, rows: readonly Row[]) => void | Promise<void>;

defineWords<RequireRows>('carrier', {
  'the answer': (world, rows) => requireHeaders(world.answer.headers, rows, world.part(ScenarioObject)),
  "the object's head": async (world, rows) => {
    const object = world.part(ScenarioObject);
    const { answer } = await world.look(headObject(object.address));
    if (answer.status !== 200) throw new Nonconformance("the object's head", describeAnswer(answer));
    requireHeaders(answer.headers, rows, object);
  },
  'the error': ({ answer, exchange, bucket }, rows) => {
    const reading = readErrorDocument(answer);
    if ('notAnError' in reading) throw new Nonconformance('an OSS error document', reading.notAnError);
    const departure = detailDeparture(reading.error.extra, rows, { exchange, bucket: bucket.name });
    if (departure !== null) throw new Nonconformance(departure.expected, departure.got);
  },
});

Then('{carrier} carries', async function (this: OssWorld, requireRows: RequireRows, table: DataTable) {
  await requireRows(this, rowsOf(this, table));
});

/** `(any)` stands for a value that is not empty. */
function requireHeaders(headers: readonly HeaderPair[], wanted: readonly Row[], object: ScenarioObject): void {
  for (const [name, value] of wanted) {
    const got = headerValue(headers, name);
    switch (value) {
      case '(any)':
        if (got === undefined || got === '') throw new Nonconformance(`the header ${name}`, 'none');
        break;
      case "(the object's MD5)":
        if (got?.replaceAll('"', '').toUpperCase() !== md5Of(object.content))
          throw new Nonconformance(`the MD5 of the object as its ${name}`, got === undefined ? 'none' : 'another one');
        break;
      case "(the object's ETag)":
        if (got !== object.knownEtag)
          throw new Nonconformance(`the ETag of the upload as ${name}`, got === undefined ? 'none' : 'another one');
        break;
      default:
        if (got !== value) throw new Nonconformance(`${name}: ${value}`, got ?? 'none');
    }
  }
}

function md5Of(content: Uint8Array): string {
  return createHash('md5').update(content).digest('hex').toUpperCase();
}
