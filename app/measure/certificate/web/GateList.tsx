import { findEdition } from '@tongheng/procedures/registry';
import type { ReactElement } from 'react';
import { instrumentStates } from '../../../register/instrument/rules.ts';
import { printInstant } from '../../../web/figures.ts';
import { useSay, useTexts } from '../../../web/language.ts';
import { readOpen } from '../../standard/rules/range-use.ts';
import { gates, type GateName } from '../../verification/rules/gates.ts';
import { foundWords, texts } from './text.ts';

/** Only the gate and what it found stand in a document's record: it was issued only because all had passed. */
export type Gate = {
  readonly gate: GateName;
  readonly passed?: boolean;
  readonly pending?: boolean;
  readonly reason?: string | null;
  readonly found: Readonly<Record<string, unknown>>;
};

/** Every condition for issuing with what it found. Ids of persons and organizations say nothing to a reader and are left out. */
export function GateList({ of }: { of: readonly Gate[] }): ReactElement {
  const text = useTexts(texts);
  return (
    <section className="sheet">
      <h2>{text.gates}</h2>
      {of.every(({ passed, pending }) => passed !== false || pending === true) ? null : (
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

function Line({ gate: { gate, passed = true, pending = false, reason = null, found } }: { gate: Gate }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const words: Readonly<Record<string, string>> = useTexts(foundWords);
  const print = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? text.yes : text.no;
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return text.none;
    if (Array.isArray(value)) return value.map(print).join('、');
    const printed = typeof value === 'string' ? value : JSON.stringify(value);
    if (/^\d{4}-\d\d-\d\dT/.test(printed)) return printInstant(printed);
    if (printed in instrumentStates) return say(instrumentStates[printed as keyof typeof instrumentStates]);
    const edition = findEdition(printed);
    if (edition !== undefined) return edition.number;
    const open = readOpen(printed);
    if (open !== undefined) return `${say(open.reason)} ${open.rest}`;
    return /^[0-9a-f]{64}$/.test(printed) ? printed.slice(0, 12) : printed;
  };
  return (
    <li>
      <b>{say(gates[gate])}</b>{' '}
      <span className={passed ? 'tone-done' : pending ? 'tone-waiting' : 'tone-bad'}>
        {passed ? text.met : pending ? text.notYet : text.notMet}
      </span>
      {reason === null || pending ? null : <div>{reason}</div>}
      <div className="soft">
        {Object.entries(found)
          .filter(([name]) => words[name] !== undefined)
          .map(([name, value]) => `${words[name] ?? name} ${print(value)}`)
          .join(' · ')}
      </div>
    </li>
  );
}
