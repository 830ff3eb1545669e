month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
list-and = and
problem-missing = Please fill this in.
problem-too-long = Please shorten this; it is longer than we can keep.
problem-line-break = Please write this on one line.
problem-link-in-name = A name stands in letters to others, where this would become a link. Please leave out the address of a page; after the dot of a title, leave a space.
problem-name-too-long = A name has at most 80 characters. Please shorten it.
problem-turns-text = Please type this anew: it holds an invisible character that turns the text around.
problem-not-a-day = Please give a day that exists, with a year from 1900 to 2200: January 5, 2026 is 2026-01-05.
problem-not-yet = This day has not come yet. Please give a day up to today.
problem-not-an-address = Please check this e-mail address, it should look like name@example.org.
problem-choose = Please choose one.
span-months = { $n ->
    [one] one month
   *[other] { $n } months
}
span-years = { $n ->
    [one] one year
   *[other] { $n } years
}
