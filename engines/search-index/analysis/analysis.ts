export { fold, wordsOf } from './words.ts'
export { stemsOf, stemmedText } from './stem.ts'
export { edits, mostEdits } from './edits.ts'
