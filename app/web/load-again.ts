import { useEffect, useState } from 'react';

/** What browsers say when a part of the program does not come: the network broke off, or a newer program stands on the server. */
const unfetched = /dynamically imported module|importing a module script|preload CSS/i;
export const isUnfetched = (error: unknown): boolean => error instanceof Error && unfetched.test(error.message);

const loadedAgainAt = 'tongheng.loaded-again';
const apartMilliseconds = 60_000;

/**
 * At most once in a minute: what does not come the second time either is said to the person. Not without a network, where the browser would
 * put its own page in the place of this one, and not without storage, where nothing would end the loading.
 */
function mayLoadAgain(): boolean {
  if (!navigator.onLine) return false;
  try {
    const last = sessionStorage.getItem(loadedAgainAt) ?? '0';
    sessionStorage.setItem(loadedAgainAt, last);
    return Date.now() - Number(last) >= apartMilliseconds;
  } catch {
    return false;
  }
}

/** Loads the page anew when a part of it did not come. Answers whether this failure is to be shown. */
export function useLoadAgain(error: unknown): boolean {
  const [loadsAgain] = useState(() => isUnfetched(error) && mayLoadAgain());
  useEffect(() => {
    if (!loadsAgain) return;
    sessionStorage.setItem(loadedAgainAt, String(Date.now()));
    location.reload();
  }, [loadsAgain]);
  return !loadsAgain;
}
