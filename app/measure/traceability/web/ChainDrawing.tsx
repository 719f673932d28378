import { useMemo, type ReactElement } from 'react';
import { useTexts } from '../../../web/language.ts';
import type { Chain, ChainEdge } from '../contract/graph.ts';
import { box, keyOf, layOut, type Placed } from './layout.ts';
import { texts } from './text.ts';
import './traceability.css';

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Valid on the day, from above, and within the range of the standard, as far as it is judged. */
const isSound = ({ validThen, step, range }: ChainEdge): boolean => validThen && step.verdict !== 'turned' && range?.verdict !== 'outside';

/** The chain as layers, the beginning below; a node leads to its own chain. The list beneath says the same to those who do not see it. */
export function ChainDrawing({ chain }: { chain: Chain }): ReactElement {
  const text = useTexts(texts);
  const drawing = useMemo(() => layOut(chain), [chain]);
  return (
    <div className="chain-drawing" role="group" aria-label={text.drawing} tabIndex={0}>
      <svg width={drawing.width} height={drawing.height} viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
        {drawing.lines.map(({ edge, points }) => (
          <polyline
            key={`${keyOf(edge.lower)} ${keyOf(edge.upper)} ${edge.role ?? ''}`}
            className={edge.isIdentity ? 'same' : isSound(edge) ? 'held' : 'not-held'}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        ))}
        {drawing.placed.map((placed) => (
          <DrawnNode key={keyOf(placed.node)} placed={placed} isStart={keyOf(placed.node) === keyOf(chain.start)} />
        ))}
      </svg>
    </div>
  );
}

function DrawnNode({ placed: { node, x, y }, isStart }: { placed: Placed; isStart: boolean }): ReactElement {
  const { kind, id, number, issuer, item, own, until } = node;
  const label = `${number} ${issuer}`;
  const inner = (
    <>
      <rect width={box.width} height={box.height} rx={3} />
      <text x={10} y={20} className="number">
        {short(number, 22)}
      </text>
      <text x={10} y={37}>
        {short(item ?? issuer, 15)}
      </text>
      <text x={10} y={54} className="until">
        {item === null ? '' : short(issuer, until === null ? 15 : 9)} {until ?? ''}
      </text>
    </>
  );
  const className = `node ${kind}${isStart ? ' start' : ''}${own ? '' : ' others'}`;
  return (
    <g transform={`translate(${x} ${y})`} className={className}>
      {isStart || !own ? (
        <g role="img" aria-label={label}>
          {inner}
        </g>
      ) : (
        <a href={`/desk/traceability/${kind}/${id}`}>{inner}</a>
      )}
    </g>
  );
}
