import { parseArgs } from 'node:util';
import { BadInput, type Command, type ExitCode, type Io } from './command.ts';
import { certificateCommands } from './certificate.ts';
import { comparisonCommands } from './comparison.ts';
import { conformityCommands } from './conformity.ts';
import { controlChartCommands } from './control-chart.ts';
import { databaseCommands } from './database.ts';
import { logCommands } from './log.ts';
import { logExportCommands } from './log-export.ts';
import { measurementCommands } from './measurement.ts';
import { netContentCommands } from './net-content.ts';
import { planCommands } from './plan.ts';
import { proficiencyCommands } from './proficiency.ts';
import { quantityCommands } from './quantity.ts';
import { regressionCommands } from './regression.ts';
import { startCommand } from './start.ts';
import { uncertaintyCommands } from './uncertainty.ts';
import { unitLintCommands } from './unit-lint.ts';
import { witnessCommands } from './witness.ts';
import { inLanguage, type Language, type Text } from '../kernel/text.ts';
import { toStartProblem } from '../platform/start-problem.ts';

const commands: readonly Command[] = [
  startCommand,
  ...databaseCommands,
  ...planCommands,
  ...measurementCommands,
  ...quantityCommands,
  ...uncertaintyCommands,
  ...netContentCommands,
  ...certificateCommands,
  ...comparisonCommands,
  ...conformityCommands,
  ...controlChartCommands,
  ...proficiencyCommands,
  ...regressionCommands,
  ...unitLintCommands,
  ...logCommands,
  ...logExportCommands,
  ...witnessCommands,
];

const general = {
  help: { type: 'boolean', text: ['显示说明', 'show this help'] },
  json: { type: 'boolean', text: ['输出供机器读取的 JSON', 'answer JSON for machines'] },
  lang: { type: 'string', text: ['界面语言 zh 或 en', 'language of messages, zh or en'] },
} as const satisfies Command['options'];

function languageOf(chosen: unknown, { environment }: Io): Language {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const locale = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return /^en/i.test(locale) ? 'en' : 'zh';
}

function describe(command: Command, language: Language): string {
  const lines = Object.entries({ ...command.options, ...general }).map(
    ([name, option]) => `  --${name.padEnd(14)} ${inLanguage(option.text, language)}`,
  );
  return [`tongheng ${command.usage}`, '', inLanguage(command.summary, language), '', ...lines].join('\n');
}

function overview(language: Language): string {
  const title: Text = ['通衡：一座城市的开放计量平台', 'Tongheng: the open metrology platform of a city'];
  return [
    inLanguage(title, language),
    '',
    ...commands.map((command) => `  tongheng ${command.usage.padEnd(44)} ${inLanguage(command.summary, language)}`),
  ].join('\n');
}

// A value such as -1.15 is a value, not an option: it is marked until the options are parsed.
const mark = '\u0000';
const marked = (arguments_: readonly string[]): string[] =>
  arguments_.map((argument) => (/^-\d/.test(argument) ? `${mark}${argument}` : argument));
const unmarked = (positionals: readonly string[]): string[] => positionals.map((value) => value.replace(mark, ''));

/** What `tongheng …` does with the words after its name. Throws what no command foresaw. */
export async function answerTo(arguments_: readonly string[], io: Io): Promise<ExitCode> {
  const words = arguments_.filter((argument, index) => !argument.startsWith('--') && arguments_[index - 1] !== '--lang');
  const byLength = [...commands].sort((one, other) => other.name.length - one.name.length);
  const command = byLength.find((candidate) => words.slice(0, candidate.name.split(' ').length).join(' ') === candidate.name);
  const language = languageOf(arguments_[arguments_.indexOf('--lang') + 1] ?? undefined, io);
  if (command === undefined) {
    const known = words.length === 0;
    (known ? io.out : io.error)(overview(language));
    return known ? 0 : 2;
  }
  const count = command.name.split(' ').length;
  let seen = 0;
  const rest = arguments_.filter((argument, index) => argument.startsWith('--') || arguments_[index - 1] === '--lang' || ++seen > count);
  try {
    const options = { ...command.options, ...general };
    const { values, positionals } = parseArgs({ args: marked(rest), options, allowPositionals: true });
    if (values['help'] === true) {
      io.out(describe(command, language));
      return 0;
    }
    return await command.run({
      positionals: unmarked(positionals),
      values: values as never,
      language: languageOf(values['lang'], io),
      json: values['json'] === true,
      io,
    });
  } catch (error) {
    return explain(error, language, command, io);
  }
}

function explain(error: unknown, language: Language, command: Command, io: Io): ExitCode {
  if (error instanceof BadInput) {
    io.error(inLanguage(error.text, language));
    return 2;
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    io.error(`${error.message}\n${describe(command, language)}`);
    return 2;
  }
  const problem = toStartProblem(error);
  if (problem === undefined) throw error;
  io.error(problem.line(language));
  return 1;
}
