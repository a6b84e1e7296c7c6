// Installs what package-lock.json pins, once for each content of the lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// Returns the path of the node_modules folder under 'folder'.
export const fetchPackages = (source, folder) => {
  const lock = createHash('sha256').update(readFileSync(join(source, 'package-lock.json'))).digest('hex').slice(0, 16);
  const installed = join(folder, `packages-${lock}`);
  if (!existsSync(installed)) install(source, folder, installed);
  return join(installed, 'node_modules');
};

const install = (source, folder, installed) => {
  mkdirSync(folder, { recursive: true });
  const temporary = mkdtempSync(join(folder, 'packages-tmp-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(source, file), join(temporary, file));
    npmCi(temporary);
    renameSync(temporary, installed);
  } catch (error) {
    // Another build was faster: the lock file names the folder, so its content is ours.
    if (!existsSync(installed)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

const npmCi = folder => {
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
    shell: process.platform === 'win32',
  });
  if (npm.error?.code === 'ENOENT') throw new Error('npm is not on PATH: install Node.js 18 or later together with npm, then build again.');
  if (npm.error) throw new Error(`npm ci did not end: ${npm.error.message}`);
  if (npm.status !== 0) throw new Error(`npm ci failed with exit code ${npm.status}: ${npm.stderr.trim().replaceAll(/\s*\n\s*/g, ' | ')}`);
};
