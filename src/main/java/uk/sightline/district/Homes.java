package uk.sightline.district;

import java.util.List;
import uk.sightline.district.InventedPerson.Address;

/**
 * Addresses that do not exist: street names made of two invented halves, and Bradford postcodes whose unit holds one of
 * the letters C I K M O V, which Royal Mail never puts there.
 */
final class Homes {

    private static final List<String> STEMS = List.of(
            ("Larkmere Thistlecombe Owlbeck Fennmoor Brackenlow Coldspring Haddlethorpe Millstane Rooksby Tannerfold Quarrelaw Wharfemoss "
                            + "Saltbeck Hollinsett Cragmarsh Ferncote Gorsethwaite Heatherlaw Ivystone Juniperholm Kestrelby Lindenmoss Mossgarth Netherwick "
                            + "Otterbeck Pikeshaw Quillmoor Ravenholt Sandlebeck Turnbarrow Umberstone Vixenlow Weaversett Yarrowby Ashgarth Birchwick "
                            + "Clothmoor Dovestell Eastercrag Flaxholm Grindlebeck Hawmarsh Inglemoss Jackdawby Kilnfold Loomstead Merrowlaw Nettlecote "
                            + "Orchardmoss Pennymoor Rushbarrow Spindlewick Teaselby Twistleton Warpgate Woolbarrow")
                    .split(" "));
    private static final List<String> ENDS = List.of(
            "Street",
            "Road",
            "Avenue",
            "Terrace",
            "Grove",
            "Place",
            "Close",
            "Drive",
            "View",
            "Mount",
            "Lane",
            "Crescent",
            "Court",
            "Fold");
    private static final String NEVER_USED = "CIKMOV";
    private static final String USED = "ABDEFGHJLNPQRSTUWXYZ";

    private Homes() {}

    static Address draw(Dice dice) {
        String street = dice.pick(STEMS) + " " + dice.pick(ENDS);
        String number = dice.chance(8)
                ? "Flat " + dice.between(1, 24) + ", " + dice.between(1, 60) + " "
                : dice.between(1, 180) + " ";
        int district = dice.between(1, 22);
        return new Address(number + street, town(district), postcode(dice, district));
    }

    private static String postcode(Dice dice, int district) {
        return "BD" + district + " " + dice.below(10) + letter(dice, USED) + letter(dice, NEVER_USED);
    }

    private static char letter(Dice dice, String letters) {
        return letters.charAt(dice.below(letters.length()));
    }

    private static String town(int district) {
        return switch (district) {
            case 16 -> "Bingley";
            case 17, 18 -> "Shipley";
            case 20, 21, 22 -> "Keighley";
            default -> "Bradford";
        };
    }
}
