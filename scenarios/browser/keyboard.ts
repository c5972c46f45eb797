import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** More stops than any page has. */
const most = 150

/** Somebody who goes by Tab and sees where they are: a stop that does not show itself fails the story. */
export class Keyboard {
  readonly #page: Page

  constructor(page: Page) { this.#page = page }

  /** Presses Tab until it is there. */
  async to(wanted: Locator): Promise<void> {
    await wanted.first().waitFor({ state: 'attached' })
    for (let presses = 0; presses < most; presses++) {
      await this.#page.keyboard.press('Tab')
      await this.#isSeen()
      if (await isFocused(wanted.first())) return
    }
    assert.fail(`the keyboard does not reach ${wanted.toString()}`)
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.to(field)
    await this.#page.keyboard.type(text)
  }

  /** A ring around it or around its label, and it stands on the screen. A frame shows its own stops. */
  async #isSeen(): Promise<void> {
    const stop = await this.#page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || element instanceof HTMLIFrameElement) return null
      const ringed = [element, element.closest('label')].find((each) => each && getComputedStyle(each).outlineStyle !== 'none' && Number.parseFloat(getComputedStyle(each).outlineWidth) >= 2)
      const { top, bottom, left, right } = ringed?.getBoundingClientRect() ?? { top: 0, bottom: 0, left: 0, right: 0 }
      return { what: element.outerHTML.slice(0, 120), seen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth }
    })
    assert.ok(stop === null || stop.seen, `the focus is not seen at ${this.#page.url()} on ${stop?.what}`)
  }
}

export const isFocused = (one: Locator): Promise<boolean> => one.evaluate((element) => element.matches(':focus'))
