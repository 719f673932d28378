import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** In development the workplace is a page of its own as well, whatever path below /desk is asked for. */
const deskInDevelopment: Plugin = {
  name: 'desk-in-development',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/desk([/?]|$)/.test(request.url ?? '')) request.url = '/desk.html';
      next();
    });
  },
};

/** The oldest browsers on the city's desks are Chromium 90 and 93. */
export default defineConfig({
  plugins: [react(), deskInDevelopment],
  html: { cspNonce: '__NONCE__' },
  build: {
    target: ['es2020', 'chrome90'],
    cssTarget: 'chrome90',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: { index: 'index.html', desk: 'desk.html' } },
  },
  // A worker that loads a part only where it is needed is a module, as the pages are.
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
