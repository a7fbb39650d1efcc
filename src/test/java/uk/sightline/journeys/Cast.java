package uk.sightline.journeys;

/** Who is in the journeys, as the page for signing in names them: those whom the first start proposes. */
final class Cast {

    static final String LEAD = "Victoria Stansfield";
    static final String FRONT_DOOR = "Firas Hamid";
    static final String FRONT_DOOR_MANAGER = "Abigail Taylor";
    static final String ADULT_MASH = "Dorota Mazur";
    static final String PARTNER = "Partner";

    private Cast() {}
}
