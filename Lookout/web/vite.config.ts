import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

// `npm run dev` passes /api on to a running Lookout: LOOKOUT_URL=http://127.0.0.1:PORT npm run dev
export default defineConfig(({ mode }) => {
  const lookout = loadEnv(mode, '.', 'LOOKOUT_')['LOOKOUT_URL'] ?? 'http://127.0.0.1:3001';
  return {
    base: '/',
    build: {
      target: 'es2022',
      // The page's Content-Security-Policy takes scripts, styles and fonts from this origin only, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The budget of the whole page is a test of the built files; a warning per chunk says nothing about it.
      chunkSizeWarningLimit: 1000,
    },
    server: {
      host: '127.0.0.1',
      // Lookout lets only its own page change something, so the page that Vite serves speaks in its name.
      proxy: { '/api': { target: lookout, changeOrigin: true, headers: { Origin: lookout } } },
    },
    test: {
      // A file whose tests need a document says so in its first line: // @vitest-environment happy-dom
      environment: 'node',
      include: ['src/**/*.test.ts'],
    },
  };
});
