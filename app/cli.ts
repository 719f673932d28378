import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BadInput, type Command, type Io } from './cli/command.ts';
import { certificateCommands } from './cli/certificate.ts';
import { comparisonCommands } from './cli/comparison.ts';
import { conformityCommands } from './cli/conformity.ts';
import { controlChartCommands } from './cli/control-chart.ts';
import { databaseCommands } from './cli/database.ts';
import { logCommands } from './cli/log.ts';
import { logExportCommands } from './cli/log-export.ts';
import { measurementCommands } from './cli/measurement.ts';
import { netContentCommands } from './cli/net-content.ts';
import { planCommands } from './cli/plan.ts';
import { proficiencyCommands } from './cli/proficiency.ts';
import { quantityCommands } from './cli/quantity.ts';
import { regressionCommands } from './cli/regression.ts';
import { startCommand } from './cli/start.ts';
import { uncertaintyCommands } from './cli/uncertainty.ts';
import { unitLintCommands } from './cli/unit-lint.ts';
import { witnessCommands } from './cli/witness.ts';
import { inLanguage, type Language, type Text } from './kernel/text.ts';
import { toStartProblem } from './platform/start-problem.ts';

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

async function readText(file: string): Promise<string> {
  if (file !== '-') return readFile(file, 'utf8');
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  read: async (file) =>
    readText(file).catch((error: NodeJS.ErrnoException) => {
      throw new BadInput([`无法读取 ${file}：${error.code ?? error.message}`, `Cannot read ${file}: ${error.code ?? error.message}`]);
    }),
  environment: process.env,
};

function languageOf(chosen: unknown): Language {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
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

async function main(arguments_: readonly string[]): Promise<number> {
  const words = arguments_.filter((argument, index) => !argument.startsWith('--') && arguments_[index - 1] !== '--lang');
  const byLength = [...commands].sort((one, other) => other.name.length - one.name.length);
  const command = byLength.find((candidate) => words.slice(0, candidate.name.split(' ').length).join(' ') === candidate.name);
  const language = languageOf(arguments_[arguments_.indexOf('--lang') + 1] ?? undefined);
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
      language: languageOf(values['lang']),
      json: values['json'] === true,
      io,
    });
  } catch (error) {
    return explain(error, language, command);
  }
}

function explain(error: unknown, language: Language, command: Command): number {
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

process.exitCode = await main(process.argv.slice(2));
