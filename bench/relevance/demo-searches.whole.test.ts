import { test } from 'node:test'
import { withDemo } from './demo-shop.ts'
import { holdsWhatStood } from './holding.ts'

test('the demo’s judged searches are answered no worse than before', () => withDemo({}, holdsWhatStood))
