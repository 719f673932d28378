/** The file of the command `conformity`: what may stand in it, and what each part must be. */
import { compare, whole, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { suggest } from '../expression/suggest.ts';
import { guardRules, isRatioRule, type RatioRuleName } from './guard-rule.ts';
import { entry, isGiven, readChoice, readDecimal, readFreedom, readNumber, readPositive, type Given } from './input-value.ts';
import { readPrior, type PriorRequest } from './prior-input.ts';

/** `simple` and `shared` accept what lies within the tolerance limits, `guarded` what lies within acceptance limits drawn from a guard band. */
export type Rule = 'simple' | 'guarded' | 'shared';
/** ILAC-G8:09/2019: two answers (4.2.1, 4.2.2) or four (4.2.3). */
export type Statement = 'binary' | 'non-binary';
export type Purpose = 'calibration' | 'triage' | 'verification';

export type GuardRequest =
  | { readonly kind: 'width'; readonly width: Decimal }
  | { readonly kind: 'factor'; readonly factor: Decimal }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'ratio'; readonly name: RatioRuleName }
  | { readonly kind: 'probability'; readonly probability: number; readonly side: 'acceptance' | 'rejection' };

export type ConformityInput = {
  readonly value: Decimal;
  /** Standard uncertainty, or the expanded one; k leads from one to the other. */
  readonly given: { readonly kind: 'u' | 'U'; readonly size: Decimal };
  readonly k: Decimal;
  /** Infinity where none were given. */
  readonly dof: number;
  readonly lower?: Decimal;
  readonly upper?: Decimal;
  readonly rule: Rule;
  readonly statement: Statement;
  readonly purpose: Purpose;
  readonly guard?: GuardRequest;
  readonly prior?: PriorRequest;
  /** The largest expanded uncertainty the parties agreed on (JCGM 106:2012, 8.2). */
  readonly maximumU?: Decimal;
};

const known = ['value', 'u', 'U', 'k', 'dof', 'lower', 'upper', 'rule', 'statement', 'purpose', 'guard', 'prior', 'maximumU'];

function readProbability(value: unknown, place: string): number {
  const probability = readNumber(value, place);
  if (probability > 0 && probability < 1) return probability;
  throw new InvalidInput(place, ['概率应大于 0 且小于 1', 'a probability greater than 0 and less than 1 is expected']);
}

function readGuardName(value: unknown, place: string): GuardRequest {
  const names = [...Object.keys(guardRules), 'rss', 'dobbert', 'test95', 'rp10'];
  const name = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (isRatioRule(name)) return { kind: 'ratio', name };
  if (names.includes(name)) return { kind: 'named', name };
  throw new InvalidInput(place, [`未知的保护带规则，可用：${names.join('、')}`, `unknown guard band rule; known are: ${names.join(', ')}`]);
}

const guardForms: Readonly<Record<string, (value: unknown, given: Given) => GuardRequest>> = {
  w: (value) => ({ kind: 'width', width: readDecimal(value, 'guard.w') }),
  'times U': (value) => ({ kind: 'factor', factor: readDecimal(value, 'guard.times U') }),
  rule: (value) => readGuardName(value, 'guard.rule'),
  probability: (value, given) => ({
    kind: 'probability',
    probability: readProbability(value, 'guard.probability'),
    side: readChoice(entry(given, 'side'), 'guard.side', ['acceptance', 'rejection'], 'acceptance'),
  }),
};

function readGuard(value: unknown): GuardRequest {
  if (typeof value === 'number' || (typeof value === 'string' && /^\s*[-+]?\d/.test(value)))
    return { kind: 'width', width: readDecimal(value, 'guard') };
  if (typeof value === 'string') return readGuardName(value, 'guard');
  const forms = Object.keys(guardForms);
  if (!isGiven(value))
    throw new InvalidInput('guard', [
      `应为数值、规则名或含 ${forms.join('、')} 之一的对象`,
      `a number, the name of a rule or an object with one of ${forms.join(', ')} is expected`,
    ]);
  const chosen = forms.filter((form) => entry(value, form) !== undefined);
  const [form] = chosen;
  const read = form === undefined ? undefined : guardForms[form];
  if (form === undefined || read === undefined || chosen.length > 1) {
    throw new InvalidInput('guard', [`应恰好给出 ${forms.join('、')} 之一`, `exactly one of ${forms.join(', ')} is expected`]);
  }
  const unread = Object.keys(value).find((key) => key !== form && !(form === 'probability' && key === 'side'));
  if (unread !== undefined) throw new InvalidInput(`guard.${unread}`, ['未知的项', 'unknown entry']);
  return read(entry(value, form), value);
}

