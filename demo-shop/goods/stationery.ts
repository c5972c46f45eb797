/** Paper, and what is used on it. */
import type { Thing } from './thing.ts'

export const stationery: Thing[] = [
  { n: 1, handle: 'quire-notebook-a5', title: 'Quire Notebook, A5', brand: 'Quire & Leaf',
    categories: ['notebooks'], pence: 999, onHand: 42, choices: ['Ruled, slate', 'Plain, slate', 'Dotted, brick'], sizeMm: [148, 210, 14], grams: 310,
    attributes: { Pages: '192', Paper: '100 g/m², cream', Binding: 'Sewn' }, keywords: ['notebooks', 'writing'],
    text: `
      Twelve sections sewn, so that it lies flat from the first page to the last. The paper takes ink without showing it on
      the back.` },
  { n: 2, handle: 'quire-notebook-pocket', title: 'Quire Notebook, Pocket', brand: 'Quire & Leaf',
    categories: ['notebooks'], pence: 649, onHand: 55, choices: ['Slate', 'Brick', 'Moss'], sizeMm: [90, 140, 11], grams: 120,
    attributes: { Pages: '144', Paper: '90 g/m², cream', Binding: 'Sewn' }, keywords: ['notebooks', 'pocket'],
    text: `
      Small enough for a shirt and stiff enough to write in standing up. The last eight leaves tear out, for addresses given
      to others.` },
  { n: 3, handle: 'commonplace-book', title: 'Commonplace Book', brand: 'Quire & Leaf',
    categories: ['notebooks'], pence: 1899, onHand: 16, sizeMm: [170, 240, 26], grams: 720,
    attributes: { Pages: '320, numbered', Paper: '100 g/m², ivory', Index: 'Eight pages' }, keywords: ['notebooks', 'quotations'],
    text: `
      For copying out what other people have said better. The pages are numbered and there is an index at the back, after
      John Locke’s plan, which takes ten minutes to learn.` },
  { n: 4, handle: 'reading-log', title: 'Reading Log', brand: 'Quire & Leaf',
    categories: ['notebooks'], pence: 799, onHand: 33, sizeMm: [120, 190, 10], grams: 190,
    attributes: { Pages: '128', Entries: '120 books' }, keywords: ['notebooks', 'reading'],
    text: `
      A page for each book, with room for the date, who lent it, and what you thought. There is no place for stars.` },
  { n: 5, handle: 'music-manuscript-book', title: 'Manuscript Book for Music', brand: 'Ledger & Stave',
    categories: ['notebooks'], pence: 849, onHand: 12, sizeMm: [210, 297, 8], grams: 330,
    attributes: { Pages: '64', Staves: 'Twelve a page' }, keywords: ['music', 'notebooks'],
    text: `
      Twelve staves to a page, wide enough for a pencil and a change of mind. Stapled through the fold and stays open on a
      piano.` },
  { n: 6, handle: 'field-notebook-waterproof', title: 'Field Notebook, Waterproof', brand: 'North Room',
    categories: ['notebooks'], pence: 1250, onHand: 4, seller: 'north-room', sizeMm: [100, 165, 12], grams: 150,
    attributes: { Pages: '96', Paper: 'Stone paper, squared', Cover: 'Oilcloth' }, keywords: ['notebooks', 'nature'],
    text: `
      Takes a pencil in the rain, and was tried out by somebody counting gannets. Made in Orkney, where there was no need to
      wait for the weather.` },
  { n: 7, handle: 'sketchbook-landscape', title: 'Sketchbook, Landscape', brand: 'Ledger & Stave',
    categories: ['notebooks'], pence: 1399, onHand: 21, choices: ['A5', ['A4', 1999]], sizeMm: [210, 148, 16], grams: 380,
    attributes: { Pages: '80', Paper: '160 g/m², white' }, keywords: ['drawing', 'notebooks'],
    text: `
      Heavy white paper with a slight tooth, bound on the short side. It will take a light wash, if you let it dry before
      the train arrives.` },
  { n: 8, handle: 'week-to-a-view-diary', title: 'Undated Diary, a Week to a View', brand: 'Quire & Leaf',
    categories: ['notebooks'], pence: 1199, onHand: 26, choices: ['Navy', 'Ochre'], sizeMm: [130, 190, 14], grams: 260,
    attributes: { Pages: '128', Begins: 'Whenever you do' }, keywords: ['diaries', 'planning'],
    text: `
      Fifty-three weeks without a date on them, to be begun in any month and left alone in August. The ribbon is long
      enough.` },
  { n: 9, handle: 'fountain-pen-heron', title: 'Heron Fountain Pen', brand: 'Tarn',
    categories: ['pens-and-ink'], pence: 2499, onHand: 18, choices: ['Fine, grey', 'Medium, grey', 'Medium, green'], sizeMm: [13, 138, 13], grams: 18,
    attributes: { Nib: 'Steel', Filling: 'Cartridge or converter', Body: 'Resin' }, keywords: ['fountain pens', 'writing'],
    text: `
      A light pen for long letters, with a steel nib that starts at once. It comes with one cartridge, and a converter for
      those who have a bottle.` },
  { n: 10, handle: 'fountain-pen-brass', title: 'Brass Fountain Pen', brand: 'North Room',
    categories: ['pens-and-ink'], pence: 8900, onHand: 0, seller: 'north-room', promised: { limit: 12, from: '2031-11-03' }, sizeMm: [14, 132, 14], grams: 46,
    attributes: { Nib: 'Steel, broad', Filling: 'Converter', Body: 'Brass, unlacquered' }, keywords: ['fountain pens', 'brass'],
    text: `
      Turned on a lathe from one bar, and it will darken where you hold it. The next dozen are begun when the barley is in.` },
  { n: 11, handle: 'ink-oak-gall', title: 'Oak Gall Ink', brand: 'Tarn',
    categories: ['pens-and-ink'], pence: 1199, onHand: 30, sizeMm: [52, 64, 52], grams: 160,
    attributes: { Contents: '50 ml', Colour: 'Grey, drying black' }, keywords: ['ink', 'iron gall'],
    text: `
      Goes on pale and is black by the end of the paragraph. It does not wash out of paper or cuffs, and wants a pen that is
      rinsed once a month.` },
  { n: 12, handle: 'ink-six-colours', title: 'Ink, Six Colours', brand: 'Tarn',
    categories: ['pens-and-ink'], pence: 949, onHand: 24, choices: ['Harbour', 'Bramble', 'Bottle green', 'Rust', 'Soot', 'Violet'], sizeMm: [52, 64, 52], grams: 150,
    attributes: { Contents: '50 ml', Washable: 'Yes' }, keywords: ['ink', 'fountain pens'],
    text: `
      Plain dye ink that is kind to any fountain pen. Rust and bramble shade a little at the end of a stroke.` },
  { n: 13, handle: 'a-dozen-pencils', title: 'A Dozen Pencils', brand: 'Ledger & Stave',
    categories: ['pens-and-ink'], pence: 899, onHand: 40, choices: ['HB', '2B', '4B'], sizeMm: [52, 180, 18], grams: 66,
    attributes: { Wood: 'Incense cedar', Finish: 'Unpainted' }, keywords: ['pencils', 'drawing'],
    text: `
      Cedar, unpainted, sharpened once so that you may begin. They smell as pencils did when you were first given one.` },
  { n: 14, handle: 'margin-pencils', title: 'Margin Pencils, Red and Blue', brand: 'Ledger & Stave',
    categories: ['pens-and-ink'], pence: 450, onHand: 36, sizeMm: [24, 175, 9], grams: 22,
    attributes: { Contents: 'Three', Lead: 'Red one end, blue the other' }, keywords: ['pencils', 'marginalia'],
    text: `
      Red at one end for disagreement and blue at the other for delight. They rub out of most papers, should you come round.` },
  { n: 15, handle: 'brass-pencil-sharpener', title: 'Brass Pencil Sharpener', brand: 'North Room',
    categories: ['pens-and-ink'], pence: 950, onHand: 9, seller: 'north-room', sizeMm: [15, 25, 11], grams: 22,
    attributes: { Blade: 'Steel, can be replaced', Holes: 'One' }, keywords: ['pencils', 'brass'],
    text: `
      A wedge of brass with a blade held on by one screw. Two spare blades are in the box, and that should see you out.` },
  { n: 16, handle: 'letter-set', title: 'Letter Paper and Envelopes', brand: 'Quire & Leaf',
    categories: ['stationery'], pence: 1599, onHand: 17, choices: ['Cream', 'Pale blue'], sizeMm: [160, 220, 28], grams: 540,
    attributes: { Contents: '40 sheets, 20 envelopes', Paper: '120 g/m², laid' }, keywords: ['letters', 'writing paper'],
    text: `
      Forty sheets, twenty envelopes lined with tissue, and a page of guide lines to put underneath. Twenty letters is more
      than most people owe.` },
  { n: 17, handle: 'postcards-first-lines', title: 'Thirty Postcards of First Lines', brand: 'Lantern Row',
    categories: ['stationery'], pence: 1099, onHand: 28, sizeMm: [108, 152, 14], grams: 210,
    attributes: { Contents: '30 cards, all different', Printing: 'Letterpress' }, keywords: ['postcards', 'first lines'],
    text: `
      Thirty first sentences, set in type and printed one at a time. The back is blank but for a stamp box, and you need
      write only the second.` },
  { n: 18, handle: 'bookplates', title: 'Bookplates, Fifty', brand: 'Lantern Row',
    categories: ['stationery'], pence: 699, onHand: 22, choices: ['Owl', 'Ship', 'Plain border'], sizeMm: [80, 105, 12], grams: 80,
    attributes: { Contents: '50, gummed', Paper: 'Acid-free' }, keywords: ['bookplates', 'lending'],
    text: `
      Gummed, acid-free, and with room under the picture for a name. A book that says whose it is comes home about twice as
      often, we have found.` },
  { n: 19, handle: 'book-mending-kit', title: 'Book Mending Kit', brand: 'Second Folio Bindery',
    categories: ['stationery', 'for-the-reading-chair'], pence: 1950, onHand: 6, seller: 'second-folio', sizeMm: [140, 210, 40], grams: 420,
    attributes: { Contents: 'Tissue, paste, bone folder, linen thread, needle, notes' }, keywords: ['bookbinding', 'repair'],
    text: `
      Everything for a torn page or a loose section, with eight pages on how, and one on when to leave it alone. There is no
      sticky tape in the box and there should be none in the house.` },
  { n: 20, handle: 'wax-and-seal', title: 'Sealing Wax and Seal', brand: 'Ledger & Stave',
    categories: ['stationery'], pence: 1450, onHand: 8, choices: ['Anchor', 'Leaf', 'Quill'], sizeMm: [60, 160, 30], grams: 130,
    attributes: { Contents: 'Two sticks, one brass seal' }, keywords: ['letters', 'sealing wax'],
    text: `
      Two sticks of red wax and a brass seal. The sorting machines survive it if you seal the flap flat; we have tried.` },
]
