/// <reference types="astro/client" />
import type { PageLocals } from '@octavo/gateway/pages'
import type { View } from './page/view.ts'
import type { Rasterise } from './share/rasterise.ts'

declare global {
  namespace App {
    interface Locals extends PageLocals {
      /** How this request's pages speak and count; a basket's market may replace the address's. */
      view: View
      /** Of what was drawn into the page so far. */
      ids: Set<string>
      /** SVG as PNG. */
      rasterise: Rasterise
      /** Why no page could be made, for the page that says so. */
      trouble?: { readonly status: number; readonly code: string }
    }
  }
}
