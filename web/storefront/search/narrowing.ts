/** A choice narrows at once; without scripts the form has its button. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-narrow]')) {
  form.addEventListener('change', () => form.requestSubmit())
  // A single choice that is chosen again is put down.
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    if (radio.checked) radio.addEventListener('click', () => { radio.checked = false; form.requestSubmit() })
  }
}

export {}
