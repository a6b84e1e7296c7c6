// Writes https://huggingface.co/docs/safetensors: length of the header, header in JSON, tensors without gaps.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export const writeSafetensors = async (path, { metadata, tensors }) => {
  // The widest types first keep every tensor aligned.
  const ordered = Object.entries(tensors).sort(([, a], [, b]) => width(b) - width(a));
  const header = { __metadata__: metadata };
  let end = 0;
  for (const [name, { dtype, shape, data }] of ordered)
    header[name] = { dtype, shape, data_offsets: [end, (end += data.length)] };

  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.concat([json, Buffer.alloc((8 - (json.length % 8)) % 8, ' ')]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(padded.length));

  // Written beside and renamed, so that a build running at the same time sees the whole file or none.
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, Buffer.concat([length, padded, ...ordered.map(([, { data }]) => data)]));
  await rename(temporary, path);
};

const width = ({ dtype }) => ({ F64: 8, F32: 4, U8: 1 })[dtype];
