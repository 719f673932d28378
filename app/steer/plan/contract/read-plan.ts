import { locales } from 'zod';
import { Problem, problems } from '../../../kernel/problem.ts';
import { PlanDocument } from './document.ts';

export const planFileProblems = problems('planFile', {
  notJson: {
    kind: 'malformed',
    text: ['规划文件不是合法的 JSON', 'The plan file is not JSON'],
    next: ['请用 UTF-8 编码的 JSON 文件，并检查提示的位置', 'Use a JSON file in UTF-8 and check the place named'],
  },
  invalid: {
    kind: 'invalid',
    text: ['规划文件的内容不符合格式', 'The plan file does not have the form of a plan'],
    next: ['请对照 data/plans 中的文件逐项改正', 'Correct it place by place, after the files in data/plans'],
  },
});

type Fault = { readonly path: readonly (string | number)[]; readonly zh: string; readonly en: string };

const placeOf = (path: readonly (string | number)[]): string => path.join('.') || '/';

function refuse(faults: readonly Fault[]): never {
  const shown = faults.slice(0, 8);
  const more = faults.length - shown.length;
  throw new Problem(planFileProblems.invalid, {
    detail: [
      shown.map((fault) => `${placeOf(fault.path)}：${fault.zh}`).join('；') + (more > 0 ? `；另有${more}处` : ''),
      shown.map((fault) => `${placeOf(fault.path)}: ${fault.en}`).join('; ') + (more > 0 ? `; and ${more} more` : ''),
    ],
    issues: faults.map((fault) => ({ path: fault.path, message: fault.en })),
  });
}

/** Records that point at sentences, bodies or tables that are not in the file. Whether a quoted phrase is printed is for the check to say. */
function loose(plan: PlanDocument): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: Fault['path'], zh: string, en: string): number => faults.push({ path, zh, en });
  const unique = (path: Fault['path'], ids: readonly string[]): void =>
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) fault([...path, index, 'id'], `标识“${id}”重复`, `the id "${id}" is used twice`);
    });
  const ids = new Set(plan.sentences.map((sentence) => sentence.id));
  const sentence = (path: Fault['path'], id: string | null): void => {
    if (id !== null && !ids.has(id)) fault(path, `没有句子“${id}”`, `there is no sentence "${id}"`);
  };
  unique(
    ['sentences'],
    plan.sentences.map((each) => each.id),
  );
  unique(
    ['bodies'],
    plan.bodies.map((each) => each.id),
  );
  unique(
    ['tables'],
    plan.tables.map((each) => each.id),
  );
  unique(
    ['goals'],
    plan.goals.map((each) => each.id),
  );
  unique(
    ['tasks'],
    plan.tasks.map((each) => each.id),
  );
  plan.goals.forEach((goal, at) => {
    unique(
      ['goals', at, 'indicators'],
      goal.indicators.map((each) => each.id),
    );
    goal.indicators.forEach((indicator, index) => {
      const path = ['goals', at, 'indicators', index];
      sentence([...path, 'sentence'], indicator.sentence);
      if (!indicator.phrase.includes(indicator.subject)) {
        fault(
          [...path, 'subject'],
          `“${indicator.phrase}”里没有“${indicator.subject}”`,
          `"${indicator.phrase}" does not hold "${indicator.subject}"`,
        );
      }
      const { counting } = indicator;
      if (counting.rule === 'cells' && !plan.tables.some((table) => table.id === counting.list)) {
        fault([...path, 'counting', 'list'], `没有附表“${counting.list}”`, `there is no table "${counting.list}"`);
      }
    });
  });
  for (const kind of ['tasks', 'safeguards'] as const) {
    plan[kind].forEach((task, at) =>
      task.bodies.forEach((id, index) => {
        if (!plan.bodies.some((body) => body.id === id)) fault([kind, at, 'bodies', index], `没有单位“${id}”`, `there is no body "${id}"`);
      }),
    );
  }
  plan.definitions.forEach((each, index) => sentence(['definitions', index, 'sentence'], each.sentence));
  plan.tables.forEach((table, index) => {
    sentence(['tables', index, 'heading'], table.heading);
    sentence(['tables', index, 'note'], table.note);
    unique(
      ['tables', index, 'items'],
      table.items.map((item) => item.id),
    );
  });
  return faults;
}

/** The plan in a parsed file, or a problem that names every place that is wrong. */
export function readPlan(json: unknown): PlanDocument {
  const english = PlanDocument.safeParse(json, { error: locales.en().localeError });
  if (!english.success) {
    const chinese = PlanDocument.safeParse(json, { error: locales.zhCN().localeError });
    refuse(
      english.error.issues.map((issue, index) => ({
        path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
        zh: chinese.error?.issues[index]?.message ?? issue.message,
        en: issue.message,
      })),
    );
  }
  const faults = loose(english.data);
  if (faults.length > 0) refuse(faults);
  return english.data;
}

/** The plan in the text of a file. */
export function readPlanText(text: string): PlanDocument {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const position = /position (\d+)/.exec(reason)?.[1];
    const before = position === undefined ? text : text.slice(0, Number(position));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    throw new Problem(planFileProblems.notJson, {
      detail: [`第${line}行第${column}列：${reason}`, `line ${line}, column ${column}: ${reason}`],
    });
  }
  return readPlan(json);
}
