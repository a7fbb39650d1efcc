package uk.sightline.govuk;

import java.util.List;
import java.util.stream.IntStream;

/** A row of a work list; its first cell is the row's heading and holds the link that opens it. */
public record QueueRow(List<TableCell> cells) {

    public static QueueRow of(TableCell... cells) {
        return new QueueRow(List.of(cells));
    }

    /** The cells, each after the first with its column's words, which a phone shows before it: columns have no room there. */
    List<TableCell> under(List<TableHead> head) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> i == 0
                        ? cells.get(i)
                        : cells.get(i).with("data-label", head.get(i).text()))
                .toList();
    }
}
