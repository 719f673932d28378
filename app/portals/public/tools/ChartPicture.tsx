import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';

/** One panel in numbers, ready to draw; limits for each point. */
export type Picture = {
  readonly label: string;
  readonly values: readonly number[];
  /** CUSUM: the sums below, drawn downwards. */
  readonly below?: readonly number[];
  readonly centre: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Rules broken at each point; '' for none. */
  readonly marks: readonly string[];
  readonly names: readonly string[];
  /** Names of the lines: upper, centre, lower. */
  readonly lines: readonly [upper: string, centre: string, lower: string];
  /** Lines of one and two sigma, where rules look at them. */
  readonly hasZones: boolean;
  readonly printTick: (value: number, step: number) => string;
};

/** The width of an element, followed while the window changes: text in a drawing keeps its size on a phone. */
function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.floor(current.clientWidth)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

/** Steps of 1, 2 or 5 times a power of ten that part a range into about so many. */
function ticksOf(low: number, high: number, about: number): { readonly ticks: readonly number[]; readonly step: number } {
  const raw = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= raw) ?? raw;
  const first = Math.ceil(low / step - 1e-9);
  return {
    ticks: Array.from({ length: Math.max(0, Math.floor(high / step + 1e-9) - first + 1) }, (_, index) => (first + index) * step),
    step,
  };
}

const height = 240;
const [top, bottom] = [18, 26];

/** The numbers at the points that break rules, shortened or left out where neighbours would run into each other; null: nothing broken. */
function spacedMarks(marks: readonly string[], gap: number): readonly (string | null)[] {
  let last = Number.NEGATIVE_INFINITY;
  return marks.map((mark, index) => {
    if (mark === '') return null;
    const isCrowded = (text: string): boolean => (index - last) * gap < 7 * text.length + 3;
    const short = mark.includes(' ') ? `${mark.split(' ')[0] ?? ''}+` : mark;
    const shown = isCrowded(mark) || (marks[index + 1] !== '' && gap < 7 * mark.length + 3) ? short : mark;
    if (isCrowded(shown)) return '';
    last = index;
    return shown;
  });
}

/** A chart with its limits. Points that break a rule differ in shape and carry the rule's number. */
export function ChartPicture({ picture }: { readonly picture: Picture }): ReactElement {
  const [element, width] = useWidth();
  return (
    <div ref={element} className="control-picture">
      {width < 120 ? null : <Drawing picture={picture} width={width} />}
    </div>
  );
}

function Drawing({ picture, width }: { readonly picture: Picture; readonly width: number }): ReactElement {
  const { values, below, centre, lower, upper, marks, names, label, hasZones, printTick } = picture;
  const all = [...values, ...(below ?? []).map((value) => -value), ...lower, ...upper, ...centre];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  const [low, high] = [least - room, most + room];
  const { ticks, step } = ticksOf(low, high, 5);
  const tickTexts = ticks.map((tick) => printTick(tick, step));
  const left = Math.min(110, 14 + 7 * Math.max(1, ...tickTexts.map((text) => text.length)));
  const right = 36;
  const inner = width - left - right;
  const gap = inner / Math.max(1, values.length);
  const x = (index: number): number => left + gap * (index + 0.5);
  const y = (value: number): number => top + ((high - value) / (high - low)) * (height - top - bottom);
  const size = gap > 9 ? 3.5 : gap > 4 ? 2.5 : 1.5;
  const every = Math.ceil(values.length / Math.max(1, Math.floor(inner / Math.max(30, 8 * Math.max(...names.map((name) => name.length))))));
  const stepLine = (limit: readonly number[]): string =>
    limit.map((value, index) => `${index === 0 ? 'M' : 'L'}${left + gap * index} ${y(value)}H${left + gap * (index + 1)}`).join('');
  const curve = (points: readonly number[]): string =>
    points.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('');
  const at = (limit: readonly number[]): number => y(limit[limit.length - 1] ?? 0);
  const lines = [upper, centre, lower].map((limit, index) => ({ limit, name: picture.lines[index] ?? '', isCentre: index === 1 }));
  const zone = (sigmas: number): number[] => centre.map((middle, index) => middle + (((upper[index] ?? middle) - middle) * sigmas) / 3);
  const shownMarks = spacedMarks(marks, gap);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <path className="grid-line" d={`M${left} ${y(tick)}H${width - right}`} />
          <text className="tick" x={left - 6} y={y(tick) + 4} textAnchor="end">
            {tickTexts[index]}
          </text>
        </g>
      ))}
      {names.map((name, index) =>
        index % every === 0 ? (
          <text key={index} className="tick" x={x(index)} y={height - 8} textAnchor="middle">
            {name}
          </text>
        ) : null,
      )}
      {(hasZones ? [-2, -1, 1, 2] : []).map((sigmas) => (
        <path key={sigmas} className="zone-line" d={stepLine(zone(sigmas))} />
      ))}
      {lines.map(({ name, limit, isCentre }) => (
        <g key={name}>
          <path className={isCentre ? 'centre-line' : 'limit-line'} d={stepLine(limit)} />
          <text className="line-name" x={width - right + 4} y={at(limit) + 4}>
            {name}
          </text>
        </g>
      ))}
      {[values, ...(below === undefined ? [] : [below.map((value) => -value)])].map((series, index) => (
        <path key={index} className="series" d={curve(series)} />
      ))}
      {values.map((value, index) => (
        <Point key={index} x={x(index)} y={y(value)} size={size} mark={shownMarks[index] ?? null} isLow={value < (centre[index] ?? 0)} />
      ))}
      {(below ?? []).map((value, index) => (
        <Point
          key={index}
          x={x(index)}
          y={y(-value)}
          size={size}
          mark={value > (upper[index] ?? 0) ? (shownMarks[index] ?? null) : null}
          isLow
        />
      ))}
    </svg>
  );
}

type PointProps = { readonly x: number; readonly y: number; readonly size: number; readonly mark: string | null; readonly isLow: boolean };

function Point({ x, y, size, mark, isLow }: PointProps): ReactElement {
  if (mark === null) return <circle className="point" cx={x} cy={y} r={size} />;
  const reach = Math.max(5, size + 3);
  return (
    <g className="broken">
      <path d={`M${x} ${y - reach}L${x + reach} ${y}L${x} ${y + reach}L${x - reach} ${y}Z`} />
      <text x={x} y={isLow ? y + reach + 11 : y - reach - 3} textAnchor="middle">
        {mark}
      </text>
    </g>
  );
}
