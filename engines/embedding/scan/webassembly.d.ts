/** What a scan uses of the platform's WebAssembly, which Node has and its types leave to the browser's. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number })
    readonly buffer: ArrayBuffer
    /** By pages of 64 KiB; what `buffer` gave before is then empty. */
    grow(pages: number): number
  }
  interface Module { readonly module: unique symbol }
  const Module: new (bytes: Uint8Array) => Module
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>)
    readonly exports: Readonly<Record<string, unknown>>
  }
}
