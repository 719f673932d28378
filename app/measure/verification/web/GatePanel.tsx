import type { ReactElement } from 'react';
import { useSay, useTexts } from '../../../web/language.ts';
import type { Gate, Verification } from '../contract/shapes.ts';
import { readOpen } from '../../standard/rules/range-use.ts';
import { gates, type GateName } from '../rules/gates.ts';
import { texts } from './text.ts';

/** Where a closed gate is mended; what is mended on the record itself has no other page. */
function wayOf(gate: GateName, record: Pick<Verification, 'edition' | 'instrument'>): string | null {
  if (gate === 'instrument-recorded') return `/desk/instruments/${record.instrument.id}`;
  if (gate === 'institute-designated') return '/desk/designations';
  if (gate === 'edition-adopted') return `/desk/procedures/${record.edition}`;
  if (gate === 'edition-in-force') return '/desk/procedures';
  if (gate.startsWith('standards-')) return '/desk/standards';
  if (/-(qualified|authorised)$/.test(gate)) return '/desk/qualifications';
  return null;
}

type Props = { readonly of: readonly Gate[]; readonly record: Pick<Verification, 'edition' | 'instrument'> };

/** What still stands in the way of a step, each with its reason and the way to what mends it; one line when nothing does. */
export function GatePanel({ of, record }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const closed = of.filter(({ passed, pending }) => !passed && !pending);
  if (closed.length === 0)
    return (
      <>
        <p className="gates-open">✓ {text.gatesOpen}</p>
        <Unjudged of={of} />
      </>
    );
  return (
    <section className="gates-shut" aria-label={text.gatesShut}>
      <h3>{text.gatesShut}</h3>
      <ol>
        {closed.map(({ gate, reason }) => {
          const way = wayOf(gate, record);
          return (
            <li key={gate}>
              <b>✗ {say(gates[gate])}</b>
              {reason === null ? null : <span> {reason}</span>}
              {way === null ? null : (
                <>
                  {' '}
                  <a href={way}>{text.gateMend}</a>
                </>
              )}
            </li>
          );
        })}
      </ol>
      <Unjudged of={of} />
    </section>
  );
}

/** What nobody can judge by what is registered: it closes nothing, and is said. */
function Unjudged({ of }: { of: readonly Gate[] }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const found = of.find(({ gate }) => gate === 'standards-in-range')?.found['open'];
  const open = Array.isArray(found) ? found.flatMap((entry) => readOpen(String(entry)) ?? []) : [];
  if (open.length === 0) return null;
  return (
    <p className="gates-unjudged">
      {text.rangeOpen}：{open.map(({ reason, rest }) => `${say(reason)} ${rest}`).join('；')}{' '}
      <a href="/desk/standards">{text.rangeState}</a>
    </p>
  );
}
