import { recentSearches, remember } from './recent.ts'

/** The combobox of WAI-ARIA (a list beside an input that keeps the focus): suggestions as one types, by keyboard and screen reader. */
interface Suggested { readonly text: string; readonly url: string; readonly kind: string }

const waitMs = 90

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-find]')) enhance(form)

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]')
  if (!input) return
  const list = document.createElement('ul')
  list.id = 'suggestions'
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.querySelector('label')?.textContent ?? '')
  list.hidden = true
  const said = document.createElement('p')
  said.className = 'sr'
  said.setAttribute('role', 'status')
  form.append(list, said)
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]] as const) input.setAttribute(name, value)

  const market = form.querySelector<HTMLInputElement>('input[name="market"]')?.value
  let asked: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let at = -1
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')]

  const close = (): void => {
    list.hidden = true
    at = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const show = (items: readonly Suggested[], none: boolean): void => {
    list.replaceChildren(...items.map(({ text, url, kind }, number) => {
      const option = document.createElement('li')
      option.id = `suggestion-${number}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.dataset['kind'] = kind
      const link = document.createElement('a')
      link.href = url
      link.tabIndex = -1
      link.textContent = text
      if (kind === 'query') link.addEventListener('click', () => remember(text))
      option.append(link)
      return option
    }))
    at = -1
    input.removeAttribute('aria-activedescendant')
    list.hidden = items.length === 0
    input.setAttribute('aria-expanded', String(items.length > 0))
    said.textContent = items.length > 0 ? (form.dataset['many'] ?? '').replace('{n}', String(items.length)) : none ? form.dataset['none'] ?? '' : ''
  }
  const within = (path: string): string => (market === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}market=${encodeURIComponent(market)}`)
  const recent = (): Suggested[] => recentSearches().map((text) => ({ text, kind: 'recent', url: within(`/search?q=${encodeURIComponent(text)}`) }))

  const suggest = async (): Promise<void> => {
    asked?.abort()
    const text = input.value.trim()
    if (text === '') { show(recent(), false); return }
    asked = new AbortController()
    const answer = await fetch(within(`/api/search/suggest?q=${encodeURIComponent(text)}`), { signal: asked.signal }).catch(() => undefined)
    if (!answer?.ok || document.activeElement !== input) return
    const { items } = (await answer.json()) as { items: Suggested[] }
    show(items.map((item) => ({ ...item, url: within(item.url) })), true)
  }
  const move = (by: number): void => {
    const all = options()
    if (all.length === 0) return
    all[at]?.setAttribute('aria-selected', 'false')
    at = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by
    if (at < 0 || at >= all.length) { at = -1; input.removeAttribute('aria-activedescendant'); return }
    const one = all[at] as HTMLElement
    one.setAttribute('aria-selected', 'true')
    one.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', one.id)
  }

  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => { void suggest() }, waitMs) })
  input.addEventListener('focus', () => { if (input.value.trim() === '') show(recent(), false) })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); if (list.hidden) void suggest(); else move(event.key === 'ArrowDown' ? 1 : -1) }
    else if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); close() }
    else if (event.key === 'Enter' && at >= 0) { event.preventDefault(); options()[at]?.querySelector('a')?.click() }
  })
  // A press on a suggestion must not take the focus away before it is followed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  input.addEventListener('blur', () => { asked?.abort(); clearTimeout(timer); close() })
  form.addEventListener('submit', () => remember(input.value))
}
