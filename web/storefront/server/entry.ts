import { createApp } from 'astro/app/entrypoint'

/** Pages are made whole before they are sent: an error becomes an error page, and the edge keeps them anyway. */
export const app: ReturnType<typeof createApp> = createApp({ streaming: false })
