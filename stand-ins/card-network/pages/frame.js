// Card entry inside the shop's page. Speaks with one origin, the shop's, which the server has checked; what is typed goes to this
// server and nowhere else.
const form = document.querySelector('#card')
const problem = document.querySelector('#problem')
const fields = { number: form.elements.number, expiry: form.elements.expiry, cvc: form.elements.cvc }
const parentOrigin = form.dataset.parent
let sending = false

const tell = (message) => window.parent.postMessage(message, parentOrigin)

window.addEventListener('message', (event) => {
  if (event.origin !== parentOrigin || event.source !== window.parent) return
  if (event.data?.type === 'octavo-card-submit') void submit()
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void submit()
})
fields.number.addEventListener('input', () => group(fields.number))
fields.expiry.addEventListener('input', (event) => {
  if (event.inputType?.startsWith('delete')) return
  const digits = fields.expiry.value.replace(/\D/g, '')
  if (/^\d{2,4}$/.test(digits)) fields.expiry.value = `${digits.slice(0, 2)} / ${digits.slice(2)}`
})
new ResizeObserver(() => tell({ type: 'octavo-card-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(document.body)
tell({ type: 'octavo-card-ready' })

async function submit() {
  if (sending) return
  sending = true
  show()
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
    const said = await answer.json()
    if (answer.ok) tell({ type: 'octavo-card-token', paymentMethod: said.paymentMethod, brand: said.brand, last4: said.last4 })
    else refuse(said.message, said.field)
  } catch {
    refuse(form.dataset.unreachable)
  } finally {
    sending = false
  }
}

function refuse(message, field) {
  show(message, field)
  tell({ type: 'octavo-card-error', message })
}

function show(message = '', field) {
  problem.textContent = message
  for (const input of Object.values(fields)) input.toggleAttribute('aria-invalid', false)
  if (!field) return
  fields[field].setAttribute('aria-invalid', 'true')
  fields[field].focus()
}

/** Digits in fours, the caret kept behind the digit it was behind. */
function group(input) {
  const before = input.value.slice(0, input.selectionStart).replace(/\D/g, '').length
  const digits = input.value.replace(/\D/g, '').slice(0, 19)
  const grouped = digits.replace(/(\d{4})(?=\d)/g, '$1 ')
  if (grouped === input.value) return
  input.value = grouped
  const caret = before + Math.floor(Math.max(before - 1, 0) / 4)
  input.setSelectionRange(caret, caret)
}
