/** What the public may know of an instrument. */

/** Places that anybody enters as a customer or patient: their names are on the door. A dwelling or a meter lot is none. */
export const publicPlaceKinds = [
  'market',
  'supermarket',
  'fuel-station',
  'gas-station',
  'charging-station',
  'optician',
  'hospital',
  'township-hospital',
  'village-clinic',
  'grain-depot',
] as const;

/**
 * The end of a serial number: enough to compare it with the plate in front of one, too little to pass for somebody who holds it (the
 * whole number opens a certificate). At most four characters, at most half of them.
 * @example serialEnd('TH20260042') // '0042'
 */
export const serialEnd = (serial: string): string => {
  const characters = Array.from(serial.trim());
  return characters.slice(characters.length - Math.min(4, Math.floor(characters.length / 2))).join('');
};
