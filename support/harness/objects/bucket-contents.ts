import type { Answer } from '../../client/exchange.ts';
import { headerValue, type HeaderPair } from '../../client/request.ts';
import { childrenOf, textAt } from '../../client/xml/element.ts';
import { readXml } from '../../client/xml/reading.ts';
import { describeAnswer, describeListing } from '../conversation/answer-words.ts';
import { listing } from '../instruments/instruments.ts';
import { lookForObject } from '../instruments/object-sight.ts';
import { Inconclusive, Nonconformance } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { appendObject, getObject, listObjects, putObject } from './object-requests.ts';
import { changeSince, snapshotOf } from './object-snapshot.ts';
import { ScenarioObject } from './scenario-object.ts';

/** An object as a table of a feature describes it. */
export interface DescribedObject {
  readonly key: string;
  readonly content: Uint8Array;
  /** As in `x-oss-object-type`; `null` where it does not matter. */
  readonly type: string | null;
  readonly headers: readonly HeaderPair[];
}

/** Uploads an object that the scenario starts with. */
export async function holdObject(world: OssWorld, { key, content, type, headers }: DescribedObject): Promise<void> {
  const address = { bucket: world.bucket.name, key };
  if (type === 'Appendable') await world.prepare('AppendObject', appendObject(address, content, 0, headers));
  else await world.prepare('PutObject', putObject(address, content, headers));
  await rememberObject(world, key);
}

/** Keeps the state of an object of the set-up, to be compared later. */
async function rememberObject(world: OssWorld, key: string): Promise<void> {
  const { answer } = await world.prepare('GetObject', getObject({ bucket: world.bucket.name, key }));
  world.part(ScenarioObject).held.set(key, snapshotOf(answer));
}

/** Throws unless the bucket holds these objects and no other, with these bytes and headers. */
export async function requireContents(world: OssWorld, wanted: readonly DescribedObject[]): Promise<void> {
  for (const { key, content, type, headers } of wanted) {
    const { answer } = await world.look(getObject({ bucket: world.bucket.name, key }));
    const departure = departureFrom(
      answer,
      content,
      type === null ? headers : [['x-oss-object-type', type], ...headers],
    );
    if (departure !== null) throw new Nonconformance(`${named(key)} ${departure.expected}`, departure.got);
  }
  await requireNames(
    world,
    wanted.map(({ key }) => key),
  );
}

/** Throws unless every object of the set-up is unchanged and there is no other. */
export async function requireUnchanged(world: OssWorld): Promise<void> {
  const { held, key: judged } = world.part(ScenarioObject);
  const bucket = world.bucket.name;
  for (const [key, before] of held) {
    const { answer } = await world.look(getObject({ bucket, key }));
    if (answer.status !== 200) throw new Nonconformance(`${named(key)} unchanged`, describeAnswer(answer));
    const change = changeSince(before, answer);
    if (change !== null) throw new Nonconformance(`${named(key)} unchanged`, change);
  }
  if (!held.has(judged)) {
    const { isThere } = await lookForObject(world, { bucket, key: judged });
    if (isThere) throw new Nonconformance(`no ${named(judged)}`, 'one');
  }
  await requireNames(world, [...held.keys()]);
}

/** The objects in the bucket with the text of each. */
export async function describeContents(world: OssWorld): Promise<string> {
  const names = (await listedNames(world)) ?? [...world.part(ScenarioObject).held.keys()];
  const described: string[] = [];
  for (const key of names) {
    const { answer } = await world.look(getObject({ bucket: world.bucket.name, key }));
    described.push(`${named(key)} with ${answer.status === 200 ? excerpt(answer.body) : describeAnswer(answer)}`);
  }
  return `then the bucket holds ${described.length === 0 ? 'nothing' : described.join(', ')}`;
}

function excerpt(body: Uint8Array): string {
  return body.length > 40 ? `${body.length} bytes` : JSON.stringify(Buffer.from(body).toString('latin1'));
}

function departureFrom(
  answer: Answer,
  content: Uint8Array,
  headers: readonly HeaderPair[],
): { readonly expected: string; readonly got: string } | null {
  if (answer.status !== 200) return { expected: 'to exist', got: describeAnswer(answer) };
  if (Buffer.compare(answer.body, content) !== 0) return { expected: 'with the described bytes', got: 'other bytes' };
  for (const [name, value] of headers) {
    const got = headerValue(answer.headers, name);
    if ((got ?? '(none)') === value) continue;
    // Without the value, so that a header which the store never sends is one cause.
    if (got === undefined) return { expected: `with the header ${name}`, got: 'none' };
    return { expected: `with ${name}: ${value}`, got };
  }
  return null;
}

/**
 * Throws if the listing names other objects than these. A store without such a listing is not at fault here: each
 * object was checked separately.
 */
async function requireNames(world: OssWorld, wanted: readonly string[]): Promise<void> {
  const listed = await listedNames(world);
  if (listed === null) return;
  const surplus = listed.find((key) => !wanted.includes(key));
  if (surplus !== undefined) throw new Nonconformance('no other object in the listing', named(surplus));
  const missing = wanted.find((key) => !listed.includes(key));
  if (missing !== undefined) throw new Nonconformance(`${named(missing)} in the listing`, 'a listing without it');
}

/**
 * `null` for a store without such a listing. Throws Inconclusive where it lists objects at other times, but refuses now,
 * and Nonconformance where the listing cannot be read, e.g. because a name in it is not escaped.
 */
async function listedNames(world: OssWorld): Promise<readonly string[] | null> {
  if (!world.session.works(listing)) return null;
  const { answer } = await world.look(listObjects(world.bucket.name));
  if (answer.status !== 200)
    throw new Inconclusive(
      `it cannot be seen what the bucket holds: the listing was answered ${describeAnswer(answer)}`,
    );
  const xml = readXml(answer.body);
  if (!('root' in xml) || xml.root.name !== 'ListBucketResult')
    throw new Nonconformance('a ListBucketResult that shows what the bucket holds', describeListing(answer));
  const isEncoded = textAt(xml.root, 'EncodingType') === 'url';
  const keys = childrenOf(xml.root, 'Contents').map((contents) => textAt(contents, 'Key') ?? '');
  return isEncoded ? keys.map(decoded) : keys;
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    throw new Inconclusive('the listing names an object that is not percent-encoded as it says');
  }
}

/** Long names and control characters would make a reason unreadable. */
function named(key: string): string {
  const plain = JSON.stringify(key);
  return plain.length > 60 ? `an object with a name of ${Buffer.byteLength(key)} bytes` : plain;
}
