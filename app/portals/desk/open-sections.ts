import { useState } from 'react';
import type { Section } from '../../web/route.ts';

type Remembered = Readonly<Partial<Record<Section, boolean>>>;
const storageKey = 'tongheng.menu';

function read(): Remembered {
  try {
    return (JSON.parse(localStorage.getItem(storageKey) ?? '{}') ?? {}) as Remembered;
  } catch {
    // Storage that is refused or was written by somebody else only costs what was remembered.
    return {};
  }
}

function keep(remembered: Remembered): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(remembered));
  } catch {
    // As above: the menu works without.
  }
}

type OpenSections = { readonly isOpen: (section: Section) => boolean; readonly toggle: (section: Section) => void };

/**
 * Which places of the menu stand open: what does at first and what was opened by hand, kept in this browser; and always the one of the
 * page, unless it was closed on this very page, so that nobody loses sight of where they are.
 */
export function useOpenSections(pathname: string, current: Section | undefined, atFirst: (section: Section) => boolean): OpenSections {
  const [remembered, setRemembered] = useState(read);
  const [closedAt, setClosedAt] = useState<string>();
  const isOpen = (section: Section): boolean => (section === current ? closedAt !== pathname : (remembered[section] ?? atFirst(section)));
  const toggle = (section: Section): void => {
    const next = { ...remembered, [section]: !isOpen(section) };
    if (section === current) setClosedAt(isOpen(section) ? pathname : undefined);
    setRemembered(next);
    keep(next);
  };
  return { isOpen, toggle };
}
