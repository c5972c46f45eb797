import { findingStories } from './stories.ts'
import { openShop } from './shop.ts'

await findingStories(await openShop())
