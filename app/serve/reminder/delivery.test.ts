import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { openFiles } from '../../platform/files.ts';
import { perform } from '../../platform/jobs.ts';
import { jobs } from '../../slices.ts';
import { reminderEndpoints } from './contract.ts';
import { adapterFor, recorder } from './service/delivery.ts';

const { chooseReminders, listReminderMessages, readReminderDelivery, retryReminderMessage, stopEmails, readReminderChoice } =
  reminderEndpoints;

type Mail = { readonly from: string; readonly to: string[]; readonly data: string };

/** As much of RFC 5321 as a client needs: greeting, HELO, envelope, data with dots unstuffed. `refuse` answers the next DATA with 451. */
async function openMailServer() {
  const mails: Mail[] = [];
  const state = { refuse: 0, hangUpAfterData: false };
  const server: Server = createServer((socket) => {
    let buffer = '';
    let reading = false;
    let mail = { from: '', to: [] as string[], data: '' };
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    say('220 test ESMTP');
    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (reading) {
          if (line === '.') {
            reading = false;
            if (state.refuse > 0) {
              state.refuse -= 1;
              say('451 try again later');
              continue;
            }
            mails.push(mail);
            if (state.hangUpAfterData) socket.destroy();
            else say('250 taken');
          } else mail.data += `${line.replace(/^\.\./, '.')}\r\n`;
          continue;
        }
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === 'EHLO') say('250 test');
        else if (verb === 'MAIL') {
          mail = { from: /<(.*?)>/.exec(line)?.[1] ?? '', to: [], data: '' };
          say('250 ok');
        } else if (verb === 'RCPT') {
          mail.to.push(/<(.*?)>/.exec(line)?.[1] ?? '');
          say('250 ok');
        } else if (verb === 'DATA') {
          reading = true;
          say('354 go on');
        } else if (verb === 'QUIT') {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, state, close: () => new Promise<void>((done) => server.close(() => done())) };
}

/** A header of a mail, unfolded and with its encoded words read (RFC 2047). */
function header(data: string, name: string): string {
  const head = data.slice(0, data.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const value = new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_whole, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : quoted(text.replaceAll('_', ' ')),
    );
}
const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();
const bodyOf = (data: string): string => {
  const body = data.slice(data.indexOf('\r\n\r\n') + 4);
  return header(data, 'Content-Transfer-Encoding') === 'base64' ? Buffer.from(body, 'base64').toString() : quoted(body);
};

let city: City;
let server: Awaited<ReturnType<typeof openMailServer>>;
before(async () => {
  city = await openCity({ now: '2026-11-23T02:00:00Z' });
  server = await openMailServer();
  await city.database.db
    .updateTable('personDetail')
    .set({ email: 'wang@example.cn', phone: '13812340000' })
    .where('personId', '=', city.ids.holder.person)
    .execute();
});
after(async () => {
  for (const name of ['TONGHENG_SMTP_URL', 'TONGHENG_MAIL_FROM', 'TONGHENG_SMS_URL', 'TONGHENG_SMS_TOKEN']) delete process.env[name];
  await server.close();
  await city.close();
});

const run = (task: string, payload: Record<string, unknown> = {}, at: Date = city.clock.now) =>
  perform(task, payload, {
    database: city.database,
    files: openFiles('.'),
    clock: () => at,
    demonstration: false,
    publicUrl: 'http://127.0.0.1:8080',
    jobs,
    crontab: '',
  });

let turn = 0;
/** A message that waits for the holder; answers its id. */
async function queue(channel: 'email' | 'sms', body = '贵单位有2 台（件）已过有效期，请及时申请检定（不收费）。'): Promise<string> {
  turn += 1;
  const id = crypto.randomUUID();
  const at = city.clock.now.toISOString();
  await city.database.db
    .insertInto('reminderMessage')
    .values({
      id,
      personId: city.ids.holder.person,
      organizationId: city.ids.holder.organization,
      channel,
      topic: 'overdue',
      key: `test ${turn}`,
      title: '计量器具到期提醒',
      body,
      href: '/desk/instruments?standing=overdue',
      language: 'zh',
      state: 'queued',
      nextAt: at,
      at,
    })
    .execute();
  return id;
}
const message = async (id: string) =>
  (await city.as('administrator').call(listReminderMessages, { query: { limit: 200 } })).items.find((one) => one.id === id);

test('without configuration nothing leaves: the message stands in the test inbox, its recipient masked', async () => {
  const id = await queue('email');
  await run('sendReminderMessage', { message: id });
  const found = await message(id);
  assert.deepEqual([found?.state, found?.adapter, found?.recipient, found?.attempts], ['recorded', 'recorded', 'w***@example.cn', 1]);
  const { channels, counts } = await city.as('administrator').call(readReminderDelivery, {});
  assert.deepEqual(channels, [
    { channel: 'email', adapter: 'recorded', server: null },
    { channel: 'sms', adapter: 'recorded', server: null },
  ]);
  assert.equal(counts.recorded, 1);
  await refused(city.as('holder').call(listReminderMessages, { query: {} }), 'platform.forbidden');
});

test('an e-mail reaches a server by SMTP whole, with a steady id and a way to stop, and is not sent twice', async () => {
  process.env['TONGHENG_SMTP_URL'] = server.url;
  process.env['TONGHENG_MAIL_FROM'] = '通衡 <noreply@tongheng.example>';
  const id = await queue('email', '.第一行以点开头\n.\n贵单位有2 台（件）已过有效期。');
  await run('sendReminderMessage', { message: id });
  await run('sendReminderMessage', { message: id });
  assert.equal(server.mails.length, 1);
  const [mail] = server.mails;
  assert.ok(mail);
  assert.deepEqual([mail.from, mail.to], ['noreply@tongheng.example', ['wang@example.cn']]);
  assert.equal(header(mail.data, 'Message-ID'), `<${id}@tongheng.example>`);
  assert.equal(header(mail.data, 'Subject'), '计量器具到期提醒');
  const text = bodyOf(mail.data);
  assert.match(text, /^\.第一行以点开头\r?\n\.\r?\n贵单位有2 台（件）已过有效期。/);
  assert.ok(text.includes('http://127.0.0.1:8080/desk/instruments?standing=overdue'));
  assert.match(header(mail.data, 'List-Unsubscribe'), /^<http:\/\/127\.0\.0\.1:8080\/unsubscribe\?token=[0-9a-f-]{36}\.[\w-]{24}>$/);
  const found = await message(id);
  assert.deepEqual([found?.state, found?.adapter, found?.recipient], ['sent', 'smtp', 'w***@example.cn']);
  assert.ok(!(found?.body ?? '').includes('unsubscribe'), 'the log holds no link that belongs to the recipient');
});

test('what a server refuses for the moment is tried again later by itself, and given up after the last try with the reason', async () => {
  const id = await queue('email');
  server.state.refuse = 1;
  const sent = server.mails.length;
  await run('sendReminderMessage', { message: id });
  const waiting = await message(id);
  assert.deepEqual([waiting?.state, waiting?.attempts, waiting?.nextAt], ['queued', 1, '2026-11-23T02:01:00.000Z']);
  assert.match(waiting?.fault ?? '', /451/);
  assert.ok(!(waiting?.fault ?? '').includes('wang@example.cn'));
  await run('sendReminderMessage', { message: id });
  assert.deepEqual([(await message(id))?.state, server.mails.length], ['sent', sent + 1]);

  const given = await queue('email');
  server.state.refuse = 6;
  for (let attempt = 0; attempt < 6; attempt += 1) await run('sendReminderMessage', { message: given });
  const failed = await message(given);
  assert.deepEqual([failed?.state, failed?.attempts, failed?.nextAt], ['failed', 6, null]);
  await run('sendReminderMessage', { message: given });
  assert.equal((await message(given))?.attempts, 6, 'what failed is left alone');
  await city.as('administrator').call(retryReminderMessage, { params: { id: given as never } });
  await run('sendReminderMessage', { message: given });
  assert.equal((await message(given))?.state, 'sent');
  await refused(city.as('administrator').call(retryReminderMessage, { params: { id: given as never } }), 'reminder.notFailed');
});

test('when the server hangs up after it has taken a mail, the second try bears the same Message-ID', async () => {
  const id = await queue('email');
  const before_ = server.mails.length;
  server.state.hangUpAfterData = true;
  await run('sendReminderMessage', { message: id });
  server.state.hangUpAfterData = false;
  assert.equal((await message(id))?.state, 'queued');
  await run('sendReminderMessage', { message: id });
  const twice = server.mails.slice(before_).map(({ data }) => header(data, 'Message-ID'));
  assert.deepEqual(twice, [`<${id}@tongheng.example>`, `<${id}@tongheng.example>`]);
});

test('two workers at once send a message once', async () => {
  const id = await queue('email');
  const sent = server.mails.length;
  await Promise.all([run('sendReminderMessage', { message: id }), run('sendReminderMessage', { message: id })]);
  assert.equal(server.mails.length, sent + 1);
});

test('an SMS goes to the gateway of the city with its key; without a number on record it fails with the reason', async () => {
  const asked: { body: Record<string, string>; authorization: string | undefined }[] = [];
  const gateway = createHttpServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      asked.push({ body: JSON.parse(text) as Record<string, string>, authorization: request.headers.authorization });
      response.writeHead(asked.length === 1 ? 503 : 202).end();
    });
  });
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
  process.env['TONGHENG_SMS_URL'] = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`;
  process.env['TONGHENG_SMS_TOKEN'] = 'secret-of-the-gateway';
  const id = await queue('sms', '【通衡】贵单位有2 台（件）已过有效期。');
  await run('sendReminderMessage', { message: id });
  assert.match((await message(id))?.fault ?? '', /503/);
  await run('sendReminderMessage', { message: id });
  await new Promise<void>((done) => gateway.close(() => done()));
  assert.deepEqual(asked[1], {
    body: { id, to: '13812340000', text: '【通衡】贵单位有2 台（件）已过有效期。' },
    authorization: 'Bearer secret-of-the-gateway',
  });
  const found = await message(id);
  assert.deepEqual([found?.state, found?.recipient], ['sent', '138****0000']);
  assert.equal((await city.as('administrator').call(readReminderDelivery, {})).channels[1]?.server?.startsWith('127.0.0.1'), true);

  await city.database.db.updateTable('personDetail').set({ phone: null }).where('personId', '=', city.ids.holder.person).execute();
  const without = await queue('sms');
  await run('sendReminderMessage', { message: without });
  const failed = await message(without);
  assert.deepEqual([failed?.state, failed?.fault], ['failed', '没有登记手机号码']);
});

test('in the quiet hours a message waits for the morning', async () => {
  const id = await queue('email');
  await run('sendReminderMessage', { message: id }, new Date('2026-11-23T14:00:00Z'));
  const found = await message(id);
  assert.deepEqual([found?.state, found?.attempts, found?.nextAt], ['queued', 0, '2026-11-24T00:00:00.000Z']);
});

test('the link of an e-mail stops e-mails of its person without signing in, and of nobody else', async () => {
  const { choices, ...rest } = await city.as('holder').call(readReminderChoice, {});
  const { language, quietFrom, quietTo, pausedUntil } = rest;
  await city.as('holder').call(chooseReminders, {
    body: {
      language,
      quietFrom,
      quietTo,
      pausedUntil,
      choices: choices.map(({ topic }) => ({ topic, channels: ['app', 'email'] as const })) as never,
    },
  });
  const token = /token=([\w.-]+)/.exec(header(server.mails[0]?.data ?? '', 'List-Unsubscribe'))?.[1] ?? '';
  const forged = token.replace(city.ids.holder.person, city.ids.farHolder.person);
  for (const wrong of [forged, `${token}x`, token.slice(0, -1), ''])
    await refused(city.stranger().call(stopEmails, { body: { token: wrong } }), 'reminder.linkInvalid');
  assert.deepEqual(await city.stranger().call(stopEmails, { body: { token } }), { done: true });
  const chosen = (await city.as('holder').call(readReminderChoice, {})).choices;
  assert.ok(chosen.length > 10 && chosen.every(({ channels }) => channels.join() === 'app'));
});

test('a demonstration sends nothing, whatever is configured', async () => {
  const environment = { TONGHENG_SMTP_URL: server.url, TONGHENG_MAIL_FROM: 'a@b.example', TONGHENG_SMS_URL: 'http://127.0.0.1:1/' };
  for (const channel of ['email', 'sms'] as const) {
    assert.equal(await adapterFor(channel, environment, true), recorder);
    assert.notEqual(await adapterFor(channel, environment, false), recorder);
  }
});
