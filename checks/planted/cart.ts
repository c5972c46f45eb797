import type { Planted } from './planted.ts'

const tests = 'services/cart/tests'

export const cart: readonly Planted[] = [
  {
    bug: 'adding in parallel loses lines (vendure#2187)', at: 'services/cart/store/carts.ts',
    edits: [{ find: 'version = version + 1 where id = $1 and version = $2 returning id', put: 'version = version + 1 where id = $1 and $2::int is not null returning id' }],
    guard: { file: `${tests}/shopping.test.ts`, test: 'two adds that meet in two processes lose nothing: each has read the basket before either writes' },
  },
  {
    bug: 'joining two carts at sign-in loses lines (vendure#4481)', at: 'services/cart/reactions/guest-adopted.ts',
    edits: [{ find: 'lines: joined(target.lines, cart.lines)', put: 'lines: cart.lines' }],
    guard: { file: `${tests}/signing-in.test.ts`, test: 'it joins the cart the account had: quantities add up, other lines stand beside' },
  },
  {
    bug: 'what is added while a guest signs in is lost', at: 'services/cart/store/carts.ts',
    edits: [{ find: 'where owner = any($1::text[]) order by id for update', put: 'where owner = any($1::text[]) order by id' }],
    guard: { file: `${tests}/signing-in.test.ts`, test: 'what is added on both sides while signing in is in the joined cart' },
  },
]
