import type { ReactElement } from 'react';
import { printNumber, printQuantity } from '../figures.ts';
import { useTexts } from '../language.ts';
import { texts } from './text.ts';

type Props = {
  readonly value: number | null;
  readonly target: number;
  readonly unit?: string;
  /** Where the value may be on the due day, lowest and highest. */
  readonly forecast?: readonly [low: number, high: number] | undefined;
  /** The scale's end, so that small multiples compare; otherwise a little more than the largest figure. */
  readonly most?: number;
};

/** A value against its target: bar, tick, and where it makes sense the forecast as a whisker. */
export function BulletBar({ value, target, unit = '', forecast, most }: Props): ReactElement {
  const text = useTexts(texts);
  const end = most ?? Math.max(target * 1.15, value ?? 0, forecast?.[1] ?? 0);
  const at = (figure: number): number => (end === 0 ? 0 : Math.min(100, Math.max(0, (figure / end) * 100)));
  const reading = value === null ? text.notRecorded : printQuantity(value, unit);
  const whisker = forecast === undefined ? '' : `, ${text.forecast} ${printNumber(forecast[0])}–${printNumber(forecast[1])}`;
  return (
    <svg
      className="bullet"
      viewBox="0 0 100 16"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${reading}, ${text.target} ${printQuantity(target, unit)}${whisker}`}
    >
      <rect className="ground" x="0" y="3" width="100" height="10" />
      {value === null ? null : <rect className="value" x="0" y="5" width={at(value)} height="6" />}
      {forecast === undefined ? null : (
        <path
          className="whisker"
          vectorEffect="non-scaling-stroke"
          d={`M${at(forecast[0])} 8H${at(forecast[1])}M${at(forecast[0])} 5v6M${at(forecast[1])} 5v6`}
        />
      )}
      <line className="target" vectorEffect="non-scaling-stroke" x1={at(target)} x2={at(target)} y1="0" y2="16" />
    </svg>
  );
}
