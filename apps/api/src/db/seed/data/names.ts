/**
 * Parts of invented names, usual in Aceh and on Sumatra's east coast. They are combined by the seed's dice;
 * no list of real people was used. Parts that point at a known official are left out on purpose.
 */
export const MALE_FIRST = [
  "Muhammad", "Teuku", "Zulfikar", "Fakhrul", "Iskandar", "Mahdi", "Nazaruddin", "Rizki", "Saiful", "Taufik", "Hendra", "Ikhsan", "Khairul", "Maulana", "Murdani",
  "Nasrullah", "Rahmad", "Safrizal", "Syahrial", "Tarmizi", "Yusrizal", "Zainal", "Azhari", "Bustami", "Darmawan", "Edi", "Fajri", "Ghufran", "Hamdani", "Junaidi",
  "Kamaruddin", "Lukman", "Mukhlis", "Mursyidin", "Ridwan", "Samsul", "Ari", "Dedi", "Firdaus", "Irwansyah", "Rusli", "Suhaimi", "Wahyudi", "Yudi", "Fauzan", "Hafiz",
] as const;
export const MALE_LAST = [
  "Syahputra", "Hidayat", "Fahmi", "Ramadhan", "Kurniawan", "Saputra", "Siregar", "Nasution", "Lubis", "Pulungan", "Harahap", "Daud", "Ismail", "Yunus", "Hanafiah",
  "Abdullah", "Munandar", "Akbar", "Fadhil", "Maulidin", "Nurdin", "Sulaiman", "Usman", "Zakaria", "Jamal", "Basri", "Efendi", "Mulyadi", "Gunawan", "Prasetyo",
  "Wibowo", "Ginting", "Sembiring", "Tanjung", "Matondang", "Ardiansyah", "Rizal", "Haris", "Fitra", "Azmi", "Rasyid", "Hakim", "Mustafa", "Ibrahim", "Idris",
] as const;
export const FEMALE_FIRST = [
  "Cut", "Nurul", "Siti", "Rahmawati", "Fitriani", "Mutia", "Nuraini", "Dewi", "Yusnidar", "Ainul", "Asmaul", "Cahaya", "Dian", "Elvira", "Fauziah", "Husna", "Intan",
  "Juliana", "Khairunnisa", "Laila", "Maisarah", "Nadia", "Nova", "Putri", "Qurrata", "Rauzatul", "Rina", "Safrina", "Salmiah", "Suryani", "Tri", "Ulfa", "Wahyuni",
  "Yulia", "Zahara", "Zuraida", "Marlina", "Eka", "Hayatun", "Ida", "Kartika", "Masyitah", "Nurlaila", "Oktaviana", "Raihan", "Sri", "Aulia", "Fatimah",
] as const;
export const FEMALE_LAST = [
  "Rahmah", "Hasanah", "Aini", "Fitri", "Maulida", "Zahra", "Safitri", "Handayani", "Lestari", "Siregar", "Nasution", "Lubis", "Harahap", "Wardani", "Mardhiah",
  "Amalia", "Ramadhani", "Yusuf", "Husnaini", "Azizah", "Mawaddah", "Nufus", "Muliana", "Agustina", "Permata", "Keumala", "Meurah", "Nurjannah", "Rosmiati", "Sari",
  "Andriani", "Puspita", "Ningsih", "Anggraini", "Tanjung", "Ginting", "Salsabila", "Fadhilah", "Hanum", "Afrida", "Novianti", "Sartika", "Rezeki", "Hayati", "Balqis",
] as const;