function readUncertainty(given: Given): ConformityInput['given'] {
  const [u, expanded] = [entry(given, 'u'), entry(given, 'U')];
  if (u !== undefined && expanded !== undefined) throw new InvalidInput('U', ['u 与 U 只能给出一个', 'give either u or U, not both']);
  return expanded === undefined ? { kind: 'u', size: readPositive(u, 'u') } : { kind: 'U', size: readPositive(expanded, 'U') };
}

/** k of U = k u, 2 where none is given (about 95 %). */
function readCoverageFactor(value: unknown): Decimal {
  if (value === undefined) return whole(2);
  const k = readPositive(value, 'k');
  if (compare(k, whole(100)) <= 0) return k;
  throw new InvalidInput('k', ['包含因子不应大于 100', 'a coverage factor of at most 100 is expected']);
}

/** A key that nobody reads changes nothing, unless it is one of ours misspelt. */
function refuseMisspelt(given: Given): void {
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const near = suggest(key, known);
    if (near !== undefined && key.length > 2)
      throw new InvalidInput(key, [`未知的项，是否为“${near}”`, `unknown entry; did you mean "${near}"?`]);
  }
}

/** Reads the file; throws InvalidInput with the path of what cannot be used. */
export function readConformity(input: unknown): ConformityInput {
  if (!isGiven(input)) throw new InvalidInput('', ['应为一个对象', 'an object is expected']);
  refuseMisspelt(input);
  const value = readDecimal(entry(input, 'value'), 'value');
  const given = readUncertainty(input);
  const k = readCoverageFactor(entry(input, 'k'));
  const [low, high] = [entry(input, 'lower'), entry(input, 'upper')];
  if (low === undefined && high === undefined) {
    throw new InvalidInput('upper', [
      '应给出 lower 或 upper 中至少一个允许限',
      'at least one tolerance limit is needed: lower, upper or both',
    ]);
  }
  const lower = low === undefined ? undefined : readDecimal(low, 'lower');
  const upper = high === undefined ? undefined : readDecimal(high, 'upper');
  if (lower && upper && compare(lower, upper) >= 0)
    throw new InvalidInput('upper', ['上限应大于下限', 'the upper limit must be greater than the lower one']);
  const rule = readChoice<Rule>(entry(input, 'rule'), 'rule', ['simple', 'guarded', 'shared'], 'simple');
  const statement = readChoice<Statement>(entry(input, 'statement'), 'statement', ['binary', 'non-binary'], 'binary');
  const purpose = readChoice<Purpose>(entry(input, 'purpose'), 'purpose', ['calibration', 'triage', 'verification'], 'calibration');
  const guard = entry(input, 'guard');
  if (guard !== undefined && rule !== 'guarded') {
    throw new InvalidInput('guard', ['保护带只用于 rule 为 guarded 的判定', 'a guard band belongs to the rule guarded only']);
  }
  if (statement === 'non-binary' && rule !== 'guarded') {
    throw new InvalidInput('statement', [
      '非二元结论需要保护带，rule 应为 guarded',
      'a non-binary statement needs a guard band: the rule must be guarded',
    ]);
  }
  if (purpose === 'verification' && rule === 'guarded') {
    throw new InvalidInput('rule', [
      '检定按简单接受判定（JJF 1094），不使用保护带；rule 应为 simple',
      'verification decides by simple acceptance (JJF 1094) without a guard band: the rule must be simple',
    ]);
  }
  const [prior, maximumU] = [entry(input, 'prior'), entry(input, 'maximumU')];
  return {
    value,
    given,
    k,
    dof: readFreedom(entry(input, 'dof'), 'dof'),
    ...(lower && { lower }),
    ...(upper && { upper }),
    rule,
    statement,
    purpose,
    ...(rule === 'guarded' && { guard: guard === undefined ? { kind: 'named', name: 'ilac-g8' } : readGuard(guard) }),
    ...(prior !== undefined && { prior: readPrior(prior) }),
    ...(maximumU !== undefined && { maximumU: readPositive(maximumU, 'maximumU') }),
  };
}
