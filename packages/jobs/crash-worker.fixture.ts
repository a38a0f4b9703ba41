import { withConnection } from '@aura/db/databases';
import { z } from 'zod';
import { defineJob } from './job.ts';
import { openTestContext, recordingLogger } from './jobs.fixture.ts';
import { startWorker } from './worker.ts';

// A worker of its own process, which takes a job and never finishes it: the test kills it meanwhile.
const [workerUrl = '', adminUrl = '', name = '', heartbeatS = '0'] = process.argv.slice(2);

const stuck = defineJob({
  name,
  input: z.object({ id: z.string() }),
  on: [`${name}.requested`],
  ...(heartbeatS === '0' ? { timeoutS: 2 } : { timeoutS: 600, heartbeatS: Number(heartbeatS) }),
  retryDelayS: 1,
  run: async () => {
    await withConnection(adminUrl, (client) =>
      client.query('insert into core.marks (mark) values ($1)', [`${name} started`]),
    );
    await new Promise(() => setInterval(() => undefined, 1_000));
  },
});

await startWorker({
  databaseUrl: workerUrl,
  jobs: [stuck],
  openContext: openTestContext,
  logger: recordingLogger().logger,
  pollMs: 200,
  leaseCheckS: 1,
});
