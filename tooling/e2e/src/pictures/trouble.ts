/** Answers that do not come, and answers that say that the server failed: what a screen looks like then. */
import type { Page, Route } from 'playwright-core';

const WIRE = /\/trpc\/[^?]+\?/;

/** What is asked in one request, several questions in one. */
const asked = (route: Route): readonly string[] =>
  decodeURIComponent(new URL(route.request().url()).pathname).replace('/trpc/', '').split(',');

const FAILED = {
  error: {
    code: -32_603,
    message:
      'Intray failed at this. Try again; if it stays so, give the operator this number: 7f3a-19c2-e08d.',
    data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500 },
  },
};

/** From now on these questions stay without an answer. */
export async function hold(page: Page, questions: readonly string[]): Promise<void> {
  await page.route(WIRE, async (route) => {
    // Neither answered nor let go: it is given up with the page's next address.
    if (!asked(route).some((each) => questions.includes(each))) await route.continue();
  });
}

/** From now on the server fails at these questions; what is asked along with them is answered. */
export async function fail(page: Page, questions: readonly string[]): Promise<void> {
  await page.route(WIRE, async (route) => {
    const names = asked(route);
    if (!names.some((each) => questions.includes(each))) return await route.continue();
    const response = await route.fetch();
    const answers = (await response.json()) as readonly unknown[];
    const json = names.map((name, n) => (questions.includes(name) ? FAILED : answers[n]));
    await route.fulfill({ status: 207, json });
  });
}

/** The server is itself again. */
export const mend = (page: Page): Promise<void> => page.unrouteAll({ behavior: 'ignoreErrors' });
