/** Writes the generated files; with --check it only says which are stale. Usage: node tooling/generate.ts [--check] */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeFinding, type Finding } from './finding.ts';
import type { GenerateContext, Step } from './generate-step.ts';
import { openGenerateContext, steps } from './generated-files.ts';
import { checkMigrations, LOCK } from './migrations-lock.ts';
import { repository } from './root.ts';

export async function findStale(wanted: Step[], context: GenerateContext): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { file, make } of wanted) {
    if (read(context.root, file) !== (await make(context)))
      findings.push({ file, message: 'Stale. Run: npm run generate' });
  }
  return findings;
}

export async function writeAll(wanted: Step[], context: GenerateContext): Promise<string[]> {
  const written: string[] = [];
  for (const { file, make } of wanted) {
    const text = await make(context);
    if (read(context.root, file) === text) continue;
    mkdirSync(path.dirname(path.join(context.root, file)), { recursive: true });
    writeFileSync(path.join(context.root, file), text);
    written.push(file);
  }
  return written;
}

const read = (root: string, file: string): string | null =>
  existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : null;

async function main(isCheck: boolean): Promise<void> {
  const changed = checkMigrations(read(repository, LOCK) ?? '');
  const context = await openGenerateContext();
  try {
    const findings = isCheck ? [...changed, ...(await findStale(steps, context))] : changed;
    if (findings.length > 0) {
      console.error(findings.map(describeFinding).join('\n'));
      process.exitCode = 1;
    } else if (!isCheck) {
      for (const file of await writeAll(steps, context)) console.log(`wrote ${file}`);
    }
  } finally {
    await context.close();
  }
}

if (import.meta.main) await main(process.argv.includes('--check'));
