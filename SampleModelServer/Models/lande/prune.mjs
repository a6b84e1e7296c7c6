// Structured pruning by magnitude (Li et al. 2017, arXiv:1608.08710, there of filters, here of inputs): the inputs whose weights matter
// least go, with their n-grams. Nothing is trained again, so the accuracy is lower than that of the whole network.
const zeroPoint = 127;

export const pruneInputs = ({ ngrams, hidden, output }, share) => {
  const norms = ngrams.map((_, input) => Math.hypot(...hidden.rows.map(({ scale, bytes }) => (bytes[input] - zeroPoint) / scale)));
  const kept = norms
    .map((_, input) => input)
    .sort((a, b) => norms[b] - norms[a] || a - b)
    .slice(0, Math.round(ngrams.length * share))
    .sort((a, b) => a - b);

  return {
    ngrams: kept.map(input => ngrams[input]),
    hidden: {
      rows: hidden.rows.map(({ scale, bytes }) => ({ scale, bytes: Buffer.from(kept.map(input => bytes[input])) })),
      bias: hidden.bias,
      columns: kept.length,
    },
    output,
  };
};
