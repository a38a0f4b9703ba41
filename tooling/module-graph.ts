import { listEdges } from './boundaries.ts';
import { listPackages } from './packages.ts';
import { isTest, listSources } from './sources.ts';

/** docs/generated/module-graph.md: who imports whom, as the code says it. */
export function describeModuleGraph(root: string): string {
  const packages = listPackages(root).filter(({ room }) => room !== 'workshop');
  const sources = listSources(root, ['.ts', '.tsx']).filter(({ file }) => !isTest(file));
  const arrows = listEdges(packages, sources).filter(({ from, to }) => from !== to);
  const lines = new Set(arrows.map(({ from, to }) => `  ${shortName(from.name)} --> ${shortName(to.name)}`));
  return ['# Module graph', '', '```mermaid', 'graph LR', ...[...lines].sort(), '```', ''].join('\n');
}

const shortName = (name: string): string => name.replace('@aura/', '');
