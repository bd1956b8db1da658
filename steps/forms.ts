import { Given } from '@cucumber/cucumber';
import { FormDraft } from '../support/harness/objects/form-draft.ts';
import type { OssWorld } from '../support/harness/world/world.ts';
import { definePhrases } from './define-phrases.ts';

/** The policy of the next form upload. */

const hourMs = 3_600_000;

definePhrases<(form: FormDraft) => void>('formPolicy', {
  'expired an hour ago': () => (form) => {
    form.validForMs = -hourMs;
  },
  'has the condition "…"':
    (json = '') =>
    (form) => {
      form.conditions.push(JSON.parse(json));
    },
  'is "…"':
    (text = '') =>
    (form) => {
      form.document = text;
    },
});

Given('a form whose policy {formPolicy}', function (this: OssWorld, change: (form: FormDraft) => void) {
  change(this.part(FormDraft));
});
