import type { Text } from '../../kernel/text.ts';

export const organizationKinds = {
  government: ['政府', 'Government'],
  bureau: ['主管部门', 'Competent authority'],
  body: ['责任单位', 'Responsible body'],
  institute: ['检定机构', 'Verification institute'],
  'authorised-company': ['授权企业', 'Authorised company'],
  enterprise: ['使用单位', 'Enterprise'],
} as const satisfies Record<string, Text>;

export type OrganizationKind = keyof typeof organizationKinds;
export const organizationKindNames = Object.keys(organizationKinds) as [OrganizationKind, ...OrganizationKind[]];

// GB 32100-2015 5.2: 31 characters, without I, O, S, V, Z.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * The eighteenth character of a unified social credit code, from its first seventeen; undefined when one is not of the alphabet.
 * GB 32100-2015 annex A (ISO 7064 form): C18 = 31 − (Σ Ci·Wi mod 31).
 *
 * @example checkCharacter('91350100M000100Y4') // '3'
 */
export function checkCharacter(first17: string): string | undefined {
  if (first17.length !== 17) return undefined;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(first17[index] ?? '');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** True for a well-formed unified social credit code with its right check character. */
export const isCreditCode = (code: string): boolean => code.length === 18 && checkCharacter(code.slice(0, 17)) === code[17];

/**
 * A region is called by the name of its government without the office.
 *
 * @example regionNameOf({ name: '海安市人民政府', nameEn: "Hai'an Municipal People's Government" }) // ['海安市', "Hai'an"]
 */
export function regionNameOf(government: { readonly name: string; readonly nameEn: string | null }): Text {
  const name = government.name.replace(/人民政府(?=$|（)/, '');
  return [name, government.nameEn?.replace(/( Municipal| County| District)? People['’]s Government(?=$| \()/, '') ?? name];
}
