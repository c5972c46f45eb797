/** Detectives, ghosts, machines and islands. */
import { classics } from '../press/classic.ts'

export const mysteryAndWonder = classics([
  { n: 301, title: 'A Study in Scarlet', by: 'Arthur Conan Doyle', year: 1887, pages: 176, kind: 'mystery',
    keywords: ['Baker Street', 'detectives', 'Utah', 'cabs'], series: ['Sherlock Holmes', '1'],
    text: `
      An army doctor, back from Afghanistan and short of money, is looking for somebody to share rooms. The other man beats
      corpses with a stick, to see how they bruise. Then there is a body in the Brixton Road, and a word written on the
      wall.` },
  { n: 302, title: 'The Sign of the Four', by: 'Arthur Conan Doyle', year: 1890, pages: 176, kind: 'mystery',
    keywords: ['Baker Street', 'treasure', 'the Thames', 'Agra'], series: ['Sherlock Holmes', '2'],
    text: `
      A young woman has been sent a large pearl every year by somebody she does not know, and now he wants to meet. It has a
      treasure, a dog called Toby, and a chase by steam launch down the Thames. Watson comes out of it engaged.` },
  { n: 303, title: 'The Memoirs of Sherlock Holmes', by: 'Arthur Conan Doyle', year: 1893, pages: 288, kind: 'mystery',
    also: ['short-stories'], keywords: ['Baker Street', 'racehorses', 'Mycroft', 'Moriarty'], series: ['Sherlock Holmes', '4'],
    text: `
      Here are the dog that did nothing in the night-time, the brother who sits in his club, and the professor. In the last
      story Doyle threw his detective over a waterfall to have time for better things. The public did not agree that there
      were any.` },
  { n: 304, title: 'The Hound of the Baskervilles', by: 'Arthur Conan Doyle', year: 1902, pages: 208, kind: 'mystery',
    also: ['gothic-and-horror'], keywords: ['Dartmoor', 'hounds', 'curses', 'bogs'], series: ['Sherlock Holmes', '5'],
    text: `
      A baronet has died of fright on the moor, and beside him were the footprints of a gigantic hound. Holmes sends Watson
      down and stays in London, or says so. It is the best of the four long cases, and the bog has the best part in it.` },
  { n: 305, title: 'The Return of Sherlock Holmes', by: 'Arthur Conan Doyle', year: 1905, pages: 352, kind: 'mystery',
    also: ['short-stories'], keywords: ['Baker Street', 'ciphers', 'busts', 'blackmail'], series: ['Sherlock Holmes', '6'],
    text: `
      An old bookseller with a bad temper follows Watson home and turns out to be somebody else. Thirteen cases come after,
      with dancing men, six Napoleons and a blackmailer. Watson faints once, and has earned it.` },
  { n: 306, title: 'The Moonstone', by: 'Wilkie Collins', year: 1868, pages: 528, kind: 'mystery',
    keywords: ['diamonds', 'India', 'opium', 'roses'],
    text: `
      A yellow diamond, stolen in India, is given to a girl for her birthday and gone by morning. A steward who trusts only
      in <em>Robinson Crusoe</em> tells the first part, a lady with tracts the second. The sergeant grows roses, and is
      wrong once.` },
  { n: 307, title: 'The Woman in White', by: 'Wilkie Collins', year: 1860, pages: 656, kind: 'mystery',
    also: ['gothic-and-horror'], keywords: ['asylums', 'inheritance', 'identity', 'Count Fosco'],
    text: `
      On the road to London at one in the morning a hand is laid on a drawing master’s shoulder. The story is told by
      witnesses in turn, as in a court. Count Fosco, who is fat and keeps white mice in his waistcoat, insists on adding a
      word of his own.` },
  { n: 308, title: 'The Innocence of Father Brown', by: 'G. K. Chesterton', year: 1911, pages: 256, kind: 'mystery',
    also: ['short-stories'], keywords: ['priests', 'paradox', 'confession', 'Flambeau'],
    text: 'A small priest with a face like a dumpling drops his parcels and his umbrella and knows who did it. He has spent his life hearing what men do. Twelve stories, each with a trick in it and a landscape like a stage set on fire.', series: ['Father Brown', '1'] },
  { n: 309, title: 'The Man Who Was Thursday', subtitle: 'A Nightmare', by: 'G. K. Chesterton', year: 1908, pages: 192, kind: 'spies',
    also: ['science-fiction-and-fantasy'], keywords: ['anarchists', 'London', 'policemen', 'pursuit'],
    text: `
      A policeman who writes verse gets himself elected to a council of seven anarchists named after the days of the week.
      One by one he finds out about the others. Then they go after Sunday, who leaves on an elephant.` },
  { n: 310, title: 'The Thirty-Nine Steps', by: 'John Buchan', year: 1915, pages: 144, kind: 'spies',
    keywords: ['Scotland', 'pursuit', 'codes', '1914'], series: ['Richard Hannay', '1'],
    text: `
      Richard Hannay is bored with London until there is a dead man on his carpet. He takes the train to Galloway with the
      police behind him and something worse in front. Buchan wrote it in bed with an ulcer, which may be why nobody in it
      sits still.` },
  { n: 311, title: 'Greenmantle', by: 'John Buchan', year: 1916, pages: 304, kind: 'spies',
    keywords: ['Constantinople', 'First World War', 'Erzerum', 'disguise'], series: ['Richard Hannay', '2'],
    text: `
      Three words on half a sheet of notepaper, and Hannay is to cross Germany in wartime to find out what they mean. He has
      a Boer hunter, an American with dyspepsia, and a friend who can be anybody east of Suez. It ends with cavalry in the
      snow.` },
  { n: 312, title: 'The Riddle of the Sands', subtitle: 'A Record of Secret Service', by: 'Erskine Childers', year: 1903, pages: 320, kind: 'spies',
    also: ['the-sea'], keywords: ['sailing', 'Frisian Islands', 'fog', 'charts'],
    text: `
      A clerk of the Foreign Office is invited to go yachting and brings the wrong clothes. The boat is small, the month is
      October, and somebody tried to drown its owner behind an island. There are charts, and you will need them.` },
  { n: 313, title: 'Raffles: The Amateur Cracksman', handle: 'the-amateur-cracksman', by: 'E. W. Hornung', year: 1899, pages: 208, kind: 'mystery',
    also: ['short-stories'], keywords: ['burglars', 'cricket', 'clubs', 'jewels'],
    text: `
      Raffles plays cricket for the Gentlemen and robs the people he dines with. His friend Bunny does not approve and
      holds the lantern. Hornung dedicated it to his brother-in-law, who had invented Sherlock Holmes and was not sure he
      liked it.` },
  { n: 314, title: 'Strange Case of Dr Jekyll and Mr Hyde', by: 'Robert Louis Stevenson', year: 1886, pages: 112, kind: 'gothic',
    keywords: ['London', 'doubles', 'chemistry', 'doors'],
    text: `
      A dry lawyer is troubled by a friend’s will, and by a small man who has a key to the friend’s back door. You know the
      secret; the first readers did not, and it is arranged for them. Put that aside and it is still the best London fog in
      print.` },
  { n: 315, title: 'Carmilla', by: 'Joseph Sheridan Le Fanu', year: 1872, pages: 112, kind: 'gothic',
    keywords: ['vampires', 'Styria', 'castles', 'friendship'],
    text: `
      A carriage overturns before a lonely castle in Styria, and a beautiful girl is left behind for three months. She
      sleeps late and eats little. It is twenty-five years older than <em>Dracula</em>, a quarter as long, and more
      unsettling.` },
  { n: 316, title: 'Uncle Silas', by: 'Joseph Sheridan Le Fanu', year: 1864, pages: 464, kind: 'gothic',
    also: ['crime-and-mystery'], keywords: ['guardians', 'Derbyshire', 'locked rooms', 'laudanum'],
    text: `
      An heiress is left in the care of an uncle who was once suspected of a murder in a room locked from within. If she
      dies before she is of age, he inherits. Her governess, who drinks, is worse than he is.` },
  { n: 317, title: 'The Castle of Otranto', by: 'Horace Walpole', year: 1764, pages: 128, kind: 'gothic',
    keywords: ['castles', 'prophecy', 'helmets', 'usurpers'],
    text: `
      On his wedding morning a young prince is crushed in the courtyard by an enormous helmet. No one can say where it came
      from, and other pieces of armour follow. All the castles in all the novels since have been furnished from this one.` },
  { n: 318, title: 'The Mysteries of Udolpho', by: 'Ann Radcliffe', year: 1794, pages: 704, kind: 'gothic',
    keywords: ['castles', 'Apennines', 'veils', 'landscape'],
    text: `
      Emily is shut up in a castle in the Apennines by her aunt’s husband, and one night she lifts a black veil. We are told
      what was behind it several hundred pages later. Everything else is explained as well, except why one keeps looking
      over one’s shoulder.` },
  { n: 319, title: 'The Monk', by: 'Matthew Lewis', year: 1796, pages: 416, kind: 'gothic',
    keywords: ['Madrid', 'monasteries', 'temptation', 'the Bleeding Nun'],
    text: `
      The holiest man in Madrid has a fault, which is that he knows it. Lewis wrote it at nineteen, in ten weeks, and left
      nothing out. He was a Member of Parliament by the time people asked who had done this.` },
  { n: 320, title: 'Tales of the Grotesque and Arabesque', by: 'Edgar Allan Poe', year: 1840, pages: 400, kind: 'gothic',
    also: ['short-stories'], keywords: ['doubles', 'decay', 'premature burial', 'the House of Usher'],
    text: `
      Twenty-five stories by a man of thirty, among them <em>William Wilson</em>, <em>Ligeia</em> and <em>The Fall of
      the House of Usher</em>. The publisher paid him with a few copies for his friends. Half the shelf around this book
      came out of it.` },
  { n: 321, title: 'Ghost Stories of an Antiquary', by: 'M. R. James', year: 1904, pages: 240, kind: 'gothic',
    also: ['short-stories'], keywords: ['antiquaries', 'libraries', 'whistles', 'East Anglia'],
    text: `
      He read them aloud at Christmas to friends at King’s College, by one candle. A learned man on holiday finds a thing
      and looks at it too long. Do not read <em>Oh, Whistle, and I’ll Come to You, My Lad</em> in a room with two beds.` },
  { n: 322, title: 'The House on the Borderland', by: 'William Hope Hodgson', year: 1908, pages: 192, kind: 'gothic',
    also: ['science-fiction-and-fantasy'], keywords: ['Ireland', 'abyss', 'the end of time', 'swine'],
    text: `
      Two men on a fishing holiday find a ruin on the edge of a chasm and a manuscript under the stones. It begins with
      something at the door and goes on, without hurrying, to the death of the sun.` },
  { n: 323, title: 'The Great God Pan', by: 'Arthur Machen', year: 1894, pages: 112, kind: 'gothic', demand: 'last copies',
    keywords: ['Wales', 'experiments', 'London', 'paganism'],
    text: `
      A doctor in the Welsh hills makes a small cut in a girl’s brain so that she may see what is there. Twenty years later
      gentlemen in London begin to die. A good deal is not described, and it works.` },
  { n: 324, title: 'Melmoth the Wanderer', by: 'Charles Maturin', year: 1820, pages: 592, kind: 'gothic', demand: 'sold out',
    keywords: ['bargains', 'Inquisition', 'Ireland', 'wandering'],
    text: `
      A man has bought a hundred and fifty years of life and may be rid of the bargain if he finds anyone who will take it
      over. He looks in madhouses, prisons and the cells of the Inquisition. Nobody will, and that is the most cheerful
      thing in the book.` },
  { n: 325, title: 'The War of the Worlds', by: 'H. G. Wells', year: 1898, pages: 208, kind: 'science',
    keywords: ['Martians', 'Surrey', 'invasion', 'bacteria'],
    text: `
      A cylinder falls on Horsell Common, and people come out from Woking to look. Wells had lately learnt to ride a bicycle, and destroyed the places he passed with much attention. It is told by a man who only wants to find his wife.` },
  { n: 326, title: 'The Invisible Man', subtitle: 'A Grotesque Romance', by: 'H. G. Wells', year: 1897, pages: 176, kind: 'science',
    keywords: ['Sussex', 'chemistry', 'inns', 'madness'],
    text: `
      A stranger in bandages takes a room at an inn in the snow and wishes to be left alone with his bottles. He has made
      himself invisible and forgotten to work out the way back. Being invisible, it turns out, is chiefly cold.` },
  { n: 327, title: 'The Island of Doctor Moreau', by: 'H. G. Wells', year: 1896, pages: 160, kind: 'science',
    also: ['gothic-and-horror'], keywords: ['islands', 'vivisection', 'animals', 'law'],
    text: `
      A shipwrecked man is put ashore where a doctor has been at work on animals. They walk upright and recite the Law.
      Wells called it an exercise in youthful blasphemy, and it has not grown tame.` },
  { n: 328, title: 'The First Men in the Moon', by: 'H. G. Wells', year: 1901, pages: 240, kind: 'science',
    keywords: ['moon', 'Cavorite', 'insects', 'Kent'],
    text: `
      An inventor who hums finds a substance that cuts off gravity, and a bankrupt with a play to write sees money in it.
      They go up in a sphere from Lympne. The sunrise on the moon is the finest thing that Wells ever described.` },
  { n: 329, title: 'Erewhon', subtitle: 'Or, Over the Range', by: 'Samuel Butler', year: 1872, pages: 272, kind: 'satire',
    also: ['science-fiction-and-fantasy'], keywords: ['utopia', 'machines', 'New Zealand', 'illness'],
    text: `
      Over the mountains is a country where illness is a crime and embezzlement is treated by a doctor. Watches are
      forbidden, because a professor has shown that machines will evolve. That chapter was a joke in 1872.` },
  { n: 330, title: 'News from Nowhere', by: 'William Morris', year: 1890, pages: 240, kind: 'science',
    also: ['society-and-politics'], keywords: ['utopia', 'the Thames', 'haymaking', 'craft'],
    text: `
      A man goes to bed in Hammersmith after a political meeting and wakes in the same place, some time after 2100. There is
      no money, and the bridge is beautiful. He goes up the Thames to the haymaking and begins to fade.` },
  { n: 331, title: 'Looking Backward', subtitle: '2000–1887', by: 'Edward Bellamy', year: 1888, pages: 256, kind: 'science',
    also: ['society-and-politics'], keywords: ['utopia', 'Boston', 'credit cards', 'sleep'],
    text: `
      A Bostonian who cannot sleep is hypnotised in 1887 and found in the year 2000. People there pay with a card, and have
      music sent to their rooms by telephone. The rest of the forecast is still outstanding.` },
  { n: 332, title: 'Flatland', subtitle: 'A Romance of Many Dimensions', by: 'Edwin A. Abbott', year: 1884, pages: 112, kind: 'science',
    keywords: ['geometry', 'dimensions', 'satire', 'spheres'],
    text: `
      A Square, a lawyer by profession, describes his country, in which everybody is flat and women are lines. Then a Sphere
      drops in. No better explanation of the fourth dimension has been written, and it is also about who is not listened to.` },
  { n: 333, title: 'A Princess of Mars', by: 'Edgar Rice Burroughs', year: 1912, pages: 224, kind: 'science',
    also: ['adventure'], keywords: ['Mars', 'swords', 'airships', 'Barsoom'], series: ['Barsoom', '1'],
    text: `
      A Confederate captain walks into a cave in Arizona and comes out on Mars, where he can jump. The people there are
      green with four arms, or red and lay eggs. It makes no sense at any point and never stops for breath.` },
  { n: 334, title: 'Tarzan of the Apes', by: 'Edgar Rice Burroughs', year: 1912, pages: 320, kind: 'adventure',
    keywords: ['jungle', 'apes', 'castaways', 'inheritance'], series: ['Tarzan', '1'],
    text: `
      An English lord’s son is brought up by apes and teaches himself to read from a primer, in a cabin he does not know to
      be his own. The author had never seen Africa and sold pencil sharpeners. Burroughs put a tiger into the first version,
      and took it out.` },
  { n: 335, title: 'The Lost World', by: 'Arthur Conan Doyle', year: 1912, pages: 256, kind: 'adventure',
    also: ['science-fiction-and-fantasy'], keywords: ['dinosaurs', 'South America', 'journalists', 'Professor Challenger'],
    text: `
      A reporter is told by his girl to be a hero, and asks his editor for something dangerous. He is sent to interview
      Professor Challenger, who throws him into the street and then takes him to a plateau where nothing has died out. It has
      pterodactyls, and a committee meeting.` },
  { n: 336, title: 'King Solomon’s Mines', by: 'H. Rider Haggard', year: 1885, pages: 288, kind: 'adventure',
    keywords: ['Africa', 'diamonds', 'maps', 'elephants'],
    text: `
      A map drawn in blood, three Englishmen, and a servant who carries himself like a king. Haggard had bet his brother
      that he could write a better story than <em>Treasure Island</em>. The bet is still being argued.` },
  { n: 337, title: 'She', subtitle: 'A History of Adventure', by: 'H. Rider Haggard', year: 1887, pages: 320, kind: 'adventure',
    also: ['science-fiction-and-fantasy'], keywords: ['immortality', 'Africa', 'ruins', 'queens'],
    text: `
      A Cambridge don as ugly as a baboon and his ward, who is not, follow the writing on a broken pot to a queen two
      thousand years old. She has been waiting for somebody. Written in six weeks, and it reads as if it had been dictated.` },
  { n: 338, title: 'The Prisoner of Zenda', by: 'Anthony Hope', year: 1894, pages: 208, kind: 'adventure',
    keywords: ['Ruritania', 'doubles', 'castles', 'swords'],
    text: `
      A red-haired Englishman on a walking tour looks exactly like the King, who has been drugged on the eve of his
      coronation. Somebody has to be crowned. The country did not exist before this book and has had a great many visitors
      since.` },
  { n: 339, title: 'Kidnapped', by: 'Robert Louis Stevenson', year: 1886, pages: 256, kind: 'adventure',
    also: ['children'], keywords: ['Scotland', 'Jacobites', 'the heather', 'uncles'],
    text: `
      David Balfour’s uncle sends him up a stair in the dark that has no top. After that come a ship, an island, and Alan
      Breck, who is small, vain and brave. The flight in the heather is mostly two people quarrelling, and all the better
      for it.` },
  { n: 340, title: 'The Master of Ballantrae', subtitle: 'A Winter’s Tale', by: 'Robert Louis Stevenson', year: 1889, pages: 272, kind: 'adventure',
    also: ['historical-fiction'], keywords: ['brothers', 'Scotland', '1745', 'duels'],
    text: `
      In 1745 two brothers toss a coin for which of them shall go out with the Prince. The wrong one comes back. The steward
      who tells it is a coward and honest about it, and holds the candles for a duel.` },
  { n: 341, title: 'The Last of the Mohicans', subtitle: 'A Narrative of 1757', by: 'James Fenimore Cooper', year: 1826, pages: 432, kind: 'adventure',
    also: ['historical-fiction'], keywords: ['forests', 'scouts', 'Fort William Henry', 'New York'], series: ['Leatherstocking Tales', '2'],
    text: `
      Two sisters cross a forest in wartime to reach their father’s fort, with the wrong guide. Hawkeye and two Mohicans are
      the right ones. Mark Twain counted what was wrong with Cooper; it is all true, and boys were still playing this a
      century later.` },
  { n: 342, title: 'Riders of the Purple Sage', by: 'Zane Grey', year: 1912, pages: 336, kind: 'western',
    keywords: ['Utah', 'ranches', 'canyons', 'gunmen'],
    text: `
      Jane Withersteen owns the water in a Utah village, and her church would like her to marry an elder. A gunman in black
      leather rides in and asks for a drink for his horse. There is a balancing rock over the pass, and you wait for it.` },
  { n: 343, title: 'The Virginian', subtitle: 'A Horseman of the Plains', by: 'Owen Wister', year: 1902, pages: 400, kind: 'western',
    keywords: ['Wyoming', 'cattle', 'schoolteachers', 'duels'],
    text: `
      A tall cowboy, called a name over cards, lays his pistol on the table and says that when it is said one should smile.
      A schoolmistress from Vermont is reading Jane Austen at him. Every Western you have seen has come out of this door.` },
])
