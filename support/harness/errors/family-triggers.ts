import { existsSync, readdirSync } from 'node:fs';
import type { ErrorTrigger } from './error-triggers.ts';

type Triggers = Readonly<Record<string, ErrorTrigger>>;

/** The folders of the harness; each family has one. */
const harness = new URL('../', import.meta.url);
/** TypeScript in the repository, JavaScript in the package. */
const module = `error-triggers${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`;

/**
 * The triggers of all families, by the documented code of the error: what each `error-triggers.ts` in a folder of the
 * harness exports as `errorTriggers`. Throws an Error for a code that two families trigger.
 */
export async function loadErrorTriggers(folder: URL = harness): Promise<Triggers> {
  const triggers: Record<string, ErrorTrigger> = {};
  for (const family of readdirSync(folder).toSorted()) {
    const path = new URL(`${family}/${module}`, folder);
    if (!existsSync(path)) continue;
    // Every module of this name exports them; a test loads them all.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    const { errorTriggers } = (await import(path.href)) as { readonly errorTriggers: Triggers };
    for (const [code, trigger] of Object.entries(errorTriggers)) {
      if (code in triggers) throw new Error(`two families trigger the error ${code}`);
      triggers[code] = trigger;
    }
  }
  return triggers;
}
