/** The code for life 器具编码: region and running number with the check character of ISO/IEC 7064 MOD 37,36. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const modulus = 36;

function remainder(body: string): number | undefined {
  let product = modulus;
  for (const letter of body) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return undefined;
    product = (product + value) % modulus || modulus;
    product = (product * 2) % (modulus + 1);
  }
  return product;
}

/**
 * The check character of ISO/IEC 7064 MOD 37,36; undefined where a sign is neither a digit nor a capital letter.
 * @example checkCharacter('A12425GABC1234002') // 'M' (the example of the Global Release Identifier)
 */
export function checkCharacter(body: string): string | undefined {
  const product = remainder(body);
  return product === undefined ? undefined : alphabet.charAt((modulus + 1 - product) % modulus);
}

/** The code of the instrument that was registered as this number in this region. @example codeOf('320685', 1) // '320685000000001D' */
export function codeOf(region: string, number: number): string {
  const body = `${region}${String(number).padStart(9, '0')}`;
  return `${body}${checkCharacter(body) ?? ''}`;
}

/** True for a code of this form with its right check character, as it is typed or scanned: small letters and blanks do not matter. */
export function isCode(text: string): boolean {
  const code = plainCode(text);
  return /^\d{15}[0-9A-Z]$/.test(code) && checkCharacter(code.slice(0, 15)) === code.slice(15);
}

/** A code as it stands in the ledger; what a scanner read from a label is an address that ends with it. */
export const plainCode = (text: string): string =>
  text
    .trim()
    .replace(/^https?:\/\/\S*\/i\//i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
