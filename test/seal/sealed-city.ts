/** Keys, certificates, a log and lists as a city has them, for tests and for the fuzzing bench: real signatures over invented facts. */
import { generateKeyPairSync, randomBytes, sign as signWith, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonical } from '../../packages/seal/src/canonical.ts';
import { printDcc } from '../../packages/seal/src/dcc/print.ts';
import { toBase64, toHex, toUtf8 } from '../../packages/seal/src/encoding.ts';
import { labelText } from '../../packages/seal/src/label/label-text.ts';
import { printLabel } from '../../packages/seal/src/label/label.ts';
import { leafFormat, printLeaf, type Leaf } from '../../packages/seal/src/leaf.ts';
import { append, emptyFrontier, type Frontier } from '../../packages/seal/src/log/appender.ts';
import { signCheckpoint } from '../../packages/seal/src/log/checkpoint.ts';
import { cosign } from '../../packages/seal/src/log/cosignature.ts';
import { addSignatures, printNote, signNote } from '../../packages/seal/src/log/note.ts';
import { inclusionProof } from '../../packages/seal/src/log/proof.ts';
import { tilePath, type TileReader } from '../../packages/seal/src/log/tile.ts';
import { printTlogProof } from '../../packages/seal/src/log/tlog-proof.ts';
import { printVerifierKey, verifierKey, type VerifierKey } from '../../packages/seal/src/log/verifier-key.ts';
import { readRecord, type CertificateRecord } from '../../packages/seal/src/record.ts';
import { sha256, type Sign } from '../../packages/seal/src/signature.ts';
import { printRevocationList, type Ending } from '../../packages/seal/src/verify/revocation-list.ts';
import { keyIdOf, readCertificate } from '../../packages/seal/src/x509/certificate.ts';
import { issueCertificate, type SubjectPart } from '../../packages/seal/src/x509/issue.ts';
import { toPem } from '../../packages/seal/src/x509/pem.ts';
import { signXml } from '../../packages/seal/src/xml/signature.ts';

export type Hand = { readonly spki: Uint8Array; readonly sign: Sign };

const spkiOf = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ type: 'spki', format: 'der' }));

