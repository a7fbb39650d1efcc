package uk.sightline.platform;

/** The actor may know of what they asked for, but their post may not do it. */
public class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String rule) {
        super(rule, null, false, false);
    }
}
