import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cosine, unit, type Embedder, type Text } from './port.ts'

const text = (words: string): Text => [{ words, weight: 1 }]

/** Four topics that share hardly a word within them but company; the conformance suite's and a fit's texts. */
export const corpus: readonly string[] = [
  'whales hunted at sea by the crew of an old whaling ship', 'a ship and its captain follow a white whale over the ocean', 'sailors, storms at sea and a ship lost on the ocean',
  'the crew of a ship mutinies; the captain is set out on the sea', 'an island in the ocean, a ship, and pirates who seek treasure at sea', 'the harpooner and the whale: life of sailors on a whaling ship',
  'bread, cakes and pastry: recipes for the home baker', 'a hundred recipes for soup and bread from a country kitchen', 'baking cakes with butter, flour and sugar in your own kitchen',
  'recipes for the kitchen garden: soup, salad and pastry', 'flour, water, salt: the baker\'s bread', 'sugar and butter: cakes, biscuits and pastry for every kitchen',
  'a detective in London is asked to find a murderer', 'the murder of a banker, and the detective who found the poison', 'clues, poison and an inspector: a murder in a country house',
  'the inspector from London follows the clues to the murderer', 'a detective and his friend solve a murder by its clues', 'who put poison in the glass? the inspector asks the guests of the house',
  'stars and planets: astronomy for everybody with a small telescope', 'the planets, their moons and orbits, seen through a telescope', 'how stars are born and galaxies turn: an introduction to astronomy',
  'observing the moon and the planets with a telescope', 'galaxies, stars and the orbits of comets', 'astronomy of comets, moons and distant galaxies',
]

const near: readonly (readonly [one: string, other: string, far: string])[] = [
  ['whaling crew', 'sailors on the ocean', 'pastry recipes'],
  ['detective and murderer', 'inspector, clues and poison', 'planets through a telescope'],
  ['galaxies', 'moons and orbits of planets', 'murder in a country house'],
]

/** What every maker of vectors does. `open` gives one that knows the `corpus`, or any English. */
export function embeddingConformance(name: string, open: () => Promise<Embedder>): void {
  const one = async (embedder: Embedder, words: string): Promise<Int8Array> => (await embedder.embed([text(words)]))[0] as Int8Array

  describe(`embedding: ${name}`, () => {
    it('gives whole vectors, as many as texts and in their order, the same for the same text', async () => {
      const embedder = await open()
      assert.equal(embedder.dimensions % 16, 0)
      const vectors = await embedder.embed(corpus.map(text))
      assert.equal(vectors.length, corpus.length)
      for (const [at, vector] of vectors.entries()) {
        assert.equal(vector.length, embedder.dimensions)
        assert.ok(Math.abs(Math.hypot(...vector) - unit) < 4, `length ${Math.hypot(...vector)}`)
        assert.deepEqual(await one(embedder, corpus[at] as string), vector)
      }
      assert.deepEqual(await embedder.embed([]), [])
    })

    it('stands texts about one thing closer than texts about two', async () => {
      const embedder = await open()
      for (const [a, b, far] of near) {
        const [here, close, away] = await embedder.embed([text(a), text(b), text(far)]) as [Int8Array, Int8Array, Int8Array]
        assert.ok(cosine(here, close) > cosine(here, away) + 0.1, `${a}: ${cosine(here, close)} to ${b}, ${cosine(here, away)} to ${far}`)
      }
    })

    it('hears the weightier part more', async () => {
      const embedder = await open()
      const [sea, bread] = await embedder.embed([text('sailors on the ocean'), text('bread from the kitchen')]) as [Int8Array, Int8Array]
      const [mostlySea, mostlyBread] = await embedder.embed([
        [{ words: 'bread from the kitchen', weight: 1 }, { words: 'sailors on the ocean', weight: 9 }], [{ words: 'sailors on the ocean', weight: 1 }, { words: 'bread from the kitchen', weight: 9 }],
      ]) as [Int8Array, Int8Array]
      assert.ok(cosine(mostlySea, sea) > cosine(mostlyBread, sea))
      assert.ok(cosine(mostlyBread, bread) > cosine(mostlySea, bread))
    })

    it('gives nothing for nothing, and bears any text', async () => {
      const embedder = await open()
      const vectors = await embedder.embed([[], text(''), text(' \n\t'), text('ship '.repeat(100_000)), text('🐳 \u0000 \ud800 ﬁ'), text('x'.repeat(100_000))])
      for (const vector of vectors.slice(0, 3)) assert.ok(vector.every((x) => x === 0))
      for (const vector of vectors) assert.equal(vector.length, embedder.dimensions)
    })
  })
}
