package uk.sightline.govuk;

import java.util.List;

/** A row of a work list; its first cell is the row's heading and holds the link that opens it. */
public record QueueRow(List<TableCell> cells) {

    public static QueueRow of(TableCell... cells) {
        return new QueueRow(List.of(cells));
    }
}
