/**
 * {@code ./sightline link}: links the records of one file with each other, or of two files, on the machine where the files
 * are. Nothing is sent anywhere, no database is touched and nobody is merged: it writes which records are, or may be, of
 * one person, with what each comparison adds to it.
 *
 * <p>What a column holds is guessed from its heading and shown. A column about a protected characteristic is left out
 * unless it is asked for by name (Equality Act 2010 s.4). The model that was estimated can be written out, read, and used
 * again; it holds chances only, no names.
 *
 * <p>A file of any length is read once, row by row; each different value is kept once. Measured memory and time are in
 * {@code docs/benchmarks.md}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Linking",
        allowedDependencies = {"platform", "identity", "matching"})
package uk.sightline.linking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
