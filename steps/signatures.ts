import { Given } from '@cucumber/cucumber';
import type { Sending } from '../support/client/sending.ts';
import type { RequestVariation } from '../support/harness/authentication/variation.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

/** How the next request is signed, and what is wrong, or merely unusual, with it. */

Given('a request signed by {signature}', function (this: OssWorld, how: Sending) {
  this.draft.send(how);
});

Given('a request whose {variation}', function (this: OssWorld, vary: RequestVariation) {
  vary(this.draft, this.target);
});
