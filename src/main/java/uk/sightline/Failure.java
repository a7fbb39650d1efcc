package uk.sightline;

/** A failed start or command, told in one line to whoever typed it. */
final class Failure {

    private Failure() {}

    /** The innermost cause's message: it names the file, the address or the setting. */
    static String inWords(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return "sightline: " + (message == null || message.isBlank() ? cause.toString() : message);
    }
}
