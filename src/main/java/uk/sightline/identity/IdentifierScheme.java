package uk.sightline.identity;

import java.util.function.UnaryOperator;

/**
 * The kinds of number, code and name by which agencies know a person, a place they live or a thing they use, each with
 * its own rules (PRACTICE §16). A normalised value always checks to itself.
 */
public enum IdentifierScheme {
    NHS_NUMBER("NHS number", NhsNumber::check),
    UPN("Unique pupil number (UPN)", Upn::check),
    ULN("Unique learner number (ULN)", EducationNumbers::uln),
    LA_CHILD_ID("Local authority child ID", EducationNumbers::childId),
    SCHOOL_URN("School URN", EducationNumbers::schoolUrn),
    LAESTAB("School LAESTAB number", EducationNumbers::laestab),
    OFSTED_URN("Ofsted URN of a children's home", EducationNumbers::ofstedUrn),
    PNC_ID("PNC ID", PoliceNumbers::pncId),
    CRO_NUMBER("CRO number", PoliceNumbers::croNumber),
    NICHE_OCCURRENCE("Police occurrence number", PoliceNumbers::occurrence),
    PHONE("Phone number", PhoneNumbers::check),
    POSTCODE("Postcode", PlaceNumbers::postcode),
    UPRN("Property reference (UPRN)", PlaceNumbers::uprn),
    VEHICLE("Vehicle registration", Vehicles::check, Vehicles::misreadKey),
    ONLINE_HANDLE("Online account", OnlineHandles::check, OnlineHandles::lookAlikeKey),
    IMEI("Phone IMEI", Imei::check);

    private final String label;
    private final Rule rule;
    private final UnaryOperator<String> searchKey;

    IdentifierScheme(String label, Rule rule) {
        this(label, rule, UnaryOperator.identity());
    }

    IdentifierScheme(String label, Rule rule, UnaryOperator<String> searchKey) {
        this.label = label;
        this.rule = rule;
        this.searchKey = searchKey;
    }

    /** The name of the scheme as people say it. */
    public String label() {
        return label;
    }

    /** Whether it is kept among a person's identifiers; phones, postcodes and schools have places of their own. */
    public boolean isOfAPerson() {
        return switch (this) {
            case PHONE, POSTCODE, UPRN, SCHOOL_URN, LAESTAB, OFSTED_URN, NICHE_OCCURRENCE -> false;
            default -> true;
        };
    }

    /** Reads what somebody typed, forgiving spaces, hyphens and case. */
    public Checked check(String typed) {
        return rule.check(Typed.tidy(typed));
    }

    /** The form that people read, of a value that is stored. */
    public String display(String normalised) {
        return check(normalised) instanceof Checked.Valid valid ? valid.display() : normalised;
    }

    /** The key by which a normalised value is looked up: equal for values that are easily misread for each other. */
    public String searchKey(String normalised) {
        return searchKey.apply(normalised);
    }

    /** The rules of one scheme. */
    @FunctionalInterface
    private interface Rule {
        Checked check(String tidied);
    }
}
