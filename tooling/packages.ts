import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Room = 'kernel' | 'storage' | 'platform' | 'ui' | 'core' | 'modules' | 'registry' | 'apps' | 'workshop';

/** A workspace of the repository. */
export type Package = {
  name: string;
  dir: string;
  room: Room;
  /** The doors of its `exports`, without the leading dot: '', '/client', '/*'. */
  doors: string[];
  declared: Set<string>;
};

type Manifest = {
  name: string;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

const ROOMS: Record<string, Room> = {
  'packages/kernel': 'kernel',
  'packages/db': 'storage',
  'packages/cache': 'storage',
  'packages/api': 'platform',
  'packages/jobs': 'platform',
  'packages/ui': 'ui',
  registry: 'registry',
};

export function listPackages(root: string): Package[] {
  const folders = '{{apps,core,modules,packages}/*,registry,e2e,bench,tooling}';
  const manifests = globSync(`${folders}/package.json`, { cwd: root });
  return manifests.sort().map((file) => {
    const manifest: Manifest = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    const dir = path.posix.dirname(file);
    return {
      name: manifest.name,
      dir,
      room: roomOf(dir),
      doors: Object.keys(manifest.exports ?? {}).map((door) => door.slice(1)),
      declared: new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })),
    };
  });
}

function roomOf(dir: string): Room {
  const top = dir.split('/')[0];
  if (top === 'apps' || top === 'core' || top === 'modules') return top;
  return ROOMS[dir] ?? 'workshop';
}
