// What a benchmark asks of the page that it measures. It runs in the page, before the page's own scripts.
(() => {
  const longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });

  let ready = null;
  const watch = () => {
    if (document.querySelector('main[data-ready="true"]')) ready = performance.now();
    else requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);

  const afterPaint = (act) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  };
  const isOpen = (button) => document.querySelector(button).getAttribute('aria-expanded') === 'true';
  const theme = () => getComputedStyle(document.documentElement).colorScheme;
  const effects = {
    'menu opens': ({ button }) => isOpen(button),
    'menu closes': ({ button }) => !isOpen(button),
    'theme changes': ({ before }) => theme() !== before,
  };

  globalThis.probe = {
    longTasks: (since) => longTasks.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration),
    ready: () => ready,
    firstPaint: () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    redraws: (since) => performance.getEntriesByName('panel-redraw').filter(({ startTime }) => startTime >= since)
      .map(({ duration, detail }) => ({ milliseconds: duration, panel: detail.panel, series: detail.series, points: detail.points })),
    elements: () => document.querySelectorAll('*').length,
    busy: () => document.querySelector('section.panel[aria-busy="true"]') !== null,
    // Panels in sight that have something else than data.
    without: () => [...document.querySelectorAll('section.panel')]
      .filter((panel) => panel.dataset.state !== 'data')
      .filter((panel) => panel.getBoundingClientRect().top < innerHeight && panel.getBoundingClientRect().bottom > 0)
      .map((panel) => ({ title: panel.dataset.panelTitle, state: panel.dataset.state, error: panel.querySelector('.panel-error')?.textContent ?? panel.querySelector('.panel-warning')?.title ?? '' }))
      .map(({ title, state, error }) => (error === '' ? `${title}: ${state}` : `${title}: ${state} (${error})`)),
    // From the next key press or click until the frame that shows its effect is painted.
    expect({ effect, button }) {
      const before = theme();
      const listening = new AbortController();
      this.took = new Promise((resolve) => {
        const start = (event) => {
          listening.abort();
          const look = () => {
            if (effects[effect]({ button, before })) afterPaint(() => resolve(performance.now() - event.timeStamp));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        for (const type of ['keydown', 'click']) addEventListener(type, start, { capture: true, signal: listening.signal });
      });
    },
  };
})();
