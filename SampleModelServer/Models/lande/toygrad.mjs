// Reads toygrad's 8-bit form of a dense layer: '1<scale>|<base64>', where value = (byte - 127) / scale.
const decode = text => {
  const [head, base64] = text.split('|');
  const scale = Number(head.slice(1));
  if (head[0] !== '1' || !(scale > 0) || !base64) throw new Error(`not an 8-bit toygrad tensor: '${text.slice(0, 16)}...'`);
  return { scale, bytes: Buffer.from(base64, 'base64') };
};

// The bytes stay as they are; each row of the weights has its own scale, kept in double precision so that nothing is lost.
export const decodeLayer = layer => {
  const rows = layer._filters.map(decode);
  const bias = decode(layer._biases);
  const columns = rows[0].bytes.length;
  if (rows.length !== layer.filters || bias.bytes.length !== layer.filters || rows.some(row => row.bytes.length !== columns))
    throw new Error('a layer has rows of different lengths.');
  return { rows, bias, columns };
};

export const layerTensors = (name, { rows, bias, columns }) => ({
  [`${name}.weight_scale`]: { dtype: 'F64', shape: [rows.length], data: doubles(rows.map(row => row.scale)) },
  [`${name}.bias_scale`]: { dtype: 'F64', shape: [1], data: doubles([bias.scale]) },
  [`${name}.weight`]: { dtype: 'U8', shape: [rows.length, columns], data: Buffer.concat(rows.map(row => row.bytes)) },
  [`${name}.bias`]: { dtype: 'U8', shape: [rows.length], data: bias.bytes },
});

const doubles = values => {
  const data = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => data.writeDoubleLE(value, i * 8));
  return data;
};
