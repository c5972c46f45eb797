/** Poems, epics and plays. */
import { illustrator, translator } from '../press/book.ts'
import { classics } from '../press/classic.ts'

export const verseAndStage = classics([
  { n: 501, title: 'The Iliad', by: 'Homer', year: -750, pages: 480, kind: 'epic',
    also: ['the-ancient-world'], from: 'grc', translator: 'Alexander Pope', keywords: ['Troy', 'Achilles', 'war', 'gods'],
    text: `
      It is about a few weeks of the tenth year, and a quarrel over who may keep a girl. There is no horse. An old king
      comes by night to kiss the hands that killed his son, and that is the end of the anger. Pope spent six years on it,
      and lived on the proceeds.` },
  { n: 502, title: 'The Odyssey', by: 'Homer', year: -725, pages: 384, kind: 'epic',
    also: ['the-ancient-world', 'the-sea'], from: 'grc', translator: 'Samuel Butler', keywords: ['voyages', 'Ithaca', 'homecoming', 'disguise'],
    text: `
      A man takes ten years to get home from a war and tells some of it himself, so we cannot be sure. His wife is unpicking
      her weaving and his dog is on the dunghill. Butler, who put it into plain prose, believed that it was written by a
      young woman in Sicily.` },
  { n: 503, title: 'The Aeneid', by: 'Virgil', year: -19, pages: 400, kind: 'epic',
    also: ['the-ancient-world'], from: 'la', translator: 'John Dryden', keywords: ['Rome', 'Troy', 'Dido', 'duty'],
    text: `
      A man carries his father out of a burning city and is told to found another, and nobody asks if he would like to.
      Carthage is in the way, with a queen in it. Virgil wished it burnt, because some lines were short.` },
  { n: 504, title: 'Metamorphoses', by: 'Ovid', year: 8, pages: 560, kind: 'epic',
    also: ['the-ancient-world', 'myths-and-legends'], from: 'la', translator: 'Arthur Golding', keywords: ['myths', 'gods', 'change', 'laurels'],
    text: `
      Everything turns into something else: girls into laurels, a weaver into a spider, Caesar into a star. Fifteen books
      run on without a seam and are never solemn for long. Golding’s version of 1567 was the one that Shakespeare had.` },
  { n: 505, title: 'Paradise Lost', by: 'John Milton', year: 1667, pages: 368, kind: 'epic',
    keywords: ['Satan', 'Eden', 'free will', 'blank verse'],
    text: `
      It begins on a burning lake, with a defeated general calling his officers. Milton was blind by then and had it in his
      head each morning, asking to be milked. He was paid five pounds down, and five more when the first printing had sold.` },
  { n: 506, title: 'The Canterbury Tales', by: 'Geoffrey Chaucer', year: 1400, pages: 576, kind: 'epic',
    also: ['short-stories'], keywords: ['pilgrims', 'April', 'inns', 'storytelling'],
    text: `
      Some thirty people ride from Southwark to Canterbury, and the landlord proposes that each tell stories, with a supper
      for the best. A knight is noble; a miller, drunk, insists on coming next. The English is six hundred years old and
      easier aloud.` },
  { n: 507, title: 'Beowulf', by: 'Anonymous', year: 1815, pages: 128, kind: 'epic',
    also: ['myths-and-legends'], from: 'ang', translator: 'Francis B. Gummere', keywords: ['Grendel', 'dragons', 'mead halls', 'the Geats'],
    text: `
      Something comes to a hall by night and takes thirty men, and a stranger offers to wait for it without a sword. The
      only manuscript was singed in a fire in 1731, and was not printed until 1815. The dragon is at the end, when he is
      old.` },
  { n: 508, title: 'Rubáiyát of Omar Khayyám', handle: 'rubaiyat-of-omar-khayyam', by: 'Omar Khayyam', year: 1859, pages: 96, kind: 'poems',
    from: 'fa', translator: 'Edward FitzGerald', keywords: ['wine', 'roses', 'Persia', 'fate'],
    text: `
      An astronomer of Nishapur, or people who used his name, wrote four lines at a time about wine, dust and the moving
      finger. FitzGerald made an English poem of them, and hardly one copy was sold. It was found in the penny box outside
      the shop, and there have been few like it since.` },
  { n: 509, title: 'Shakespeare’s Sonnets', by: 'William Shakespeare', year: 1609, pages: 176, kind: 'poems',
    keywords: ['love', 'time', 'the dark lady', 'sonnets'],
    text: `
      A hundred and fifty-four poems, to a young man, about time, and then to a woman, about the rest. No one knows who they
      were, and whole shelves have been written on it. Try the ones that nobody puts on cards.` },
  { n: 510, title: 'Songs of Innocence and of Experience', by: 'William Blake', year: 1794, pages: 112, kind: 'poems',
    others: [illustrator('William Blake', 'Blake, William')], keywords: ['childhood', 'London', 'tigers', 'lambs'],
    text: `
      He wrote them, cut them into copper, printed them, and coloured each copy with his wife at the table. The lamb is in
      the first part and the tiger in the second. They can be learnt by a child, and are not finished with by anybody.` },
  { n: 511, title: 'Lyrical Ballads', by: ['William Wordsworth', 'Samuel Taylor Coleridge'], year: 1798, pages: 160, kind: 'poems',
    also: ['epics-and-ballads'], keywords: ['the Lakes', 'mariners', 'beggars', 'plain speech'],
    text: `
      Two young men in Somerset made a book to pay for a walking tour in Germany. One was to write about common things, and
      the other about an albatross. It came out without names, because the one’s was nobody’s, and the other’s, he said,
      stank.` },
  { n: 512, title: 'Don Juan', by: 'George Gordon Byron', year: 1819, pages: 544, kind: 'poems',
    also: ['epics-and-ballads'], keywords: ['satire', 'travel', 'shipwreck', 'love'],
    text: `
      A boy of sixteen is sent abroad for his morals and falls among women, pirates and Russians. Byron meant it to be a
      little quietly facetious upon everything. He had sixteen cantos done when he went off to Greece, and the rhymes are
      still a scandal.` },
  { n: 513, title: 'Lamia, Isabella, The Eve of St Agnes, and Other Poems', handle: 'lamia-isabella-the-eve-of-st-agnes', by: 'John Keats', year: 1820, pages: 144, kind: 'poems',
    keywords: ['odes', 'nightingales', 'autumn', 'Romantics'],
    text: `
      The nightingale, the urn and autumn are all in this one small volume, his last. He was twenty-four and already
      coughing. A copy of it, folded back, was in Shelley’s pocket when the sea gave him up.` },
  { n: 514, title: 'Prometheus Unbound', by: 'Percy Bysshe Shelley', year: 1820, pages: 176, kind: 'poems',
    also: ['drama'], keywords: ['Titans', 'freedom', 'Rome', 'lyric drama'],
    text: `
      Prometheus takes back his curse, and the order of the universe changes. Shelley wrote it among the ruins of the Baths
      of Caracalla, in the spring, out of doors. The <em>Ode to the West Wind</em> and <em>To a Skylark</em> came in the
      same book, at the back.` },
  { n: 515, title: 'Sonnets from the Portuguese', by: 'Elizabeth Barrett Browning', year: 1850, pages: 64, kind: 'poems', demand: 'sold out',
    keywords: ['love', 'courtship', 'illness', 'sonnets'],
    text: `
      She was nearly forty, and had not left her room for years, when a younger poet wrote that he loved her verses and her
      too. These were written that winter, and shown to him only in Italy. They are not from the Portuguese.` },
  { n: 516, title: 'Men and Women', by: 'Robert Browning', year: 1855, pages: 256, kind: 'poems',
    keywords: ['monologues', 'painters', 'Italy', 'marriage'],
    text: `
      Fifty-one poems in which people talk and give themselves away: a painter caught by the watch, a bishop over his wine,
      a husband who knows his own limits. The critics found it obscure. It is best read as one listens on trains.` },
  { n: 517, title: 'Goblin Market and Other Poems', by: 'Christina Rossetti', year: 1862, pages: 160, kind: 'poems',
    others: [illustrator('Dante Gabriel Rossetti', 'Rossetti, Dante Gabriel')], keywords: ['sisters', 'goblins', 'fruit', 'devotion'],
    text: `
      Morning and evening the goblins cry their fruit, and one of two sisters pays with a curl. Its author called it a tale
      for children, which tells you something about the age. Her brother drew the goblins, and one of them has the face of a
      wombat.` },
  { n: 518, title: 'In Memoriam A. H. H.', by: 'Alfred Tennyson', year: 1850, pages: 128, kind: 'poems',
    keywords: ['grief', 'friendship', 'faith', 'geology'],
    text: `
      A friend died in Vienna at twenty-two, and for seventeen years Tennyson wrote about it in verses of four lines. Nature
      is red in tooth and claw in it, nine years before Darwin. Queen Victoria kept it beside her Bible.` },
  { n: 519, title: 'A Shropshire Lad', by: 'A. E. Housman', year: 1896, pages: 96, kind: 'poems',
    keywords: ['Shropshire', 'soldiers', 'cherry trees', 'youth'],
    text: `
      Sixty-three short poems about lads who will not grow old, by a professor of Latin who had hardly been to Shropshire.
      He paid for the printing. Soldiers of two wars carried it, since it fits a pocket and does not console.` },
  { n: 520, title: 'Poems', handle: 'poems-by-emily-dickinson', by: 'Emily Dickinson', year: 1890, pages: 160, kind: 'poems',
    keywords: ['Amherst', 'death', 'bees', 'dashes'],
    text: `
      She wrote nearly eighteen hundred and sewed many of them into little books, which were found in a drawer. This is the
      first choice from them, made four years after she died. The editors gave them titles and took out the dashes; you will
      hear them all the same.` },
  { n: 521, title: 'Poems', handle: 'poems-by-wilfred-owen', by: 'Wilfred Owen', year: 1920, pages: 64, kind: 'poems',
    keywords: ['First World War', 'trenches', 'pity', 'gas'],
    text: `
      My subject is War, and the pity of War, he wrote in a preface that he did not live to finish. He was killed a week
      before the armistice, and the telegram came while the bells were ringing. Twenty-three poems, brought out by Siegfried
      Sassoon.` },
  { n: 522, title: 'Gitanjali', subtitle: 'Song Offerings', by: 'Rabindranath Tagore', year: 1910, pages: 128, kind: 'poems',
    from: 'bn', translator: 'Rabindranath Tagore', keywords: ['Bengal', 'devotion', 'rivers', 'song'],
    text: `
      He put them into English himself, convalescing and then on the boat to London, where the notebook was left in the
      Underground and handed in. Yeats read them on buses and had to hide his face. The Nobel prize followed within a year.` },
  { n: 523, title: 'Hamlet', by: 'William Shakespeare', year: 1603, pages: 192, kind: 'shakespeare',
    keywords: ['Elsinore', 'revenge', 'ghosts', 'delay'],
    text: `
      A student comes home for a funeral and finds that there has been a wedding. A ghost tells him what to do, and he puts
      on a play instead. It is full of quotations, as a lady said, and they are better where they grew.` },
  { n: 524, title: 'A Midsummer Night’s Dream', by: 'William Shakespeare', year: 1600, pages: 128, kind: 'shakespeare',
    keywords: ['Athens', 'fairies', 'lovers', 'amateur theatricals'],
    text: `
      Four lovers run into a wood and some workmen go there to rehearse. The fairies are quarrelling about a child. By
      morning a weaver has had the head of an ass and a dream past the wit of man to say what dream it was.` },
  { n: 525, title: 'King Lear', by: 'William Shakespeare', year: 1608, pages: 176, kind: 'shakespeare',
    keywords: ['fathers and daughters', 'madness', 'storms', 'fools'],
    text: `
      An old king asks his daughters how much they love him, and the one who does says “Nothing”. For a hundred and fifty
      years it was played with a happy ending, because the other could not be borne. This is the other.` },
  { n: 526, title: 'The Tempest', by: 'William Shakespeare', year: 1623, pages: 144, kind: 'shakespeare',
    also: ['the-sea'], keywords: ['islands', 'magic', 'forgiveness', 'shipwreck'],
    text: `
      A duke who read too much and was deposed has had twelve years on an island with his books, a daughter, a spirit and
      somebody to fetch the wood. His enemies sail past. It lasts as long as it takes to play, and then he breaks his staff.` },
  { n: 527, title: 'Doctor Faustus', by: 'Christopher Marlowe', year: 1604, pages: 112, kind: 'play',
    keywords: ['bargains', 'devils', 'learning', 'Wittenberg'],
    text: `
      A scholar is bored with everything that can be known, and signs. He gets twenty-four years, and spends a fair part of
      them on conjuring tricks. The last hour is played out while a clock strikes, and Marlowe knew what a line of verse
      could do.` },
  { n: 528, title: 'The School for Scandal', by: 'Richard Brinsley Sheridan', year: 1780, pages: 144, kind: 'play',
    keywords: ['gossip', 'screens', 'marriage', 'London'],
    text: `
      One brother is a hypocrite and one a spendthrift, and a rich uncle arrives in disguise to see which is which. A screen
      falls over in the fourth act. The applause at that point on the first night is said to have frightened somebody in the
      street.` },
  { n: 529, title: 'The Importance of Being Earnest', subtitle: 'A Trivial Comedy for Serious People', by: 'Oscar Wilde', year: 1899, pages: 112, kind: 'play',
    keywords: ['London', 'names', 'cucumber sandwiches', 'handbags'],
    text: `
      Two men call themselves Ernest, and two women could not love a man of any other name. There is a baby in it too, who
      was mislaid at Victoria, the Brighton line. Not one sentence is sincere, and all of them are true.` },
  { n: 530, title: 'Pygmalion', by: 'George Bernard Shaw', year: 1913, pages: 160, kind: 'play',
    keywords: ['phonetics', 'flower girls', 'class', 'London'],
    text: `
      A professor of phonetics bets that he can pass off a flower girl as a duchess, and does not ask what she is to do
      then. Shaw wrote an afterword to explain that they do not marry. Nobody listens to it.` },
  { n: 531, title: 'The Playboy of the Western World', by: 'J. M. Synge', year: 1907, pages: 112, kind: 'play',
    keywords: ['Mayo', 'fathers', 'stories', 'pubs'],
    text: `
      A young man comes into a country pub in Mayo and says that he has killed his father with a spade, and all the girls
      bring him eggs. Then the father looks in. The audience in Dublin rioted over a word for underwear.` },
  { n: 532, title: 'Oedipus the King', by: 'Sophocles', year: -429, pages: 96, kind: 'ancientPlay',
    from: 'grc', translator: 'Richard Claverhouse Jebb', keywords: ['Thebes', 'plague', 'oracles', 'truth'],
    text: `
      A king sends to find out who has brought the plague on his city, and swears to punish him. He is the best detective
      there could be. Everyone in the theatre has known from the start, and it makes no difference.` },
  { n: 533, title: 'Antigone', by: 'Sophocles', year: -441, pages: 96, kind: 'ancientPlay',
    from: 'grc', translator: 'Richard Claverhouse Jebb', keywords: ['Thebes', 'burial', 'law', 'conscience'],
    text: `
      The king says that a traitor shall lie where he fell. The traitor’s sister takes a handful of dust and goes out by
      night. They are both right at the beginning, and one of them will not hear of it in time.` },
  { n: 534, title: 'Prometheus Bound', by: 'Aeschylus', year: -430, pages: 96, kind: 'ancientPlay',
    from: 'grc', translator: 'Henry David Thoreau', keywords: ['Titans', 'fire', 'tyranny', 'chains'],
    text: `
      A god is nailed to a rock at the end of the world because he gave men fire, and cannot move for the length of the
      play. Visitors come, and he knows something that Zeus does not. Thoreau put it into English at twenty-five, close to the Greek.` },
  { n: 535, title: 'The Trojan Women', by: 'Euripides', year: -415, pages: 96, kind: 'ancientPlay',
    from: 'grc', translator: 'Edward Philip Coleridge', keywords: ['Troy', 'captives', 'war', 'grief'],
    text: `
      The war is won, and the women are waiting to be shared out. In the months before it was played Athens had killed the
      men of Melos and sold the rest. Euripides did not mention it, and nobody can have thought of anything else.`, demand: 'last copies' },
  { n: 536, title: 'A Doll’s House', by: 'Henrik Ibsen', year: 1879, pages: 128, kind: 'play',
    from: 'no', translator: 'William Archer', keywords: ['marriage', 'forgery', 'macaroons', 'doors'],
    text: `
      A wife has forged a name to save her husband’s life and hides macaroons from him. She believes in a miracle, and it
      does not occur. The door at the end is the loudest in the theatre, and in Germany he was made to write another ending,
      which he called barbaric.` },
  { n: 537, title: 'Hedda Gabler', by: 'Henrik Ibsen', year: 1890, pages: 128, kind: 'play',
    from: 'no', translator: 'Edmund Gosse', others: [translator('William Archer', 'Archer, William')], keywords: ['boredom', 'pistols', 'manuscripts', 'marriage'],
    text: `
      A general’s daughter is home from her honeymoon with a specialist in the domestic industries of Brabant. She has two
      pistols and no occupation. Somebody brings a manuscript into the house, of which there is no copy.` },
  { n: 538, title: 'Miss Julie', by: 'August Strindberg', year: 1888, pages: 80, kind: 'play',
    from: 'sv', translator: 'Edwin Björkman', keywords: ['Midsummer', 'servants', 'class', 'kitchens'],
    text: `
      On Midsummer night, in a kitchen, the daughter of the house dances with the valet. By sunrise there is a razor on the
      table. One act, three people, and the count’s boots, which stand there all the time.` },
])
