import { Given, Then, When } from '@cucumber/cucumber';
import type { NeutralResource } from '../support/harness/neutral-resource/neutral-resource.ts';
import { resourceOf } from '../support/harness/neutral-resource/resource-choice.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { defineWords } from './define-phrases.ts';

/** A resource that every store has, for requests whose subject does not matter. */

type Prepare = (resource: NeutralResource) => Promise<void>;
type Call = (world: OssWorld, principal: Principal, resource: NeutralResource) => Promise<void>;
type RequireState = (resource: NeutralResource) => Promise<void>;

defineWords<Prepare>('resource', {
  'a resource': (resource) => resource.prepare(),
  'a resource that does not exist': (resource) => resource.prepareAbsence(),
});

defineWords<Call>('resourceCall', {
  'creates the resource': (world, principal, { creation }) => world.ask(principal, creation),
  'reads the resource': (world, principal, { reading }) => world.ask(principal, reading),
  'deletes the resource': (world, principal, { deletion }) => world.ask(principal, deletion),
});

defineWords<RequireState>('resourceState', {
  exists: (resource) => resource.requireExistence(),
  'does not exist': (resource) => resource.requireAbsence(),
  'is unchanged': (resource) => resource.requireUnchanged(),
  'is in the answer': (resource) => resource.requireInAnswer(),
});

Given('{resource}', async function (this: OssWorld, prepare: Prepare) {
  await this.useBucket();
  await prepare(resourceOf(this));
});

When('{principal} {resourceCall}', async function (this: OssWorld, principal: Principal, call: Call) {
  await call(this, principal, resourceOf(this));
});

Then('the resource {resourceState}', async function (this: OssWorld, requireState: RequireState) {
  await requireState(resourceOf(this));
});
