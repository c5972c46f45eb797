/** Journeys, histories, lives, kitchens and gardens. */
import { classics } from '../press/classic.ts'

export const journeysAndLives = classics([
  { n: 701, title: 'The Histories', handle: 'the-histories-of-herodotus', by: 'Herodotus', year: -430, pages: 720, kind: 'ancientPast',
    also: ['travel'], from: 'grc', translator: 'George Rawlinson', keywords: ['Persia', 'Egypt', 'Marathon', 'customs'],
    text: `
      The war with Persia is the subject, but first he must tell about Egypt, and gold-digging ants, and what the Scythians
      do with hemp. He says what he saw, what he was told, and where he does not believe it. History begins here, and is in
      excellent spirits.` },
  { n: 702, title: 'The History of the Peloponnesian War', handle: 'the-peloponnesian-war', by: 'Thucydides', year: -400, pages: 608, kind: 'ancientPast',
    from: 'grc', translator: 'Richard Crawley', keywords: ['Athens', 'Sparta', 'plague', 'Sicily'],
    text: `
      A general who lost a town and was exiled for it had twenty years to find out what had happened on both sides. He had
      the plague and describes it. He said that it was made to last, and would be useful as long as people were as they are.` },
  { n: 703, title: 'Anabasis', subtitle: 'The March of the Ten Thousand', by: 'Xenophon', year: -370, pages: 272, kind: 'ancientPast',
    also: ['adventure'], from: 'grc', translator: 'H. G. Dakyns', keywords: ['Persia', 'mercenaries', 'mountains', 'the sea'],
    text: `
      Ten thousand Greeks have fought for a Persian prince who is now dead, and are a long way inland in winter. They elect
      new officers and walk home. When the men in front begin to shout, it is because they can see the sea.` },
  { n: 704, title: 'The Gallic War', by: 'Julius Caesar', year: -50, pages: 240, kind: 'ancientPast',
    from: 'la', translator: 'W. A. McDevitte', keywords: ['Gaul', 'Britain', 'legions', 'bridges'],
    text: `
      A general writes of himself in the third person, and is always calm. There is a bridge over the Rhine in ten days, two
      damp visits to Britain, and a Gaul named Vercingetorix. A million people were killed or sold, and the style does not
      change.` },
  { n: 705, title: 'The Annals', handle: 'the-annals-of-tacitus', by: 'Tacitus', year: 117, pages: 464, kind: 'ancientPast',
    from: 'la', translator: 'Alfred John Church', keywords: ['Tiberius', 'Nero', 'Rome', 'informers'],
    text: `
      Without anger and without favour, he says, and then come Tiberius and Nero. Each sentence has something up its sleeve.
      Of sixteen books or more we have about half, by way of two manuscripts, one each.` },
  { n: 706, title: 'The Lives of the Twelve Caesars', by: 'Suetonius', year: 121, pages: 416, kind: 'ancientPast',
    also: ['lives'], from: 'la', translator: 'Alexander Thomson', keywords: ['emperors', 'gossip', 'omens', 'Rome'],
    text: `
      The Emperor’s secretary had the archives to himself, and copied out the letters, the omens and the table manners.
      Augustus wore four tunics in winter and could not spell. It is the kind of history that one finds one has read until
      two.` },
  { n: 707, title: 'The Travels of Marco Polo', by: 'Marco Polo', year: 1300, pages: 384, kind: 'journey',
    also: ['history'], from: 'fro', translator: 'Henry Yule', keywords: ['China', 'Kublai Khan', 'silk road', 'Venice'],
    text: `
      A merchant in a prison at Genoa told a writer of romances what he had seen in twenty-four years in the East: paper
      money, black stones that burn, and an emperor’s post. Venice called him Marco of the Millions. Yule’s notes are by a
      man who knew the roads.` },
  { n: 708, title: 'The Voyage of the Beagle', by: 'Charles Darwin', year: 1839, pages: 528, kind: 'expedition',
    also: ['science-and-nature', 'the-sea'], keywords: ['South America', 'Galápagos', 'geology', 'finches'],
    text: `
      He was twenty-two and seasick, and the captain had doubts about his nose. Five years later he came back with fossils,
      an earthquake, a ride across the pampas and some finches, badly labelled. It is the happiest of his books, because he
      does not know yet.` },
  { n: 710, title: 'South', subtitle: 'The Story of Shackleton’s Last Expedition, 1914–1917', by: 'Ernest Shackleton', year: 1919, pages: 416, kind: 'expedition',
    also: ['the-sea'], keywords: ['Antarctica', 'Endurance', 'ice', 'open boats'],
    text: `
      The ship is crushed before the journey begins, and what is left is how to get twenty-eight men home. They live on the
      ice, then on a beach; six of them cross eight hundred miles of sea in a boat. All of those twenty-eight came back.` },
  { n: 711, title: 'Travels with a Donkey in the Cévennes', by: 'Robert Louis Stevenson', year: 1879, pages: 144, kind: 'journey',
    keywords: ['France', 'donkeys', 'camping', 'mountains'],
    text: `
      Twelve days in the south of France with a sleeping bag of his own design and a donkey called Modestine, who sets the
      pace. He sleeps under pines, and dines with monks and quarrelsome Protestants. When he has sold her, he weeps.` },
  { n: 712, title: 'The Innocents Abroad', by: 'Mark Twain', year: 1869, pages: 560, kind: 'journey',
    keywords: ['Mediterranean', 'Holy Land', 'tourists', 'guides'],
    text: `
      A shipload of Americans goes to look at Europe and the Holy Land, with a guidebook and without respect. They call
      every guide Ferguson. It was the first cruise of its kind, and nobody has been so funny about one since.` },
  { n: 713, title: 'A Tramp Abroad', by: 'Mark Twain', year: 1880, pages: 448, kind: 'journey',
    keywords: ['Germany', 'Alps', 'walking', 'grammar'],
    text: `
      He sets out to walk through Germany and Switzerland, and takes the train. There is an ascent of the Riffelberg with a
      hundred and fifty-four persons and a good many umbrellas. An appendix deals with the German language, and is in use in
      schools there.` },
  { n: 714, title: 'Two Years Before the Mast', by: 'Richard Henry Dana', year: 1840, pages: 416, kind: 'journey',
    also: ['the-sea'], keywords: ['California', 'hides', 'Cape Horn', 'sailors'],
    text: `
      A student with weak eyes left Harvard, and shipped for California as a common sailor. He threw hides off a cliff where
      a town now has his name, saw two men flogged, and came home round the Horn in winter. Melville said that it must have
      been written with an icicle.` },
  { n: 715, title: 'Eothen', by: 'Alexander William Kinglake', year: 1844, pages: 272, kind: 'journey', demand: 'sold out',
    keywords: ['Ottoman Empire', 'desert', 'plague', 'Cairo'],
    text: `
      A young man from Eton rides from Belgrade to Cairo and leaves out, he promises, all useful information. What remains
      is himself, a camel, the plague, and an Englishman met in the desert to whom he merely lifts his cap.` },
  { n: 716, title: 'Travels in West Africa', by: 'Mary Kingsley', year: 1897, pages: 640, kind: 'expedition',
    also: ['lives'], keywords: ['Gabon', 'fish', 'canoes', 'mangroves'],
    text: `
      Her parents died within weeks of each other, and she was thirty and free, and went to the Ogowé for fish. She fell
      into a game pit on twelve-inch spikes and gave thanks for a good thick skirt. Nobody has been so amusing in a swamp.` },
  { n: 717, title: 'A Short Residence in Sweden, Norway and Denmark', handle: 'letters-from-sweden', subtitle: 'Letters Written during a Short Residence', by: 'Mary Wollstonecraft', year: 1796, pages: 208, kind: 'journey',
    also: ['essays-and-letters'], keywords: ['Scandinavia', 'letters', 'shipping', 'solitude'],
    text: `
      She travelled north with a baby and a maid, on the business of a man who had left her, about a lost ship of silver. Of
      the ship she says nothing. If ever a book was calculated to make one in love with its author, wrote the man who then
      married her, it was this.` },
  { n: 718, title: 'The Interesting Narrative of the Life of Olaudah Equiano', handle: 'the-interesting-narrative', subtitle: 'Or Gustavus Vassa, the African. Written by Himself', by: 'Olaudah Equiano', year: 1789, pages: 288, kind: 'bondage',
    also: ['the-sea'], keywords: ['slavery', 'the navy', 'abolition', 'trade'],
    text: `
      Sold as a boy, he went to sea with the Royal Navy, was sold again, and bought himself for forty pounds that he had
      made in glass tumblers and limes. He printed it by subscription and took it round Britain himself. Nine editions came
      out in five years.` },
  { n: 719, title: 'Incidents in the Life of a Slave Girl', by: 'Harriet Jacobs', year: 1861, pages: 240, kind: 'bondage',
    keywords: ['slavery', 'North Carolina', 'hiding', 'mothers'],
    text: `
      She hid for nearly seven years in a space under a roof, nine feet by seven and three feet high, and watched her
      children through a hole. The people who held her thought she had gone north. For a century it was taken for a novel.` },
  { n: 720, title: 'Up from Slavery', by: 'Booker T. Washington', year: 1901, pages: 240, kind: 'bondage',
    keywords: ['education', 'Tuskegee', 'Alabama', 'work'],
    text: `
      A boy who had worked in a salt furnace walked and begged his way to a school, where they tried him by having him sweep
      a room. He swept it three times. He built a school himself later, and its first good bricks came out of the fourth
      kiln.` },
  { n: 721, title: 'The Life of Samuel Johnson', by: 'James Boswell', year: 1791, pages: 1280, kind: 'biography',
    keywords: ['London', 'conversation', 'clubs', 'dictionaries'],
    text: `
      A young Scot of doubtful habits attached himself to the greatest talker in London and went home each night to write it
      down. Orange peel, tea, the fear of death. It is as long as a friendship, and at the end of it you have lost somebody.` },
  { n: 722, title: 'The Confessions', handle: 'the-confessions-of-rousseau', by: 'Jean-Jacques Rousseau', year: 1782, pages: 640, kind: 'life',
    from: 'fr', translator: 'W. Conyngham Mallory', keywords: ['Geneva', 'childhood', 'shame', 'ribbons'],
    text: `
      He means to show a man in all the truth of nature, and the man will be himself. A stolen ribbon, for which a servant
      was dismissed, troubled him for forty years; five children at the foundlings’ home he can explain. One quarrels with
      him all the way, and goes on.` },
  { n: 723, title: 'The Confessions of Saint Augustine', by: 'Augustine of Hippo', year: 400, pages: 352, kind: 'life',
    also: ['philosophy'], from: 'la', translator: 'Edward Bouverie Pusey', keywords: ['conversion', 'memory', 'time', 'pears'],
    text: `
      A bishop in Africa tells God about his youth, God having been there. Some pears that he stole and did not want are
      still on his mind. What is time? If nobody asks me, I know, he says; and in eleven pages he gets as far as anyone has
      since.` },
  { n: 724, title: 'The Autobiography of Benjamin Franklin', by: 'Benjamin Franklin', year: 1791, pages: 240, kind: 'life',
    keywords: ['Philadelphia', 'printing', 'self-improvement', 'thrift'],
    text: `
      He arrives in Philadelphia with a puffy roll under each arm, eating a third. He rules a little book with thirteen
      virtues and marks his faults in it, and finds order the hardest. Humility he added because a friend told him that he
      wanted it.` },
  { n: 725, title: 'Confessions of an English Opium-Eater', by: 'Thomas De Quincey', year: 1821, pages: 160, kind: 'life',
    also: ['essays-and-letters'], keywords: ['opium', 'London', 'dreams', 'Oxford Street'],
    text: `
      He bought it on a wet Sunday afternoon in Oxford Street, for a toothache. The pleasures come first and then the pains,
      with crocodiles in them. Somewhere in London there was a girl named Ann, who saved his life, and whom he could not
      find again.` },
  { n: 726, title: 'The Diary of Samuel Pepys', handle: 'the-diary-of-samuel-pepys', subtitle: 'A Selection', by: 'Samuel Pepys', year: 1825, pages: 704, kind: 'life',
    also: ['essays-and-letters'], keywords: ['London', 'Great Fire', 'plague', 'the navy'],
    text: `
      A clerk of the navy wrote it in shorthand for nine years, and told it everything. In the Fire he buried his Parmesan
      cheese. A student spent three years working out the shorthand, while the key stood on a higher shelf in the same
      library.` },
  { n: 727, title: 'The French Revolution', subtitle: 'A History', by: 'Thomas Carlyle', year: 1837, pages: 768, kind: 'past',
    keywords: ['France', '1789', 'Bastille', 'Terror'],
    text: `
      He lent the first volume to John Stuart Mill, whose maid lit the fire with it, and he sat down and wrote it again. It
      is all in the present tense and at the top of his voice. Dickens said he had read it five hundred times.` },
  { n: 728, title: 'The Civilization of the Renaissance in Italy', by: 'Jacob Burckhardt', year: 1860, pages: 416, kind: 'art',
    also: ['history'], from: 'de', translator: 'S. G. C. Middlemore', keywords: ['Renaissance', 'Italy', 'tyrants', 'fame'],
    text: `
      A professor in Basel, who carried his own portfolio through the streets, described how people in Italy began to be
      individuals. Tyrants, poets, practical jokes and the discovery of views. Everyone has corrected it, and nobody has
      replaced it.` },
  { n: 729, title: 'The Lives of the Painters', handle: 'the-lives-of-the-painters', by: 'Giorgio Vasari', year: 1550, pages: 560, kind: 'art',
    also: ['lives'], from: 'it', translator: 'Gaston du C. de Vere', keywords: ['Florence', 'painters', 'Michelangelo', 'Renaissance'],
    text: `
      Giotto draws a circle without a compass, Uccello will not come to bed for perspective, and Piero di Cosimo boils fifty
      eggs at a time. Vasari painted by the acre, and knew who was better. Half of the stories are true, and he had met the
      people.` },
  { n: 730, title: 'The Book of Tea', by: 'Okakura Kakuzō', year: 1906, pages: 96, kind: 'art',
    also: ['philosophy'], keywords: ['tea', 'Japan', 'Zen', 'flowers'],
    text: `
      A Japanese scholar at the museum in Boston wrote, in English, on a cup of something hot. It is about rooms with
      nothing in them, the right number of flowers, and how one should take one’s leave. You will see a kettle differently.` },
  { n: 731, title: 'The Book of Household Management', by: 'Isabella Beeton', year: 1861, pages: 1120, kind: 'kitchen',
    keywords: ['recipes', 'servants', 'Victorian households', 'puddings'],
    text: `
      She was twenty-one when she began it and dead at twenty-eight, and had time for nine hundred pages of recipes. Each
      has its cost, its season and how long it takes, which was new. On the duties of a housemaid she is exact to the
      minute, and carrots are boiled for far longer than you would think.` },
  { n: 732, title: 'Modern Cookery for Private Families', by: 'Eliza Acton', year: 1845, pages: 672, kind: 'kitchen',
    keywords: ['recipes', 'puddings', 'preserves', 'England'],
    text: `
      A poet took her verses to a publisher, who said that he would rather have a cookery book. She tried every dish
      herself, and put what goes in at the foot of it in a list. One of them is called the Publisher’s Pudding, and can
      scarcely be made too rich.` },
  { n: 733, title: 'The Physiology of Taste', by: 'Jean Anthelme Brillat-Savarin', year: 1825, pages: 384, kind: 'kitchen',
    also: ['essays-and-letters'], from: 'fr', translator: 'Fayette Robinson', keywords: ['gastronomy', 'turkey', 'truffles', 'appetite'],
    text: `
      Tell me what you eat, and I will tell you what you are, writes a judge who once shot a turkey in Connecticut. Thirty
      meditations on thirst, frying, coffee and the end of the world. He paid for it himself and was dead in two months.` },
  { n: 734, title: 'Wood and Garden', by: 'Gertrude Jekyll', year: 1899, pages: 320, kind: 'garden', demand: 'last copies',
    also: ['science-and-nature'], keywords: ['gardens', 'Surrey', 'borders', 'months'],
    text: `
      She was a painter until her eyes failed, and then she did it with plants. A month at a time through one garden in
      Surrey, by someone who knows the sound of each tree in the wind. The boots in the famous portrait are hers, and look
      it.` },
  { n: 735, title: 'Elizabeth and Her German Garden', by: 'Elizabeth von Arnim', year: 1898, pages: 176, kind: 'garden',
    also: ['lives'], keywords: ['Pomerania', 'gardens', 'marriage', 'solitude'],
    text: `
      An Englishwoman in Pomerania has a husband, whom she calls the Man of Wrath, three babies, each named for a month, and
      a wilderness. She is not allowed to dig. It was printed again and again in its first year, and it is sharper than its
      cover.` },
  { n: 736, title: 'The Compleat Angler', by: 'Izaak Walton', year: 1653, pages: 256, kind: 'nature',
    keywords: ['fishing', 'rivers', 'trout', 'milkmaids'],
    text: `
      Some days by the river Lea with a hunter, a falconer and a fisherman, and it is clear who will win the argument. An
      ironmonger wrote it in bad times, about quiet. Even those who put the fish back know the milkmaid’s song.` },
])
