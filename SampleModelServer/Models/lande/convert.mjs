// Turns the language identification network of the npm package 'lande' into two safetensors files: as it is, and pruned.
// Usage: node convert.mjs <folder for node_modules> <output folder>. Run by the server's build (model.targets).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fetchPackages } from './npm.mjs';
import { pruneInputs } from './prune.mjs';
import { decodeLayer, layerTensors } from './toygrad.mjs';
import { writeSafetensors } from './safetensors.mjs';

const base = 'lande-t50';
const pruned = 'lande-t50-pruned';
const keptShare = 0.5;

const [folder, output] = process.argv.slice(2);

try {
  if (!output) throw new Error('usage: node convert.mjs <folder for node_modules> <output folder>');
  await convert(fetchPackages(fileURLToPath(new URL('.', import.meta.url)), folder), output);
} catch (error) {
  // The form that MSBuild recognises as an error of the build.
  console.error(`convert.mjs : error KTHENA001: ${error.message}`);
  process.exitCode = 1;
}

async function convert(modules, output) {
  const load = async (...path) => (await import(pathToFileURL(join(modules, ...path)).href)).default;
  const options = await load('lande', 'standalone', 't50-options.js');
  const labels = await load('lande', 'standalone', 't50-langs.js');
  const groups = await load('lande', 'standalone', 't50-ngrams.js');
  const manifest = JSON.parse(readFileSync(join(modules, 'lande', 'package.json')));

  const kinds = options.layers.map(layer => layer.type).join(' ');
  if (kinds !== 'input dense relu dense softmax') throw new Error(`lande ${manifest.version} has layers '${kinds}', which is another network than the one this converts.`);

  const network = {
    ngrams: [...groups.unigrams, ...groups.bigrams, ...groups.trigrams, ...groups.quadgrams],
    hidden: decodeLayer(options.layers[1]),
    output: decodeLayer(options.layers[3]),
  };
  const smaller = pruneInputs(network, keptShare);

  await write(base, manifest.version, network, {});
  await write(pruned, `${manifest.version}-pruned`, smaller, {
    pruning: `${smaller.ngrams.length} of ${network.ngrams.length} n-grams, those with the largest L2 norm of their hidden weights`,
  });

  async function write(id, version, { ngrams, hidden, output: last }, more) {
    await writeSafetensors(join(output, `${id}.safetensors`), {
      metadata: {
        model_id: id,
        version,
        // The model that this one is made from; a base names itself.
        root: base,
        license: manifest.license ?? 'MIT',
        license_text: readFileSync(join(modules, 'lande', 'license'), 'utf8'),
        source: `npm:lande@${manifest.version}`,
        architecture: 'ngram-mlp',
        // value = (byte - zero_point) / scale
        zero_point: '127',
        ...more,
        labels: JSON.stringify(labels),
        ngrams: JSON.stringify(ngrams),
      },
      tensors: { ...layerTensors('hidden', hidden), ...layerTensors('output', last) },
    });
  }
}
