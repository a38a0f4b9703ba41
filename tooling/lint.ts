/** All lint rules: biome, oxlint with types, our own boundaries and sizes. Usage: node tooling/lint.ts */
import { checkBoundaries } from './boundaries.ts';
import { runTool } from './command.ts';
import { describeFinding } from './finding.ts';
import { repository } from './root.ts';
import { checkSizes } from './sizes.ts';

export async function lint(): Promise<boolean> {
  const biome = await runTool('biome', ['lint', '--error-on-warnings', '.']);
  const oxlint = await runTool('oxlint', ['--type-aware', '--deny-warnings', '.']);
  const findings = [...checkBoundaries(repository), ...checkSizes(repository)];
  for (const finding of findings) console.error(describeFinding(finding));
  return biome && oxlint && findings.length === 0;
}

if (import.meta.main && !(await lint())) process.exitCode = 1;
