/**
 * People brought in from the files of other systems, and their addresses and numbers: a file is taken in row by row, its
 * columns are confirmed, it is checked without changing anything, imported, and can be undone. Each step goes on where it
 * was when the process is killed, and stops when somebody pauses it.
 *
 * <p>Law and practice: PRACTICE §16 (who is the same person for certain: a verified number, never a likeness), §17.7 (every
 * import is idempotent, reconciled, with a file of rejects), §11.5 (the standard safeguarding dataset is recognised by its
 * headings). Every row read is added, changed, unchanged or rejected, and the four add up or the import does not finish.
 *
 * <p>Owns the schema {@code imports}: batches, the rows that wait, what is said of rows, which person a source's row is, and
 * what each batch changed. It writes nothing about a person itself: {@code people} does, some thousand at once, and answers
 * who a row may be. Publishes the pages under {@code /people/import} and the verb {@code import}.
 *
 * <p>What it does not do: it never merges, never overwrites what another source said, and tells nobody of a closed person.
 * It keeps no file: the rows are in the database before the upload is answered.
 */
@NullMarked
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"platform", "govuk", "identity", "access", "audit", "people"})
package uk.sightline.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
