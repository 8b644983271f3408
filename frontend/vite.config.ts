import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  base: './',
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  // The window's web view may be a few years old; nothing is fetched from elsewhere.
  build: {
    target: ['es2022', 'safari16', 'chrome110'],
    outDir: 'dist',
    // scripts/clean.mjs empties the folder: .gitkeep in it must stay, as Go embeds the folder.
    emptyOutDir: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: { host: '127.0.0.1', port: 34115, strictPort: true },
  test: {
    testTimeout: 60_000,
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
  },
});
