import { defineParameterType } from '@cucumber/cucumber';
import type { Sending } from '../support/client/sending.ts';
import type { ErrorTrigger } from '../support/harness/errors/error-triggers.ts';
import { loadErrorTriggers } from '../support/harness/errors/family-triggers.ts';
import { credentialScope } from '../support/harness/authentication/credential-scope.ts';
import { dates } from '../support/harness/authentication/dates.ts';
import { framing } from '../support/harness/authentication/framing.ts';
import { headerWriting } from '../support/harness/authentication/header-writing.ts';
import { keys } from '../support/harness/authentication/keys.ts';
import { signedContent } from '../support/harness/authentication/signed-content.ts';
import { signedUrls } from '../support/harness/authentication/signed-urls.ts';
import type { RequestVariation } from '../support/harness/authentication/variation.ts';
import type { WayToCreate } from '../support/harness/objects/object-creation.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { Row } from './tables.ts';

defineWords<Principal>('principal', {
  'the owner': 'owner',
  'the delegate': 'delegate',
  'the outsider': 'outsider',
  'an anonymous caller': 'anonymous',
  'a caller with unknown keys': 'unknown',
});

/** A rule in the words of the features: the elements that it writes down. */
export type RuleWords = readonly Row[];

defineWords<RuleWords>('rule', {
  AES256: [['SSEAlgorithm', 'AES256']],
  SM4: [['SSEAlgorithm', 'SM4']],
  'KMS with SM4 data encryption': [
    ['SSEAlgorithm', 'KMS'],
    ['KMSDataEncryption', 'SM4'],
  ],
  KMS: [['SSEAlgorithm', 'KMS']],
});

defineWords<Sending>('signature', {
  'V1 in its URL': { signature: 'v1', placement: 'url' },
  'V4 in its URL': { signature: 'v4', placement: 'url' },
  V1: { signature: 'v1' },
  V4: { signature: 'v4' },
});

defineWords<RequestVariation>('variation', {
  ...credentialScope,
  ...dates,
  ...framing,
  ...headerWriting,
  ...keys,
  ...signedContent,
  ...signedUrls,
});

defineWords<ErrorTrigger>('error', await loadErrorTriggers());

defineWords<WayToCreate>('wayToCreate', {
  PutObject: 'PutObject',
  PostObject: 'PostObject',
  AppendObject: 'AppendObject',
  CopyObject: 'CopyObject',
  'a multipart upload of copied parts': 'a multipart upload of copied parts',
  'a multipart upload': 'a multipart upload',
});

/** Defines a parameter type whose values are these words; of two that begin alike, the longer stands first. */
function defineWords<Meaning>(name: string, meanings: Readonly<Record<string, Meaning>>): void {
  defineParameterType({
    name,
    regexp: new RegExp(Object.keys(meanings).join('|'), 'u'),
    transformer: (words: string): Meaning => {
      const meaning = meanings[words];
      if (meaning === undefined) throw new Error(`no ${name} is called "${words}"`);
      return meaning;
    },
  });
}
