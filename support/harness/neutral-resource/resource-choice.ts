import type { OssWorld } from '../world/world.ts';
import type { NeutralResource } from './neutral-resource.ts';
import { ObjectResource } from './object-resource.ts';
import { RuleResource } from './rule-resource.ts';

/**
 * The bucket's encryption rule if the store knows the sub-resource, otherwise an object, which every store has. The
 * gate decides once for the whole run.
 */
export function resourceOf(world: OssWorld): NeutralResource {
  const { session, target } = world;
  const isObject = !session.isOpen('encryption') && target.capabilities.includes('objects');
  return isObject ? world.part(ObjectResource) : world.part(RuleResource);
}
