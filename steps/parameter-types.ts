import type { ErrorTrigger } from '../support/harness/errors/error-triggers.ts';
import { loadErrorTriggers } from '../support/harness/errors/family-triggers.ts';
import type { Principal } from '../support/harness/target/target.ts';
import { defineWords } from './define-phrases.ts';

defineWords<Principal>('principal', {
  'the owner': 'owner',
  'the delegate': 'delegate',
  'the outsider': 'outsider',
  'a sub-account that may only read': 'reader',
  'a sub-account that may only write': 'writer',
  'a sub-account that may only delete': 'deleter',
  'a sub-account without rights': 'unprivileged',
  'an anonymous caller': 'anonymous',
  'a caller with unknown keys': 'unknown',
});

/** An error by its documented code, and how to get it. */
export interface TriggerableError {
  readonly code: string;
  readonly trigger: ErrorTrigger;
}

const triggers = Object.entries(await loadErrorTriggers());

defineWords<TriggerableError>(
  'error',
  Object.fromEntries(triggers.map(([code, trigger]) => [code, { code, trigger }])),
);
