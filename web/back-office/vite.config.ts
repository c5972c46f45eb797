import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** One bundle below `/back-office/`. Nothing is inlined: the policy takes scripts and styles from files of ours alone. */
export default defineConfig({
  base: '/back-office/',
  plugins: [react()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false, chunkSizeWarningLimit: 1000 },
})
