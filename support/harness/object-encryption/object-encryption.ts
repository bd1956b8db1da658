import type { Answer } from '../../client/exchange.ts';
import { headerValue } from '../../client/request.ts';
import { describeAnswer } from '../conversation/answer-words.ts';
import { objectHead, objectReading } from '../instruments/instruments.ts';
import { getObject, headObject } from '../objects/object-requests.ts';
import { ScenarioObject } from '../objects/scenario-object.ts';
import type { OssWorld } from '../world/world.ts';

/** The encryption of the scenario's object, as the store shows it. */
export interface ShownEncryption {
  readonly isThere: boolean;
  /** `KMS with SM4 data encryption`, `no encryption`, `404 NoSuchKey`. */
  readonly words: string;
}

/**
 * Lenient: if HEAD shows no encryption, GET may. Other clauses require both to show it. Throws Blocked if neither works
 * on this store.
 */
export async function shownEncryption(world: OssWorld): Promise<ShownEncryption> {
  const { address } = world.part(ScenarioObject);
  const head = world.session.works(objectHead) ? (await world.look(headObject(address))).answer : null;
  if (head !== null && (tellsOfEncryption(head) || !world.session.works(objectReading))) return shownBy(head);
  const { answer } = await world.look(getObject(address));
  return shownBy(answer.status === 200 ? answer : (head ?? answer));
}

/**
 * An encryption in words. The data cipher matters only with KMS, and is AES256 unless stated (OBJ-02, OBJ-16). The key
 * is left out, because the store chooses the id of the default key.
 */
export function describeEncryption(algorithm: string | undefined, dataAlgorithm: string | undefined): string {
  const hasOtherCipher = algorithm === 'KMS' && dataAlgorithm !== undefined && dataAlgorithm !== 'AES256';
  return `${algorithm ?? 'no encryption'}${hasOtherCipher ? ` with ${dataAlgorithm} data encryption` : ''}`;
}

function shownBy(answer: Answer): ShownEncryption {
  const isThere = answer.status === 200;
  if (!isThere) return { isThere, words: describeAnswer(answer) };
  const words = describesObject(answer) ? describeEncryption(...encryptionIn(answer)) : 'no header of an object';
  return { isThere, words };
}

/** That an answer shows no encryption means something only where it shows an object. */
function describesObject({ headers }: Answer): boolean {
  return ['ETag', 'Last-Modified', 'x-oss-object-type'].some((name) => headerValue(headers, name) !== undefined);
}

function tellsOfEncryption(answer: Answer): boolean {
  return answer.status === 200 && encryptionIn(answer)[0] !== undefined;
}

function encryptionIn({ headers }: Answer): [algorithm: string | undefined, dataAlgorithm: string | undefined] {
  return [
    headerValue(headers, 'x-oss-server-side-encryption'),
    headerValue(headers, 'x-oss-server-side-data-encryption'),
  ];
}
