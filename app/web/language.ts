import { useSyncExternalStore } from 'react';
import { inLanguage, type Language, type Text } from '../kernel/text.ts';

const storageKey = 'tongheng.language';
const listeners = new Set<() => void>();

/** Storage may be refused by the browser's privacy settings; the choice then lives for the page only. */
function remembered(): Language {
  const asked = new URLSearchParams(location.search).get('language');
  if (asked === 'en' || asked === 'zh') return asked;
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

let current = remembered();
document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';

export const currentLanguage = (): Language => current;

export function chooseLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The page still changes its language.
  }
  for (const listener of listeners) listener();
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, currentLanguage);

/** The page's texts in the chosen language: `const say = useTexts(texts)`. */
export const useTexts = <Texts>(texts: Record<Language, Texts>): Texts => texts[useLanguage()];

/** Says one pair of a contract in the chosen language. */
export function useSay(): (text: Text) => string {
  const language = useLanguage();
  return (text) => inLanguage(text, language);
}

/** Fills the {places} of a sentence. @example fill('共 {n} 条', { n: 3 }) // '共 3 条' */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
