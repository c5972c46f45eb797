import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileOf, fitted, isKept, sourcesOf, type KeptPicture } from '../shelf/picture.ts'

const picture: KeptPicture = { kind: 'cover', url: '/media/ab12/800.jpg', widthPx: 800, heightPx: 1000, widthsPx: [160, 320, 640, 800] }

describe('an uploaded picture', () => {
  it('is offered in every width it is kept in, in both formats', () => {
    assert.equal(sourcesOf(picture, 'webp'), '/media/ab12/160.webp 160w, /media/ab12/320.webp 320w, /media/ab12/640.webp 640w, /media/ab12/800.webp 800w')
    assert.equal(sourcesOf({ ...picture, widthsPx: [800] }, 'jpg'), '/media/ab12/800.jpg 800w')
  })

  it('is named by the smallest file that is large enough, and by its own when none is', () => {
    assert.equal(fileOf(picture, 320), '/media/ab12/320.jpg')
    assert.equal(fileOf(picture, 321), '/media/ab12/640.jpg')
    assert.equal(fileOf(picture, 2000), '/media/ab12/800.jpg')
  })

  it('stands as large as a cover would, in its own proportions', () => {
    assert.deepEqual(fitted(picture, { widthMm: 130, heightMm: 200 }), { widthMm: 130, heightMm: 163 })
    assert.deepEqual(fitted({ ...picture, widthPx: 100 }, { widthMm: 130, heightMm: 200 }), { widthMm: 20, heightMm: 200 })
  })

  it('is told from one that lies elsewhere and has no size', () => {
    assert.ok(isKept(picture))
    assert.ok(!isKept({ kind: 'cover', url: 'https://publisher.example/cover.jpg' }))
  })
})
