import { partListing } from '../instruments/upload-instruments.ts';
import { partEtag, uploadIdOf } from '../objects/object-creation.ts';
import { initiateMultipartUpload, uploadPart } from '../objects/object-requests.ts';
import { Inconclusive } from '../verdict/finding.ts';
import type { OssWorld } from '../world/world.ts';
import { ScenarioUploads } from './scenario-uploads.ts';
import { describeParts } from './upload-listing.ts';

/** The state of an upload on a store without ListParts. */
const unseen = 'not seen';

/** Begins an upload that the scenario starts with, sends its parts, and keeps its state to be compared later. */
export async function holdUpload(world: OssWorld, key: string, parts: ReadonlyMap<number, Uint8Array>): Promise<void> {
  const address = { bucket: world.bucket.name, key };
  const { answer } = await world.prepare('InitiateMultipartUpload', initiateMultipartUpload(address));
  const upload = world.part(ScenarioUploads).begin(address, uploadIdOf(answer));
  for (const [part, content] of parts) {
    const sent = await world.prepare('UploadPart', uploadPart(address, upload.id, part, content));
    upload.keep(part, { etag: partEtag(sent.answer), content });
  }
  // Without ListParts, only what compares the parts is blocked.
  upload.before = world.session.works(partListing(upload.id)) ? await describeParts(world, upload) : unseen;
  if (upload.before === null) throw new Inconclusive('could not prepare: ListParts does not know the upload');
}
