import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';

const mebibyte = 1024 * 1024;

function majorVersion(binaries: string): number {
  const text = execFileSync(join(binaries, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/ (\d+)/.exec(text)?.[1]);
}

/**
 * How a cluster is made. pg_trgm finds no trigram in Chinese when LC_CTYPE is C, whatever the locale of the person who
 * starts it; the built-in provider (PostgreSQL 17 and later) sorts alike on every machine.
 */
export function initializeSettings(binaries: string, durable: boolean): readonly string[] {
  const characters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const provider = majorVersion(binaries) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  return [
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${characters}`,
    ...provider,
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    ...(durable ? [] : ['--no-sync']),
  ];
}

/** Containers give /dev/shm as little as 64 MiB, which a parallel query overflows. */
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= 256 * mebibyte;
  } catch {
    return process.platform !== 'linux';
  }
}

export function serverSettings(durable: boolean): readonly string[] {
  const memory = totalmem() / mebibyte;
  const buffers = Math.round(Math.min(1024, Math.max(64, memory / 8)));
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    port: '5432',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Statements can hold personal data; the server's own log says which request failed.
    log_min_error_statement: 'panic',
    max_connections: durable ? '100' : '400',
    shared_buffers: `${durable ? buffers : 128}MB`,
    effective_cache_size: `${Math.round(memory / 2)}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    // Files of the write-ahead log that were written once are written again: making them anew takes a lot of certificates a tenth of the database's work.
    min_wal_size: '1GB',
    random_page_cost: '1.1',
    ...(hasSharedMemory() ? {} : { dynamic_shared_memory_type: 'mmap' }),
    ...(durable
      ? {}
      : {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          autovacuum: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
          // Hundreds of test files are loaded in one process: until they are, nobody answers the database, longer than its minute on a slow machine.
          authentication_timeout: '600s',
        }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
