// lande's own JavaScript, driven by lines on standard input: 'labels' or 'run <seconds>'; each is answered by a line of JSON.
// Usage: node lande.mjs <model source> <model folder> <texts as JSON>
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [source, folder, file] = process.argv.slice(2);
const load = path => import(pathToFileURL(path).href);
const { fetchPackages } = await load(join(source, 'npm.mjs'));
const { default: classify } = await load(join(fetchPackages(source, folder), 'lande', 'standalone', 't50.js'));
const texts = JSON.parse(readFileSync(file, 'utf8'));

const verbs = {
  labels: () => texts.map(text => classify(text)[0][0]),
  run: seconds => {
    const start = performance.now();
    let count = 0;
    let elapsed;
    do {
      for (let i = 0; i < 16; i++) classify(texts[count++ % texts.length]);
      elapsed = (performance.now() - start) / 1000;
    } while (elapsed < seconds);
    return { texts: count, seconds: elapsed };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, ...args] = line.split(' ');
  process.stdout.write(`${JSON.stringify(verbs[verb](...args.map(Number)))}\n`);
}
