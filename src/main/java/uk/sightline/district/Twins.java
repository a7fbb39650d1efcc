package uk.sightline.district;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.sightline.identity.BirthDate;
import uk.sightline.people.BulkPeople.Entry;
import uk.sightline.people.Fact;
import uk.sightline.people.Fact.PersonAddress;
import uk.sightline.people.Fact.PersonName;
import uk.sightline.people.NewPerson;
import uk.sightline.people.NewPerson.Background;

/**
 * Second records of people who have one already, as every real index holds them: another spelling, day and month changed
 * over, an earlier address, no number to tell by.
 */
record Twins(Plan plan, Population population) {

    /** The second record of somebody. Its number follows on those of the people themselves. */
    Entry of(long number) {
        Dice dice = Dice.of(plan.seed(), "twin", number);
        InventedPerson person = population.person(dice.below((int) Math.min(population.size(), Integer.MAX_VALUE)));
        long index = population.size() + number;
        List<Fact> facts = new ArrayList<>(List.of(name(person, dice)));
        if (dice.chance(60)) {
            InventedPerson.Address home = dice.chance(50) ? person.address() : Homes.draw(dice);
            facts.add(new PersonAddress(
                    "home", home.line() + ", " + home.town(), home.postcode(), null, false, null, null));
        }
        return new Entry(
                plan.person(index),
                References.of("P", plan.seed(), index),
                new NewPerson(born(person, dice), null, Background.unknown(), null, facts, "Referral by telephone"),
                plan.at().minus(Duration.ofDays(dice.between(20, 500))));
    }

    private static Fact name(InventedPerson person, Dice dice) {
        InventedPerson.Name name = person.names().get(dice.below(person.names().size()));
        return PersonName.of("legal", Misspelt.of(name.given(), dice), Misspelt.of(name.surname(), dice));
    }

    private static BirthDate born(InventedPerson person, Dice dice) {
        LocalDate born = person.born();
        boolean turnable = born.getDayOfMonth() <= 12 && dice.chance(30);
        return BirthDate.on(turnable ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()) : born);
    }
}
