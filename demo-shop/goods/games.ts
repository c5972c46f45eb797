/** Games and puzzles. */
import type { Thing } from './thing.ts'

export const games: Thing[] = [
  { n: 201, handle: 'chess-set-club', title: 'Club Chess Set', brand: 'Rook & Reed',
    categories: ['games'], pence: 4900, onHand: 12, choices: ['Boxwood and ebonised', ['Boxwood and rosewood', 7900]], sizeMm: [480, 60, 260], grams: 2300,
    attributes: { Players: '2', King: '95 mm, weighted', Board: 'Folding, 50 cm' }, keywords: ['chess', 'two players'],
    text: `
      Weighted pieces in the Staunton pattern, and a folding board with squares that fit them. There are two spare queens,
      since that is what goes missing.` },
  { n: 202, handle: 'travel-chess', title: 'Travelling Chess', brand: 'Rook & Reed',
    categories: ['games'], pence: 1899, onHand: 23, sizeMm: [180, 35, 90], grams: 340,
    attributes: { Players: '2', Pieces: 'Magnetic' }, keywords: ['chess', 'travel'],
    text: `
      Magnets strong enough for a train and weak enough to move. Closes over an unfinished game and keeps it.` },
  { n: 203, handle: 'go-set', title: 'Go, Nine and Nineteen', brand: 'Rook & Reed',
    categories: ['games'], pence: 5600, onHand: 6, sizeMm: [450, 45, 480], grams: 3900,
    attributes: { Players: '2', Board: '19 by 19, with 9 by 9 behind', Stones: 'Glass, 361' }, keywords: ['go', 'two players'],
    text: `
      A bamboo board with the full grid on one side and a small one for beginners on the other. The stones click as they
      should.` },
  { n: 204, handle: 'backgammon-roll', title: 'Roll-up Backgammon', brand: 'Fallow',
    categories: ['games'], pence: 3900, onHand: 9, choices: ['Tan', 'Green'], sizeMm: [430, 70, 70], grams: 820,
    attributes: { Players: '2', Board: 'Suede and canvas', Dice: 'Four and a doubling cube' }, keywords: ['backgammon', 'travel'],
    text: `
      Rolls up round its own counters and ties with a thong. Suede makes no noise, so one can play where somebody is asleep.` },
  { n: 205, handle: 'dominoes-double-nine', title: 'Dominoes, Double Nine', brand: 'Rook & Reed',
    categories: ['games'], pence: 2200, onHand: 17, sizeMm: [210, 50, 110], grams: 960,
    attributes: { Players: '2 to 6', Tiles: '55', Box: 'Beech' }, keywords: ['dominoes', 'families'],
    text: `
      Fifty-five tiles with real weight, in a box with a sliding lid. Rules for four games are inside it, one of them for a
      person alone.` },
  { n: 206, handle: 'playing-cards-library', title: 'Library Playing Cards', brand: 'Lantern Row',
    categories: ['games'], pence: 799, onHand: 52, choices: ['Red', 'Blue'], sizeMm: [63, 88, 18], grams: 98,
    attributes: { Players: '1 or more', Cards: '54', Finish: 'Linen' }, keywords: ['cards', 'patience'],
    text: `
      The court cards are readers, and the knave of hearts has lost his place. Everything else is as usual, so that one may
      cheat in the ordinary way.` },
  { n: 207, handle: 'first-lines-game', title: 'First Lines', brand: 'Lantern Row',
    categories: ['games'], pence: 2400, onHand: 20, sizeMm: [190, 50, 190], grams: 620,
    attributes: { Players: '3 to 8', Minutes: '45', Age: 'From 12' }, keywords: ['party games', 'books'],
    text: `
      One player reads out what a novel is about, the others write how it might begin, and all vote. The true first line
      wins less often than you would think. Four hundred books, none later than 1928.` },
  { n: 208, handle: 'whodunit-cards', title: 'The Butler’s Evidence', brand: 'Lantern Row',
    categories: ['games'], pence: 1999, onHand: 2, sizeMm: [130, 40, 180], grams: 340,
    attributes: { Players: '2 to 5', Minutes: '60', Cases: 'Six' }, keywords: ['detection', 'party games'],
    text: `
      Six country-house murders in envelopes, each with letters, a plan and a timetable of trains. You work together, and
      the clock on the landing is always wrong.` },
  { n: 209, handle: 'jigsaw-map-of-whales', title: 'Jigsaw: The Whale’s Way', brand: 'Saltmarsh Press',
    categories: ['games'], pence: 1699, onHand: 15, sizeMm: [270, 55, 190], grams: 740,
    attributes: { Pieces: '1,000', Size: '68 by 49 cm' }, keywords: ['jigsaws', 'maps', 'the sea'],
    text: `
      A chart of the oceans in the manner of 1851, with a great deal of blue. The edges are coast, which is a mercy.` },
  { n: 210, handle: 'jigsaw-bookshop-window', title: 'Jigsaw: A Bookshop Window, Rain', brand: 'Saltmarsh Press',
    categories: ['games'], pence: 1699, onHand: 11, sizeMm: [270, 55, 190], grams: 740,
    attributes: { Pieces: '1,000', Size: '68 by 49 cm' }, keywords: ['jigsaws', 'bookshops'],
    text: `
      Four hundred spines behind wet glass, every title legible once the pieces are in. Allow a week and a table nobody
      needs.` },
  { n: 211, handle: 'jigsaw-peter-rabbit-garden', title: 'Floor Puzzle: The Vegetable Garden', brand: 'Little Quire',
    categories: ['games', 'children'], pence: 1299, onHand: 18, sizeMm: [300, 60, 220], grams: 880,
    attributes: { Pieces: '24, large', Age: 'From 3', Size: '90 by 60 cm' }, keywords: ['jigsaws', 'children'],
    text: `
      Large pieces for the floor: lettuces, beans, a gate, and a rabbit who should not be there. Thick board that has been
      stood on.` },
  { n: 212, handle: 'story-dice', title: 'Story Dice', brand: 'Little Quire',
    categories: ['games', 'children'], pence: 999, onHand: 34, sizeMm: [90, 90, 40], grams: 150,
    attributes: { Players: '1 or more', Age: 'From 5', Dice: 'Nine, beech' }, keywords: ['storytelling', 'children'],
    text: `
      Nine wooden dice with a picture on every side. Throw them, begin with “Once”, and use them all before anyone falls
      asleep.` },
  { n: 213, handle: 'word-tiles', title: 'Letterpress, a Game of Words', brand: 'Rook & Reed',
    categories: ['games'], pence: 2650, onHand: 16, sizeMm: [260, 60, 260], grams: 1100,
    attributes: { Players: '2 to 4', Minutes: '40', Tiles: '120' }, keywords: ['word games', 'families'],
    text: `
      Words are set backwards in a composing stick, as printers did, and proofed with a small mirror. Spelling counts, and
      so does the width of an m.` },
  { n: 214, handle: 'tangram', title: 'Tangram', brand: 'North Room',
    categories: ['games', 'children'], pence: 1800, onHand: 8, seller: 'north-room', choices: ['Pearwood', 'Walnut'], sizeMm: [120, 15, 120], grams: 160,
    attributes: { Pieces: 'Seven', Figures: '120, with solutions', Age: 'From 6' }, keywords: ['puzzles', 'geometry'],
    text: `
      Seven pieces of wood that make a square, a swan, or a man running for a boat. The solutions are sealed with a
      sticker.` },
]
