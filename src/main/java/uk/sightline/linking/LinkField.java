package uk.sightline.linking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.sightline.identity.Typed;
import uk.sightline.matching.Comparison;
import uk.sightline.matching.Kind;

/** What a column can be used for, and the headings by which it is guessed. */
enum LinkField {
    ID(
            "the record's own number",
            null,
            "(?:(?:rec|record|unique|person|client|pupil|student|patient|case|source|system|row) ?)?"
                    + "(?:id|identifier|ref|key)"),
    FULL_NAME("full name", null, "(?:(?:full|person|pupil|child|client|patient) ?)?name"),
    GIVEN_NAME("given name", Kind.NAME, "(?:given|first|fore|christian) ?names?|fname"),
    MIDDLE_NAME("middle name", Kind.NAME, "(?:middle|other) ?names?|mname"),
    FAMILY_NAME("family name", Kind.NAME, "(?:family|last|sur) ?names?|lname"),
    BIRTH_DATE("birth date", Kind.BIRTH_DATE, "d ?o ?b|date ?of ?birth|birth ?da(?:te|y)|born(?: on)?"),
    ADDRESS(
            "address",
            Kind.ADDRESS,
            "(?:home |postal )?addr(?:ess)?(?: ?line)?(?: ?\\d)?"
                    + "|(?:street|house|building|flat|unit)(?: ?(?:number|no|name))?|road|premises"),
    POSTCODE("postcode", Kind.POSTCODE, "(?:post|zip|p) ?code(?: fake)?|zip"),
    TOWN("town or suburb", Kind.PLACE, "(?:post ?)?town|city|suburb|locality|village|place"),
    REGION("county or state", Kind.PLACE, "county|state|region|province"),
    BIRTH_PLACE("place of birth", Kind.PLACE, "birth ?place|place of birth|born in"),
    OCCUPATION("occupation", Kind.PLACE, "occupation|job(?: title)?"),
    EMAIL("e-mail", Kind.EMAIL, "e ?mail(?: ?address)?"),
    PHONE(
            "phone number",
            Kind.PHONE,
            "(?:(?:mobile|home|contact|tele|cell) ?)?(?:phone|tel|telephone|mobile)(?: ?(?:number|no))?"),
    NHS_NUMBER("NHS number", Kind.NUMBER, "(?:.* )?nhs(?: .*)?"),
    UPN("unique pupil number (UPN)", Kind.NUMBER, "(?:former )?upn|unique pupil (?:number|no|id)"),
    NUMBER(
            "a number of the person",
            Kind.NUMBER,
            "(?:soc(?:ial)? ?sec(?:urity)?|ssn|national ?insurance|ni|nino|passport|uln|pnc|cro|la child|hospital)"
                    + "(?: ?(?:number|no|id))?"),
    SEX("sex", Kind.PROTECTED, "sex|gender"),
    ETHNICITY("ethnicity", Kind.PROTECTED, "ethnicity|ethnic (?:group|origin)|race"),
    RELIGION("religion", Kind.PROTECTED, "religion|faith"),
    NATIONALITY("nationality", Kind.PROTECTED, "nationality|country of birth"),
    IGNORE("not used", null, "(?!)");

    private final String label;
    private final @Nullable Kind kind;
    private final Pattern headings;

    LinkField(String label, @Nullable Kind kind, String headings) {
        this.label = label;
        this.kind = kind;
        this.headings = Pattern.compile(headings);
    }

    String label() {
        return label;
    }

    /** As typed after {@code --map heading=} and written in a model's file. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The comparison that values of this field are for; empty for a number of the file's own, and for a full name. */
    Optional<Comparison> comparison() {
        return switch (this) {
            case GIVEN_NAME -> Optional.of(Comparison.givenName());
            case FAMILY_NAME -> Optional.of(Comparison.familyName());
            default -> Optional.ofNullable(kind).map(of -> new Comparison(word(), capital(label), of));
        };
    }

    /** Whether it is about a protected characteristic, and so no evidence unless it is asked for. */
    boolean isProtected() {
        return kind == Kind.PROTECTED;
    }

    static LinkField byHeading(String heading) {
        String words = Typed.heading(heading);
        return Arrays.stream(values())
                .filter(field -> field.headings.matcher(words).matches())
                .findFirst()
                .orElse(IGNORE);
    }

    static Optional<LinkField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(LinkField::word).collect(Collectors.joining(", "));
    }

    private static String capital(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
