/**
 * The pages' building blocks: the components of the GOV.UK Design System and of the Ministry of Justice as typed JTE
 * tags ({@code @template.govuk.input(name = "phone", label = Label.of("Phone number"))}), the one page layout, the
 * form tag and the built style sheet and scripts.
 *
 * <p>A GOV.UK tag prints the HTML that GOV.UK Frontend publishes as its own fixtures; {@code docs/components.md} counts
 * them, and names the two components left out. The Ministry of Justice publishes no fixtures: its tags follow its
 * templates. Option names are those of the published macros, so their guidance can be read as it is. Text is escaped;
 * HTML is only what another template made ({@code gg.jte.Content}).
 *
 * <p>The layout knows the request only through {@link uk.sightline.govuk.Chrome}. There is no crown and no GOV.UK
 * logo or typeface: those belong to services on GOV.UK. It holds no tables, publishes no events and decides nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package uk.sightline.govuk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
