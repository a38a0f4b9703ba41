import { DEFINER_FUNCTIONS, EXCEPTIONS } from './catalogue-exceptions.ts';
import { codeRules } from './code-rules.ts';
import { keyRules } from './key-rules.ts';
import { roleRules } from './role-rules.ts';
import { type CatalogueFinding, PRELUDE, type Rule } from './rule.ts';
import { tableRules } from './table-rules.ts';

export { EXCEPTIONS } from './catalogue-exceptions.ts';
export type { CatalogueFinding, Rule } from './rule.ts';

/** A pool or a client. */
export type Queryable = { query(text: string): Promise<{ rows: Record<string, unknown>[] }> };

const definerRule: Rule = {
  id: 'D05',
  sentence: 'A definer function is on the list of those that were reviewed.',
  sql: `select name as object from definers where name <> all (array[${[...DEFINER_FUNCTIONS].map((name) => `'${name}'`).join(', ')}]::text[])`,
};

export const RULES: Rule[] = [...tableRules, ...keyRules, ...codeRules, definerRule, ...roleRules];

/** Gate 1. Everything in the catalogue that breaks a rule and is not a known exception. Needs a superuser's eyes. */
export async function lintCatalogue(database: Queryable): Promise<CatalogueFinding[]> {
  const findings = await lintWithoutExceptions(database);
  return findings.filter((finding) => !EXCEPTIONS.some((exception) => excuses(exception, finding)));
}

/** Exceptions that excuse nothing any more, and definer functions that are gone: both lists must shrink. */
export async function findIdleExceptions(database: Queryable): Promise<string[]> {
  const findings = await lintWithoutExceptions(database);
  const idle = EXCEPTIONS.filter((exception) => !findings.some((finding) => excuses(exception, finding)));
  const { rows } = await database.query(`${PRELUDE} select name from definers`);
  const known = new Set(rows.map(({ name }) => String(name)));
  return [
    ...idle.map(({ rule, object }) => `${rule} ${object}`),
    ...[...DEFINER_FUNCTIONS].filter((name) => !known.has(name)),
  ];
}

async function lintWithoutExceptions(database: Queryable): Promise<CatalogueFinding[]> {
  const findings: CatalogueFinding[] = [];
  for (const { id, sentence, sql } of RULES) {
    const { rows } = await database.query(`${PRELUDE} select object from (${sql}) broken order by 1`).catch((error) => {
      throw new Error(`Rule ${id} does not run: ${error.message}`, { cause: error });
    });
    findings.push(...rows.map(({ object }) => ({ rule: id, object: String(object), sentence })));
  }
  return findings;
}

const excuses = (exception: (typeof EXCEPTIONS)[number], finding: CatalogueFinding): boolean =>
  exception.rule === finding.rule && exception.object.test(finding.object);
