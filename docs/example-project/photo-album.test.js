import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import OSS from 'ali-oss';
import { startStore } from 'oss-conformance/store';
import { PhotoAlbum } from './photo-album.js';

describe('a photo album', () => {
  let store;
  const albumOf = (principal) =>
    new PhotoAlbum(
      new OSS({
        ...store.principals[principal],
        // A name: with an IP address, ali-oss sends another Host than it connects to.
        endpoint: store.endpoint.replace('127.0.0.1', 'localhost'),
        region: `oss-${store.region}`,
        bucket: 'album',
        sldEnable: true,
        authorizationV4: true,
      }),
    );

  before(async () => {
    store = await startStore({ buckets: ['album'] });
  });
  after(() => store.close());
  beforeEach(() => store.reset());

  it('finds a photo that was added', async () => {
    const key = await albumOf('owner').add(Buffer.from('a photo'));
    assert.equal(String(await albumOf('owner').find(key)), 'a photo');
  });

  it('has a photo once that was added twice', async () => {
    const keys = [await albumOf('owner').add(Buffer.from('same')), await albumOf('owner').add(Buffer.from('same'))];
    assert.deepEqual(await albumOf('owner').keys(), keys.slice(0, 1));
  });

  it('has no photo that was never added', async () => {
    assert.equal(await albumOf('owner').find('photos/none'), null);
    assert.deepEqual(await albumOf('owner').keys(), []);
  });

  it('is closed to other accounts', async () => {
    await assert.rejects(albumOf('outsider').add(Buffer.from('a photo')), { status: 403, code: 'AccessDenied' });
  });
});
