import { useEffect, type RefObject } from 'react';

/**
 * Marks the rows that are in sight or nearly so: only their cells are drawn. The browser's own skipping keeps a hundred rows around the
 * window alive, and the fields of a hundred rows are more than a frame can put together.
 */
export function useNearRows(scroll: RefObject<HTMLElement | null>, ...drawnFor: readonly unknown[]): void {
  useEffect(() => {
    const root = scroll.current;
    if (root === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (target instanceof HTMLElement) target.dataset['near'] = String(isIntersecting);
      },
      { root, rootMargin: '160px 0px' },
    );
    for (const line of root.querySelectorAll('[role="row"]:not(.head)')) observer.observe(line);
    return () => observer.disconnect();
    // oxlint-disable-next-line react/exhaustive-deps -- when the rows are others
  }, drawnFor);
}
