import { performance } from 'node:perf_hooks';
import pg from 'pg';
import type { LedgerCity } from './ledger-city.ts';
import type { Question } from './ledger-questions.ts';

type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly milliseconds: number };

/** What the server sends to the database while it answers. */
async function statementsOf(city: LedgerCity, { who, address }: Question): Promise<Statement[]> {
  const statements: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...all: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function query(this: pg.Client, ...all: unknown[]): unknown {
    const [first] = all as [{ text?: string; values?: unknown[] }];
    const begun = performance.now();
    const answer = original.apply(this, all);
    if (typeof first === 'object' && first.text !== undefined && answer instanceof Promise) {
      const { text, values = [] } = first;
      return answer.then((rows: unknown) => {
        statements.push({ text, values, milliseconds: performance.now() - begun });
        return rows;
      });
    }
    return answer;
  };
  try {
    await city.get(who, address);
  } finally {
    prototype.query = original;
  }
  return statements;
}

/** One question of each kind, the slowest, with the plans of its statements as they ran. */
export async function explainSlowest(city: LedgerCity, slowestFirst: readonly Question[]): Promise<void> {
  const kinds = new Set<string>();
  const client = new pg.Client({ connectionString: city.urls.appUrl });
  await client.connect();
  try {
    for (const question of slowestFirst) {
      if (kinds.has(question.kind)) continue;
      kinds.add(question.kind);
      console.log(`\n== ${question.kind}, ${question.who}: ${decodeURIComponent(question.address)}`);
      for (const { text, values, milliseconds } of await statementsOf(city, question)) {
        if (!/^\s*(select|with)/i.test(text) || !/instrument/.test(text)) continue;
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`, [...values]);
        console.log(`-- ${milliseconds.toFixed(1)} ms: ${text.replaceAll(/\s+/g, ' ').trim().slice(0, 160)}`);
        for (const row of rows) console.log(`   ${row['QUERY PLAN'].slice(0, 200)}`);
      }
    }
  } finally {
    await client.end();
  }
}
