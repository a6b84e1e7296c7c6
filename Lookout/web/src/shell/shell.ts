import { element } from '../dom/element';
import brand from '../styles/lookout.svg';
import { watchConnections } from './connections';
import { connectionList, troubleList } from './connectionView';
import { showHelp } from './help';
import { icon } from '../dom/icons';
import { createNavigation, type Navigation } from './navigation';
import { settings } from './settings';
import { theme, toggleTheme } from './theme';

export interface Shell {
  readonly main: HTMLElement;
  readonly navigation: Navigation;
}

/** Draws what stands around every page, before anything is asked of anybody. */
export function createShell(signal: AbortSignal): Shell {
  const navigation = createNavigation();
  const connections = element('ul', { class: 'connections', 'aria-label': 'Connections' });
  const trouble = element('ul', { class: 'trouble', 'aria-live': 'polite' });
  const version = element('span', { class: 'version' });
  const main = element('main', { id: 'main', tabindex: -1 });

  document.body.append(
    element('a', { class: 'skip-link', href: '#main', onclick: () => main.focus() }, 'Skip to content'),
    element(
      'div',
      { class: 'shell' },
      element(
        'header',
        { class: 'sidebar' },
        element('a', { class: 'brand', href: '/', title: 'Overview' }, element('img', { src: brand, alt: '' }), element('span', {}, 'Lookout')),
        navigation.root,
        connections,
        element('div', { class: 'sidebar-foot' }, themeButton(), helpButton(), version),
      ),
      element('div', { class: 'shell-main' }, trouble, main),
    ),
  );

  connections.replaceChildren(...connectionList((['Prometheus', 'Alertmanager', 'Graph'] as const).map((name) => ({ name, state: 'asking', detail: '' }))));
  watchConnections((report) => {
    connections.replaceChildren(...connectionList(report.connections));
    const lines = troubleList(report.connections);
    // A polite region is read again when it changes, so it is left alone while it says the same.
    if (lines.map((line) => line.textContent).join() !== [...trouble.children].map((line) => line.textContent).join()) trouble.replaceChildren(...lines);
    if (report.firing !== undefined) navigation.firing(report.firing);
  }, signal);
  settings().then(
    (known) => (version.textContent = known.version),
    () => undefined, // the connections say that Lookout does not answer
  );
  return { main, navigation };
}

function themeButton(): HTMLButtonElement {
  const button = element('button', { class: 'icon-button', type: 'button', 'data-testid': 'theme', onclick: toggleTheme });
  const show = (): void => {
    const other = theme() === 'dark' ? 'light' : 'dark';
    button.setAttribute('aria-label', `Use the ${other} theme`);
    button.title = `Use the ${other} theme`;
    button.replaceChildren(icon(other === 'dark' ? 'moon' : 'sun'));
  };
  window.addEventListener('themechange', show);
  show();
  return button;
}

function helpButton(): HTMLButtonElement {
  return element('button', { class: 'icon-button', type: 'button', 'aria-label': 'Show the keys', title: 'Keys (?)', onclick: showHelp }, icon('keyboard'));
}
