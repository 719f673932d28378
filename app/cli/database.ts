import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readVersion } from '../city.ts';
import { inLanguage, type Text } from '../kernel/text.ts';
import { backup } from '../platform/postgres/backup.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { reachDatabase, type ReachedDatabase } from '../platform/postgres/reach.ts';
import { restore } from '../platform/postgres/restore.ts';
import { StartProblem } from '../platform/start-problem.ts';
import { BadInput, type Call, type Command, type ExitCode } from './command.ts';
import { dataFolder, dataOption, startCommand, startOptionsOf } from './start.ts';

function fileOf(call: Call): string {
  const [file] = call.positionals;
  if (file === undefined) throw new BadInput(['缺少备份文件名', 'The name of the backup file is missing']);
  return resolve(file);
}

async function withDatabase(call: Call, work: (database: ReachedDatabase) => Promise<ExitCode>, alone = false): Promise<ExitCode> {
  const { databaseUrl, databaseOwnerUrl, progress } = startOptionsOf(call);
  if ((databaseUrl === undefined) !== (databaseOwnerUrl === undefined)) throw new StartProblem('databaseUrlMissing');
  const own = databaseUrl === undefined || databaseOwnerUrl === undefined ? undefined : { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl };
  const database = await reachDatabase({ folder: dataFolder(call), own, alone, progress });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function say(call: Call, answer: object, text: Text): ExitCode {
  call.io.out(call.json ? JSON.stringify(answer) : inLanguage(text, call.language));
  return 0;
}

const filesFolder = (call: Call): string => join(resolve(dataFolder(call)), 'files');

export const databaseCommands: readonly Command[] = [
  {
    name: 'migrate',
    usage: 'migrate [--data DIR]',
    summary: ['把数据库升级到本程序的版本', "bring the database to this program's version"],
    options: { data: dataOption },
    run: (call) =>
      withDatabase(call, async ({ ownerUrl, appRole }) => {
        const { version } = await migrate({ ownerUrl, appRole });
        return say(call, { version }, [`数据库结构版本 ${version}`, `The database has schema version ${version}`]);
      }),
  },
  {
    name: 'backup',
    usage: 'backup FILE [--data DIR]',
    summary: ['备份数据库与附件，服务可继续运行', 'back up database and files; the server may go on'],
    options: { data: dataOption },
    run: (call) =>
      withDatabase(call, async ({ ownerUrl }) => {
        const target = fileOf(call);
        const result = await backup({ ownerUrl, filesFolder: filesFolder(call), target, program: await readVersion(), at: new Date() });
        return say(call, { target, ...result }, [
          `已备份到 ${target}：${result.tables} 张表，${result.rows} 行，${result.files} 个附件`,
          `Backed up to ${target}: ${result.tables} tables, ${result.rows} rows, ${result.files} files`,
        ]);
      }),
  },
  {
    name: 'restore',
    usage: 'restore FILE [--data DIR] [--replace]',
    summary: ['从备份恢复到空的数据目录', 'restore a backup into an empty data folder'],
    options: { data: dataOption, replace: { type: 'boolean', text: ['清空已有数据后恢复', 'empty a database that holds something'] } },
    run: (call) =>
      withDatabase(
        call,
        async ({ ownerUrl, appRole }) => {
          const source = fileOf(call);
          const replace = call.values['replace'] === true;
          const { header, rows, files } = await restore({ ownerUrl, appRole, filesFolder: filesFolder(call), source, replace });
          return say(call, { source, rows, files, at: header.at }, [
            `已恢复 ${header.at} 的备份：${rows} 行，${files} 个附件。备份不含主密钥：请把原数据目录的 secrets.key 放入新目录后再启动，否则已有签名密钥无法使用`,
            `Restored the backup of ${header.at}: ${rows} rows, ${files} files. It holds no master key: put the former data folder's secrets.key into the new one before the start, or its signing keys cannot be used`,
          ]);
        },
        true,
      ),
  },
  {
    name: 'demo',
    usage: 'demo [--port PORT]',
    summary: ['在临时目录中运行演示，结束后清除', 'run the demonstration in a folder that is removed afterwards'],
    options: { port: { type: 'string', text: ['端口，默认 8080', 'port, 8080 by default'] } },
    async run(call) {
      const folder = await mkdtemp(join(tmpdir(), 'tongheng-demo-'));
      // PostgreSQL may run under another account, which has to pass here.
      await chmod(folder, 0o711);
      try {
        return await startCommand.run({ ...call, values: { ...call.values, data: folder } });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
];
