import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import { InterruptionListener, tellWorkers } from './interruption-channel.ts';
import { poll } from '../harness/read-after-write/polling.ts';

function listening(t: TestContext): InterruptionListener {
  const listener = new InterruptionListener('run1');
  t.after(() => listener.close());
  return listener;
}

function told(listener: InterruptionListener): Promise<boolean> {
  return poll(
    async () => listener.wasTold,
    (is) => is,
    5_000,
  );
}

test('no worker hears of an interruption before there is one', async (t) => {
  const listener = listening(t);
  const stop = tellWorkers(new AbortController().signal, 'run1');
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(listener.wasTold, false);
  stop();
});

test('a listening worker hears of it', async (t) => {
  const listener = listening(t);
  const interruption = new AbortController();
  const stop = tellWorkers(interruption.signal, 'run1');
  interruption.abort();
  assert.equal(await told(listener), true);
  stop();
});

test('a worker that starts to listen later hears of it too, also in a thread', async (t) => {
  const stop = tellWorkers(AbortSignal.abort(), 'run1');
  assert.equal(await told(listening(t)), true);
  const module = JSON.stringify(new URL('./interruption-channel.ts', import.meta.url).href);
  const code = `import(${module}).then(({ InterruptionListener }) => {
    const listener = new InterruptionListener('run1');
    const timer = setInterval(() => {
      if (listener.wasTold) { clearInterval(timer); process.exit(7); }
    }, 5);
  });`;
  const [code7] = await once(new Worker(code, { eval: true }), 'exit');
  assert.equal(code7, 7);
  stop();
});

test('the next run hears nothing of the last one', async (t) => {
  const interruption = new AbortController();
  tellWorkers(interruption.signal, 'run0')();
  interruption.abort();
  const listener = listening(t);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(listener.wasTold, false);
});

test('workers of another run do not listen', async (t) => {
  const stop = tellWorkers(AbortSignal.abort(), 'run0');
  const listener = listening(t);
  const ofThatRun = new InterruptionListener('run0');
  t.after(() => ofThatRun.close());
  assert.equal(await told(ofThatRun), true);
  assert.equal(listener.wasTold, false);
  stop();
});
