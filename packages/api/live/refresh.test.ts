import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createRefresher } from './refresh.ts';
import { createRequestLimit, type RequestLimit } from './request-limit.ts';

type Asked = { queries: QueryClient; asked: string[]; show: (router: string) => void };

function openPage(): Asked {
  const queries = new QueryClient();
  const asked: string[] = [];
  const show = (router: string): void => {
    const queryFn = (): number => asked.push(router);
    onTestFinished(
      new QueryObserver(queries, {
        queryKey: [[router, 'list'], {}],
        queryFn,
        initialData: 0,
        staleTime: Number.POSITIVE_INFINITY,
      }).subscribe(() => undefined),
    );
  };
  return { queries, asked, show };
}

const headers = (remaining: number, resetS: number): Headers =>
  new Headers({ ratelimit: `"default";r=${remaining};t=${resetS}` });

describe('what is asked again after a colleague’s change', () => {
  let page: Asked;
  let limit: RequestLimit;
  beforeEach(() => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    page = openPage();
    limit = createRequestLimit();
  });
  const refresherOf = () => {
    const refresher = createRefresher(page.queries, limit);
    onTestFinished(refresher.stop);
    return refresher;
  };

  test('what the page shows, once for a burst; not what only its own kind alters', async () => {
    for (const router of ['deals', 'dashboard', 'me', 'members', 'notifications']) page.show(router);
    const { touch } = refresherOf();
    for (let n = 0; n < 5; n += 1) touch(['deal']);
    await vi.advanceTimersByTimeAsync(299);
    expect(page.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(page.asked.toSorted()).toEqual(['dashboard', 'deals']);
  });

  test('a notification asks for notifications alone, and a missed change for everything', async () => {
    for (const router of ['deals', 'members', 'notifications', 'audit']) page.show(router);
    const { touch } = refresherOf();
    touch(['notification']);
    await vi.advanceTimersByTimeAsync(300);
    expect(page.asked).toEqual(['notifications']);
    touch(null);
    await vi.advanceTimersByTimeAsync(2_300);
    expect(page.asked.toSorted()).toEqual(['deals', 'members', 'notifications', 'notifications']);
  });

  test('five changes a second for a minute use at most 60 requests, and two seconds lie between rounds', async () => {
    for (const router of ['deals', 'dashboard', 'contacts']) page.show(router);
    const { touch } = refresherOf();
    for (let n = 0; n < 300; n += 1) {
      touch(['deal']);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(page.asked.length).toBeGreaterThan(50);
    expect(page.asked.length).toBeLessThanOrEqual(63);
  });

  test('the last requests of the limit are left to the person', async () => {
    page.show('deals');
    limit.note(headers(30, 20));
    const { touch } = refresherOf();
    touch(['deal']);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(page.asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(page.asked).toEqual(['deals']);
  });

  test('nothing is asked while one’s own change is being saved', async () => {
    page.show('deals');
    const { touch } = refresherOf();
    const saved = Promise.withResolvers<void>();
    void page.queries
      .getMutationCache()
      .build(page.queries, { mutationFn: () => saved.promise })
      .execute(undefined);
    touch(['deal']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(page.asked).toEqual([]);
    saved.resolve();
    await vi.advanceTimersByTimeAsync(600);
    expect(page.asked).toEqual(['deals']);
  });
});
