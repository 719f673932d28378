import type { Text } from '../../../kernel/text.ts';

/** A session ends 30 minutes after its last use, 12 hours after it began. */
export const idleMinutes = 30;
export const longestHours = 12;

/** Failed attempts within the window before an account or an address has to wait. */
export const attemptWindowMinutes = 15;
export const attemptsPerAccount = 5;
export const attemptsPerAddress = 30;

/** Why a password is refused, or undefined. NIST SP 800-63B 5.1.1.2: length and a blocklist, no composition rules. */
export function weaknessOf(password: string, account: string): Text | undefined {
  if (password.length < 10) return ['密码至少 10 个字符', 'A password has at least 10 characters'];
  if (password.length > 200) return ['密码最多 200 个字符', 'A password has at most 200 characters'];
  if (password.toLowerCase().includes(account.toLowerCase())) return ['密码不能包含账号', 'A password must not contain the account'];
  if (/^(.)\1*$/.test(password)) return ['密码不能是同一个字符', 'A password is not one character repeated'];
  if (commonPasswords.has(password.toLowerCase())) return ['这个密码太常见', 'This password is too common'];
  return undefined;
}

const commonPasswords = new Set([
  '1234567890',
  '0123456789',
  'password123',
  'qwertyuiop',
  '1q2w3e4r5t',
  'admin123456',
  'administrator',
  'aa12345678',
  'abc1234567',
]);

export const isIdle = (seenAt: number, now: number): boolean => now - seenAt > idleMinutes * 60_000;
export const isTooLong = (begunAt: number, now: number): boolean => now - begunAt > longestHours * 3_600_000;
