import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { NextConfig } from 'next';

const repository = path.resolve(import.meta.dirname, '../..');
// Every room exports its source; Next compiles them with the app.
const rooms = ['packages', 'core', 'modules'].flatMap((room) =>
  readdirSync(path.join(repository, room)).map((name) => `@aura/${name}`),
);

const config: NextConfig = {
  transpilePackages: [...rooms, '@aura/registry'],
  serverExternalPackages: ['swagger-ui-dist', 'pg', 'pg-boss', 'ioredis', 'nodemailer', 'kysely'],
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  // script/check types the whole repository once; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The API answers with its own addresses; a slash more is another address.
  skipTrailingSlashRedirect: true,
  // Next compresses what has one type as it is set here; what a route handler sets comes to its filter as a list, and
  // passes uncompressed.
  headers: async () => [{ source: '/api/trpc/:path*', headers: [{ key: 'content-type', value: 'application/json' }] }],
};

export default config;
