package uk.sightline.district;

import java.util.List;
import uk.sightline.district.InventedPerson.Address;

/**
 * What a household shares.
 *
 * @param father the community of the father, or of the only parent
 * @param mother the community of the mother; mostly the same
 */
record Family(Dice dice, Community father, Community mother, NameList.Name surname, Address home, int landline) {

    static Family draw(Dice dice, Sex headSex, long number) {
        Community father = Community.draw(dice);
        Community mother = dice.chance(4) ? Community.draw(dice) : father;
        Community namedAfter = headSex == Sex.FEMALE && dice.chance(10) ? mother : father;
        NameList.Name surname = surname(dice, namedAfter);
        return new Family(dice, father, mother, surname, Homes.draw(dice), (int) (number % 1_000));
    }

    boolean isMixed() {
        return father != mother;
    }

    Community of(Household.Member member) {
        return member.isParent() && member.sex() == Sex.FEMALE ? mother : father;
    }

    /** Now and then two surnames, as the families of England have them. */
    private static NameList.Name surname(Dice dice, Community community) {
        NameList.Name one = dice.pickCommonFirst(community.names.surnames());
        NameList.Name other = dice.pick(community.names.surnames());
        return community == Community.BRITISH && dice.chance(5) && one != other
                ? new NameList.Name(
                        one.text() + "-" + other.text(),
                        one.text() + "-" + other.text(),
                        List.of(one.text(), other.text()),
                        "")
                : one;
    }
}
