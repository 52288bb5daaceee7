import { defineConfig } from 'vite';

const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);
declare const process: { env: Record<string, string | undefined> };

// A static page that works from any folder; the compiled module comes from the CMake build.
export default defineConfig({
  base: './',
  resolve: {
    alias: {
      '@module': process.env['HOTHOUSE_MODULE'] ?? here('../build-web/module'),
      '@web': here('../web'),
      '@examples': here('../examples'),
    },
  },
  build: { target: 'es2022', outDir: 'dist', chunkSizeWarningLimit: 800 },
  worker: { format: 'es' },
  server: { fs: { allow: [here('..')] } },
});
