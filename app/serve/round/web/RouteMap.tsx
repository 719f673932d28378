import type { ReactElement } from 'react';
import { Scroll } from '../../../web/kit/Scroll.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import type { Details } from './RoundPage.tsx';
import { texts } from './text.ts';

const [width, height, margin] = [640, 420, 34];
const dashes = ['', '7 4', '2 4', '10 3 2 3'];

type Spot = { readonly x: number; readonly y: number };

/** The visits of each team's day as lines between places, drawn from their coordinates alone; days differ by number, dash and shade. */
export function RouteMap({ details }: { details: Details }): ReactElement | null {
  const text = useTexts(texts);
  const located = details.stopList.flatMap((stop) =>
    stop.longitude === null || stop.latitude === null
      ? []
      : [{ id: stop.id as string, name: stop.name, longitude: Number(stop.longitude), latitude: Number(stop.latitude) }],
  );
  if (located.length < 2) return null;
  const start = details.setting.start;
  const all = [...located, ...(start === null ? [] : [{ longitude: Number(start.longitude), latitude: Number(start.latitude) }])];
  const [west, east] = [Math.min(...all.map(({ longitude }) => longitude)), Math.max(...all.map(({ longitude }) => longitude))];
  const [south, north] = [Math.min(...all.map(({ latitude }) => latitude)), Math.max(...all.map(({ latitude }) => latitude))];
  // A degree of longitude is shorter than one of latitude by the cosine of where the places lie.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / Math.max((east - west) * narrow, 1e-4),
    (height - 2 * margin) / Math.max(north - south, 1e-4),
  );
  const spot = ({ longitude, latitude }: { longitude: number; latitude: number }): Spot => ({
    x: width / 2 + (longitude - (west + east) / 2) * narrow * scale,
    y: height / 2 - (latitude - (south + north) / 2) * scale,
  });
  const spots = new Map(located.map((stop) => [stop.id, spot(stop)]));
  const home = start === null ? undefined : spot({ longitude: Number(start.longitude), latitude: Number(start.latitude) });
  const trips = details.days.filter(({ team }) => team !== null);
  const numbers = new Map<string, string>();
  const lines = trips.map(({ day, team }, index) => {
    const visits = details.slots.filter((slot) => slot.day === day && slot.team === team);
    for (const visit of visits) {
      const known = numbers.get(visit.stop);
      numbers.set(visit.stop, `${known === undefined ? '' : `${known}, `}${index + 1}.${visit.position}`);
    }
    const path = visits.flatMap(({ stop }) => spots.get(stop) ?? []);
    return { key: `${day} ${team ?? ''}`, day, team, index, path: home === undefined ? path : [home, ...path, home] };
  });
  return (
    <section className="sheet">
      <h2>{text.map}</h2>
      <Scroll label={text.map} framed={false}>
        <svg className="route-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.map}>
          {lines.map(({ key, path, index }) => (
            <polyline
              key={key}
              className={`line shade-${index % 4}`}
              points={path.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
              strokeDasharray={dashes[index % dashes.length]}
            />
          ))}
          {home === undefined ? null : (
            <g>
              <rect className="home" x={home.x - 6} y={home.y - 6} width="12" height="12" />
              <text x={home.x + 9} y={home.y - 8}>
                {text.start}
              </text>
            </g>
          )}
          {located.map((stop) => {
            const at = spots.get(stop.id);
            return at === undefined ? null : (
              <g key={stop.id}>
                <circle className={numbers.has(stop.id) ? 'stop' : 'stop waiting'} cx={at.x} cy={at.y} r="5" />
                {/* At the right edge the name stands before its place, so that it is not cut. */}
                <text x={at.x > width * 0.75 ? at.x - 8 : at.x + 8} y={at.y + 4} textAnchor={at.x > width * 0.75 ? 'end' : 'start'}>
                  {numbers.get(stop.id) ?? ''} {located.length <= 20 ? stop.name : ''}
                </text>
              </g>
            );
          })}
        </svg>
      </Scroll>
      <ol className="route-legend">
        {lines.map(({ key, day, team }) => (
          <li key={key}>
            {day} {fill(text.team, { n: team ?? 0 })}
          </li>
        ))}
      </ol>
    </section>
  );
}
