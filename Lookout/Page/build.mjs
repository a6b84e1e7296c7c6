// Builds the page: node build.mjs SOURCE OUTPUT STAMP. One build at a time, nothing is fetched again while the lockfile is the same, and the
// output changes only when all of it is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const oldestNode = [18, 20];
const longestWait = 5 * 60_000;
const [source, output, stamp] = process.argv.slice(2);
const lock = `${stamp}.lock`;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    fail(`Node.js is ${process.versions.node}, ${oldestNode.join('.')} or newer is needed: https://nodejs.org`);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// The file is the lock, the process in it its holder. A holder that died has left it behind.
function takeLock() {
  const deadline = Date.now() + longestWait;
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid}`, { flag: 'wx' });
      process.on('exit', () => rmSync(lock, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    if (Date.now() > deadline) fail(`Another build (process ${holder}) has been building the page for ${longestWait / 60_000} minutes: end it, or remove ${lock}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)));
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function run(command, args) {
  // npm is a script of the command interpreter on Windows.
  const { status, error } = spawnSync(command, args, { cwd: source, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (error) fail(`${command} could not be started (${error.message}): install Node.js ${oldestNode.join('.')} or later together with npm`);
  if (status !== 0) fail(`${command} ${args.join(' ')} failed in ${source}`);
}

function restorePackages() {
  const marker = join(source, 'node_modules', '.package-lock.sha256');
  const wanted = hashOf([join(source, 'package-lock.json')]);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  run('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']);
  writeFileSync(marker, wanted);
}

function buildPage() {
  const fresh = `${output}.new`;
  rmSync(fresh, { recursive: true, force: true });
  run('npm', ['run', 'build', '--', '--outDir', fresh, '--emptyOutDir']);
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}

checkNode();
mkdirSync(dirname(stamp), { recursive: true });
takeLock();
const inputs = ['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'public', 'src'].flatMap((name) => filesBelow(join(source, name)));
const wanted = hashOf([process.argv[1], ...inputs]);
// Another build may have done it while this one waited.
if (!existsSync(output) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  restorePackages();
  buildPage();
}
writeFileSync(stamp, wanted);
