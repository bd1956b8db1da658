import { createServer } from 'node:http';

/** A server that answers every request with a few headers and a few bytes. Prints its origin. */
const body = '<?xml version="1.0" encoding="UTF-8"?>\n<Answer/>';
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume().on('end', () => {
    response
      .writeHead(200, { 'Content-Type': 'application/xml', 'x-oss-request-id': '6583A1B2C3D4E5F60718293A' })
      .end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
process.once('SIGINT', () => process.exit());
