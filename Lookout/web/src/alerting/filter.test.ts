import { expect, test } from 'vitest';
import type { AlertFilter } from './filter';
import { passes, valuesOf } from './filter';
import { alert } from './testing';

const all: AlertFilter = { states: new Set(), severity: '', service: '', model: '', text: '' };
const subject = alert({
  labels: { alertname: 'HighErrorRate', severity: 'critical', service: 'kthena', model_id: 'lande-t50' },
  annotations: { description: 'Model has failed' },
});

test.each([
  [{}, true],
  [{ states: new Set(['firing'] as const) }, true],
  [{ states: new Set(['pending'] as const) }, false],
  [{ severity: 'critical' }, true],
  [{ severity: 'warning' }, false],
  [{ service: 'other' }, false],
  [{ model: 'lande-t50' }, true],
  [{ model: 'lande' }, false],
  [{ text: 'FAILED model_id=lande' }, true],
  [{ text: 'failed elsewhere' }, false],
])('%o passes: %s', (filter, expected) => {
  expect(passes(subject, { ...all, ...filter })).toBe(expected);
});

test('the values to choose from are each named once, and no severity is none', () => {
  expect(valuesOf([subject, subject, alert({ labels: {} })], 'severity')).toEqual(['critical', 'none']);
  expect(valuesOf([subject, alert({ labels: {} })], 'model_id')).toEqual(['lande-t50']);
});
