import { AdapterFailed, openAdapter, setting } from './adapter.ts';

/**
 * The port to a service of electronic seals 电子印章 (GB/T 38540) of a licensed authority, behind an adapter of the operator's. The service keeps the
 * seals and the authority for them; here it is asked which seal an institute has, and to put it on a paper.
 */
export type SealService = {
  /** The seal of an institute for a kind of document; undefined where none is connected for it. */
  readonly find: (of: SealOwner) => Promise<ElectronicSeal | undefined>;
  /** The paper with the seal on it, as an addition behind the file, whose bytes stay as they were. */
  readonly seal: (paper: Uint8Array, order: SealOrder) => Promise<Uint8Array>;
};

export type SealPurpose = 'verification' | 'calibration';
export type SealOwner = { readonly institute: string; readonly creditCode: string | null; readonly purpose: SealPurpose };

export type ElectronicSeal = {
  /** 印章编码 */
  readonly code: string;
  readonly name: string;
  /** The organization that the seal stands for, as it is registered with the authority. */
  readonly owner: string;
  /** Who issued it. */
  readonly authority: string;
  readonly validFrom: string;
  readonly validUntil: string;
};

export type SealOrder = {
  readonly code: string;
  /** The number of the document, which the service keeps in its own log. */
  readonly number: string;
  /** Where the seal belongs: the words that stand in its place on the first page, and its side there. */
  readonly page: 1;
  readonly keyword: string;
  readonly sideMillimetres: number;
};

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

function sealIn(answer: Readonly<Record<string, unknown>>): ElectronicSeal | undefined {
  const { seal } = answer;
  if (seal === null) return undefined;
  const { code, name, owner, authority, validFrom, validUntil } = (seal ?? {}) as Readonly<Record<string, unknown>>;
  const words = [code, name, owner, authority];
  const isWhole = words.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= 200);
  if (!isWhole || !isDay(validFrom) || !isDay(validUntil)) throw new AdapterFailed('the answer does not describe a seal');
  return { code, name, owner, authority, validFrom, validUntil } as ElectronicSeal;
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

function paperIn({ pdf }: Readonly<Record<string, unknown>>): Uint8Array {
  if (typeof pdf === 'string' && pdf.length % 4 === 0 && base64.test(pdf)) return new Uint8Array(Buffer.from(pdf, 'base64'));
  throw new AdapterFailed('pdf is missing or not base 64');
}

/** The service of TONGHENG_SEAL_SERVICE: the path of a program, or an address (its bearer token in the file TONGHENG_SEAL_SERVICE_TOKEN_FILE). */
export function openSealService(environment: Readonly<Record<string, string | undefined>>): SealService | undefined {
  const place = setting(environment, 'TONGHENG_SEAL_SERVICE');
  if (place === undefined) return undefined;
  const tokenFile = setting(environment, 'TONGHENG_SEAL_SERVICE_TOKEN_FILE');
  const adapter = openAdapter({ place, tokenFile, milliseconds: 30_000, mostBytes: 48 * 1024 * 1024 });
  return {
    find: async (of) => sealIn(await adapter.ask({ operation: 'find', ...of })),
    seal: async (paper, { code, number, page, keyword, sideMillimetres }) =>
      paperIn(
        await adapter.ask({
          operation: 'seal',
          seal: code,
          number,
          page,
          keyword,
          sideMillimetres,
          pdf: Buffer.from(paper).toString('base64'),
        }),
      ),
  };
}
