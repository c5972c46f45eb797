import type { EntryProblem } from '../cards/card-entry.ts'
import { escapeHtml } from './page.ts'
import { wordsOf, type Words } from './words.ts'

type Field = 'number' | 'expiry' | 'cvc'

/** The three fields of a card. They come back empty after a problem: nothing typed is ever sent out again. */
export function cardFields(words: Words, problem?: EntryProblem): string {
  const wrong = problem && fieldOf(problem)
  const field = (name: Field, label: string, attributes: string) => `
<div class="field ${name}"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" ${attributes} required aria-describedby="problem"${wrong === name ? ' aria-invalid="true" autofocus' : ''}></div>`
  return `${field('number', words.number, 'autocomplete="cc-number" inputmode="numeric" placeholder="4242 4242 4242 4242" maxlength="23"')}
${field('expiry', words.expiry, `autocomplete="cc-exp" inputmode="numeric" placeholder="${words.expiryShape}" maxlength="9"`)}
${field('cvc', words.cvc, `autocomplete="cc-csc" inputmode="numeric" placeholder="${words.cvcShape}" maxlength="4"`)}
<p id="problem" role="alert">${problem ? escapeHtml(wordsOf(problem, words)) : ''}</p>`
}

/** The field on the page that a problem belongs to. */
export function fieldOf({ field }: EntryProblem): Field {
  return field === 'exp_month' || field === 'exp_year' ? 'expiry' : field
}
