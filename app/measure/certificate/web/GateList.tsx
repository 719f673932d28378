import { findEdition } from '@tongheng/procedures/registry';
import type { ReactElement } from 'react';
import { instrumentStates } from '../../../register/instrument/rules.ts';
import { printInstant } from '../../../web/figures.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { gates, type GateName } from '../../verification/rules/gates.ts';
import { foundWords, texts } from './text.ts';

/** `passed` is left out of a document's record: it was issued only because all had passed. */
export type Gate = { readonly gate: GateName; readonly passed?: boolean; readonly found: Readonly<Record<string, unknown>> };

/** Every condition for issuing with what it found. Ids of persons and organizations say nothing to a reader and are left out. */
export function GateList({ of }: { of: readonly Gate[] }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{text.gates}</h2>
      {of.every(({ passed }) => passed !== false) ? null : (
        <p className="gates-closed" role="status">
          {text.closed}
        </p>
      )}
      <ol className="gate-list">
        {of.map((gate) => (
          <Line key={gate.gate} gate={gate} />
        ))}
      </ol>
    </section>
  );
}

function Line({ gate: { gate, passed = true, found } }: { gate: Gate }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words: Readonly<Record<string, string>> = useTexts(foundWords);
  const print = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? text.yes : text.no;
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return text.none;
    const printed = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
    if (/^\d{4}-\d\d-\d\dT/.test(printed)) return printInstant(printed);
    if (printed in instrumentStates) return say(instrumentStates[printed as keyof typeof instrumentStates]);
    const edition = findEdition(printed);
    if (edition !== undefined) return edition.number;
    return /^[0-9a-f]{64}$/.test(printed) ? printed.slice(0, 12) : printed;
  };
  return (
    <li>
      <b>{say(gates[gate])}</b> <span className={passed ? 'tone-done' : 'tone-bad'}>{passed ? text.met : text.notMet}</span>
      <div className="soft">
        {Object.entries(found)
          .filter(([name]) => words[name] !== undefined)
          .map(([name, value]) => `${words[name] ?? name} ${print(value)}`)
          .join(' · ')}
      </div>
    </li>
  );
}
