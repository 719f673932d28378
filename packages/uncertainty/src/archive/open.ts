/** Opens archives of every version (format.ts). */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { requireObject } from '../uncertain/definition.ts';
import { Ledger } from '../uncertain/ledger.ts';
import { quantityOfResult } from '../uncertain/result.ts';
import type { Uncertain } from '../uncertain/uncertain.ts';
import { readFirstVersion, type Contents } from './first-version.ts';
import { formatName, longestArchive } from './format.ts';

/** A reader for each version that was ever written. None is ever taken away. */
export const readers: ReadonlyMap<number, (file: unknown) => Contents> = new Map([[1, readFirstVersion]]);

function parse(text: unknown): unknown {
  if (typeof text !== 'string') throw new InvalidInput('', ['存档应为文本', 'an archive is a text']);
  if (text.length > longestArchive)
    throw new InvalidInput('', [
      `存档有 ${text.length} 个字符，最多 ${longestArchive} 个`,
      `the archive has ${text.length} characters, at most ${longestArchive} are read`,
    ]);
  // A byte order mark, as some editors leave it.
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(content);
  } catch {
    throw new InvalidInput('', [
      `存档不是完整的 JSON 文档（共 ${content.length} 个字符），可能被截断或改动`,
      `the archive is not a whole JSON document (${content.length} characters): it was cut short or changed`,
    ]);
  }
}

function readerOf(file: unknown): (file: unknown) => Contents {
  const { format } = requireObject(file, '');
  const [, version] = (typeof format === 'string' && /^tongheng-uncertain\/([1-9]\d{0,5})$/.exec(format)) || [];
  if (version === undefined)
    throw new InvalidInput('format', [
      `不是量的存档：此处应为“${formatName}/版本”`,
      `this is no archive of quantities: "${formatName}/version" is expected here`,
    ]);
  const reader = readers.get(Number(version));
  if (reader !== undefined) return reader;
  const known = [...readers.keys()].join(', ');
  throw new InvalidInput('format', [
    `存档为第 ${version} 版，本程序只认识第 ${known} 版，请更新程序`,
    `the archive is of version ${version}; this program knows ${known}: bring it up to date`,
  ]);
}

/**
 * The results that an archive was saved for, by identifier, in rising order. They are correlated with everything that shares their
 * influences, from whatever archive it came.
 * @param text what `save` wrote, in any version
 * @param session what the session knows already; the archive is taken into it. Contradictions are refused here, rather than where quantities meet
 * @throws InvalidInput naming the place: a text that is no archive, is of a later version, was cut short or changed, or contradicts the session
 * @example open(text).get('certificate 2026-0200/length')
 */
export function open(text: string, session: Ledger = new Ledger()): ReadonlyMap<string, Uncertain> {
  const file = parse(text);
  const { saved, results } = readerOf(file)(file);
  const held = new Ledger();
  for (const result of results.values()) held.add(result);
  session.take(held);
  return new Map(
    [...saved]
      .sort((a, b) => (a < b ? -1 : 1))
      .flatMap((id) => {
        const result = results.get(id);
        return result === undefined ? [] : [[id, quantityOfResult(result)] as const];
      }),
  );
}
