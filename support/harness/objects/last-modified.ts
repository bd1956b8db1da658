import { headerValue } from '../../client/request.ts';
import { isHttpDate } from '../errors/error-envelope.ts';
import { Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { headObject } from './object-requests.ts';
import { ScenarioObject } from './scenario-object.ts';

/** Throws unless the object's Last-Modified is the time of the judged answer, by the store's clock. */
export async function requireModifiedNow(world: OssWorld): Promise<void> {
  const date = Date.parse(headerValue(world.answer.headers, 'Date') ?? '');
  // A store that sends no Date is nonconformant for that, not for its Last-Modified.
  const answered = Number.isNaN(date) ? Date.now() : date;
  // A minute allows for stores with several machines.
  if (!(Math.abs((await lastModified(world)) - answered) <= 60_000))
    throw new Nonconformance('Last-Modified to be the time of the upload', 'another time');
}

/** Throws unless the object's Last-Modified is later than at the end of the set-up. */
export async function requireModifiedLater(world: OssWorld): Promise<void> {
  const before = Date.parse(world.part(ScenarioObject).snapshot.headers.get('last-modified') ?? '');
  if (!((await lastModified(world)) > before))
    throw new Nonconformance('Last-Modified to be later than before', 'another time');
}

async function lastModified(world: OssWorld): Promise<number> {
  const { answer } = await world.look(headObject(world.part(ScenarioObject).address));
  const value = headerValue(answer.headers, 'Last-Modified');
  if (value !== undefined && isHttpDate(value)) return Date.parse(value);
  throw new Nonconformance('Last-Modified to be a date in the form of HTTP', value ?? 'none');
}
