import { defineConfig, passthroughImageService } from 'astro/config'
import { inProcess } from './server/adapter.ts'

/** Every page is made on request, in the gateway's own process. Whatever a page needs is bundled, so that a build runs from any folder. */
export default defineConfig({
  output: 'server',
  srcDir: '.',
  publicDir: './public',
  // Beside the sources that are built, which may be a copy: the packages' folder may be somebody else's.
  cacheDir: './.cache/astro',
  adapter: inProcess(),
  session: false,
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  trailingSlash: 'ignore',
  // Origins are checked by the gateway, before anything else.
  security: { checkOrigin: false },
  build: { inlineStylesheets: 'never', redirects: false },
  vite: {
    cacheDir: './.cache/vite',
    // The policy allows scripts from here and none inline.
    build: { assetsInlineLimit: 0 },
    ssr: { noExternal: true },
  },
})
