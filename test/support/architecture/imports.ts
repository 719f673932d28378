import { posix } from 'node:path';
import { ladder, placeOf, type Layer, type Place, type Zone } from './place.ts';

export type Source = { readonly path: string; readonly text: string };

type Allowance = {
  readonly own: readonly Layer[];
  readonly earlier: readonly Layer[];
  readonly zones: readonly Zone[];
  readonly external: readonly string[];
  readonly node?: true;
};

const pages = ['react', 'react-dom', 'antd', '@ant-design/icons', '@tanstack/react-query', '@tanstack/react-router', 'dayjs', 'jsqr'];
/** Libraries that read or write one file format, solve a programme or speak a protocol; a service may use them, nothing else from npm. */
const crafts = [
  'exceljs',
  'pdfkit',
  'docx',
  'file-type',
  'csv-parse',
  'iconv-lite',
  'qrcode',
  'ical-generator',
  'highs',
  'nodemailer',
  'fflate',
  '@myriaddreamin/typst-ts-node-compiler',
];
/** What certificates are read and sealed with: the one package that stands on other people's code, since that code is better proven than ours. */
const sealing = ['@noble/curves', '@noble/hashes', 'cborg', 'libxml2-wasm', 'sm-crypto-v2'];

/** What each layer of a slice may import: the table of docs/architecture.md. */
const ofLayer: Readonly<Record<Layer, Allowance>> = {
  contract: { own: ['contract', 'rules'], earlier: ['contract', 'rules'], zones: ['kernel', 'packages'], external: ['zod'] },
  rules: { own: ['contract', 'rules'], earlier: ['contract', 'rules'], zones: ['kernel', 'packages'], external: [] },
  store: { own: ['contract', 'rules', 'store'], earlier: ['contract', 'rules'], zones: ['kernel', 'platform', 'db'], external: ['kysely'] },
  service: {
    own: ['contract', 'rules', 'store', 'service'],
    earlier: ['contract', 'rules', 'service'],
    zones: ['kernel', 'platform', 'packages'],
    external: crafts,
    node: true,
  },
  jobs: { own: ['contract', 'rules', 'service'], earlier: ['contract', 'rules', 'service'], zones: ['kernel', 'platform'], external: [] },
  command: {
    own: ['contract', 'rules', 'service', 'command'],
    earlier: ['contract', 'rules', 'service'],
    zones: ['kernel', 'packages'],
    external: [],
    node: true,
  },
  web: {
    own: ['contract', 'rules', 'web'],
    earlier: ['contract', 'rules', 'web'],
    zones: ['kernel', 'shell', 'packages'],
    external: pages,
  },
};

type ZoneAllowance = {
  readonly slices: readonly Layer[];
  readonly zones: readonly Zone[];
  readonly external: readonly string[] | 'any';
  readonly node?: true;
};

/** What the zones around the slices may import. */
const ofZone: Readonly<Partial<Record<Zone, ZoneAllowance>>> = {
  kernel: { slices: [], zones: ['kernel'], external: ['zod'] },
  packages: { slices: [], zones: ['packages'], external: [] },
  platform: { slices: [], zones: ['kernel', 'platform', 'db'], external: 'any', node: true },
  shell: { slices: ['contract', 'rules'], zones: ['kernel', 'shell'], external: [...pages, 'zod'] },
  portals: {
    slices: ['contract', 'rules', 'web'],
    zones: ['kernel', 'shell', 'portals', 'packages'],
    external: [...pages, 'zod', 'fflate'],
  },
  // The story is told to stores too: accounts with known passwords are not for a service to open.
  demonstration: {
    slices: ['contract', 'rules', 'store', 'service'],
    zones: ['kernel', 'platform', 'packages', 'demonstration', 'top'],
    external: 'any',
    node: true,
  },
  top: {
    slices: ['contract', 'rules', 'service', 'jobs', 'command'],
    zones: ['kernel', 'platform', 'packages', 'demonstration', 'top'],
    external: 'any',
    node: true,
  },
};

const importPattern = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

export const importsOf = (text: string): string[] =>
  [...text.matchAll(importPattern)].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const nameOf = (place: Place): string => (place.zone === 'slice' ? `${place.slice}/${place.layer}` : place.zone);
const rung = (slice: string): number => (ladder as readonly string[]).indexOf(slice);

function refusalOfSlice(from: Place, to: Place & { zone: 'slice' }): string | undefined {
  const layer = to.layer as Layer;
  if (from.zone !== 'slice') return ofZone[from.zone]?.slices.includes(layer) ? undefined : `${nameOf(from)} may not use ${nameOf(to)}`;
  const allowance = ofLayer[from.layer as Layer];
  if (from.slice === to.slice) return allowance.own.includes(layer) ? undefined : `${from.layer} may not use its own ${to.layer}`;
  if (rung(to.slice) > rung(from.slice)) return `${from.slice} may not use ${to.slice}, which stands after it on the ladder`;
  return allowance.earlier.includes(layer) ? undefined : `${from.layer} may not use the ${to.layer} of another slice (${to.slice})`;
}

function refusalOfImport(path: string, from: Place, specifier: string): string | undefined {
  const allowance = from.zone === 'slice' ? ofLayer[from.layer as Layer] : ofZone[from.zone];
  if (allowance === undefined) return undefined;
  if (specifier.startsWith('node:')) return allowance.node === true ? undefined : `${nameOf(from)} may not use Node (${specifier})`;
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    if (/\.(css|svg|json|woff2)$/.test(target)) return undefined;
    const to = placeOf(target);
    if (to === undefined) return `${specifier} leads out of the code`;
    if (to.zone === 'slice') return refusalOfSlice(from, to);
    return allowance.zones.includes(to.zone) ? undefined : `${nameOf(from)} may not use ${to.zone}`;
  }
  const name = packageOf(specifier);
  if (name.startsWith('@tongheng/')) return allowance.zones.includes('packages') ? undefined : `${nameOf(from)} may not use packages`;
  if (path.startsWith('packages/seal/') && sealing.includes(name)) return undefined;
  return allowance.external === 'any' || allowance.external.includes(name) ? undefined : `${nameOf(from)} may not use ${name}`;
}

/** Which imports of a file go against the table. Tests may use anything. */
export function checkImports({ path, text }: Source): string[] {
  const from = placeOf(path);
  if (from === undefined || path.endsWith('.test.ts')) return [];
  if (from.zone === 'slice' && !(from.layer in ofLayer)) return [];
  return importsOf(text).flatMap((specifier) => refusalOfImport(path, from, specifier) ?? []);
}
