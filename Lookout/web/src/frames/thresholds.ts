import type { FieldConfig, ThresholdStep } from './fieldConfig';

/** The share of a value between a field's ends, 0 to 1. */
export function share(value: number, min: number, max: number): number {
  return max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0;
}

/** The steps as absolute values, whatever the dashboard's mode. */
export function absoluteSteps({ thresholds, min, max }: Pick<FieldConfig, 'thresholds' | 'min' | 'max'>, ends: { readonly min: number; readonly max: number }): readonly ThresholdStep[] {
  if (thresholds.mode === 'absolute') return thresholds.steps;
  const from = min ?? ends.min;
  const to = max ?? ends.max;
  return thresholds.steps.map((step) => ({ color: step.color, value: step.value === -Infinity ? step.value : from + ((to - from) * step.value) / 100 }));
}

/** The step that a value has reached. */
export function stepFor(value: number, steps: readonly ThresholdStep[]): ThresholdStep | undefined {
  return steps.filter((step) => value >= step.value).at(-1) ?? steps[0];
}
