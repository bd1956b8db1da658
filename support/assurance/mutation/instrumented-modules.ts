import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generationOf, currentGeneration } from './module-generation.ts';

/**
 * Loaded by `--import` before a worker: the modules of the reference store come from the folder of their instrumented
 * sources. A new generation of them is loaded afresh, so that a mutant in code that runs only while modules load is
 * tried without a new process.
 */
const storeFolder = new URL('../../reference-store/', import.meta.url).href;
const instrumentedFolder = process.env['OSS_CONFORMANCE_INSTRUMENTED'] ?? '';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    if (!resolved.url.startsWith(storeFolder)) return resolved;
    const { parentURL = '' } = context;
    const generation = parentURL.startsWith(storeFolder) ? generationOf(parentURL) : currentGeneration();
    return generation === 0 ? resolved : { ...resolved, url: `${resolved.url}?generation=${generation}` };
  },
  load(url, context, nextLoad) {
    if (!url.startsWith(storeFolder)) return nextLoad(url, context);
    const plain = url.split('?', 1)[0] ?? url;
    const path = join(instrumentedFolder, decodeURIComponent(plain.slice(storeFolder.length)));
    const source = readOptional(path) ?? readFileSync(fileURLToPath(plain), 'utf8');
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});

function readOptional(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
