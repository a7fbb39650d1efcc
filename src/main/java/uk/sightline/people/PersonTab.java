package uk.sightline.people;

/** Another page about the person. */
public record PersonTab(String text, String href) {}
