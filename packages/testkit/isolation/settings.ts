import { readIsolationEnv } from '../env.ts';

/** In CI every server that Aura supports must be there. */
export const isCi = (): boolean => readIsolationEnv().isCi;

/** How many random operations the two-world test plays; more by AURA_TEST_OPERATIONS. */
export const operationCount = (): number => readIsolationEnv().operations;

/** AURA_TEST_SEED plays a failed run again. */
export const operationSeed = (): number => readIsolationEnv().seed;
