import type { ReactElement } from 'react';
import type { CapabilityAnswer } from '@tongheng/statistics/capability-index/measured-capability';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { printNumber } from '../../../web/figures.ts';
import { texts } from './control-chart-text.ts';
import { shownRatio } from './control-chart-view.ts';

type Props = { readonly capability: CapabilityAnswer; readonly isInControl: boolean };

const rows = ['Cp', 'Cpk', 'Cpm', 'Pp', 'Ppk'] as const;

/** Two decimals, as indices are agreed on. */
const index = (value: string): string => printNumber(Number(value).toFixed(2));
/** In a million, two digits; what is less than a hundredth says nothing more. */
const perMillion = (fraction: string): string => (Number(fraction) < 1e-8 ? '< 0.01' : shownRatio(String(Number(fraction) * 1e6), 2));

/** The indices with their intervals, and what speaks for or against believing them. */
export function CapabilityTable({ capability, isInControl }: Props): ReactElement {
  const text = useTexts(texts);
  const { within, overall } = capability.nonconforming;
  const { lower, upper } = capability.specification;
  const facts: readonly (readonly [string, string])[] = [
    [text.specification, lower === null ? `≤ ${upper ?? ''}` : upper === null ? `≥ ${lower}` : `${lower} – ${upper}`],
    ...(within === null ? [] : [[`${text.fraction} · ${text.within}`, fill(text.ofMillion, { n: perMillion(within) })] as const]),
    ...(overall === null ? [] : [[`${text.fraction} · ${text.overall}`, fill(text.ofMillion, { n: perMillion(overall) })] as const]),
    ...(capability.normality === null ? [] : [[text.normality, shownRatio(capability.normality.p, 2)] as const]),
  ];
  return (
    <section className="sheet tool-part">
      <h2>{text.capability}</h2>
      {isInControl ? null : <p className="chart-caution">{text.notInControl}</p>}
      <Scroll label={text.capability}>
        <table className="grid tool-grid">
          <thead>
            <tr>
              <th scope="col">{text.index}</th>
              <th scope="col" className="number">
                {text.value}
              </th>
              <th scope="col" className="number">
                {text.interval}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((name) => {
              const [value, interval] = [capability[name], capability.interval[name]];
              if (value === null) return null;
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{index(value)}</td>
                  <td className="number">{interval === null ? '' : `${index(interval[0])} – ${index(interval[1])}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <dl className="chart-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="tool-hint">{text.capabilityNote}</p>
    </section>
  );
}
