import { describe, expect, it } from 'vitest';
import { scaleFor, stepDecimals } from './scale';

describe('scaleFor', () => {
  it.each([
    [{ dataMin: 0, dataMax: 27, steps: 3 }, [0, 10, 20, 30]],
    [{ dataMin: 0, dataMax: 0, steps: 2 }, [0, 0.5, 1]],
    [{ dataMin: 100, dataMax: 104, steps: 4 }, [98, 100, 102, 104, 106]],
    [{ dataMin: 1, dataMax: 10, steps: 5 }, [0, 2.5, 5, 7.5, 10, 12.5]],
    [{ dataMin: -5, dataMax: 5, steps: 4 }, [-10, -5, 0, 5, 10]],
    [{ dataMin: 0, dataMax: 1, min: 0, max: 1, steps: 4 }, [0, 0.25, 0.5, 0.75, 1]],
    [{ dataMin: 0.1, dataMax: 0.3, min: 0, steps: 3 }, [0, 0.2, 0.4]],
    [{ dataMin: 0, dataMax: 350 * 1024, steps: 3, base: 'binary' as const }, [0, 131072, 262144, 393216]],
    [{ dataMin: 0, dataMax: 1, steps: 4, minStep: 1 }, [0, 1, 2]],
    [{ dataMin: 0, dataMax: 140, steps: 3, base: 's' as const }, [0, 60, 120, 180]],
    [{ dataMin: 0, dataMax: 0.002, steps: 2, base: 's' as const }, [0, 0.002, 0.004]],
    [{ dataMin: 0, dataMax: 8, steps: 4, minStep: 1 }, [0, 5, 10]],
    [{ dataMin: Infinity, dataMax: -Infinity, steps: 2 }, [0, 0.5, 1]],
    [{ dataMin: 10, dataMax: 10, steps: 3 }, [0, 5, 10, 15]],
  ])('%j', (input, ticks) => expect(scaleFor(input).ticks).toEqual(ticks));

  it('holds the ends that are set', () => expect(scaleFor({ dataMin: -5, dataMax: 500, min: 0, max: 100, steps: 4 })).toMatchObject({ min: 0, max: 100 }));
});

it.each([[1, 0], [0.5, 1], [0.25, 2], [2.5, 1], [1000, 0]])('steps of %d need %d decimals', (step, decimals) => expect(stepDecimals(step)).toBe(decimals));
