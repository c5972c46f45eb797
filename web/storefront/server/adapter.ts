import type { AstroIntegration } from 'astro'

/** Builds the site as a module with an `app` that turns a request into a response; who listens is somebody else's business. */
export function inProcess(): AstroIntegration {
  return {
    name: 'octavo-in-process',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'octavo-in-process',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'unsupported', i18nDomains: 'unsupported', envGetSecret: 'unsupported', hybridOutput: 'unsupported', staticOutput: 'unsupported' },
        })
      },
    },
  }
}
