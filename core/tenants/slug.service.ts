import type { PlainDb } from '@aura/db';
import { type SlugProblem, slugCandidates, slugProblem } from './tenant.ts';

const SUGGESTIONS_MAX = 3;

export type SlugAnswer = {
  available: boolean;
  reason?: SlugProblem['reason'];
  message?: string;
  suggestions: string[];
};

/** Whether a workspace can have this address, and what is near it when not. */
export async function checkSlug(identity: PlainDb, slug: string): Promise<SlugAnswer> {
  const candidates = slugCandidates(slug);
  const taken = await findTaken(identity, [slug, ...candidates]);
  const problem =
    slugProblem(slug) ?? (taken.has(slug) ? { reason: 'taken' as const, message: `${slug} is taken` } : null);
  if (!problem) return { available: true, suggestions: [] };
  const suggestions = candidates.filter((candidate) => !taken.has(candidate)).slice(0, SUGGESTIONS_MAX);
  return { available: false, ...problem, suggestions };
}

// A deleted workspace keeps its address: links in old mails must not lead to a stranger's.
async function findTaken(identity: PlainDb, slugs: string[]): Promise<Set<string>> {
  const rows = await identity.selectFrom('core.tenants').select('slug').where('slug', 'in', slugs).execute();
  return new Set(rows.map((row) => row.slug));
}
