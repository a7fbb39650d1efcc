package uk.sightline.govuk;

import java.util.Map;

/** Components, or cases of one, that the product leaves out, and why. */
final class UnsupportedCases {

    static final Map<String, String> REASONS = Map.of(
            "header", "carries the crown and the GOV.UK logo, which only services on GOV.UK may use",
            "footer", "carries the crown and Crown copyright, which only services on GOV.UK may use");

    private UnsupportedCases() {}
}
