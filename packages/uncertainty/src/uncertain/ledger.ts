/**
 * One session's knowledge of identifiers. Contradictions are found when quantities meet in an operation; a ledger finds them when archives
 * are opened, also between quantities that never meet.
 */
import { byId, requireSameGroup, requireSameInfluence, requireSameResult, type Group, type Influence, type Result } from './influence.ts';

/** What a session knows under its identifiers: hand the same one to each `open`. */
export class Ledger {
  readonly #influences = new Map<string, Influence>();
  readonly #results = new Map<string, Result>();
  /** Results that were taken in with all that they depend on. */
  readonly #whole = new Set<Result>();

  /** Every influence known here, members of their groups included, sorted by identifier. */
  get influences(): readonly Influence[] {
    return [...this.#influences.values()].sort(byId);
  }
  /** Every named result known here, sorted by identifier. */
  get results(): readonly Result[] {
    return [...this.#results.values()].sort(byId);
  }

  /** Takes in all that another ledger knows. @throws InvalidInput where they contradict each other; then nothing is taken in */
  take(other: Ledger): void {
    const [influences, results] = [other.influences, other.results];
    this.#require(influences, results);
    for (const influence of influences) this.#enter(influence);
    for (const result of results) if (!this.#results.has(result.id)) this.#results.set(result.id, result);
  }

  /** Whether these mean what the ledger knows under their identifiers. @throws InvalidInput naming identifier and field where not */
  #require(influences: readonly Influence[], results: readonly Result[]): void {
    const groups = new Set<Group>();
    for (const influence of influences) {
      const known = this.#influences.get(influence.id);
      if (known !== undefined) requireSameInfluence(known, influence);
      if (influence.group !== undefined) groups.add(influence.group);
    }
    for (const group of groups) {
      for (const { id } of group.members) {
        const member = this.#influences.get(id);
        if (member !== undefined) requireSameGroup(id, member.group, group);
      }
    }
    for (const result of results) {
      const known = this.#results.get(result.id);
      if (known !== undefined) requireSameResult(known, result);
    }
  }

  /**
   * Takes in a named result with all that it depends on.
   * @throws InvalidInput naming identifier and field where an identifier has another meaning here
   */
  add(result: Result): void {
    const waiting = [result];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.#whole.has(next)) continue;
      this.#whole.add(next);
      const { influences, results } = next.components;
      this.#require(influences.items, [next, ...results.items]);
      for (const influence of influences.items) this.#enter(influence);
      if (!this.#results.has(next.id)) this.#results.set(next.id, next);
      for (const part of results.items) if (!this.#whole.has(part)) waiting.push(part);
    }
  }

  #enter(influence: Influence): void {
    if (this.#influences.has(influence.id)) return;
    const { group } = influence;
    if (group === undefined) this.#influences.set(influence.id, influence);
    else group.members.forEach((member, position) => this.#influences.set(member.id, { ...member, group, position }));
  }
}
