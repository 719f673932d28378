import { useState } from 'react';
import type { Caller } from '../../../web/session.ts';

/**
 * Who works on this device, kept so that the pages of work on site start when nobody can be asked. Only a person who has taken work
 * along is remembered, and only until the sign-out.
 */
const storageKey = 'tongheng.on-site.caller';

export function rememberCaller(caller: Caller): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...caller, permits: [...caller.permits] }));
  } catch {
    // Without storage there is no work without a network; the page says so.
  }
}

export function forgetCaller(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept.
  }
}

export function rememberedCaller(): Caller | undefined {
  try {
    const text = localStorage.getItem(storageKey);
    if (text === null) return undefined;
    const kept = JSON.parse(text) as Omit<Caller, 'permits'> & { permits: readonly string[] };
    return { ...kept, permits: new Set(kept.permits) };
  } catch {
    return undefined;
  }
}

/** Whoever signs in here now sees nothing of the person before. */
export function forgetOthers({ person }: Caller): void {
  if (rememberedCaller()?.person.id !== person.id) forgetCaller();
}

export const useRememberedCaller = (): Caller | undefined => useState(rememberedCaller)[0];
