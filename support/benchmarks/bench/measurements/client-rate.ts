import { fileURLToPath } from 'node:url';
import { Agent } from 'undici';
import { OssClient } from '../../../client/client.ts';
import type { OssRequest } from '../../../client/request.ts';
import { median, type Measurement, type Row } from '../measurement.ts';
import { startProgram } from '../programs.ts';

const server = fileURLToPath(new URL('../answering-server.ts', import.meta.url));
const credentials = { accessKeyId: 'LTAI5tExampleAccessKeyId', accessKeySecret: 'exampleSecretOfThirtyLetters00' };
const body = Buffer.from(`<ServerSideEncryptionRule>${'x'.repeat(160)}</ServerSideEncryptionRule>`);
const request: OssRequest = {
  method: 'PUT',
  bucket: 'examplebucket',
  query: [['encryption']],
  headers: [['Content-Type', 'application/xml']],
  body,
};

/** Many and short, so that other load on the machine affects both sides equally. */
const rounds = 60;
const perRound = 320;

export default {
  title: 'Sending',
  explanation: `\`OssClient.send\` against \`Agent.request\` of undici, both to a bare node:http server in a process of its own,
with the same bytes both ways: one request at a time, as the suite sends them, and sixteen at a time. The client signs,
keeps every header as it was on the wire, sets a deadline for every phase and measures; undici alone does none of that.`,

  async *measure() {
    const program = await startProgram([server]);
    const origin = program.firstLine;
    const client = new OssClient({ endpoint: origin, region: 'cn-hangzhou', addressing: 'path', signature: 'v4' });
    const agent = new Agent();
    const ours = (): Promise<unknown> => client.send(request, credentials);
    const { path, headers } = (await client.send(request, credentials)).request;
    const sameHeaders = headers.flat();
    const raw = async (): Promise<unknown> => {
      const answer = await agent.request({ origin, method: 'PUT', path, headers: sameHeaders, body });
      return answer.body.arrayBuffer();
    };
    try {
      yield await row('one at a time', 1, ours, raw);
      yield await row('sixteen at a time', 16, ours, raw);
    } finally {
      await client.close();
      await agent.close();
      await program.end();
    }
  },
} satisfies Measurement;

const limit = `With sixteen requests in flight nothing waits, and the ratio is one of processor time: about 30 µs a request for
undici alone. Our signature adds 4 µs (see Signing), deadlines of the phases
add 1 µs, keeping the headers as they were on the wire 2 µs, and measuring and the exchange for the evidence the rest.
The suite sends one request at a time in each of its threads, where these microseconds are small compared with the time
of the server and the network.`;

async function row(
  what: string,
  atOnce: number,
  ours: () => Promise<unknown>,
  raw: () => Promise<unknown>,
): Promise<Row> {
  const rates: { readonly ours: number; readonly raw: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    rates.push({ ours: await rateOf(ours, atOnce), raw: await rateOf(raw, atOnce) });
  const warm = rates.slice(rounds / 4);
  return {
    what: `requests a second, ${what}, as a share of raw undici's`,
    samples: warm.map((rate) => rate.ours / rate.raw),
    unit: '×',
    aim: { atLeast: 0.75 },
    limit,
    behind: `${median(warm.map((rate) => rate.ours)).toFixed(0)} and ${median(warm.map((rate) => rate.raw)).toFixed(0)} requests a second`,
  };
}

async function rateOf(send: () => Promise<unknown>, atOnce: number): Promise<number> {
  const began = performance.now();
  let left = perRound;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (; left > 0; left -= 1) await send();
    }),
  );
  return perRound / ((performance.now() - began) / 1_000);
}
