/**
 * `npm run bench -- issuing-kills [kills]`: certificates are issued by calls and in lots while the server and its database are killed (SIGKILL
 * of the process group) at so many random moments, 200 when none is given. Exit code 1 when anything was lost, doubled or does not verify.
 */
import { join } from 'node:path';
import { makeTestFolder, removeTestFolder } from '../test/support/database.ts';
import { makeKilledCity } from './killed-city.ts';
import { issueUnderKills, type Found } from './issuing-under-kills.ts';

const kills = Number(process.argv[2] ?? 200);
const folder = makeTestFolder();
const said = ({ issued, revoked, lots, repeated, checkpoints, faults }: Found): string =>
  `${issued} documents, ${revoked} revoked, ${lots} lots, ${repeated} calls sent again, ${checkpoints} checkpoints seen, ${faults.length} faults`;

const city = await makeKilledCity(join(folder, 'city'));
const found = await issueUnderKills(city, {
  rounds: kills,
  within: 3000,
  tell: (round, so) => {
    if (round % 10 === 9) console.log(`${round + 1} kills: ${said(so)}`);
  },
});
console.log(`${kills} kills: ${said(found)}`);
for (const fault of found.faults) console.log(fault);
process.exitCode = found.faults.length === 0 ? 0 : 1;
removeTestFolder(folder);
