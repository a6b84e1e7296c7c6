// Answers of lande's own JavaScript. Usage: node reference.mjs <classify|normalize> <model source> <model folder> < [texts as JSON]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [verb, source, folder] = process.argv.slice(2);
const load = path => import(pathToFileURL(path).href);
const { fetchPackages } = await load(join(source, 'npm.mjs'));
const lande = join(fetchPackages(source, folder), 'lande', 'standalone');
const texts = JSON.parse(readFileSync(0, 'utf8'));

const verbs = {
  classify: async () => {
    const { default: classify } = await load(join(lande, 't50.js'));
    return texts.map(text => Object.fromEntries(classify(text)));
  },
  normalize: async () => {
    const { getNormalized } = await load(join(lande, 'utils.js'));
    return texts.map(getNormalized);
  },
};

process.stdout.write(JSON.stringify(await verbs[verb]()));
