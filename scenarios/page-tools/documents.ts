import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Response } from 'playwright-core'

/** Keeps the page that was last sent to a browser, as it was sent: a browser's own tree has been mended. */
export class Documents {
  readonly #shop: string
  #last: Promise<string> | undefined

  constructor(page: Page, shop: string) {
    this.#shop = shop
    page.on('response', (answer) => { if (this.#isPage(page, answer)) this.#last = this.#read(answer) })
  }

  /** A browser lets go of a page as soon as the next one comes: whoever keeps the last one is told, nobody else need know. */
  #read(answer: Response): Promise<string> {
    const text = answer.text()
    text.catch(() => undefined)
    return text
  }

  #isPage(page: Page, answer: Response): boolean {
    return answer.frame() === page.mainFrame() && answer.request().isNavigationRequest() && !(answer.status() >= 300 && answer.status() < 400) && answer.url().startsWith(this.#shop) && (answer.headers()['content-type'] ?? '').startsWith('text/html')
  }

  /** Writes it into a folder under a name. */
  async keep(folder: string, name: string): Promise<string> {
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${name}.html`)
    await writeFile(path, (await this.#last) ?? '')
    return path
  }
}
