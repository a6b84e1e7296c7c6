// Turns the language identification network of the npm package 'lande' into a safetensors file.
// Usage: node convert.mjs <folder for node_modules> <output file>. Run by the server's build (model.targets).
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fetchPackages } from './npm.mjs';
import { decodeLayer } from './toygrad.mjs';
import { writeSafetensors } from './safetensors.mjs';

const [folder, output] = process.argv.slice(2);

try {
  if (!output) throw new Error('usage: node convert.mjs <folder for node_modules> <output file>');
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
  const ngrams = await load('lande', 'standalone', 't50-ngrams.js');
  const manifest = JSON.parse(readFileSync(join(modules, 'lande', 'package.json')));

  const kinds = options.layers.map(layer => layer.type).join(' ');
  if (kinds !== 'input dense relu dense softmax') throw new Error(`lande ${manifest.version} has layers '${kinds}', which is another network than the one this converts.`);

  await writeSafetensors(output, {
    metadata: {
      model_id: basename(output, '.safetensors'),
      version: manifest.version,
      license: manifest.license ?? 'MIT',
      license_text: readFileSync(join(modules, 'lande', 'license'), 'utf8'),
      source: `npm:lande@${manifest.version}`,
      architecture: 'ngram-mlp',
      // value = (byte - zero_point) / scale
      zero_point: '127',
      labels: JSON.stringify(labels),
      ngrams: JSON.stringify([...ngrams.unigrams, ...ngrams.bigrams, ...ngrams.trigrams, ...ngrams.quadgrams]),
    },
    tensors: {
      ...decodeLayer('hidden', options.layers[1]),
      ...decodeLayer('output', options.layers[3]),
    },
  });
}
