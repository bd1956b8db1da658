import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * The minimum of a store: writes the body of any PUT to one file and answers any GET with the file's bytes. With the
 * argument `forced` it forces the bytes to the disk before it answers. Prints its origin.
 */
const isForced = process.argv[2] === 'forced';
const folder = await mkdtemp(join(tmpdir(), 'bench-scratch-'));
const file = join(folder, 'body');
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const done =
    request.method === 'PUT'
      ? pipeline(request, createWriteStream(file, { flush: isForced })).then(() => response.writeHead(200).end())
      : pipeline(createReadStream(file), response);
  done.catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
process.once('SIGINT', async () => {
  await rm(folder, { recursive: true, force: true });
  process.exit();
});
