/** Where a division's tile stands, its top left corner in tile widths from the map's; drawn by ourselves after the lie of the land. */
export type Tile = { readonly code: string; readonly x: number; readonly y: number };

/** 南通: 海安 and 如皋 inland in the north-west, 如东 on the Yellow Sea, 崇川 on the Yangtze, 启东 at the mouth. GB/T 2260 codes. */
export const tilesOfNantong: readonly Tile[] = [
  { code: '320685', x: 0.75, y: 0 },
  { code: '320682', x: 0.2, y: 1.06 },
  { code: '320623', x: 2.1, y: 0.62 },
  { code: '320681', x: 3.95, y: 2.45 },
  { code: '320612', x: 1.75, y: 1.68 },
  { code: '320614', x: 2.9, y: 2.1 },
  { code: '320613', x: 0.7, y: 2.12 },
];

/** Another city's divisions stand in rows until somebody has placed them. */
export const tilesInRows = (codes: readonly string[]): Tile[] =>
  codes.map((code, index) => ({ code, x: (index % 4) * 1.06, y: Math.floor(index / 4) * 1.06 }));

export const tilesOf = (codes: readonly string[]): Tile[] => {
  const known = tilesOfNantong.filter((tile) => codes.includes(tile.code));
  return known.length === codes.length ? known : tilesInRows(codes);
};
