package uk.sightline;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;

/** A failed start or command, told in one line to whoever typed it. */
final class Failure {

    private Failure() {}

    /** What the innermost cause says: it names the file, the address or the setting. */
    static String inWords(Throwable failure) {
        String words = words(root(failure));
        return "sightline: " + words.lines().findFirst().orElse(words);
    }

    /** Below what the database's driver says there is only "Connection refused", which names no address. */
    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String words(Throwable cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file and no folder";
            case NotDirectoryException file -> file.getFile() + " is a file and no folder";
            case FileSystemException file -> file.getFile() + ": " + file.getReason();
            default ->
                cause.getMessage() == null || cause.getMessage().isBlank() ? cause.toString() : cause.getMessage();
        };
    }
}
