import { defineConfig } from 'vitest/config';

const notOurs = ['**/node_modules/**', '**/.next/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['**/*.router.ts', '**/*.service.ts', '**/*.permissions.ts'],
      exclude: notOurs,
      reporter: ['text-summary', 'json-summary'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{apps,registry,core,modules,packages,tooling,bench}/**/*.test.{ts,tsx}'],
          exclude: notOurs,
          pool: 'forks',
          // One process runs many files, so they share its modules and its one test database: seven times faster.
          isolate: false,
          globalSetup: ['tooling/test-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: notOurs,
          pool: 'forks',
          // Browsers share two cores with the server: side by side they would only time out.
          fileParallelism: false,
          // A busy machine can be late where a browser waits for a frame; a real defect fails again.
          retry: 2,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 15_000, interval: 100 } },
        },
      },
    ],
  },
});
