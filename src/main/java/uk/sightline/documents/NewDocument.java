package uk.sightline.documents;

import java.util.UUID;

/** What is known of a document before it is kept. */
record NewDocument(UUID attachedTo, String kind, String name, FileType type, Stored.State state) {}
