import { createHash } from 'node:crypto';

/** Photos in a bucket: encrypted at rest, and each stored once. */
export class PhotoAlbum {
  #client;

  /** @param client a client of ali-oss with a bucket */
  constructor(client) {
    this.#client = client;
  }

  /** Stores the photo and returns its key, which depends only on its bytes. */
  async add(bytes) {
    const key = `photos/${createHash('sha256').update(bytes).digest('hex')}`;
    await this.#client.put(key, bytes, { headers: { 'x-oss-server-side-encryption': 'AES256' } });
    return key;
  }

  /** The photo's bytes, or `null` if it is not in the album. */
  async find(key) {
    try {
      return (await this.#client.get(key)).content;
    } catch (error) {
      if (error.code === 'NoSuchKey') return null;
      throw error;
    }
  }

  async keys() {
    const { objects } = await this.#client.listV2({ prefix: 'photos/' });
    return (objects ?? []).map(({ name }) => name);
  }
}
