import { expect, it } from 'vitest';
import { Crosshair } from './crosshair';

const moved = (shared: boolean): string[] => {
  const crosshair = new Crosshair(() => shared);
  const seen: string[] = [];
  const [a, b] = [{}, {}];
  crosshair.follow(a, (time) => seen.push(`a ${String(time)}`));
  const stop = crosshair.follow(b, (time) => seen.push(`b ${String(time)}`));
  crosshair.move(a, 5);
  stop();
  crosshair.move(a, null);
  return seen;
};

it('is followed by all charts while they follow', () => expect(moved(true)).toEqual(['a 5', 'b 5', 'a null']));
it('stays in its chart where the dashboard keeps them apart', () => expect(moved(false)).toEqual(['a 5', 'a null']));
