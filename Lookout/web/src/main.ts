import './styles/index.css';
import { element } from './dom/element';
import { showPage } from './shell/pages';
import { startRouter } from './shell/router';

const main = element('main', { id: 'main', tabindex: -1 });
document.body.append(main);
startRouter((route, signal) => void showPage(main, route, signal));
