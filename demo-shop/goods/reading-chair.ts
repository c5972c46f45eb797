/** Lamps, and other things for reading in comfort. */
import type { Thing } from './thing.ts'

export const readingChair: Thing[] = [
  { n: 101, handle: 'clamp-lamp-lark', title: 'Lark Reading Lamp', brand: 'Wick & Beam',
    categories: ['lamps'], pence: 5900, onHand: 14, choices: ['Black', 'Cream', 'Signal red'], sizeMm: [160, 420, 160], grams: 1450,
    attributes: { Light: '6 W, 2,700 K, 470 lm', Dimmer: 'Yes', Cable: '1.8 m' }, keywords: ['lamps', 'desk'],
    text: `
      A jointed arm and a deep shade, so that the light is on the page and not in the face of the person opposite. The bulb
      is an ordinary one and can be changed.` },
  { n: 102, handle: 'floor-lamp-stork', title: 'Stork Floor Lamp', brand: 'Wick & Beam',
    categories: ['lamps'], pence: 14900, onHand: 5, choices: ['Brass', 'Black'], sizeMm: [280, 1480, 280], grams: 6200,
    attributes: { Light: '8 W, 2,700 K, 806 lm', Height: '118 to 148 cm', Dimmer: 'Yes' }, keywords: ['lamps', 'floor lamps'],
    text: `
      Stands behind the chair and looks over your shoulder. The head turns right round and the stem goes up and down with
      one hand.` },
  { n: 103, handle: 'clip-light-moth', title: 'Moth Book Light', brand: 'Wick & Beam',
    categories: ['lamps'], pence: 1699, onHand: 44, choices: ['White', 'Amber'], sizeMm: [40, 110, 25], grams: 48,
    attributes: { Light: '0.5 W, two steps', Battery: 'Charged by USB-C, 20 hours' }, keywords: ['lamps', 'travel', 'bed'],
    text: `
      Clips to a cover and lights two pages, and leaves the other half of the bed dark. Amber is for those who mean to sleep
      afterwards.` },
  { n: 104, handle: 'bankers-lamp', title: 'Library Lamp, Green Glass', brand: 'Wick & Beam',
    categories: ['lamps'], pence: 8900, onHand: 3, sizeMm: [270, 370, 190], grams: 2700,
    attributes: { Light: 'E27, up to 9 W', Shade: 'Blown glass', Switch: 'Pull chain' }, keywords: ['lamps', 'library'],
    text: `
      The one from every reading room, with a chain to pull. The glass is blown, and no two greens are quite the same.` },
  { n: 105, handle: 'rechargeable-lantern', title: 'Table Lantern, Rechargeable', brand: 'North Room',
    categories: ['lamps'], pence: 6400, onHand: 7, seller: 'north-room', sizeMm: [110, 240, 110], grams: 890,
    attributes: { Light: '2 W, dimmed by turning the top', Battery: '12 hours, can be replaced' }, keywords: ['lamps', 'garden'],
    text: `
      For the garden, the bath, and evenings when the power is off. The battery comes out with a coin and can be had
      anywhere.` },
  { n: 106, handle: 'bedside-wall-lamp', title: 'Wall Lamp for the Bedside', brand: 'Wick & Beam',
    categories: ['lamps'], pence: 4450, onHand: 11, choices: ['White', 'Brass'], sizeMm: [90, 180, 210], grams: 640,
    attributes: { Light: '4 W, 2,700 K, 320 lm', Cable: '2.5 m, with plug', Reach: '21 cm' }, keywords: ['lamps', 'bed'],
    text: `
      Two screws and a plug, and no electrician. The arm folds flat when the chapter is done.` },
  { n: 107, handle: 'reading-cushion', title: 'Book Cushion', brand: 'Fallow',
    categories: ['for-the-reading-chair'], pence: 2900, onHand: 19, choices: ['Linen', 'Moss', 'Indigo'], sizeMm: [300, 80, 250], grams: 420,
    attributes: { Cover: 'Linen, can be washed', Filling: 'Buckwheat' }, keywords: ['cushions', 'reading'],
    text: `
      A wedge that holds a heavy book at the right slope on the lap. Filled with buckwheat, and rustles a little at page
      turns.` },
  { n: 108, handle: 'book-stand', title: 'Book Stand', brand: 'North Room',
    categories: ['for-the-reading-chair'], pence: 3800, onHand: 10, seller: 'north-room', choices: ['Beech', ['Oak', 4600]], sizeMm: [320, 240, 30], grams: 780,
    attributes: { Finish: 'Oiled', Slopes: 'Four' }, keywords: ['book stands', 'kitchen'],
    text: `
      Holds a cookery book or a dictionary open, with two brass pins for the pages. It folds to the thickness of a thumb.` },
  { n: 109, handle: 'bookends-iron', title: 'Iron Bookends, a Pair', brand: 'Fallow',
    categories: ['for-the-reading-chair'], pence: 3200, onHand: 13, choices: ['Plain', 'Whale'], sizeMm: [120, 150, 90], grams: 2400,
    attributes: { Material: 'Cast iron', Feet: 'Felt' }, keywords: ['bookends', 'shelves'],
    text: `
      Cast iron with felt beneath, for shelves that end in the air. A pair holds about a yard of hardbacks, or all of
      Gibbon.` },
  { n: 110, handle: 'leather-bookmark', title: 'Leather Bookmark', brand: 'Second Folio Bindery',
    categories: ['for-the-reading-chair', 'stationery'], pence: 599, onHand: 48, choices: ['Tan', 'Oxblood', 'Green'], sizeMm: [35, 220, 2], grams: 12,
    attributes: { Material: 'Offcuts of binder’s calf' }, keywords: ['bookmarks', 'leather'],
    text: `
      Cut from what is left over when a spine has been mended. It does not fall out, which is all that one asks.` },
  { n: 111, handle: 'ribbon-bookmarks', title: 'Ribbon Bookmark, Five Tails', brand: 'Lantern Row',
    categories: ['for-the-reading-chair', 'stationery'], pence: 450, onHand: 38, sizeMm: [30, 320, 2], grams: 8,
    attributes: { Ribbons: 'Five colours', Fixing: 'Card, slips into the spine' }, keywords: ['bookmarks', 'footnotes'],
    text: `
      For books with notes at the end and a map at the front. Five ribbons on a card that slips down the spine and leaves no
      mark.` },
  { n: 112, handle: 'magnifier-bar', title: 'Reading Glass, Bar', brand: 'Tarn',
    categories: ['for-the-reading-chair'], pence: 1450, onHand: 20, sizeMm: [200, 38, 18], grams: 95,
    attributes: { Magnifies: 'Twice', Length: '20 cm' }, keywords: ['magnifiers', 'small print'],
    text: `
      Lies on the line and makes it twice as tall. It was made for telephone directories and has outlived them.` },
  { n: 113, handle: 'wool-reading-blanket', title: 'Wool Blanket with a Pocket', brand: 'Fallow',
    categories: ['for-the-reading-chair'], pence: 9800, onHand: 4, choices: ['Grey herringbone', 'Heather'], sizeMm: [420, 320, 90], grams: 1350,
    attributes: { Size: '130 by 180 cm', Wool: 'Shetland', Pocket: 'One, for the book' }, keywords: ['blankets', 'winter'],
    text: `
      Shetland wool with a pocket sewn into one corner, large enough for a paperback and a pair of glasses. The cat is not
      included and will come.` },
  { n: 114, handle: 'page-weight', title: 'Page Weight, Leather', brand: 'Second Folio Bindery',
    categories: ['for-the-reading-chair'], pence: 1650, onHand: 15, sizeMm: [240, 35, 10], grams: 210,
    attributes: { Filling: 'Steel shot', Cover: 'Calf' }, keywords: ['page weights', 'studying'],
    text: `
      A snake of leather with steel shot in it, to lie across an open book. Libraries use them, and so does anyone who eats
      while reading.` },
  { n: 115, handle: 'canvas-book-bag', title: 'Canvas Book Bag', brand: 'Octavo',
    categories: ['for-the-reading-chair'], pence: 1400, onHand: 60, choices: ['Natural', 'Navy'], sizeMm: [380, 400, 20], grams: 240,
    attributes: { Material: 'Cotton canvas, 400 g/m²', Holds: 'About fifteen paperbacks' }, keywords: ['bags', 'tote'],
    text: `
      Heavy canvas with long handles and a flat bottom. Nothing is written on it but the name of the shop, small, inside.` },
  { n: 116, handle: 'mug-one-chapter', title: 'Mug, One Chapter', brand: 'Fallow',
    categories: ['for-the-reading-chair'], pence: 1500, onHand: 27, choices: ['Oatmeal', 'Blue'], sizeMm: [120, 95, 88], grams: 390,
    attributes: { Holds: '400 ml', Material: 'Stoneware' }, keywords: ['mugs', 'tea'],
    text: `
      Stoneware, with a handle for the whole hand and a broad foot that a sleeve cannot knock over. It keeps tea warm for
      about a chapter of Trollope.` },
]
