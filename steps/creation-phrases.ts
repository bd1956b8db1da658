import { waysToCreate, type WayToCreate } from '../support/harness/objects/object-creation.ts';
import { words } from '../support/harness/phrases/phrases.ts';

/** The ways to create an object, in the words of the features. */
export const creationPhrases = words<WayToCreate>(Object.fromEntries(waysToCreate.map((way) => [way, way])));
