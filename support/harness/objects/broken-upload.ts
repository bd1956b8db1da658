import type { WireRequest } from '../../client/request.ts';
import { credentialsOf } from '../target/principals.ts';
import type { Principal } from '../target/target.ts';
import type { OssWorld } from '../world/world.ts';
import { putObject } from './object-requests.ts';
import { ScenarioObject } from './scenario-object.ts';

/**
 * Sends all but the last ten bytes of an upload and closes the connection. The answer, if any, is not judged, only what
 * the upload leaves behind.
 */
export async function breakOffUpload(world: OssWorld, principal: Principal): Promise<void> {
  const { address, content } = world.part(ScenarioObject);
  const keys = credentialsOf(principal, world.target);
  await world.conversation.attempt(putObject(address, content), keys, { framing: 'cut-short', finish: shortened });
}

function shortened(wire: WireRequest): WireRequest {
  return { ...wire, body: wire.body?.subarray(0, -10) ?? null };
}
