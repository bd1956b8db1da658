import type { Family } from '../family.ts';
import { documentedObjects } from '../objects/behaviour.ts';
import { objectOperations } from '../objects/operations/object-operations.ts';

const objects: Family = {
  behaviour: { objects: documentedObjects },
  delegatedActions: [
    'oss:GetObject',
    'oss:PutObject',
    'oss:DeleteObject',
    'oss:AbortMultipartUpload',
    'oss:ListParts',
    'oss:ListMultipartUploads',
  ],
  refuses:
    ({ objects: { misplacedEncryption } }) =>
    ({ name }, { headers }) =>
      misplacedEncryption(name, headers),
  operations: ({ behaviour: { rules, objects: decisions, authentication }, ...parts }) =>
    objectOperations({ ...parts, rules, objects: decisions, authentication }),
};

export default objects;
