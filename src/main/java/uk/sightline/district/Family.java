package uk.sightline.district;

import java.util.List;
import uk.sightline.district.InventedPerson.Address;

/**
 * What a household shares.
 *
 * @param father what the father, or the only parent, brings
 * @param mother what the mother brings; mostly the same
 */
record Family(Heritage father, Heritage mother, NameList.Name surname, Address home, int landline) {

    static Family draw(Dice dice, Sex headSex, long number) {
        Heritage father = Heritage.draw(dice);
        Heritage mother = dice.chance(4) ? Heritage.draw(dice) : father;
        Community namedAfter = (headSex == Sex.FEMALE && dice.chance(10) ? mother : father).community();
        NameList.Name surname = surname(dice, namedAfter);
        return new Family(father, mother, surname, Homes.draw(dice), (int) (number % 1_000));
    }

    boolean isMixed() {
        return father.community() != mother.community();
    }

    Heritage of(Household.Member member) {
        if (member.isParent()) {
            return member.sex() == Sex.FEMALE ? mother : father;
        }
        return isMixed() ? Heritage.ofBoth(father, mother) : father;
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
