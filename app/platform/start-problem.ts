import type { Language, Text } from '../kernel/text.ts';

/** Why the program cannot start, and what the person at the terminal can do about it: one line in each language. */
export const startProblems = {
  portTaken: {
    text: ['端口 {port} 已被其他程序占用', 'Port {port} is taken by another program'],
    next: ['请换一个端口：npm start -- --port 8081', 'Choose another one: npm start -- --port 8081'],
  },
  portForbidden: {
    text: ['当前用户不能监听端口 {port}', 'This user may not listen on port {port}'],
    next: ['请使用 1024 以上的端口，由反向代理转发', 'Use a port above 1024 behind a reverse proxy'],
  },
  addressUnknown: {
    text: ['本机没有地址 {host}', 'This machine has no address {host}'],
    next: ['请用 --host 指定本机地址', 'Give an address of this machine with --host'],
  },
  folderNotWritable: {
    text: ['数据目录不可写：{folder}', 'The data folder cannot be written: {folder}'],
    next: ['请修改目录权限，或用 --data 指定其他目录', 'Change its permissions or choose another one with --data'],
  },
  folderInUse: {
    text: ['数据目录 {folder} 正被进程 {pid} 使用', 'The data folder {folder} is in use by process {pid}'],
    next: ['请先停止该进程，或用 --data 指定其他目录', 'Stop that process first or choose another folder with --data'],
  },
  diskFull: {
    text: ['磁盘空间不足：{folder}', 'The disk is full: {folder}'],
    next: ['请释放空间后重新启动，已提交的数据不受影响', 'Free some space and start again; nothing committed is lost'],
  },
  socketPathTooLong: {
    text: ['数据目录的路径过长：{folder}', 'The path of the data folder is too long: {folder}'],
    next: ['请用 --data 指定路径较短的目录', 'Choose a shorter one with --data'],
  },
  passwordsMissing: {
    text: ['数据库口令文件缺失：{file}', 'The file with the database passwords is missing: {file}'],
    next: ['请从备份恢复该文件', 'Bring the file back from your backup'],
  },
  secretsUnreadable: {
    text: ['主密钥文件读不到或内容不对：{file}', 'The file with the master key cannot be read, or holds something else: {file}'],
    next: [
      '请放回原文件并检查权限；须与数据库分开备份',
      'Bring the file back and check its permissions; it is backed up apart from the database',
    ],
  },
  noEmbeddedDatabase: {
    text: ['没有适用于 {machine} 的内嵌 PostgreSQL', 'There is no embedded PostgreSQL for {machine}'],
    next: [
      '请执行 npm ci，或设置 DATABASE_URL 与 DATABASE_OWNER_URL 使用自有的 PostgreSQL',
      'Run npm ci, or use a PostgreSQL of your own with DATABASE_URL and DATABASE_OWNER_URL',
    ],
  },
  databaseOtherVersion: {
    text: [
      '数据目录由 PostgreSQL {found} 创建，本程序自带 {carried}',
      'The data folder was made by PostgreSQL {found}; this program carries {carried}',
    ],
    next: [
      '请用原版本程序执行 tongheng backup，再在新目录执行 tongheng restore',
      'Run tongheng backup with the former program, then tongheng restore into a new folder',
    ],
  },
  databaseFailed: {
    text: ['数据库未能启动：{reason}', 'The database did not start: {reason}'],
    next: ['请查看日志 {log}', 'See the log {log}'],
  },
  databaseEnded: {
    text: ['数据库意外终止', 'The database ended unexpectedly'],
    next: ['请重新启动，已提交的数据不会丢失；原因见日志 {log}', 'Start again, nothing committed is lost; the reason stands in {log}'],
  },
  databaseNewer: {
    text: ['数据库结构版本 {found} 高于本程序的版本 {known}', 'The database has schema version {found}; this program knows {known}'],
    next: ['请使用较新的程序，或恢复升级前的备份', 'Use the newer program or restore the backup made before the upgrade'],
  },
  migrationChanged: {
    text: ['已执行的数据库迁移文件被改动：{reason}', 'A migration that has already run was changed: {reason}'],
    next: ['请恢复原文件；结构变更须写成新的迁移', 'Bring the file back; a change of the schema is a new migration'],
  },
  databaseAway: {
    text: ['无法连接数据库：{reason}', 'The database cannot be reached: {reason}'],
    next: [
      '请检查 DATABASE_URL 与 DATABASE_OWNER_URL 以及数据库是否运行',
      'Check DATABASE_URL, DATABASE_OWNER_URL and whether the server runs',
    ],
  },
  databaseTooOld: {
    text: ['PostgreSQL {found} 版本过低，需要 15 或更高', 'PostgreSQL {found} is too old, 15 or later is needed'],
    next: ['请升级数据库', 'Upgrade the database server'],
  },
  databaseUrlMissing: {
    text: ['DATABASE_URL 与 DATABASE_OWNER_URL 须同时设置', 'DATABASE_URL and DATABASE_OWNER_URL belong together'],
    next: ['请补齐另一个，或都不设置以使用内嵌数据库', 'Set the other one too, or neither to use the embedded database'],
  },
  databaseSameLogin: {
    text: [
      '应用与迁移使用了同一个或同权的数据库登录：{login}',
      'Application and migrations use the same login, or one with the same power: {login}',
    ],
    next: [
      '请为 DATABASE_URL 另建普通登录，使应用不能改动审计记录',
      'Create a plain login for DATABASE_URL, so that the application cannot alter the audit trail',
    ],
  },
  databaseElsewhere: {
    text: ['DATABASE_URL 与 DATABASE_OWNER_URL 不是同一个数据库', 'DATABASE_URL and DATABASE_OWNER_URL are not the same database'],
    next: ['请让两者指向同一个库', 'Let both point to one database'],
  },
  databaseNotChinese: {
    text: ['数据库的字符类型 {found} 不能索引中文', 'The character type {found} of the database cannot index Chinese'],
    next: ["请重建数据库：ENCODING 'UTF8'、LC_CTYPE 'C.UTF-8'", "Create the database again with ENCODING 'UTF8' and LC_CTYPE 'C.UTF-8'"],
  },
  databaseNoExtension: {
    text: ['迁移登录不能建立扩展 pg_trgm 与 btree_gin：{reason}', 'The owner cannot create the extensions pg_trgm and btree_gin: {reason}'],
    next: ['请安装 postgresql-contrib 并授予建库者 CREATE 权限', 'Install postgresql-contrib and grant the owner CREATE on the database'],
  },
  databaseNotEmpty: {
    text: ['目标数据库不是空的', 'The target database is not empty'],
    next: ['请恢复到新的数据目录或新建的数据库', 'Restore into a new data folder or a new database'],
  },
  backupExists: {
    text: ['文件已存在：{file}', 'The file exists already: {file}'],
    next: ['请换一个文件名，备份从不覆盖', 'Choose another name; a backup never overwrites'],
  },
  backupDamaged: {
    text: ['备份文件已损坏或不完整：{reason}', 'The backup file is damaged or incomplete: {reason}'],
    next: ['未写入任何数据，请使用另一份备份', 'Nothing was written; use another backup'],
  },
  demonstrationOnLoopback: {
    text: ['演示数据只能在本机地址上运行，不能监听 {host}', 'The demonstration runs on this machine only and does not listen on {host}'],
    next: ['正式使用请以 --empty 和新的数据目录启动', 'For real use start with --empty and a new data folder'],
  },
  tlsIncomplete: {
    text: ['--tls-cert 与 --tls-key 须同时给出', '--tls-cert and --tls-key belong together'],
    next: ['请补齐另一个', 'Give the other one too'],
  },
  tlsUnreadable: {
    text: ['读不到 TLS 文件：{file}', 'The TLS file cannot be read: {file}'],
    next: ['请检查路径与权限', 'Check its path and permissions'],
  },
  backupNewer: {
    text: ['备份的结构版本 {found} 高于本程序的版本 {known}', 'The backup has schema version {found}; this program knows {known}'],
    next: ['请使用较新的程序恢复', 'Restore it with the newer program'],
  },
} as const satisfies Record<string, { readonly text: Text; readonly next: Text }>;

