package uk.sightline.documents;

/** An uploaded file that is not taken, with a reason in words for the person who sent it. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    FileRefused(Reason reason) {
        this(reason, reason.message);
    }

    private FileRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The same, in words that name the file: of several chosen at once, the person must know which. */
    FileRefused about(String fileName) {
        return new FileRefused(reason, fileName + ": " + reason.message);
    }

    /** The message, never absent: for the form error at the field. */
    public String says() {
        return String.valueOf(getMessage());
    }

    /** Why, for a form error that names the field. */
    public Reason reason() {
        return reason;
    }

    /** Every reason there is. */
    public enum Reason {
        EMPTY("The file is empty. Choose another file"),
        TOO_LARGE("The file is larger than 25 MB. Choose a smaller file or send it in parts"),
        KIND_NOT_ALLOWED(
                "This kind of file cannot be added. Use a PDF, a picture (JPEG, PNG, GIF or WebP), a text or CSV file, a Word, Excel or OpenDocument text file, or a saved e-mail"),
        HEIC_NOT_ALLOWED("Photos in the HEIC format cannot be added. Save the photo as a JPEG and add that"),
        OLD_OFFICE_FILE("This is an older Word, Excel or PowerPoint file. Save it as .docx or .xlsx and add that"),
        HAS_MACROS("The file contains macros (programs). Save it without macros and add that"),
        NAME_AND_CONTENT_DIFFER("The name of the file says it is one kind of file and its content is another"),
        DAMAGED("The file is damaged or incomplete. Open it, save it again and add that");

        private final String message;

        Reason(String message) {
            this.message = message;
        }

        /** A sentence for the page, without a full stop as GOV.UK error messages are. */
        public String message() {
            return message;
        }
    }
}
