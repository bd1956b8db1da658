import { defineParameterType } from '@cucumber/cucumber';
import type { Principal } from '../support/harness/target.ts';
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
