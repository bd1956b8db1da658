import { startReferenceStore } from '../store.ts';

/** A store in a process of its own, for tests that kill it. Prints its endpoint. */
const [, , dataDirectory = '', principals = '{}'] = process.argv;
const store = await startReferenceStore({ dataDirectory, principals: JSON.parse(principals) });
console.log(store.endpoint);
