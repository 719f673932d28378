import type { RunningCity, StartOptions } from '../main.ts';
import { inLanguage, type Language, type Text } from '../kernel/text.ts';
import { openKeyDevice } from '../platform/key-device.ts';
import { openSealService } from '../platform/seal-service.ts';
import { BadInput, type Call, type Command } from './command.ts';

export const dataOption = { type: 'string', text: ['数据目录，默认 .data', 'data folder, .data by default'] } as const satisfies {
  type: 'string';
  text: Text;
};

export const dataFolder = (call: Call): string => String(call.values['data'] ?? '.data');

function portOf(value: unknown): number {
  const port = Number(value ?? 8080);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new BadInput([`端口不正确：${String(value)}`, `Not a port: ${String(value)}`]);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function startOptionsOf(call: Call): StartOptions {
  const { values, io, language } = call;
  const publicUrl = text(values['public-url']);
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) throw new BadInput([`网址不正确：${publicUrl}`, `Not an address: ${publicUrl}`]);
  return {
    port: portOf(values['port']),
    host: text(values['host']) ?? '127.0.0.1',
    data: dataFolder(call),
    empty: values['empty'] === true,
    publicUrl: publicUrl?.replace(/\/$/, ''),
    tlsCert: text(values['tls-cert']),
    tlsKey: text(values['tls-key']),
    trustProxy: values['trust-proxy'] === true,
    databaseUrl: text(io.environment['DATABASE_URL']),
    databaseOwnerUrl: text(io.environment['DATABASE_OWNER_URL']),
    secretsKeyFile: text(io.environment['TONGHENG_SECRETS_KEY_FILE']),
    keyDevice: openKeyDevice(io.environment),
    sealService: openSealService(io.environment),
    metricsToken: text(io.environment['TONGHENG_METRICS_TOKEN']),
    log: values['log'] === true ? 'info' : 'silent',
    progress: (message) => io.error(inLanguage(message, language)),
  };
}

function greeting(city: RunningCity, language: Language): string[] {
  const say = (message: Text): string => inLanguage(message, language);
  const lines = ['', `${say(['通衡已启动', 'Tongheng is running'])}: ${city.url}`];
  if (city.demonstration) {
    lines.push(say(['演示数据，全部虚构，不具效力', 'Demonstration: every record is fictional and without effect']));
  }
  if (city.accounts.length > 0) lines.push('', say(['登录账号（账号 / 密码 / 身份）', 'Accounts (account / password / role)']));
  for (const account of city.accounts)
    lines.push(`  ${account.account.padEnd(16)} ${account.password.padEnd(22)} ${say(account.role)} ${account.name}`);
  lines.push('', say(['按 Ctrl-C 停止', 'Press Ctrl-C to stop']));
  return lines;
}

/** Waits for the signal to end; a second signal ends at once. */
function untilAsked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}

export const startCommand: Command = {
  name: 'start',
  usage: 'start [options]',
  summary: ['启动服务', 'start the server'],
  options: {
    port: { type: 'string', text: ['端口，默认 8080', 'port, 8080 by default'] },
    host: { type: 'string', text: ['监听地址，默认 127.0.0.1', 'address to listen on, 127.0.0.1 by default'] },
    data: dataOption,
    empty: {
      type: 'boolean',
      text: ['新数据目录不装演示数据：正式城市', 'a new data folder becomes a real city without the demonstration'],
    },
    'public-url': { type: 'string', text: ['公众访问的网址', 'address by which the public reaches it'] },
    'tls-cert': { type: 'string', text: ['TLS 证书文件', 'TLS certificate file'] },
    'tls-key': { type: 'string', text: ['TLS 私钥文件', 'TLS key file'] },
    'trust-proxy': { type: 'boolean', text: ['信任反向代理的转发头', 'trust the headers of a reverse proxy'] },
    log: { type: 'boolean', text: ['输出结构化日志', 'print the structured log'] },
  },
  async run(call) {
    const asked = untilAsked();
    const { startCity } = await import('../main.ts');
    const city = await startCity(startOptionsOf(call));
    if (call.json) call.io.out(JSON.stringify({ url: city.url, demonstration: city.demonstration }));
    else for (const line of greeting(city, call.language)) call.io.out(line);
    try {
      await Promise.race([asked, city.failed]);
    } finally {
      await city.stop();
    }
    return 0;
  },
};
