/** Pieces of XML as text, and the small types of a DCC that everything is made of. */

export type Text = readonly [zh: string, en: string];

// Whatever is no character of XML 1.0 (§2.2), halves of surrogate pairs included.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

/** Text between tags in canonical form (C14N 1.1 §1.1); what XML cannot hold becomes U+FFFD. */
export const escaped = (text: string): string => text.replace(forbidden, '\ufffd').replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign);

/** An element with what is in it, which is XML already. */
export const element = (name: string, inner: string, attributes = ''): string =>
  `<${name}${attributes === '' ? '' : ` ${attributes}`}>${inner}</${name}>`;

/** An element with a text; none for an empty text, since the schema wants words without white space around them. */
export function words(name: string, text: string | null | undefined): string {
  const bare = (text ?? '').trim().replace(/\s+/g, ' ');
  return bare === '' ? '' : element(name, escaped(bare));
}

/** A text in both languages. */
export const both = ([zh, en]: Text): string =>
  `<dcc:content lang="zh">${escaped(zh)}</dcc:content><dcc:content lang="en">${escaped(en)}</dcc:content>`;

/** A name that is the same in every language, such as that of a person or a firm: it has no language. */
export const proper = (text: string): string => `<dcc:content>${escaped(text.trim() === '' ? '/' : text)}</dcc:content>`;

/** A name in English where there is one. */
export const named = (zh: string, en: string | null): string => (en === null || en.trim() === '' ? proper(zh) : both([zh, en]));

/** A name in both languages. */
export const name = (text: Text): string => element('dcc:name', both(text));

/** One of the numbers that an instrument, a laboratory or a customer is known by. */
export const identification = (
  issuer: 'manufacturer' | 'calibrationLaboratory' | 'customer' | 'owner' | 'other',
  value: string,
  label: Text,
): string => {
  const written = words('dcc:value', value);
  return written === '' ? '' : element('dcc:identification', element('dcc:issuer', issuer) + written + name(label));
};

/** A list that the schema wants not to be empty. */
export const listOf = (name: string, items: readonly string[]): string => {
  const inner = items.join('');
  return inner === '' ? '' : element(name, inner);
};
