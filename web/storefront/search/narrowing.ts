/**
 * A choice narrows at once; without scripts the form has its button. Where the facets lie folded (a telephone) they come as a sheet over
 * the page: there choices are gathered, and one press narrows by all of them.
 */
const narrow = window.matchMedia('(max-width: 700px)')

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-narrow]')) {
  const gathered = (): boolean => form.closest('dialog') !== null
  form.addEventListener('change', () => { if (!gathered()) form.requestSubmit() })
  putDown(form, () => { if (!gathered()) form.requestSubmit() })
  const fold = form.closest<HTMLDetailsElement>('details[data-sheet]')
  if (fold) lift(fold, form)
}

/** A single choice that is chosen again is put down. */
function putDown(form: HTMLFormElement, then: () => void): void {
  const chosen = new Map<string, HTMLInputElement>()
  const look = (): void => { for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')) chosen.set(radio.name, radio) }
  look()
  form.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return
    if (chosen.get(target.name) !== target) { chosen.set(target.name, target); return }
    target.checked = false
    chosen.delete(target.name)
    then()
  })
  form.addEventListener('reset', () => { chosen.clear(); queueMicrotask(look) })
}

/** A modal dialog keeps the focus inside, ends by Escape, and gives the focus back to what opened it. */
function lift(fold: HTMLDetailsElement, form: HTMLFormElement): void {
  const summary = fold.querySelector('summary')
  if (!summary) return
  const dialog = document.createElement('dialog')
  dialog.className = 'facets-sheet'
  dialog.setAttribute('aria-label', form.getAttribute('aria-label') ?? '')
  const head = document.createElement('div')
  head.className = 'head'
  const title = document.createElement('h2')
  title.textContent = form.getAttribute('aria-label')
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'link'
  close.textContent = fold.dataset['close'] ?? ''
  close.addEventListener('click', () => dialog.close())
  head.append(title, close)
  dialog.append(head)
  document.body.append(dialog)
  summary.addEventListener('click', (event) => {
    if (!narrow.matches) return
    event.preventDefault()
    dialog.append(form)
    dialog.showModal()
  })
  dialog.addEventListener('close', () => {
    fold.append(form)
    // Choices that were not applied are not there any more.
    form.reset()
    summary.focus()
  })
  // A press beside the sheet puts it away.
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close() })
}

export {}
