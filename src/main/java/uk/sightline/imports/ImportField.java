package uk.sightline.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a column of a file can hold, and the headings by which it is guessed. */
enum ImportField {
    IGNORE("ignore", "Do not import", "(?!)"),
    NHS_NUMBER("nhs-number", "NHS number", ".*nhs.*"),
    UPN("upn", "Unique pupil number (UPN)", "(?:former )?upn|unique pupil (?:number|no|id)"),
    LA_CHILD_ID("la-child-id", "Local authority child ID", "(?:la )?child ?(?:id|ref|reference|number)|lcs id"),
    SOURCE_ID(
            "source-id",
            "The file's own number for the person",
            "(?:(?:rec|record|unique|person|client|pupil|student|case|source|local|system|external|row|our) ?)?"
                    + "(?:id|identifier|ref|reference|key)"),
    ROW_ID(
            "row-id",
            "The file's own number for the address or number",
            "(?:address|addr|link) ?(?:table )?(?:id|key|ref|reference)"),
    FULL_NAME("full-name", "Full name", "(?:full |person |pupil |child |client )?name(?: of (?:child|person|pupil))?"),
    GIVEN_NAME("given-name", "Given names", "(?:given|first|fore|christian) ?names?|fname"),
    FAMILY_NAME("family-name", "Family name", "surname|(?:family|last|second) ?name|lname"),
    KNOWN_AS("known-as", "Known as", "known ?as|aka|preferred (?:\\w+ )?name|nick ?name|alias"),
    BIRTH("date-of-birth", "Date of birth", "d ?o ?b|date ?of ?birth|birth ?da(?:te|y)|born(?: on)?"),
    SEX("sex", "Sex", "sex|gender"),
    HOUSE("house", "House number or name", "(?:street|house|building|flat) ?(?:number|no|name)"),
    ADDRESS("address", "Line of the address", "(?:home )?addr(?:ess)?(?: line)?(?: ?\\d)?|street|road"),
    TOWN("town", "Town or suburb", "(?:post ?)?town|city|suburb|locality|village"),
    REGION("region", "County or state", "county|state|region|province"),
    POSTCODE("postcode", "Postcode", "post ?code|zip(?: ?code)?|p ?code"),
    ADDRESS_JSON("address-json", "The whole address in one cell, as JSON or text", "addr(?:ess)? ?json|full address"),
    UPRN("uprn", "Property reference (UPRN)", "uprn|unique property reference(?: number)?"),
    ADDRESS_KIND("address-kind", "Kind of address", "addr(?:ess)? ?(?:type|kind)"),
    FROM("address-from", "Lives there from (day)", "addr(?:ess)? ?(?:start(?: date)?|from(?: date)?)|moved in"),
    UNTIL("address-until", "Lived there until (day)", "addr(?:ess)? ?(?:end(?: date)?|until|to(?: date)?)|moved out"),
    NUMBER_KIND("number-kind", "Kind of number", "identifier ?(?:type|kind)"),
    NUMBER("number", "The number itself", "identifier ?(?:value|number)"),
    EMAIL("email", "E-mail", "e ?mail(?: ?address)?"),
    PHONE(
            "phone",
            "Phone number",
            "(?:(?:mobile|home|contact|tele|cell) ?)?(?:phone|tel|telephone|mobile)(?: ?(?:number|no))?");

    /** Several columns may hold these; everything else is one column. */
    private static final List<ImportField> MANY = List.of(IGNORE, ADDRESS, TOWN, REGION, PHONE, EMAIL);

    private final String word;
    private final String label;
    private final Pattern headings;

    ImportField(String word, String label, String headings) {
        this.word = word;
        this.label = label;
        this.headings = Pattern.compile(headings);
    }

    /** As typed after {@code --map column=} and sent by the form. */
    String word() {
        return word;
    }

    String label() {
        return label;
    }

    boolean isOfOneColumn() {
        return !MANY.contains(this);
    }

    boolean isName() {
        return this == FULL_NAME || this == GIVEN_NAME || this == FAMILY_NAME;
    }

    boolean isAddress() {
        return switch (this) {
            case HOUSE, ADDRESS, TOWN, REGION, POSTCODE, ADDRESS_JSON -> true;
            default -> false;
        };
    }

    /** @param heading lower-case words with single spaces */
    boolean isHeaded(String heading) {
        return headings.matcher(heading).matches();
    }

    static Optional<ImportField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(ImportField::word).collect(Collectors.joining(", "));
    }
}
