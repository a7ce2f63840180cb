'use client';
/**
 * Components whose code is no part of the first load. It is fetched as soon as the desk stands, so that opening one
 * waits for nothing, and a network that is cut then takes nothing away.
 */
import { type ComponentType, memo, type ReactNode, useEffect, useState } from 'react';
import { languageReady } from '../language/language.ts';
import { Trouble } from './Trouble.tsx';

const ahead = new Set<() => void>();

/**
 * The component, with its words, fetched ahead or at the latest when it is first drawn. What could not be fetched says
 * so and can be asked for again.
 * @param load the dynamic import
 * @param waiting drawn until the code is there, in the language of that moment
 * @param when `asked`: not ahead, for what most people never open; `seen`: drawn at once, but nobody needs it before
 * they see something
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: () => ReactNode = () => null,
  when: 'ahead' | 'seen' | 'asked' = 'ahead',
): ComponentType<P> {
  let there: ComponentType<P> | undefined;
  let underWay: Promise<void> | undefined;

  function fetchOnce(): Promise<void> {
    underWay ??= load().then(
      async (component) => {
        await languageReady();
        there = component;
      },
      (cause: unknown) => {
        underWay = undefined;
        throw cause;
      },
    );
    return underWay;
  }
  // Nobody waits for it yet: whoever draws it asks again, and is told.
  if (when !== 'asked') ahead.add(() => void fetchOnce().catch(() => {}));

  return memo(function Later(props: P) {
    const [attempt, setAttempt] = useState(0);
    const [problem, setProblem] = useState<{ readonly error: Error; readonly attempt: number }>();
    const [, setThere] = useState(there !== undefined);
    // A dialog that is shut can wait until it is fetched ahead.
    const shut = 'open' in props && props.open === false;
    // Also if it is there by now: it may have come between this drawing and this moment, and nobody would draw it.
    useEffect(() => {
      if (shut) return;
      let gone = false;
      const fetchIt = () =>
        fetchOnce().then(
          () => gone || setThere(true),
          (cause: unknown) => gone || setProblem({ error: asError(cause), attempt }),
        );
      if (when === 'seen') afterPainting(() => gone || void fetchIt());
      else void fetchIt();
      return () => {
        gone = true;
      };
    }, [attempt, shut]);
    const Component = there;
    if (Component !== undefined) return <Component {...props} />;
    if (problem === undefined) return shut ? null : waiting();
    const { error } = problem;
    return (
      <Trouble error={error} busy={problem.attempt !== attempt} onRetry={() => setAttempt(attempt + 1)} />
    );
  });
}

/** Calls back when what was just drawn is on the screen. */
const afterPainting = (then: () => void): void => {
  requestAnimationFrame(() => setTimeout(then));
};

const asError = (cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause)));

/** Fetches all that comes later, once the browser has nothing better to do. */
export function useFetchAhead(): void {
  useEffect(() => {
    const fetchAll = () => {
      for (const fetchIt of ahead) fetchIt();
    };
    // Safari has no idle callback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchAll, 1_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(fetchAll, { timeout: 5_000 });
    return () => cancelIdleCallback(idle);
  }, []);
}
