import type { AnnexItem, PlanRegion } from '../contract/document.ts';
import { fold, matchItem } from './printed-name.ts';
import type { NameMatch } from './printed-name.ts';
import { toCount } from './printed-number.ts';

/** One statement of a table's note: these regions lack, or have, these items, and how many the note says they are. */
export type Mention = {
  readonly regions: readonly PlanRegion[];
  readonly kind: 'missing' | 'present';
  readonly names: readonly (NameMatch & { readonly printed: string })[];
  readonly stated: number | null;
};

// Longer words first: 未具备 must not be read as 具备.
const missingWords = '缺失|缺少|缺乏|欠缺|缺项|缺|未配置到位|未配置|未建立|未建成|未建|未完成|未具备|不具备|没有|待建|待完成|无(?!创)';
const presentWords = '具备|具有|拥有|建有|建立|建成|建|完成|可检定|可开展';
const adverbs = '(?:均|都|仍|尚|还|已|已经|目前|暂|各|只|仅|也)*';
const number = '\\d+|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const namesOf = (region: PlanRegion): string[] => {
  const full = region.name[0];
  return [region.annexName, full, full.replace(/[市县区]$/, '')].filter((name) => name.length >= 2);
};

function itemsIn(body: string, items: readonly AnnexItem[]): Mention['names'] {
  // An item's own name may hold the marks that separate names (压力表、真空表和…): full names are taken out first.
  const byLength = [...items].sort((one, other) => other.name.length - one.name.length);
  let rest = fold(body);
  const found: { at: number; name: string }[] = [];
  for (const item of byLength) {
    const name = fold(item.name);
    for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
      const before = rest[at - 1] ?? '、';
      const after = rest.slice(at + name.length);
      const stands = /[、,;和及与:\ue000]/.test(before) && (/^(?:[、,;和及与\ue000]|等|的?检定|能力|$)/.test(after) || after === '');
      if (!stands) continue;
      found.push({ at, name: item.name });
      rest = rest.slice(0, at) + '\ue000'.repeat(name.length) + rest.slice(at + name.length);
    }
  }
  const pieces = /[^、,;\ue000]+/g;
  for (let piece = pieces.exec(rest); piece; piece = pieces.exec(rest)) {
    const clean = piece[0].replace(/(?:的?检定(?:能力|项目)?|能力|等|项目)+$/, '').replace(/^[和及与]+|[和及与]+$/g, '');
    if (clean === '') continue;
    const parts = clean.split(/以及|[和及与]/).filter((part) => part !== '');
    const whole = matchItem(clean, items).item !== null || parts.length === 1;
    let at = piece.index;
    for (const name of whole ? [clean] : parts) {
      found.push({ at, name });
      at += 1;
    }
  }
  found.sort((one, other) => one.at - other.at);
  return found.map(({ name }) => ({ printed: name, ...matchItem(name, items) }));
}

/**
 * Reads a note such as "如皋缺失电能表、精密压力表2项；海门、通州具备……检定能力". A region named without a verb
 * ("如皋：电能表") takes the sense of the rest of the note. What cannot be read gives no mention, never a guess.
 */
export function readNote(note: string, regions: readonly PlanRegion[], items: readonly AnnexItem[]): Mention[] {
  const text = fold(note);
  const region = `(?:${regions
    .flatMap(namesOf)
    .sort((one, other) => other.length - one.length)
    .map(escape)
    .join('|')})`;
  const head = new RegExp(
    `(${region}(?:(?:[、,和及与]|以及)${region})*)[:,]?(?:${adverbs}(${missingWords})|${adverbs}(${presentWords})|(?<=:))`,
    'g',
  );
  const silentKind = new RegExp(missingWords).test(text) ? 'missing' : 'present';
  const heads: { start: number; end: number; names: string; kind: Mention['kind'] }[] = [];
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const kind = found[2] ? 'missing' : found[3] ? 'present' : silentKind;
    heads.push({ start: found.index, end: found.index + found[0].length, names: found[1] ?? '', kind });
  }
  return heads.map((each, index) => {
    const end = heads[index + 1]?.start ?? text.length;
    let body = text
      .slice(each.end, end)
      .replace(/[;。].*$/, '')
      .replace(/,$/, '');
    const before = new RegExp(`^(${number})项[:(]?`).exec(body);
    if (before) body = body.slice(before[0].length).replace(/\)$/, '');
    const after = new RegExp(`[,(等共计]*(${number})项(?:目|(?:检定)?能力)*\\)?$`).exec(body);
    if (after) body = body.slice(0, after.index);
    const named = regions.filter((one) => namesOf(one).some((name) => each.names.split(/[、,和及与]|以及/).includes(name)));
    return { regions: named, kind: each.kind, names: itemsIn(body, items), stated: toCount((after ?? before)?.[1]) };
  });
}
