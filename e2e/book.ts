/**
 * Brings a real seller's book into a new company over REST and holds the server's numbers against the source's.
 * Usage: node e2e/book.ts --origin http://aura.localhost:3000 --email you@example.com --password "…" [--slug maven]
 */
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { BOOK, BOOK_FACTS, type Brought, bringIn, countBook, readFacts } from './book-import.ts';
import { type Company, foundCompany } from './company.ts';

type BookOptions = {
  rootHost: string;
  email: string;
  password: string;
  slug?: string | undefined;
  tell: (line: string) => void;
};

/** Throws at the first number that is not as in the source. */
export async function bringInBook({
  rootHost,
  email,
  password,
  slug,
  tell,
}: BookOptions): Promise<{ company: Company; brought: Brought[] }> {
  const company = await foundCompany(rootHost, 'maven', {
    email,
    password,
    companyName: 'Maven Hardware',
    ...(slug ? { slug } : {}),
  });
  tell(`${company.admin.origin} is founded.`);
  const brought: Brought[] = [];
  for (const file of BOOK) {
    const one = await bringIn(company.api, file);
    const { status, total, created, failed } = one.result;
    tell(`${one.file}: ${status}, ${created} of ${total} created, ${failed} failed, ${one.rowsPerSecond} rows/s`);
    demand(
      `${one.file} is in`,
      { status, total, created, failed },
      { status: 'done', total: file.rows, created: file.rows, failed: 0 },
    );
    brought.push(one);
  }
  // The owner, 35 agents and their 6 managers.
  demand('the lists count', await countBook(company.api), {
    members: 42,
    organizations: 85,
    products: 7,
    deals: 8_800,
  });
  const facts = await readFacts(company.api);
  demand('the deals count', facts, BOOK_FACTS);
  tell(
    `Won ${facts.won} worth ${facts.wonWorth}, lost ${facts.lost}, open ${facts.qualified} and ${facts.prospect}, ${facts.withoutOrganization} without organization: as in the source.`,
  );
  return { company, brought };
}

function demand(what: string, actual: object, expected: object): void {
  if (!isDeepStrictEqual(actual, expected))
    throw new Error(`Not so: ${what}. Expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      origin: { type: 'string', default: 'http://aura.localhost:3000' },
      email: { type: 'string' },
      password: { type: 'string' },
      slug: { type: 'string' },
    },
  });
  const { origin, email, password, slug } = values;
  if (!email || !password) throw new Error("Give --email and --password for the new company's first admin.");
  await bringInBook({ rootHost: new URL(origin).host, email, password, slug, tell: console.log });
  process.exit();
}
