import path from 'node:path';
import { findCircle } from './circle.ts';
import type { Finding } from './finding.ts';
import { listPackages, type Package, type Room } from './packages.ts';
import { checkPlaces } from './places.ts';
import { type Import, isTest, listImports, listSources, type Source } from './sources.ts';

/** The arrows of docs/ARCHITECTURE.md: what each room may import. */
const MAY_IMPORT: Record<Room, Room[]> = {
  kernel: [],
  ui: [],
  storage: ['kernel'],
  platform: ['kernel', 'storage', 'platform'],
  core: ['kernel', 'storage', 'platform', 'core', 'ui'],
  modules: ['kernel', 'storage', 'platform', 'core', 'modules', 'ui'],
  registry: ['kernel', 'storage', 'platform', 'core', 'modules'],
  apps: ['kernel', 'storage', 'platform', 'core', 'modules', 'ui', 'registry'],
  workshop: ['kernel', 'storage', 'platform', 'core', 'modules', 'ui', 'registry', 'apps', 'workshop'],
};

export type Edge = { from: Package; to: Package; door: string; source: Source; imported: Import };

/** Checks who imports whom, and that what belongs to one place (SQL, the environment, pg) stays there. */
export function checkBoundaries(root: string): Finding[] {
  const packages = listPackages(root);
  // The tests of these checks hold planted defects as text.
  const sources = listSources(root, ['.ts', '.tsx']).filter(({ file }) => !/^tooling\/.*\.test\.ts$/.test(file));
  const edges = listEdges(packages, sources);
  return [
    ...edges.flatMap(checkEdge),
    ...checkPackageCircles(edges),
    ...checkFileCircles(sources, packages),
    ...sources.flatMap((source) => checkRelativeImports(source, packages)),
    ...sources.flatMap(checkPlaces),
  ];
}

export function listEdges(packages: Package[], sources: Source[]): Edge[] {
  return sources.flatMap((source) => {
    const from = packages.find((candidate) => source.file.startsWith(`${candidate.dir}/`));
    if (!from) return [];
    return listImports(source.text).flatMap((imported) => {
      const name = /^@aura\/[^/]+/.exec(imported.specifier)?.[0];
      const to = packages.find((candidate) => candidate.name === name);
      return to ? [{ from, to, door: imported.specifier.slice(to.name.length), source, imported }] : [];
    });
  });
}

function checkEdge({ from, to, door, source, imported }: Edge): Finding[] {
  // A test composes its world of whatever modules it needs, by their manifests.
  const isWorld = isTest(source.file) && (to.name === '@aura/testkit' || door === '/module');
  const message = from === to || isWorld ? undefined : (objectToRoom(from, to) ?? objectToDoor(from, to, door));
  return message ? [{ file: source.file, line: imported.line, message }] : [];
}

function objectToRoom(from: Package, to: Package): string | undefined {
  const allowed = MAY_IMPORT[from.room];
  if (allowed.includes(to.room)) return undefined;
  const remedy = `It may import ${allowed.join(', ') || 'nothing'}; go the other way with an event or a slot of the manifest.`;
  return `${from.name} (${from.room}) may not import ${to.name} (${to.room}). ${remedy}`;
}

function objectToDoor(from: Package, to: Package, door: string): string | undefined {
  if (!isDoor(to, door)) {
    return `${to.name} has no door "${door}". Import ${to.name} or another door in its package.json, and export what you need there.`;
  }
  if (door === '/module' && from.room !== 'registry' && from.room !== 'workshop') {
    return `Only the registry reads a module's manifest. Import ${to.name} or ${to.name}/client.`;
  }
  if (from.declared.has(to.name)) return undefined;
  return `${from.name} does not declare ${to.name}. Add it to the dependencies in ${from.dir}/package.json.`;
}

const isDoor = (to: Package, door: string): boolean =>
  to.doors.includes(door) || (to.doors.includes('/*') && /^\/[^/]+$/.test(door));

/** Tests may reach around a circle: they are not part of the product. */
function checkPackageCircles(edges: Edge[]): Finding[] {
  const arrows = edges.filter(({ from, to, source }) => from !== to && !isTest(source.file));
  const circle = findCircle(arrows.map(({ from, to }) => [from.name, to.name]));
  if (!circle) return [];
  const message = `These packages import each other in a circle: ${circle.join(' → ')}. Turn one arrow into an event or a slot of the manifest.`;
  return [{ file: 'package.json', message }];
}

/** Types count: who reads one file of a circle must read them all. */
function checkFileCircles(sources: Source[], packages: Package[]): Finding[] {
  return packages.flatMap(({ dir }) => {
    const own = sources.filter(({ file }) => file.startsWith(`${dir}/`) && !isTest(file));
    const circle = findCircle(
      own.flatMap(({ file, text }) => listRelativeImports({ file, text }).map(({ target }) => [file, target] as const)),
    );
    if (!circle) return [];
    const names = circle.map((file) => path.posix.relative(dir, file)).join(' → ');
    const message = `These files import each other in a circle: ${names}. Put what they share into a file of its own.`;
    return [{ file: circle[0] ?? dir, message }];
  });
}

function checkRelativeImports(source: Source, packages: Package[]): Finding[] {
  const { file } = source;
  const own = packages.find((candidate) => file.startsWith(`${candidate.dir}/`));
  if (!own) return [];
  return listRelativeImports(source)
    .filter(({ target }) => !target.startsWith(`${own.dir}/`))
    .map(({ specifier, line }) => ({
      file,
      line,
      message: `"${specifier}" leaves ${own.name}. Import the other package by its name, through its package.json exports.`,
    }));
}

const listRelativeImports = ({ file, text }: Source): (Import & { target: string })[] =>
  listImports(text)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map((imported) => ({ ...imported, target: path.posix.join(path.posix.dirname(file), imported.specifier) }));
