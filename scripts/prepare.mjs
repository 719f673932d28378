// Plain JavaScript for the Node the machine happens to have: what is needed before TypeScript can run.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const say = (chinese, english) => process.stderr.write(`${chinese} / ${english}\n`);

/** Ends with the line that says why and what to do. */
export function refuse(chinese, english) {
  say(chinese, english);
  process.exit(1);
}

export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse(
    `需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请升级 Node.js 后重试。`,
    `Node.js 20.19 or later is needed, this is ${process.versions.node}. Upgrade Node.js and try again.`,
  );
}

const digestOf = (content) => createHash('sha256').update(content).digest('hex');

const readText = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const writeStamp = (file, stamp) => {
  writeFileSync(`${file}.draft`, stamp);
  renameSync(`${file}.draft`, file);
};

/**
 * Runs a program to its end and answers its exit code; on Linux it does not outlive this process. There it also gets a
 * session of its own when it is a server: Ctrl-C reaches this process from the terminal and from npm, and the server once.
 */
export function run(file, args, { server = false, ...options } = {}) {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => process.platform === 'linux' && existsSync(path));
  const child =
    setpriv === undefined
      ? spawn(file, args, { stdio: 'inherit', ...options })
      : spawn(setpriv, ['--pdeathsig', 'TERM', '--', file, ...args], { stdio: 'inherit', detached: server, ...options });
  let forwarded = -Infinity;
  const forward = (signal) => {
    if (performance.now() - forwarded < 500) return;
    forwarded = performance.now();
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      done(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** A long step says that it is alive, also where npm and Vite keep quiet because nobody sits at a terminal. */
async function withProgress(chinese, english, step) {
  const started = Date.now();
  say(`${chinese}…`, `${english}…`);
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`  ${chinese}，已用 ${seconds} 秒`, `${english}, ${seconds} s so far`);
  }, 10_000);
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Two commands started at once do a step once: the second waits and finds it done. */
async function alone(step) {
  const lock = join(root, '.preparing');
  for (let waits = 0; ; waits += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        refuse(
          `目录不可写：${root}（${error.code}）。请修改权限后重试。`,
          `The folder cannot be written: ${root} (${error.code}). Change its permissions and try again.`,
        );
      }
    }
    const holder = Number(readText(lock));
    // An empty file belongs to a process between making and writing it.
    if (holder > 0 ? !isAlive(holder) : waits > 10) rmSync(lock, { force: true });
    else if (waits === 0) say('另一个进程正在安装或构建，等待中…', 'Another process is installing or building, waiting…');
    await new Promise((done) => setTimeout(done, 300));
  }
  const unlock = () => rmSync(lock, { force: true });
  process.once('exit', unlock);
  try {
    return await step();
  } finally {
    process.off('exit', unlock);
    unlock();
  }
}

const installStamp = () => `${digestOf(readFileSync(join(root, 'package-lock.json')))} ${process.platform}-${process.arch}\n`;

/** Installs exactly what the lock file says, when it is not what lies in node_modules. */
export async function install() {
  const file = join(root, 'node_modules/.tongheng-installed');
  const isCurrent = () => readText(file) === installStamp();
  if (isCurrent()) return;
  await alone(async () => {
    if (isCurrent()) return;
    const arguments_ = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const { npm_execpath: npm, npm_node_execpath: node } = process.env;
    // npm puts node_modules/.bin first, where a Node lies that npm is about to replace: npm keeps the one it was started with.
    const [program, ...first] = npm === undefined ? ['npm'] : [node ?? process.execPath, npm];
    const code = await withProgress('正在安装依赖，首次约需半分钟', 'Installing dependencies, about half a minute the first time', () =>
      run(program, [...first, ...arguments_], { cwd: root }),
    );
    if (code !== 0) {
      refuse(
        '依赖安装失败，请检查网络与磁盘空间（详见上方 npm 的输出）后重试。',
        'Installing failed. Check network and disk space (npm says more above) and try again.',
      );
    }
    writeStamp(file, installStamp());
  });
}

/** Node 24 or later: the machine's own, else the one that npm carried. */
export function findRuntime() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const carried = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(carried)) return carried;
  return refuse(
    `没有适用于 ${process.platform}-${process.arch} 的 Node 24。请自行安装 Node.js 24 后重试。`,
    `No Node 24 came for ${process.platform}-${process.arch}. Install Node.js 24 yourself and try again.`,
  );
}

const isServerOnly = (path) => /(\.test\.ts|\/(store|service|jobs)(\.ts|\/.*))$|^app\/platform\/|^app\/(main|cli)\.ts$/.test(path);

function* filesBelow(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') yield* filesBelow(path);
    } else if (!isServerOnly(path)) yield path;
  }
}

function buildStamp() {
  const pages = readdirSync(root).filter((name) => name.endsWith('.html'));
  const files = [...pages, ...filesBelow('app'), ...filesBelow('packages'), 'vite.config.ts', 'package-lock.json'];
  const digest = createHash('sha256');
  for (const path of files.sort((one, other) => (one < other ? -1 : 1))) {
    digest.update(`${path}\0${digestOf(readFileSync(join(root, path)))}\n`);
  }
  return `${digest.digest('hex')}\n`;
}

/** Builds the pages when their sources are not those of the last build. */
export async function buildWeb(runtime) {
  const file = join(root, 'dist/.stamp');
  const isCurrent = () => readText(file) === buildStamp();
  if (isCurrent()) return;
  await alone(async () => {
    if (isCurrent()) return;
    const stamp = buildStamp();
    rmSync(file, { force: true });
    const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
    const code = await withProgress('正在构建网页', 'Building the pages', () => run(runtime, vite, { cwd: root }));
    if (code !== 0) refuse('网页构建失败，原因见上方输出。', 'Building the pages failed; the reason stands above.');
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeStamp(file, stamp);
  });
}

/** Parent and, where the system tells, grandparent of this process: npm starts a script through a shell. */
export function ancestors() {
  const stat = readText(`/proc/${process.ppid}/stat`) ?? '';
  return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`;
}

// Decision 12: the middle compiler of the V8 in Node 24 answers wrong numbers now and then on a busy machine.
const engineOptions = ['--no-maglev'];

/** Runs one of our TypeScript programs with the runtime; compiled modules are kept for the next start. */
export const runProgram = (runtime, program, args, options = {}) =>
  run(runtime, [...engineOptions, join(root, program), ...args], {
    ...options,
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env },
  });
