import type { BrowserContext, Page } from 'playwright-core';

/** Notes what a page must never do: break its security policy, log an error, throw. */
export type Guard = {
  watch(context: BrowserContext): void;
  /** For a test that provokes a refusal: the browser itself logs each failed request. */
  allow(pattern: RegExp): void;
  /** What was noted since the last call. */
  take(): string[];
};

export function createGuard(): Guard {
  let noted: string[] = [];
  let allowed: RegExp[] = [];
  const note = (page: Page, text: string): void => {
    if (!allowed.some((pattern) => pattern.test(text))) noted.push(`${page.url()}: ${text}`);
  };
  const watchPage = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') note(page, `${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => note(page, `thrown: ${error.message}`));
  };
  return {
    watch: (context) => {
      for (const page of context.pages()) watchPage(page);
      context.on('page', watchPage);
    },
    allow: (pattern) => void allowed.push(pattern),
    take: () => {
      const found = [...new Set(noted)];
      noted = [];
      allowed = [];
      return found;
    },
  };
}
