/** Who may verify what, where: the competent authority designates an institute for a region and a kind of instrument. */

/**
 * The region of the next level (GB/T 2260); undefined above a province.
 *
 * @example nextLevel('320685') // '320600', and then '320000'
 */
export function nextLevel(region: string): string | undefined {
  if (!region.endsWith('00')) return `${region.slice(0, 4)}00`;
  return region.endsWith('0000') ? undefined : `${region.slice(0, 2)}0000`;
}
