import { Given, When } from '@cucumber/cucumber';
import {
  completeMultipartUpload,
  initiateMultipartUpload,
  uploadPart,
} from '../support/harness/objects/object-requests.ts';
import { partEtag, uploadIdOf } from '../support/harness/objects/object-creation.ts';
import type { Principal } from '../support/harness/target/target.ts';
import { ScenarioObject } from '../support/harness/objects/scenario-object.ts';
import type { OssWorld } from '../support/harness/world/world.ts';

Given('a multipart upload of the object with its part uploaded', async function (this: OssWorld) {
  const object = this.part(ScenarioObject);
  const { address } = object;
  const initiated = await this.prepare('InitiateMultipartUpload', initiateMultipartUpload(address));
  const id = uploadIdOf(initiated.answer);
  const uploaded = await this.prepare('UploadPart', uploadPart(address, id, 1, object.content));
  object.upload = { id, etag: partEtag(uploaded.answer) };
});

When('{principal} uploads the part again', async function (this: OssWorld, principal: Principal) {
  await this.ask(
    principal,
    uploadPart(
      this.part(ScenarioObject).address,
      this.part(ScenarioObject).openUpload.id,
      1,
      this.part(ScenarioObject).content,
    ),
  );
});

When('{principal} completes the multipart upload', async function (this: OssWorld, principal: Principal) {
  const { id, etag } = this.part(ScenarioObject).openUpload;
  await this.ask(principal, completeMultipartUpload(this.part(ScenarioObject).address, id, [etag]));
});
