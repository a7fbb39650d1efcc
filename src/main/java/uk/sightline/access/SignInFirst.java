package uk.sightline.access;

/** Something was posted and nobody is signed in: it is kept while the person signs in. */
class SignInFirst extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInFirst() {
        super("Nobody is signed in", null, false, false);
    }
}
