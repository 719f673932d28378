import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';

/** What the technical manager has typed so far: the comparison of a whole edition takes longer than one sitting. */
export type Comparison = {
  readonly source: string;
  readonly clauses: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};

const empty: Comparison = { source: '', clauses: {}, values: {} };
const keyOf = (edition: string, digest: string): string => `tongheng.adoption.${edition}.${digest.slice(0, 16)}`;

function read(key: string): Comparison {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Comparison>) };
  } catch {
    return empty;
  }
}

function keep(key: string, typed: Comparison): void {
  try {
    if (typed === empty) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

/** The draft is kept on this device, also when the browser is closed, until the edition is proposed; other data has a draft of its own. */
export function useComparisonDraft(
  edition: string,
  digest: string,
): readonly [typed: Comparison, change: Dispatch<SetStateAction<Comparison>>, forget: () => void] {
  const key = keyOf(edition, digest);
  const [typed, setTyped] = useState(() => read(key));
  useEffect(() => keep(key, typed), [key, typed]);
  return [typed, setTyped, () => setTyped(empty)];
}
