import './styles/index.css';
import { showHelp } from './shell/help';
import { startKeys } from './shell/keys';
import { showPage } from './shell/pages';
import { startRouter } from './shell/router';
import { createShell } from './shell/shell';
import { startTheme } from './shell/theme';

startTheme();
const { main, navigation } = createShell(new AbortController().signal);
startKeys(showHelp);
startRouter((route, signal) => {
  document.title = 'Lookout';
  delete main.dataset['ready'];
  navigation.show(route.page);
  window.scrollTo(0, 0);
  void showPage(main, route, signal);
});
