import { Status } from 'allure-js-commons';
import type { Verdict } from '../../harness/verdict/verdict.ts';

/** Only a conformant scenario is green; one that was not judged is grey, whatever the reason. */
export function statusOf(verdict: Verdict): Status {
  switch (verdict) {
    case 'conformant':
      return Status.PASSED;
    case 'nonconformant':
      return Status.FAILED;
    case 'inconclusive':
    case 'harness-error':
      return Status.BROKEN;
    case 'observed':
    case 'blocked':
    case 'unsupported':
    case 'untested':
      return Status.SKIPPED;
  }
}
