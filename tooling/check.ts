/** Everything CI checks, in the order of how fast it answers. Usage: node tooling/check.ts [part ...] */
import { runTool } from './command.ts';
import { describeFinding } from './finding.ts';
import { lint } from './lint.ts';
import { checkLockFile } from './lock-file.ts';
import { repository } from './root.ts';
import { addUp, describeCount, runTests } from './test.ts';

type Check = { name: string; run(): Promise<boolean> };

const checks: Check[] = [
  { name: 'format', run: () => runTool('biome', ['check', '--linter-enabled=false', '.']) },
  { name: 'lint', run: lint },
  { name: 'types', run: () => runTool('tsc', ['--noEmit', '-p', 'tsconfig.json']) },
  { name: 'lock file', run: async () => report(checkLockFile(repository)) },
  { name: 'unused files and dependencies', run: () => runTool('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'generated files', run: () => runTool('node', ['tooling/generate.ts', '--check']) },
];

function report(findings: Parameters<typeof describeFinding>[0][]): boolean {
  for (const finding of findings) console.error(describeFinding(finding));
  return findings.length === 0;
}

async function runChecks(): Promise<{ passed: number; failed: number }> {
  const failed: string[] = [];
  for (const { name, run } of checks) {
    console.log(`\n== ${name}`);
    const startedAt = performance.now();
    const isGood = await run();
    console.log(`${isGood ? 'passed' : 'FAILED'}: ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    if (!isGood) failed.push(name);
  }
  if (failed.length > 0) console.log(`\nFailed checks: ${failed.join(', ')}`);
  return { passed: checks.length - failed.length, failed: failed.length };
}

const total = addUp(await runChecks(), await runTests(process.argv.slice(2)));
console.log(describeCount(total));
process.exitCode = total.failed > 0 ? 1 : 0;
