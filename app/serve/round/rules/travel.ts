/** Travelling between places, estimated: no road network is asked. The figures below are estimates of this program and shown as such. */
export type Point = { readonly longitude: number; readonly latitude: number };

/** Roads are longer than the great circle: an estimate, from the common range of 1.2 to 1.4. */
export const detourFactor = 1.3;
/** Average of a van between townships, stops included: an estimate. */
export const kilometresPerHour = 30;
/** IUGG mean radius of the Earth. */
const earthRadiusKilometres = 6371.0088;

/**
 * The great-circle distance in kilometres.
 *
 * @example Math.round(kilometresBetween({ longitude: 0, latitude: 0 }, { longitude: 0, latitude: 1 })) // 111
 */
export function kilometresBetween(from: Point, to: Point): number {
  const radians = Math.PI / 180;
  const [latitude, other] = [from.latitude * radians, to.latitude * radians];
  const half = (degrees: number): number => Math.sin((degrees * radians) / 2) ** 2;
  const part = half(to.latitude - from.latitude) + Math.cos(latitude) * Math.cos(other) * half(to.longitude - from.longitude);
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(part)));
}

/** Minutes of travel between two places, an estimate; unrounded, so that a detour is never shorter. */
export const travelMinutes = (from: Point, to: Point): number => (kilometresBetween(from, to) * detourFactor * 60) / kilometresPerHour;

/**
 * The minutes between a start (row 0) and the places. Without a known start the way there and back is not counted: its row is zero, and
 * the tour through the places becomes a path.
 */
export function travelTable(start: Point | null, places: readonly Point[]): number[][] {
  const toStart = [0, ...places.map((place) => (start === null ? 0 : travelMinutes(start, place)))];
  return [
    toStart,
    ...places.map((place, index) => [
      toStart[index + 1] ?? 0,
      ...places.map((other) => (other === place ? 0 : travelMinutes(place, other))),
    ]),
  ];
}
