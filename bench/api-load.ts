import type { Client } from './http-client.ts';
import { drawVariables, type Operation } from './operations.ts';
import { type Latencies, summarize } from './percentiles.ts';

export type LoadOptions = { concurrency: number; seconds: number };

/** Asks over and over, each of `concurrency` clients waiting for its answer. Throws on the first refusal. */
export async function loadApi(
  client: Client,
  operation: Operation,
  { concurrency, seconds }: LoadOptions,
): Promise<Latencies> {
  const millis: number[] = [];
  const until = performance.now() + seconds * 1_000;
  const work = async (): Promise<void> => {
    while (performance.now() < until) {
      const started = performance.now();
      await askOnce(client, operation);
      millis.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return summarize(millis);
}

async function askOnce(client: Client, operation: Operation): Promise<void> {
  const { status, body } = await client.send(operation.call(drawVariables(operation.variables)));
  if (status >= 300) throw new Error(`${operation.name}: ${status} ${body}`);
}

/** Until PostgreSQL has its plans and Node has compiled what runs often. */
export async function warmUp(client: Client, operation: Operation): Promise<void> {
  const until = performance.now() + 700;
  for (let count = 0; count < 12 || (count < 150 && performance.now() < until); count += 1)
    await askOnce(client, operation);
}
