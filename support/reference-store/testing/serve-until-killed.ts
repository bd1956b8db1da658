import { startReferenceStore } from '../store.ts';

/** A store in its own process, for tests that kill it. Prints its endpoint. */
const [, , dataDirectory = '', principals = '{}'] = process.argv;
const store = await startReferenceStore({ dataDirectory, principals: JSON.parse(principals) });
console.log(store.endpoint);
