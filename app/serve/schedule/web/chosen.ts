import type { Waiting } from '../contract/shapes.ts';

const key = 'schedule.chosen';

/** What was chosen in the list, for the page that books it; it lives as long as the tab, so that a reload keeps it. */
export const keepChosen = (chosen: readonly Waiting[]): void => sessionStorage.setItem(key, JSON.stringify(chosen));

export function readChosen(): readonly Waiting[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as Waiting[]) : [];
  } catch {
    return [];
  }
}

export const forgetChosen = (): void => sessionStorage.removeItem(key);
