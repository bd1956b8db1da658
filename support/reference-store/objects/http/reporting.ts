import type { HeaderPair } from '../../http/store-request.ts';
import type { EncryptionDescription } from '../../storage/stored-records.ts';
import type { ReportingOperation } from '../behaviour.ts';
import { ruleOf } from '../room.ts';
import type { ObjectRoom } from '../room.ts';

/** The encryption headers of an answer (OBJ-08). */
export function reportEncryption(
  room: ObjectRoom,
  operation: ReportingOperation,
  bucket: string,
  { encryption }: { readonly encryption: EncryptionDescription | null },
): readonly HeaderPair[] {
  return room.objects.encryptionHeaders({ operation, encryption, rule: ruleOf(room, bucket) });
}
