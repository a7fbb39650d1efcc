package uk.sightline.govuk;

import java.util.List;

/** What a list is narrowed by, under one heading; each item's link takes it off. */
public record FilterChoice(String heading, List<Link> items) {}
