/** Novels and stories that came to English from other languages, in translations as old as their welcome. */
import { translator } from '../press/book.ts'
import { classics } from '../press/classic.ts'

export const fromElsewhere = classics([
  { n: 401, title: 'War and Peace', by: 'Leo Tolstoy', year: 1869, pages: 1296, kind: 'historical',
    from: 'ru', translator: 'Louise Maude', others: [translator('Aylmer Maude', 'Maude, Aylmer')], keywords: ['Russia', 'Napoleon', 'Borodino', 'families'],
    text: `
      Five families, two emperors and the year 1812. Pierre wanders through a battle in a white hat, Natasha dances in her
      uncle’s cottage, and an old general falls asleep in the council of war. The length is a convenience: by the end you
      would rather not be sent home.` },
  { n: 402, title: 'Anna Karenina', by: 'Leo Tolstoy', year: 1878, pages: 880, kind: 'novel',
    from: 'ru', translator: 'Constance Garnett', keywords: ['St Petersburg', 'marriage', 'adultery', 'mowing'],
    text: `
      A woman comes to Moscow to save her brother’s marriage and meets an officer at the station. Beside her story runs that
      of a landowner who would like to know how to live, and mows a field to find out. The two stories touch once, and fit
      all the way.` },
  { n: 403, title: 'The Death of Ivan Ilyich', by: 'Leo Tolstoy', year: 1886, pages: 96, kind: 'novel',
    also: ['short-stories'], from: 'ru', translator: 'Louise Maude', others: [translator('Aylmer Maude', 'Maude, Aylmer')], keywords: ['illness', 'judges', 'death', 'curtains'],
    text: `
      A judge bumps his side while showing the upholsterer how he wants the curtains hung. His colleagues hear of his death
      and think first of the vacancy. Only a peasant who holds up his legs at night does not lie to him.` },
  { n: 404, title: 'The Brothers Karamazov', by: 'Fyodor Dostoevsky', year: 1880, pages: 912, kind: 'novel',
    from: 'ru', translator: 'Constance Garnett', keywords: ['fathers and sons', 'murder', 'faith', 'monks'],
    text: `
      A bad father is murdered, and each of his sons had a reason. One is a soldier, one thinks, one is a novice in a
      monastery, and one cooks the soup. There is a detective story in it, a trial, a poem about an Inquisitor, and a dog
      that is found again.` },
  { n: 405, title: 'The Idiot', by: 'Fyodor Dostoevsky', year: 1869, pages: 656, kind: 'novel',
    from: 'ru', translator: 'Constance Garnett', keywords: ['St Petersburg', 'goodness', 'epilepsy', 'jealousy'],
    text: `
      A young prince with no luggage comes home from a Swiss clinic and is kind to everyone he meets. It does a great deal
      of harm. In one scene a hundred thousand roubles are thrown on the fire, and a man is told that he may have them if he
      pulls them out.` },
  { n: 406, title: 'Notes from Underground', by: 'Fyodor Dostoevsky', year: 1864, pages: 144, kind: 'novel',
    from: 'ru', translator: 'Constance Garnett', keywords: ['spite', 'clerks', 'St Petersburg', 'free will'],
    text: `
      A retired clerk in a cellar explains why twice two is four is an insolence. Then he remembers a dinner to which he was
      not invited and went. You will recognise more of it than you would like.` },
  { n: 407, title: 'Fathers and Children', by: 'Ivan Turgenev', year: 1862, pages: 256, kind: 'novel',
    work: { key: 'work:fathers-and-children', title: 'Отцы и дети' }, from: 'ru', translator: 'Constance Garnett', keywords: ['nihilists', 'generations', 'country estates', 'frogs'],
    text: `
      Two students come home for the summer, and one of them believes in nothing but frogs. Turgenev was abused by the
      fathers and the children alike. The last page, two old people at a grave, is as good as anything in Russian.` },
  { n: 408, title: 'A Sportsman’s Sketches', by: 'Ivan Turgenev', year: 1852, pages: 416, kind: 'stories',
    from: 'ru', translator: 'Constance Garnett', keywords: ['hunting', 'serfs', 'steppe', 'landscape'],
    text: `
      A gentleman goes shooting with a dog and a gun, and what he brings home is people: serfs, mostly, whom nobody had
      thought to listen to. The Tsar is said to have read it before he set them free. The weather in it is unequalled.` },
  { n: 409, title: 'Dead Souls', by: 'Nikolai Gogol', year: 1842, pages: 400, kind: 'satire',
    work: { key: 'work:dead-souls', title: 'Мёртвые души' }, from: 'ru', translator: 'D. J. Hogarth', keywords: ['serfs', 'officials', 'swindles', 'provincial Russia'],
    text: `
      A polite stranger drives about a province buying serfs who have died since the last census. No one can think what he
      wants with them, and everyone tries to raise the price. Gogol burnt the second part, and what survived of it is here
      too.` },
  { n: 410, title: 'A Hero of Our Time', by: 'Mikhail Lermontov', year: 1840, pages: 192, kind: 'novel',
    also: ['adventure'], from: 'ru', translator: 'J. H. Wisdom', others: [translator('Marr Murray', 'Murray, Marr')], keywords: ['Caucasus', 'duels', 'officers', 'boredom'],
    text: `
      An officer in the Caucasus is brave, clever and bored, and other people pay for it. We hear of him first at third
      hand, then at second, then from himself. Lermontov was killed the year after, in a duel in the same mountains.` },
  { n: 411, title: 'Oblomov', by: 'Ivan Goncharov', year: 1859, pages: 336, kind: 'comic',
    from: 'ru', translator: 'C. J. Hogarth', keywords: ['laziness', 'St Petersburg', 'servants', 'dressing gowns'],
    text: `
      A landowner of thirty-two lies on his sofa and receives visitors, and takes most of the first part to get up. Then he
      falls in love and is very nearly cured. The Russians made a word out of him, and it is not altogether a rebuke.` },
  { n: 412, title: 'The Lady with the Dog and Other Stories', by: 'Anton Chekhov', year: 1899, pages: 304, kind: 'stories',
    from: 'ru', translator: 'Constance Garnett', keywords: ['Yalta', 'provinces', 'doctors', 'love'],
    text: `
      A banker on holiday in Yalta begins an affair as he has begun others, and this one does not stop. Nothing is concluded
      in these stories, and after each of them one sits for a minute. He was a doctor and did not write prescriptions.` },
  { n: 413, title: 'Les Misérables', handle: 'les-miserables', by: 'Victor Hugo', year: 1862, pages: 1344, kind: 'historical',
    from: 'fr', translator: 'Isabel F. Hapgood', keywords: ['Paris', 'convicts', 'barricades', 'sewers'],
    text: `
      A man served nineteen years for a loaf and for trying to get away. A bishop gives him two candlesticks and a policeman
      gives him no rest. Hugo stops for Waterloo, for slang and for the drains of Paris, and you may skip these once.` },
  { n: 414, title: 'Notre-Dame de Paris', by: 'Victor Hugo', year: 1831, pages: 544, kind: 'historical',
    also: ['gothic-and-horror'], from: 'fr', translator: 'Isabel F. Hapgood', keywords: ['Paris', 'cathedral', '1482', 'bells'],
    text: `
      The hunchback is in it, and the dancer and her goat, but the hero has two towers. The cathedral was falling down when
      he wrote it, and the book shamed Paris into mending it. Much has been lost on the way to the films, the ending above
      all.` },
  { n: 415, title: 'The Three Musketeers', by: 'Alexandre Dumas', year: 1844, pages: 704, kind: 'adventure',
    also: ['historical-fiction'], from: 'fr', translator: 'William Robson', keywords: ['duels', 'Richelieu', 'friendship', 'diamonds'], series: ['The d’Artagnan Romances', '1'],
    text: `
      A Gascon on a yellow horse comes to Paris and arranges three duels for one afternoon, at noon, at one and at two. By
      evening the four are friends. The rest is inns, diamonds and Milady, who is worth all the others together.` },
  { n: 416, title: 'Twenty Thousand Leagues Under the Seas', by: 'Jules Verne', year: 1870, pages: 448, kind: 'sea',
    work: { key: 'work:twenty-thousand-leagues-under-the-seas', title: 'Vingt mille lieues sous les mers' }, also: ['science-fiction-and-fantasy'], from: 'fr', translator: 'Lewis Page Mercier', keywords: ['submarines', 'Captain Nemo', 'oceans', 'squid'], series: ['Voyages extraordinaires', '6'],
    text: `
      Three men hunting a sea monster find that it is made of iron and has a library of twelve thousand volumes. Its captain
      has done with the land. The leagues are the distance gone, not the depth, and there is an organ.` },
  { n: 417, title: 'A Journey to the Interior of the Earth', by: 'Jules Verne', year: 1864, pages: 272, kind: 'adventure',
    also: ['science-fiction-and-fantasy'], from: 'fr', translator: 'Frederick Amadeus Malleson', keywords: ['Iceland', 'volcanoes', 'geology', 'runes'], series: ['Voyages extraordinaires', '3'],
    text: `
      A professor who cannot pronounce the names of his minerals finds a scrap of runes in an old book, and drags his nephew
      to Iceland and down a volcano. The nephew would rather have his dinner. They come up again somewhere warmer.` },
  { n: 418, title: 'The Mysterious Island', by: 'Jules Verne', year: 1875, pages: 624, kind: 'adventure', demand: 'new printing',
    from: 'fr', translator: 'W. H. G. Kingston', keywords: ['castaways', 'balloons', 'engineering', 'islands'], series: ['Voyages extraordinaires', '12'],
    text: `
      Five prisoners and a dog leave Richmond by balloon and land on an island with nothing but a watch glass and a grain of
      corn. The engineer among them does the rest, down to a telegraph. But who leaves them a chest on the beach?` },
  { n: 419, title: 'Germinal', by: 'Émile Zola', year: 1885, pages: 528, kind: 'novel',
    from: 'fr', translator: 'Havelock Ellis', keywords: ['coal', 'strikes', 'hunger', 'mines'], series: ['Les Rougon-Macquart', '13'],
    text: `
      A mechanic out of work comes across a plain at night to a coal pit that seems to breathe. Zola had gone down one, with
      a notebook, to see. There is a strike in it, and a horse that has forgotten the sun.` },
  { n: 420, title: 'Old Goriot', by: 'Honoré de Balzac', year: 1835, pages: 304, kind: 'novel',
    work: { key: 'work:old-goriot', title: 'Le Père Goriot' }, from: 'fr', translator: 'Ellen Marriage', keywords: ['Paris', 'boarding houses', 'daughters', 'ambition'],
    text: `
      In a boarding house that smells as only Balzac could smell it, an old man sells his spoons for two daughters who do
      not visit. A student across the landing is learning how Paris works. At the end he looks down on it from the cemetery
      and makes it an offer.` },
  { n: 421, title: 'Eugénie Grandet', by: 'Honoré de Balzac', year: 1833, pages: 240, kind: 'novel',
    from: 'fr', translator: 'Ellen Marriage', keywords: ['misers', 'Saumur', 'cousins', 'gold'],
    text: `
      The richest man in Saumur counts the lumps of sugar. His daughter gives her gold to a cousin who is going to the
      Indies, and waits. Everyone in the town knows to the franc what she is worth, and nobody what she is like.` },
  { n: 422, title: 'The Red and the Black', by: 'Stendhal', year: 1830, pages: 560, kind: 'novel',
    work: { key: 'work:the-red-and-the-black', title: 'Le Rouge et le Noir' }, from: 'fr', translator: 'C. K. Scott Moncrieff', keywords: ['ambition', 'seminary', 'Napoleon', 'hypocrisy'],
    text: `
      A carpenter’s son who knows the New Testament by heart in Latin, and Napoleon in secret, means to rise by the Church,
      the army being out of fashion. Two women find him out, and love him. Stendhal thought that he would be read about
      1880, and was.` },
  { n: 423, title: 'The Charterhouse of Parma', by: 'Stendhal', year: 1839, pages: 544, kind: 'novel',
    also: ['adventure'], from: 'fr', translator: 'C. K. Scott Moncrieff', keywords: ['Italy', 'Waterloo', 'courts', 'prison'],
    text: `
      Fabrice rides through Waterloo and has to ask afterwards whether it was a battle. Then there is a small court in
      Italy, an aunt of genius, and a tower where he is happier than he was outside. Dictated in fifty-two days, and it has
      the pace.` },
  { n: 424, title: 'Swann’s Way', by: 'Marcel Proust', year: 1913, pages: 560, kind: 'novel',
    work: { key: 'work:swanns-way', title: 'Du côté de chez Swann' }, from: 'fr', translator: 'C. K. Scott Moncrieff', keywords: ['memory', 'Combray', 'jealousy', 'madeleines'], series: ['Remembrance of Things Past', '1'],
    text: `
      A man lies awake and remembers lying awake as a boy, waiting for his mother to come up. A cake in a cup of tea brings
      back the rest. The middle part is a whole novel about a jealousy, and much the best place to find out if you like him.` },
  { n: 425, title: 'The Princess of Clèves', by: 'Madame de La Fayette', year: 1678, pages: 192, kind: 'love',
    also: ['historical-fiction'], from: 'fr', translator: 'Thomas Sergeant Perry', keywords: ['courts', 'confession', 'Henri II', 'duty'],
    text: `
      A young wife at the court of Henri II tells her husband that she is in love with somebody else, and asks him to keep
      her away from it. The first French novel of what goes on inside people. Paris argued for months about whether she
      should have said anything.` },
  { n: 426, title: 'Dangerous Acquaintances', by: 'Pierre Choderlos de Laclos', year: 1782, pages: 400, kind: 'novel',
    from: 'fr', translator: 'Ernest Dowson', keywords: ['letters', 'seduction', 'revenge', 'aristocracy'],
    text: `
      Two clever people, once lovers, write to each other about the ruin of other people as if it were chess. Each letter is
      a move, the forged ones too. Laclos was a captain of artillery who knew about angles.` },
  { n: 427, title: 'Sentimental Education', by: 'Gustave Flaubert', year: 1869, pages: 480, kind: 'novel',
    from: 'fr', translator: 'D. F. Hannigan', keywords: ['Paris', '1848', 'youth', 'disappointment'],
    text: `
      A young man on a river steamer sees a married woman in a straw hat and does nothing in particular about it for
      twenty-seven years. A revolution goes by in the background. It is the most exact account we have of not getting round
      to things.` },
  { n: 428, title: 'The Sorrows of Young Werther', by: 'Johann Wolfgang von Goethe', year: 1774, pages: 144, kind: 'love',
    work: { key: 'work:the-sorrows-of-young-werther', title: 'Die Leiden des jungen Werthers' }, from: 'de', translator: 'R. D. Boylan', keywords: ['letters', 'unhappy love', 'nature', 'blue coats'],
    text: `
      Werther loves Lotte, who is engaged to a decent man and cuts bread for her brothers and sisters. Young men all over
      Europe put on the blue coat and the yellow waistcoat. Goethe was twenty-four, got it out of his system, and lived to
      eighty-two.` },
  { n: 429, title: 'The Decameron', by: 'Giovanni Boccaccio', year: 1353, pages: 848, kind: 'stories',
    from: 'it', translator: 'John Payne', keywords: ['plague', 'Florence', 'tricks', 'monks'],
    text: `
      Ten young people leave Florence in the plague year and tell a story each for ten days. There are pots of basil, wives
      in barrels, and hardly a friar who behaves. The hundred tales have kept everybody supplied since, Chaucer and Keats
      among them.` },
  { n: 430, title: 'Niels Lyhne', by: 'Jens Peter Jacobsen', year: 1880, pages: 256, kind: 'novel',
    from: 'da', translator: 'Hanna Astrup Larsen', keywords: ['Denmark', 'doubt', 'poets', 'dreamers'],
    text: `
      A Danish dreamer means to be a poet and an honest unbeliever, and life tests him on both. Rilke carried it with him
      next to the Bible. Jacobsen was a botanist who translated Darwin, and he describes a room as others describe a meadow.` },
  { n: 431, title: 'Hunger', by: 'Knut Hamsun', year: 1890, pages: 208, kind: 'novel',
    from: 'no', translator: 'George Egerton', keywords: ['Kristiania', 'writers', 'starvation', 'pride'],
    text: `
      A young writer starves in Kristiania and is too proud to let anyone see. He pawns his waistcoat, gives the money away,
      and invents a word in the dark. Nothing like it had been done, and the new century began by doing it.` },
  { n: 432, title: 'The Story of Gösta Berling', by: 'Selma Lagerlöf', year: 1891, pages: 432, kind: 'novel',
    from: 'sv', translator: 'Pauline Bancroft Flach', keywords: ['Värmland', 'cavaliers', 'snow', 'legends'],
    text: `
      A parson who drinks is saved from a snowdrift by the Major’s wife and made one of twelve cavaliers, who do no useful
      thing for a year. Wolves follow the sledge; he throws them a book by Madame de Staël. Lagerlöf was a schoolteacher and
      had heard it all at home.` },
  { n: 433, title: 'Max Havelaar', subtitle: 'Or, The Coffee Auctions of the Dutch Trading Company', by: 'Multatuli', year: 1860, pages: 384, kind: 'satire',
    from: 'nl', translator: 'Alphonse Nahuÿs', keywords: ['Java', 'coffee', 'empire', 'Amsterdam'],
    text: `
      A coffee broker who dislikes novels comes into possession of a parcel of papers. What is in it is Java, and what was
      being done there. It sent, a Dutchman wrote, a shiver through the country, and in the last pages the author throws his
      characters out and speaks himself.` },
  { n: 434, title: 'Quo Vadis', subtitle: 'A Narrative of the Time of Nero', by: 'Henryk Sienkiewicz', year: 1896, pages: 560, kind: 'historical',
    also: ['the-ancient-world'], from: 'pl', translator: 'Jeremiah Curtin', keywords: ['Nero', 'Rome', 'Christians', 'Petronius'],
    text: `
      A Roman officer falls in love with a hostage who draws a fish in the sand. Nero burns the city for the sake of a poem,
      and Petronius, who has taste, has to sit through it. There is a bull in the arena and a very strong man.` },
  { n: 435, title: 'The Tale of Genji', by: 'Murasaki Shikibu', year: 1021, pages: 288, kind: 'novel',
    from: 'ja', translator: 'Suematsu Kenchō', keywords: ['Kyoto', 'court', 'poems', 'love'],
    text: `
      A lady in waiting at Kyoto, about a thousand years ago, wrote of a prince, the women he loved and the poems they sent
      each other before breakfast. Suematsu was a student in Cambridge when he put the first seventeen chapters into
      English. It was the first time that Europe had heard of her.` },
  { n: 436, title: 'Strange Stories from a Chinese Studio', by: 'Pu Songling', year: 1766, pages: 480, kind: 'stories',
    also: ['gothic-and-horror', 'myths-and-legends'], from: 'zh', translator: 'Herbert A. Giles', keywords: ['foxes', 'ghosts', 'scholars', 'examinations'],
    text: `
      Poor students burn the midnight oil, and somebody charming knocks, who as often as not is a fox. Pu Songling failed
      his own examinations all his life and is said to have set out tea by the road for anyone with a tale. The judges of
      the underworld, too, take bribes.` },
  { n: 437, title: 'The Home and the World', by: 'Rabindranath Tagore', year: 1916, pages: 240, kind: 'novel',
    from: 'bn', translator: 'Surendranath Tagore', keywords: ['Bengal', 'nationalism', 'marriage', 'boycott'],
    text: `
      A landowner wishes his wife to be free and so introduces her to his friend, who makes speeches. The cause is just and
      the friend is not. Wife, husband and friend each tell it in turn.` },
])
