package uk.sightline.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.sightline.district.InventedPerson.Name;
import uk.sightline.district.InventedPerson.NameKind;

/** Names as records have them: spelt several ways, shortened, with a middle name, an earlier surname, another script. */
final class Names {

    private static final List<String> WOMEN_OF_SOUTH_ASIA = List.of("Begum", "Bibi", "Khatoon", "Akhtar");

    private Names() {}

    static List<Name> draw(Dice dice, Family family, Household.Member member, Set<String> taken) {
        Community community = family.of(member).community();
        NameList.Name given = given(dice, community.names.given(member.sex()), taken);
        NameList.Name surname = member.isParent() && family.isMixed() && dice.chance(50)
                ? dice.pickCommonFirst(community.names.surnames())
                : family.surname();
        Name legal = new Name(
                NameKind.LEGAL,
                spelt(dice, given, 18) + second(dice, community, member),
                last(dice, community, surname, member.sex()));
        List<Name> names = new ArrayList<>(List.of(legal));
        addKnownAs(dice, given, legal, names);
        addAlias(dice, given, surname, legal, names);
        addScript(dice, given, surname, legal, names);
        return names;
    }

    /** No two children of a family have the same name. */
    private static NameList.Name given(Dice dice, List<NameList.Name> names, Set<String> taken) {
        NameList.Name given = dice.pickCommonFirst(names);
        while (!taken.add(given.text())) {
            given = dice.pick(names);
        }
        return given;
    }

    private static String second(Dice dice, Community community, Household.Member member) {
        boolean sikh = community == Community.INDIAN && dice.chance(40);
        if (sikh) {
            return member.sex() == Sex.FEMALE ? " Kaur" : " Singh";
        }
        boolean has = dice.chance(community == Community.BRITISH ? 45 : 22);
        return has ? " " + dice.pick(community.names.given(member.sex())).text() : "";
    }

    /** Many women of Pakistani and Bangladeshi families carry a second name of their own, not the family's. */
    private static String last(Dice dice, Community community, NameList.Name surname, Sex sex) {
        boolean southAsian = community == Community.PAKISTANI || community == Community.BANGLADESHI;
        if (southAsian && sex == Sex.FEMALE && dice.chance(25)) {
            return dice.pick(WOMEN_OF_SOUTH_ASIA);
        }
        return sex == Sex.FEMALE && !surname.feminine().equals(surname.text())
                ? surname.feminine()
                : spelt(dice, surname, 12);
    }

    private static String spelt(Dice dice, NameList.Name name, int otherwise) {
        return name.variants().isEmpty() || !dice.chance(otherwise) ? name.text() : dice.pick(name.variants());
    }

    private static void addKnownAs(Dice dice, NameList.Name given, Name legal, List<Name> names) {
        if (!given.variants().isEmpty() && dice.chance(22)) {
            String other = dice.pick(given.variants());
            if (!legal.given().equals(other)) {
                names.add(new Name(NameKind.KNOWN_AS, other, legal.surname()));
            }
        }
    }

    private static void addAlias(Dice dice, NameList.Name given, NameList.Name surname, Name legal, List<Name> names) {
        if (!dice.chance(8)) {
            return;
        }
        Name alias = new Name(NameKind.ALIAS, spelt(dice, given, 60), spelt(dice, surname, 70));
        if (!alias.full().equals(legal.full())) {
            names.add(alias);
        }
    }

    private static void addScript(Dice dice, NameList.Name given, NameList.Name surname, Name legal, List<Name> names) {
        boolean written = !given.script().isEmpty() && !surname.script().isEmpty();
        if (written && legal.surname().equals(surname.text()) && dice.chance(40)) {
            names.add(new Name(NameKind.OTHER_SCRIPT, given.script(), surname.script()));
        }
    }
}
