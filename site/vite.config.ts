import { type Plugin, defineConfig } from 'vite';
import { libraryFolder, libraryPaths, readLibraryFile } from '../web/standard_library.mjs';

const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);
declare const process: { env: Record<string, string | undefined> };

/** The standard library as files of the site, in library/; index.json there says which. */
function standardLibrary(): Plugin {
  const paths: string[] = libraryPaths();
  const index = JSON.stringify({ folder: libraryFolder, paths });
  return {
    name: 'standard-library',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'library/index.json', source: index });
      for (const path of [...paths, 'LICENSE.txt']) {
        this.emitFile({ type: 'asset', fileName: `library/${path}`, source: readLibraryFile(path) });
      }
    },
    configureServer(server) {
      server.middlewares.use('/library/', (request, response) => {
        const path = ((request as { url?: string }).url ?? '').slice(1);
        response.end(path === 'index.json' ? index : readLibraryFile(path));
      });
    },
  };
}

// A static page that works from any folder; the compiled module comes from the CMake build.
export default defineConfig({
  base: './',
  plugins: [standardLibrary()],
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
