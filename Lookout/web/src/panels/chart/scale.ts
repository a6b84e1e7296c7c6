/** A value axis: its ends, and where its ticks are. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

export interface ScaleInput {
  readonly dataMin: number;
  readonly dataMax: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** About how many steps there is room for. */
  readonly steps: number;
  /** What round steps are: powers of ten, powers of two for bytes, or minutes and hours for times. */
  readonly base?: 'decimal' | 'binary' | 's' | 'ms';
  /** The least step: counts have no halves. */
  readonly minStep?: number;
}

/** An axis over the data with a little room, on round steps; zero is included when it is near. Ends that are set hold. */
export function scaleFor(input: ScaleInput): Scale {
  const known = Number.isFinite(input.dataMin) && Number.isFinite(input.dataMax);
  const flat = !known || input.dataMin === input.dataMax;
  const [low, high] = !flat ? [input.dataMin, input.dataMax] : endsAround(known ? input.dataMin : 0);
  const room = flat ? 0 : (high - low) * 0.1;
  const padded = { low: low >= 0 && low - room * 2 <= 0 ? 0 : low - room, high: high <= 0 && high + room * 2 >= 0 ? 0 : high + room * 0.5 };
  const from = input.min ?? padded.low;
  let to = input.max ?? padded.high;
  if (to <= from) to = from + 1;
  const step = Math.max(input.minStep ?? 0, roundStep((to - from) / Math.max(1, input.steps), input));
  const min = input.min ?? clean(Math.floor(from / step + 1e-9) * step, step);
  const max = input.max ?? clean(Math.ceil(to / step - 1e-9) * step, step);
  const ticks: number[] = [];
  for (let index = Math.ceil(min / step - 1e-9); index * step <= max + step * 1e-9 && ticks.length < 50; index++) ticks.push(clean(index * step, step));
  return { min, max, step, ticks };
}

/** The ends of an axis for a single value: zero is one of them. */
function endsAround(value: number): readonly [low: number, high: number] {
  if (value === 0) return [0, 1];
  return value > 0 ? [0, value * 1.2] : [value * 1.2, 0];
}

const timeSteps = [10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];

function roundStep(rough: number, { base, minStep = 0 }: ScaleInput): number {
  if (base === 'binary' && rough >= 1) return 2 ** Math.ceil(Math.log2(rough));
  if (base === 's' || base === 'ms') {
    const second = base === 's' ? 1 : 1000;
    const step = rough > 5 * second ? timeSteps.find((candidate) => candidate * second >= rough) : undefined;
    if (step !== undefined) return step * second;
  }
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const share = rough / magnitude;
  // A step of 2.5 has a decimal more than its neighbours, which whole numbers cannot show.
  const quarter = minStep === 0 || 2.5 * magnitude >= 10 * minStep;
  return magnitude * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 && quarter ? 2.5 : share <= 5 ? 5 : 10);
}

/** Takes away the error of binary fractions: 0.30000000000000004 is 0.3. */
function clean(value: number, step: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)) + 2);
  return decimals > 20 ? value : Number(value.toFixed(Math.min(20, decimals)));
}

/** The fewest decimals with which a step's ticks differ. */
export function stepDecimals(step: number): number {
  for (let decimals = 0; decimals < 10; decimals++) if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < 1e-6 * step * 10 ** decimals) return decimals;
  return 10;
}
