import type { ReactElement, ReactNode } from 'react';
import { printNumber, printQuantity, unitGap } from '../figures.ts';
import { useTexts } from '../language.ts';
import { BulletBar } from './BulletBar.tsx';
import { texts } from './text.ts';
import { TraceRibbon, type Stage, type TraceNode } from './TraceRibbon.tsx';

type Props = {
  readonly label: string;
  /** Decimal text keeps its digits; null is said in words, never as zero. */
  readonly value: number | string | null;
  readonly absent?: string;
  readonly unit?: string;
  readonly target?: number;
  readonly state?: ReactNode;
  readonly asOf?: string | undefined;
  readonly basis?: string | undefined;
  readonly trace?: readonly TraceNode[];
  readonly stages?: readonly Stage[];
  readonly href?: string;
  readonly size?: 'key' | 'row';
};

/** A figure that matters: value, unit, target, state in words, date, basis and, under it, the ribbon. */
export function Figure({
  label,
  value,
  absent,
  unit = '',
  target,
  state,
  asOf,
  basis,
  trace,
  stages,
  href,
  size = 'row',
}: Props): ReactElement {
  const text = useTexts(texts);
  const foot = [
    target === undefined ? undefined : `${text.target} ${printQuantity(target, unit)}`,
    asOf === undefined ? undefined : `${text.asOf} ${asOf}`,
    basis === undefined ? undefined : `${text.basis} ${basis}`,
  ].filter((part) => part !== undefined);
  const number = typeof value === 'string' ? Number(value) : value;
  return (
    <div className={`figure ${size}`}>
      <div className="label">{href === undefined ? label : <a href={href}>{label}</a>}</div>
      <div className="reading">
        {value === null ? (
          <span className="absent">{absent ?? text.notRecorded}</span>
        ) : (
          <span className="number">
            {printNumber(value)}
            {unit === '' ? null : <span className="unit">{`${unitGap}${unit}`}</span>}
          </span>
        )}
        {state}
      </div>
      {target === undefined ? null : <BulletBar value={number} target={target} unit={unit} />}
      {foot.length === 0 ? null : <div className="foot">{foot.join(' · ')}</div>}
      {trace === undefined ? null : <TraceRibbon nodes={trace} {...(stages === undefined ? {} : { stages })} />}
    </div>
  );
}
