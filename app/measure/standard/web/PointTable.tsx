import type { ReactElement } from 'react';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { useTexts } from '../../../web/language.ts';
import type { ForeignCertificate } from '../contract/foreign.ts';
import { foreignTexts } from './foreign-text.ts';

type Point = ForeignCertificate['points'][number];
type Props = {
  readonly one: ForeignCertificate;
  /** Undefined: the points are shown and none can be chosen. */
  readonly chosen: number | null | undefined;
  readonly onChoose: (index: number | null) => void;
};

/** The results that have an uncertainty; the chosen one becomes that of the standard. */
export function PointTable({ one, chosen, onChoose }: Props): ReactElement {
  const text = useTexts(foreignTexts);
  const nameOf = ({ table, quantity, at }: Point): string => [table, quantity, at].filter((part) => part !== '').join(' · ');
  const unitOf = ({ unit, unitKnown }: Point): string => (unitKnown ? unit : `${unit}（${text.unknownUnit}）`);
  const columns: readonly Column<Point>[] = [
    {
      key: 'name',
      title: ['测量结果', 'Result'],
      show: (point) =>
        chosen === undefined ? (
          nameOf(point)
        ) : (
          <label>
            <input
              type="radio"
              name="point"
              checked={chosen === point.index}
              disabled={!point.usable}
              onChange={() => onChoose(point.index)}
            />{' '}
            {nameOf(point)}
          </label>
        ),
    },
    { key: 'value', title: ['值', 'Value'], number: true, show: (point) => point.value },
    { key: 'unit', title: ['单位', 'Unit'], narrow: true, show: unitOf },
    { key: 'uncertainty', title: ['U', 'U'], number: true, show: (point) => point.uncertainty },
    { key: 'factor', title: ['k', 'k'], number: true, show: (point) => point.coverageFactor },
    { key: 'probability', title: ['包含概率', 'Coverage probability'], number: true, show: (point) => point.probability },
  ];
  return (
    <section className="sheet">
      <h2>{text.points}</h2>
      {one.points.length === 0 ? (
        <p className="soft">{text.noPoints}</p>
      ) : (
        <>
          <p className="soft">{chosen === undefined ? `${text.span}：${one.span ?? text.notSaid}` : text.pointsLead}</p>
          <DataRows
            items={one.points}
            columns={columns}
            rowKey={({ index }) => String(index)}
            caption={['有不确定度的测量结果', 'Results with an uncertainty']}
          />
        </>
      )}
      {chosen === undefined ? null : (
        <label>
          <input type="radio" name="point" checked={chosen === null} onChange={() => onChoose(null)} /> {text.byClass}
        </label>
      )}
    </section>
  );
}
