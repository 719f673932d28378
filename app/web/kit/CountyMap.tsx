import type { KeyboardEvent, ReactElement } from 'react';
import type { Text } from '../../kernel/text.ts';
import { useSay, useTexts } from '../language.ts';
import { tilesOf } from './county-tiles.ts';
import { texts } from './text.ts';

/** How dark a tile is, from little to much; null where there is no figure. */
export type Step = 0 | 1 | 2 | 3 | null;
export type Division = {
  /** GB/T 2260 */
  readonly code: string;
  readonly name: Text;
  /** The figure as it is read, with its unit. */
  readonly figure: string | null;
  readonly step: Step;
};

type Props = {
  readonly title: string;
  readonly divisions: readonly Division[];
  /** What each shade means, in words. */
  readonly legend: readonly { readonly step: Step; readonly text: Text }[];
  readonly chosen?: string;
  readonly onOpen?: (code: string) => void;
};

const size = 100;

/** The divisions of the city as tiles of equal weight, coloured by one figure; Enter or a click opens a division. */
export function CountyMap({ title, divisions, legend, chosen, onOpen }: Props): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  const tiles = tilesOf(divisions.map((division) => division.code));
  const inNantong = tiles.some((tile) => tile.code === '320685');
  const width = Math.max(...tiles.map((tile) => tile.x)) * size + size + 24;
  const height = Math.max(...tiles.map((tile) => tile.y)) * size + size + 34;
  return (
    <figure className="county-map">
      <svg viewBox={`-12 -12 ${width} ${height}`} role="group" aria-label={title}>
        {inNantong ? <Waters river={text.river} sea={text.sea} /> : null}
        {divisions.map((division) => {
          const tile = tiles.find((one) => one.code === division.code);
          if (tile === undefined) return null;
          const open = onOpen === undefined ? undefined : () => onOpen(division.code);
          const onKeyDown = (event: KeyboardEvent): void => {
            if (event.key === 'Enter' || event.key === ' ') open?.();
          };
          return (
            <g
              key={division.code}
              className={`tile step-${division.step ?? 'none'}${chosen === division.code ? ' chosen' : ''}`}
              transform={`translate(${tile.x * size} ${tile.y * size})`}
              {...(open === undefined ? {} : { role: 'button', tabIndex: 0, onClick: open, onKeyDown })}
            >
              <rect width={size} height={size} rx="6" />
              <text>
                <tspan x={size / 2} y="46" className="name">
                  {say(division.name)}
                </tspan>{' '}
                <tspan x={size / 2} y="74" className="reading">
                  {division.figure ?? text.noFigure}
                </tspan>
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>
        <ul>
          {legend.map((entry) => (
            <li key={String(entry.step)}>
              <span className={`swatch step-${entry.step ?? 'none'}`} />
              {say(entry.text)}
            </li>
          ))}
        </ul>
        <span className="soft">{text.map}</span>
      </figcaption>
    </figure>
  );
}

function Waters({ river, sea }: { river: string; sea: string }): ReactElement {
  return (
    <g className="waters" aria-hidden="true">
      <path d="M-12 236 C 60 300 130 345 250 338 S 420 372 520 372" />
      <text x="18" y="318">
        {river}
      </text>
      <text x="420" y="120">
        {sea}
      </text>
    </g>
  );
}
