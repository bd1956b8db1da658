import { Given, When } from '@cucumber/cucumber';
import {
  completeMultipartUpload,
  initiateMultipartUpload,
  uploadPart,
} from '../support/harness/objects/object-requests.ts';
import { partEtag, uploadIdOf } from '../support/harness/objects/object-creation.ts';
import type { Principal } from '../support/harness/target/target.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

Given('a multipart upload of the object with its part uploaded', async function (this: OssWorld) {
  const { address, object } = this;
  const initiated = await this.prepare('InitiateMultipartUpload', initiateMultipartUpload(address));
  const id = uploadIdOf(initiated.answer);
  const uploaded = await this.prepare('UploadPart', uploadPart(address, id, 1, object.content));
  object.upload = { id, etag: partEtag(uploaded.answer) };
});

When('{principal} uploads the part again', async function (this: OssWorld, principal: Principal) {
  await this.ask(principal, uploadPart(this.address, this.object.openUpload.id, 1, this.object.content));
});

When('{principal} completes the multipart upload', async function (this: OssWorld, principal: Principal) {
  const { id, etag } = this.object.openUpload;
  await this.ask(principal, completeMultipartUpload(this.address, id, [etag]));
});
