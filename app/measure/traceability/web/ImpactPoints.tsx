import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import type { ControlProps } from '../../../web/kit/FormField.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { texts } from './impact-text.ts';
import './traceability.css';

type Point = { at: string; error: string; U: string | null; tolerance: string | null; condition: string };
const empty: Point = { at: '', error: '', U: null, tolerance: null, condition: '' };
const cells = ['at', 'error', 'U', 'tolerance', 'condition'] as const;

/** The error by point: rows of a small table, cards on a phone. */
export function ImpactPoints({ id, value, onChange, invalid, describedBy }: ControlProps): ReactElement {
  const text = useTexts(texts);
  const points = (Array.isArray(value) && value.length > 0 ? value : [empty]) as Point[];
  const set = (index: number, cell: (typeof cells)[number], written: string): void => {
    const kept = (cell === 'U' || cell === 'tolerance') && written === '' ? null : written;
    onChange(points.map((point, at) => (at === index ? { ...point, [cell]: kept } : point)));
  };
  return (
    <div aria-describedby={describedBy}>
      <table className="grid cards impact-points">
        <thead>
          <tr>
            {cells.map((cell) => (
              <th key={cell} scope="col">
                {text[cell]}
              </th>
            ))}
            <th scope="col" aria-label={text.points} />
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the rows are told apart by their place alone
            <tr key={index}>
              {cells.map((cell) => (
                <td key={cell} data-label={text[cell]}>
                  <Input
                    id={index === 0 && cell === 'at' ? id : `${id}-${index}-${cell}`}
                    aria-label={`${text[cell]} ${index + 1}`}
                    htmlSize={9}
                    inputMode={cell === 'condition' ? 'text' : 'decimal'}
                    value={point[cell] ?? ''}
                    status={invalid && (cell === 'at' || cell === 'error') && point[cell] === '' ? 'error' : ''}
                    onChange={(event) => set(index, cell, event.target.value)}
                  />
                </td>
              ))}
              <td>
                <Button
                  aria-label={fill(text.removePoint, { n: index + 1 })}
                  disabled={points.length === 1}
                  onClick={() => onChange(points.filter((_, at) => at !== index))}
                >
                  ×
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={() => onChange([...points, empty])}>{text.addPoint}</Button>
    </div>
  );
}
