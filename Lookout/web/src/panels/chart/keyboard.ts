import type { Plot } from './plot';
import type { PanelContext } from '../panel';

/** What the arrow keys move through. */
interface Points {
  readonly times: () => readonly number[];
  readonly describe: (index: number, time: number) => string;
  readonly show: (index: number, clientX: number, clientY: number) => void;
  readonly hide: () => void;
}

/** Arrow keys move the crosshair of a focused chart, and what is there is said. */
export class KeyboardCrosshair {
  readonly #plot: Plot;
  readonly #context: PanelContext;
  readonly #points: Points;
  #index = -1;

  constructor(plot: Plot, context: PanelContext, points: Points) {
    this.#plot = plot;
    this.#context = context;
    this.#points = points;
    plot.host.tabIndex = 0;
    plot.host.setAttribute('role', 'application');
    plot.host.setAttribute('aria-roledescription', 'chart');
    plot.host.setAttribute('aria-label', `${context.panel.title}: arrow keys read the values`);
    plot.host.addEventListener('keydown', this.#onKey);
    plot.host.addEventListener('blur', this.#onBlur);
  }

  dispose(): void {
    this.#plot.host.removeEventListener('keydown', this.#onKey);
    this.#plot.host.removeEventListener('blur', this.#onBlur);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const times = this.#points.times();
    if (times.length === 0) return;
    const last = times.length - 1;
    const from = this.#index < 0 ? last + 1 : Math.min(this.#index, last);
    const far = event.shiftKey ? 10 : 1;
    const moves: Readonly<Record<string, number>> = { ArrowLeft: from - far, ArrowRight: this.#index < 0 ? last : from + far, Home: 0, End: last };
    const to = moves[event.key];
    if (to === undefined) {
      if (event.key === 'Escape' && this.#index >= 0) {
        event.stopPropagation();
        this.#onBlur();
      }
      return;
    }
    event.preventDefault();
    this.#index = Math.min(last, Math.max(0, to));
    const time = times[this.#index]!;
    this.#context.crosshair.move(this.#plot, time);
    const box = this.#plot.host.getBoundingClientRect();
    this.#points.show(this.#index, box.left + this.#plot.rect.left + this.#plot.xOf(time), box.top + this.#plot.rect.top);
    this.#context.announce(this.#points.describe(this.#index, time));
  };

  readonly #onBlur = (): void => {
    if (this.#index < 0) return;
    this.#index = -1;
    this.#points.hide();
    this.#context.crosshair.move(this.#plot, null);
  };
}