export type StartProblemCode = keyof typeof startProblems;

const fill = (template: string, facts: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);

/** Thrown before the server listens; the command prints its line and ends with exit code 1. */
export class StartProblem extends Error {
  readonly code: StartProblemCode;
  readonly facts: Readonly<Record<string, string>>;
  constructor(code: StartProblemCode, facts: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(fill(`${startProblems[code].text[1]}. ${startProblems[code].next[1]}`, facts), options);
    this.name = 'StartProblem';
    this.code = code;
    this.facts = facts;
  }

  /** Why and what to do, on one line. */
  line(language: Language): string {
    const { text, next } = startProblems[this.code];
    const [index, stop, end] = language === 'zh' ? ([0, '。', '。'] as const) : ([1, '. ', '.'] as const);
    return fill(`${text[index]}${stop}${next[index]}${end}`, this.facts).replace(/\s+/g, ' ');
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));

/** The problem behind an error of the operating system or the database; undefined when it is none that a person can mend. */
export function toStartProblem(error: unknown, facts: { folder?: string; port?: number; host?: string } = {}): StartProblem | undefined {
  if (error instanceof StartProblem) return error;
  const { code, path, syscall } = (error ?? {}) as { code?: string; path?: string; syscall?: string };
  const folder = path ?? facts.folder ?? '';
  const port = String(facts.port ?? '');
  switch (code) {
    case 'EADDRINUSE':
      return new StartProblem('portTaken', { port }, { cause: error });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return syscall === 'listen' || syscall === 'getaddrinfo'
        ? new StartProblem('addressUnknown', { host: facts.host ?? '' }, { cause: error })
        : undefined;
    case 'EACCES':
    case 'EPERM':
    case 'EEXIST':
    case 'EROFS':
    case 'ENOTDIR':
      if (syscall === 'listen') return new StartProblem('portForbidden', { port }, { cause: error });
      return new StartProblem('folderNotWritable', { folder }, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
    case '53100':
      return new StartProblem('diskFull', { folder }, { cause: error });
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case '28P01':
    case '28000':
    case '3D000':
    case '57P03':
      return new StartProblem('databaseAway', { reason: reasonOf(error) }, { cause: error });
    default:
      return undefined;
  }
}
