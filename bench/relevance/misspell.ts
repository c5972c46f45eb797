const letters = 'abcdefghijklmnopqrstuvwxyz'

/** So many slips of the finger in words that are long enough for them (four letters for one, eight for two): a letter more, less, other, or two swapped. Undefined when no word is. */
export function misspell(text: string, slips: 1 | 2, random: () => number): string | undefined {
  const words = text.split(' ')
  const long = words.flatMap((word, at) => (/^[a-z]+$/i.test(word) && word.length >= (slips === 1 ? 4 : 8) ? [at] : []))
  const at = long[Math.floor(random() * long.length)]
  if (at === undefined) return undefined
  let word = words[at] as string
  for (let slip = 0; slip < slips; slip++) word = slipped(word, random)
  // Two slips may undo each other.
  return word === words[at] ? undefined : words.with(at, word).join(' ')
}

/** Seldom in the first letter, as people do. */
function slipped(word: string, random: () => number): string {
  const place = random() < 0.05 ? 0 : 1 + Math.floor(random() * (word.length - 1))
  const letter = letters[Math.floor(random() * letters.length)] as string
  switch (Math.floor(random() * 4)) {
    case 0: return word.slice(0, place) + letter + word.slice(place)
    case 1: return word.slice(0, place) + word.slice(place + 1)
    case 2: return word.slice(0, place) + letter + word.slice(place + 1)
    default: return place === 0 ? word : word.slice(0, place - 1) + (word[place] as string) + (word[place - 1] as string) + word.slice(place + 1)
  }
}