/** A new P-256 key that signs as the services do. */
export function p256(): Hand {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const sign: Sign = async (message) => new Uint8Array(signWith('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  return { spki: spkiOf(publicKey), sign };
}

export type LogHand = { readonly key: VerifierKey; readonly sign: Sign };

export function ed25519(name: string, kind: 'ed25519' | 'cosignature' = 'ed25519'): LogHand {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    key: verifierKey(name, kind, spkiOf(publicKey).slice(-32)),
    sign: async (message) => new Uint8Array(signWith(null, message, privateKey)),
  };
}

const serial = (): Uint8Array => Uint8Array.from(randomBytes(16), (byte, index) => (index === 0 ? 0x40 : byte));

export type Root = Hand & { readonly certificate: Uint8Array; readonly demonstration: boolean };

export async function makeRoot(name: string, demonstration = false): Promise<Root> {
  const hand = p256();
  const certificate = await issueCertificate(
    {
      kind: 'root',
      subject: [
        { type: 'C', value: 'CN' },
        { type: 'O', value: name },
        { type: 'CN', value: `${name}根` },
      ],
      spki: hand.spki,
      serial: serial(),
      notBefore: '2020-01-01T00:00:00Z',
      notAfter: '2050-01-01T00:00:00Z',
      demonstration,
    },
    hand.sign,
  );
  return { ...hand, certificate, demonstration };
}

export type Institute = Hand & { readonly chain: readonly [Uint8Array, Uint8Array]; readonly keyId: string };
type Identity = { readonly name: string; readonly creditCode?: string | null; readonly code?: string | null };
type Span = { readonly notBefore?: string; readonly notAfter?: string };

export async function makeInstitute(root: Root, { name, creditCode = null, code = null }: Identity, span: Span = {}): Promise<Institute> {
  const hand = p256();
  const subject: SubjectPart[] = [
    { type: 'C', value: 'CN' },
    { type: 'O', value: name },
    ...(creditCode === null ? [] : [{ type: 'organizationIdentifier', value: creditCode } as const]),
    ...(code === null ? [] : [{ type: 'serialNumber', value: code } as const]),
  ];
  const certificate = await issueCertificate(
    {
      kind: 'signer',
      subject,
      spki: hand.spki,
      issuer: readCertificate(root.certificate),
      serial: serial(),
      notBefore: span.notBefore ?? '2025-01-01T00:00:00Z',
      notAfter: span.notAfter ?? '2035-01-01T00:00:00Z',
      demonstration: root.demonstration,
    },
    root.sign,
  );
  return { ...hand, chain: [certificate, root.certificate], keyId: keyIdOf(hand.spki) };
}

/** A record as the service wrote it; changes are made canonical again. */
export function recordText(file: string, change: (record: Record<string, never>) => void = () => undefined): string {
  const text = readFileSync(new URL(`../../packages/seal/vectors/records/${file}`, import.meta.url), 'utf8').replace(/\n$/, '');
  const record = JSON.parse(text) as Record<string, never>;
  change(record);
  return canonical(record);
}

export const leafOf = (text: string): Leaf => {
  const record = readRecord(text);
  return {
    format: leafFormat,
    kind: record.replaces === null ? 'issued' : 'replaced',
    number: record.number,
    recordDigest: toHex(sha256(toUtf8(text))),
    issuer: record.issuer,
    day: record.issuedOn,
    replaces: record.replaces?.number ?? null,
    demonstration: record.demonstration,
  };
};

export const dccOf = (text: string, { chain, sign }: Institute): Promise<string> => signXml(printDcc(readRecord(text), text), chain, sign);

export function labelOf(text: string, { spki, sign }: Hand): Promise<string> {
  const record: CertificateRecord = readRecord(text);
  return printLabel(
    {
      number: record.number,
      issuer: record.issuer,
      serial: labelText(record.instrument.serial),
      kind: '电子计价秤',
      testedOn: record.verification.testedOn,
      issuedOn: record.issuedOn,
      validUntil: record.kind === 'certificate' ? record.validUntil : null,
      result: record.kind === 'notice' ? 'fail' : 'pass',
      seal: null,
      recordDigest: toHex(sha256(toUtf8(text))).slice(0, 32),
      demonstration: record.demonstration,
    },
    { algorithm: 'ecdsa-p256', publicKey: spki, sign },
    'https://jl.example.cn',
  );
}

export type Log = {
  readonly hand: LogHand;
  readonly witness: LogHand;
  readonly checkpoint: string;
  readonly readTile: TileReader;
  readonly proofOf: (leaf: Leaf, extra?: boolean) => Promise<string>;
};

/** A log with these leaves, cosigned by one witness. */
export async function makeLog(
  leaves: readonly Leaf[],
  hand = ed25519('jl.example.cn/log'),
  witness = ed25519('witness.example', 'cosignature'),
): Promise<Log> {
  const tiles = new Map<string, Uint8Array>();
  const entries = leaves.map((leaf) => toUtf8(printLeaf(leaf)));
  const { frontier, root, pieces }: { frontier: Frontier; root: Uint8Array; pieces: readonly { path: string; bytes: Uint8Array }[] } =
    append(emptyFrontier, entries);
  for (const { path, bytes } of pieces) tiles.set(path, bytes);
  const signed = await signCheckpoint({ origin: hand.key.name, size: frontier.size, root, extensions: [] }, hand.key, hand.sign);
  const text = signed.slice(0, signed.indexOf('\n\n') + 1);
  const checkpoint = addSignatures(signed, [await cosign(text, witness.key, witness.sign, 1_795_000_000)]);
  const readTile: TileReader = (tile) => tiles.get(tilePath(tile));
  return {
    hand,
    witness,
    checkpoint,
    readTile,
    async proofOf(leaf, extra = false) {
      const own = printLeaf(leaf);
      const index = leaves.findIndex((one) => printLeaf(one) === own);
      const proof = await inclusionProof(index, leaves.length, readTile);
      return printTlogProof({ ...(extra ? { extra: toUtf8(own) } : {}), index, proof, checkpoint });
    },
  };
}

export async function revocationsOf(log: LogHand, endings: readonly Ending[], asOf = '2026-11-26T08:00:00Z'): Promise<string> {
  const text = printRevocationList({ origin: log.key.name, asOf, endings });
  return printNote({ text, signatures: [await signNote(text, log.key, log.sign)] });
}

type Revoked = { readonly keyId: string; readonly at: string; readonly logSize: number | null; readonly reason: string };

/** The list of trust as the server gives it, signed by the first root. */
export async function trustOf(
  roots: readonly Root[],
  signers: readonly Institute[],
  logs: readonly Pick<Log, 'hand' | 'witness'>[],
  revokedKeys: readonly Revoked[] = [],
): Promise<string> {
  const trust = {
    format: 'tongheng-trust/1',
    city: '测试市',
    demonstration: false,
    asOf: '2026-11-26',
    roots: roots.map(({ certificate }) => toPem('CERTIFICATE', certificate)),
    signers: signers.map(({ chain, keyId }) => ({
      keyId,
      institute: '',
      certificate: toPem('CERTIFICATE', chain[0]),
      sm2Certificate: null,
      state: 'active',
    })),
    logKeys: logs.map(({ hand }) => printVerifierKey(hand.key)),
    witnesses: logs.map(({ witness }) => printVerifierKey(witness.key)),
    revokedKeys,
  };
  const [root] = roots;
  const signature =
    root === undefined
      ? null
      : { algorithm: 'ecdsa-p256', keyId: keyIdOf(root.spki), value: toBase64(await root.sign(toUtf8(canonical(trust)))) };
  return JSON.stringify({ trust, signature });
}
