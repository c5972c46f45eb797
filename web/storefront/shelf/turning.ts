/**
 * A cover goes from its shelf to its page. One page may show a book twice, and a name must be there once: the cover is named only as
 * the page is left for that book. On the book's own page the style sheet names it.
 */
window.addEventListener('pageswap', ({ viewTransition, activation }) => {
  const address = activation?.entry.url
  if (!viewTransition || !address || document.querySelector('.product')) return
  const { pathname } = new URL(address)
  const link = [...document.querySelectorAll<HTMLAnchorElement>('.shelf h3 a')].find((each) => each.pathname === pathname)
  const cover = link?.closest('li')?.querySelector<HTMLElement>('.book')
  if (!cover) return
  cover.style.setProperty('view-transition-name', 'cover')
  const forget = (): void => { cover.style.removeProperty('view-transition-name') }
  viewTransition.finished.then(forget, forget)
})

export {}
