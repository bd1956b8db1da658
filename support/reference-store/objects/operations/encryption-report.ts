import type { HeaderPair } from '../../http/store-request.ts';
import type { EncryptionDescription } from '../../storage/stored-records.ts';
import type { ReportingOperation } from '../behaviour.ts';
import { ruleOf } from '../object-context.ts';
import type { ObjectContext } from '../object-context.ts';

/** The encryption headers of an answer (OBJ-08). */
export function reportEncryption(
  context: ObjectContext,
  operation: ReportingOperation,
  bucket: string,
  { encryption }: { readonly encryption: EncryptionDescription | null },
): readonly HeaderPair[] {
  return context.objects.encryptionHeaders({ operation, encryption, rule: ruleOf(context, bucket) });
}
