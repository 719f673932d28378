import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { inLanguage, type Text } from '../kernel/text.ts';
import { exportLog, ExportRefused, type LogFolder } from '../measure/transparency/service/export.ts';
import { openDatabase } from '../platform/database.ts';
import { reachDatabase } from '../platform/postgres/reach.ts';
import { StartProblem } from '../platform/start-problem.ts';
import { BadInput, type Call, type Command, type ExitCode } from './command.ts';
import { given } from './file-command.ts';
import { dataFolder, dataOption, startOptionsOf } from './start.ts';

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Each file appears whole under its name or not at all. */
const folderAt = (root: string): LogFolder => ({
  async read(path) {
    try {
      return new Uint8Array(await readFile(join(root, path)));
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  async write(path, bytes) {
    const target = join(root, path);
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(`${target}.part`, bytes);
      await rename(`${target}.part`, target);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === undefined) throw error;
      throw new BadInput([`无法写入 ${target}：${code}`, `Cannot write ${target}: ${code}`]);
    }
  },
});

const refusals: Readonly<Record<ExportRefused['why'], (folder: string) => Text>> = {
  foreign: (folder) => [
    `${folder} 中已有另一日志，请换一个目录`,
    `${folder} holds another log, or a checkpoint that cannot be read; name another folder`,
  ],
  larger: (folder) => [
    `${folder} 中的日志比本系统的还长：本系统可能是从旧备份恢复的，请先查明`,
    `The log in ${folder} is longer than the one here, which may have been restored from an old backup; find out first`,
  ],
};

async function write(call: Call, folder: string): Promise<ExitCode> {
  const { databaseUrl, databaseOwnerUrl, progress } = startOptionsOf(call);
  if ((databaseUrl === undefined) !== (databaseOwnerUrl === undefined)) throw new StartProblem('databaseUrlMissing');
  const own = databaseUrl === undefined || databaseOwnerUrl === undefined ? undefined : { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl };
  const reached = await reachDatabase({ folder: dataFolder(call), own, progress });
  const database = openDatabase(reached.ownerUrl, { connections: 2 });
  const say = (text: Text): string => inLanguage(text, call.language);
  try {
    const done = await exportLog(database.db, folderAt(folder));
    if (done === undefined) {
      call.io.error(say(['透明日志尚无检查点，没有可导出的内容', 'The log has no checkpoint yet: there is nothing to export']));
      return 1;
    }
    const text: Text = [
      `已导出 ${done.origin} 的 ${done.size} 个条目到 ${folder}（写入 ${done.files} 个文件）；核验：tongheng log verify ${folder}`,
      `Exported ${done.size} leaves of ${done.origin} to ${folder} (${done.files} files written); check it: tongheng log verify ${folder}`,
    ];
    call.io.out(call.json ? JSON.stringify({ folder, ...done }) : say(text));
    return 0;
  } catch (error) {
    if (error instanceof ExportRefused) throw new BadInput(refusals[error.why](folder));
    throw error;
  } finally {
    await database.close();
    await reached.close();
  }
}

export const logExportCommands: readonly Command[] = [
  {
    name: 'log export',
    usage: 'log export DIR [--data DIR]',
    summary: ['把透明日志导出为文件，可供任何人核验', 'write the transparency log as files that anybody can verify'],
    options: { data: dataOption },
    run: (call) => write(call, resolve(given(call, 0, 'DIR'))),
  },
];
