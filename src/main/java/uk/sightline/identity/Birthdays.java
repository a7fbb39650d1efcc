package uk.sightline.identity;

import java.time.LocalDate;

/**
 * Birthdays in law: an age is reached at the start of the birthday (Family Law Reform Act 1969 s.9). Somebody born on
 * 29 February reaches it on 1 March of a year without that day [GK].
 */
final class Birthdays {

    static final int ADULT = 18;

    private Birthdays() {}

    static LocalDate birthday(LocalDate born, int age) {
        LocalDate same = born.plusYears(age);
        return same.getDayOfMonth() == born.getDayOfMonth() ? same : same.plusDays(1);
    }

    static int completedYears(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        return Math.max(0, day.isBefore(birthday(born, years)) ? years - 1 : years);
    }
}
