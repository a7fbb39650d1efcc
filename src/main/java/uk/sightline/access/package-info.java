/**
 * Who may see and do what (DESIGN §6, ACCESS.md): agencies, teams, posts and accounts; relationships, exclusions, seals
 * and break-glass; sign-in; and the one access policy. {@link uk.sightline.access.AccessPolicy} decides in Java with its
 * reason; the same policy stands as row security on {@code access.record}, which every protected table asks; a test
 * compares the two over a seeded world. Restricted and sealed people together are called closed.
 *
 * <p>Signing in is by password and a code (RFC 6238); sessions are in PostgreSQL, and what is posted after one has died
 * is kept while the person signs in again. Administrators invite and end; managers open, close and review; a job watches
 * for browsing. {@link uk.sightline.access.RecordFinder} and {@link uk.sightline.access.Letterbox} are implemented above;
 * {@link uk.sightline.access.AccountEnded} is listened to there. Pages include the tags {@code access.whyLink} and {@code
 * access.glassBanner}.
 *
 * <p>Owns the schema {@code access}. Publishes {@link uk.sightline.access.Access} (decide, require, explain), {@link
 * uk.sightline.access.Records} (facts and relationships, written with the business fact) and {@link
 * uk.sightline.access.Colleagues} (names of accounts and teams). Holds nothing about the people the partnership
 * protects, save which record concerns whom.
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "govuk", "reference", "audit"})
package uk.sightline.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
