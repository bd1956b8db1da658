import manifest from '../../package.json' with { type: 'json' };
import { whenStarterEnds } from './starter.ts';

/**
 * A killed npm does not signal its script, so a run or a store would go on unnoticed. In the scripts of this
 * repository, the process then ends itself as if it had received a signal. Elsewhere, a parent may end on purpose.
 */
export function endWithNpm(): void {
  if (process.env['npm_package_name'] !== manifest.name) return;
  whenStarterEnds(() => process.kill(process.pid, 'SIGTERM'));
}
