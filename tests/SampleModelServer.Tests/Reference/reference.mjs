// Answers of lande's own JavaScript. Usage: node reference.mjs <lande-t50|lande-t50-pruned|normalize> <model source> <model folder> < [texts as JSON]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [verb, source, folder] = process.argv.slice(2);
const load = path => import(pathToFileURL(path).href);
const { fetchPackages } = await load(join(source, 'npm.mjs'));
const modules = fetchPackages(source, folder);
const lande = join(modules, 'lande', 'standalone');
const texts = JSON.parse(readFileSync(0, 'utf8'));

const verbs = {
  'lande-t50': async () => {
    const { default: classify } = await load(join(lande, 't50.js'));
    return texts.map(text => Object.fromEntries(classify(text)));
  },
  'lande-t50-pruned': async () => {
    const [{ infer }, labels, network, ngrams] = await pruned();
    return texts.map(text => Object.fromEntries(infer(text, labels, ngrams, network)));
  },
  normalize: async () => {
    const { getNormalized } = await load(join(lande, 'utils.js'));
    return texts.map(getNormalized);
  },
};

// The whole network, where the half of the n-grams with the smaller weights never occurs: an input of 0 is no input. Normalised text
// has no U+0000. The weights are those that toygrad itself decodes.
async function pruned() {
  const standalone = async name => (await load(join(lande, name))).default;
  const { NeuralNetwork } = await load(join(modules, 'toygrad', 'dist', 'index.js'));
  const network = new NeuralNetwork(await standalone('t50-options.js'));
  const groups = Object.entries(await standalone('t50-ngrams.js'));
  const norms = groups
    .flatMap(([, ngrams]) => ngrams)
    .map((ngram, input) => [ngram, network.layers[1].filters.reduce((sum, { w }) => sum + w[input] ** 2, 0)]);
  const gone = new Set(norms.sort(([, a], [, b]) => a - b).slice(0, norms.length / 2).map(([ngram]) => ngram));
  const left = groups.map(([group, ngrams]) => [group, ngrams.map(ngram => (gone.has(ngram) ? '\0' : ngram))]);
  return [await load(join(lande, 'utils.js')), await standalone('t50-langs.js'), network, Object.fromEntries(left)];
}

process.stdout.write(JSON.stringify(await verbs[verb]()));
