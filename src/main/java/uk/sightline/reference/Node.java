package uk.sightline.reference;

import java.util.List;
import java.util.Map;

/** A piece of YAML that remembers where it stood. */
sealed interface Node {

    At at();

    /** A place in a file of the pack, both counted from 1. */
    record At(String file, int line, int column) {}

    /** Any single value, as it was written: what it means is for the reader of the field to say. */
    record Scalar(At at, String text) implements Node {}

    record Items(At at, List<Node> nodes) implements Node {}

    record Mapping(At at, Map<String, Node> fields) implements Node {}
}
